import { expect, it } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { describeOnEach, emptyStore } from '../databases.fixture.ts'

describeOnEach('the record read briefly', (database) => {
  it('says what the record says, in its order, by portions and by streams', async () => {
    const store = await emptyStore(database())
    // Texts that SQL, JSON or a pattern would read otherwise than they stand.
    const bodies = [{ text: 'a "quoted" \\ line\n%_' }, [1, null, '€ 漢字'], 'plain', { n: 1.5 }]
    for (const [at, body] of bodies.entries()) {
      const stream = at % 2 === 0 ? `order:"${at}"` : `party:${at}`
      const events = [{ type: `filed ${at}`, body }]
      unwrap(await store.append({ stream, expectedVersion: 0, events, actor: 'person:7' }))
    }
    const brief = (await store.readRecord()).map(({ position, stream, version, type, body }) => ({
      ...{ position, stream, version, type, body },
    }))
    expect(brief).toHaveLength(bodies.length)
    expect(await store.readRecordBriefly()).toEqual(brief)
    expect(await store.readRecordBriefly({ after: 1, limit: 2 })).toEqual(brief.slice(1, 3))
    const streams = ['party:', 'order:"2']
    expect(await store.readRecordBriefly({ streams })).toEqual(brief.slice(1))
    expect(await store.readRecordBriefly({ after: 4 })).toEqual([])
  })
})

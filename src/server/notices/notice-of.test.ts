import { expect, test } from 'vitest'
import { toldEvents } from '../../desk/on-file/told.ts'
import { type LegalDate, ok, unwrap } from '../../kernel/index.ts'
import type { ChangeTold } from '../../on-file/index.ts'
import { masterKeyOf, openStore, type RecordedEvent } from '../../storage/index.ts'
import { changesSince, noticesOf } from './notice-of.ts'

const because = ['The list us-csl: of 2026-06-01 became that of 2026-06-02.']
function told(ref: string): ChangeTold {
  return {
    kind: 'order',
    ref,
    on: '2026-06-02' as LegalDate,
    effect: 'held',
    before: 'clear',
    after: 'hold',
    because,
    now: ['Kiku KK: may be KIKU KK.'],
    noLonger: [],
    references: [],
  }
}

test('what changed on file is told together, with why to people and without names to programs', async () => {
  const masterKey = masterKeyOf(Buffer.alloc(32, 7).toString('base64'))
  const store = await openStore({ memory: true, now: () => new Date(0), masterKey })
  try {
    const refs = Array.from({ length: 130 }, (_, at) => `SO-${at}`)
    const kept = await store.work(async (work) => {
      const events = unwrap(await toldEvents(work, refs.map(told)))
      return work.append({ stream: 'run:1', expectedVersion: 0, events, actor: 'server' })
    })
    const recorded: readonly RecordedEvent[] = unwrap(kept)
    const notices = noticesOf(recorded)
    expect(notices.map(({ position }) => position)).toEqual([100, 130])
    expect(notices[1]?.data).toMatchObject({
      counts: { held: 30 },
      changes: expect.arrayContaining([
        expect.objectContaining({ of: 'order', ref: 'SO-100', before: 'clear', after: 'hold' }),
      ]),
    })
    expect(JSON.stringify(notices)).not.toContain('Kiku')

    const { changes, upTo } = await changesSince(store, 100)
    expect([changes.length, upTo]).toEqual([30, 130])
    expect(changes[0]).toEqual({
      kind: 'order',
      ref: 'SO-100',
      effect: 'held',
      before: 'clear',
      after: 'hold',
      because,
    })
    await store.work(async (work) => ok(await work.destroyKey('order:SO-100')))
    expect((await changesSince(store, 100)).changes.map(({ ref }) => ref)).not.toContain('SO-100')
  } finally {
    await store.close()
  }
})

test('what is none of these is not told', () => {
  const event = { type: 'order-filed', stream: 'order:1', position: 1, at: '', body: {} }
  expect(noticesOf([event as unknown as RecordedEvent])).toEqual([])
})

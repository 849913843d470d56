import { expect, it } from 'vitest'
import { digestOf, type LegalDate, unwrap } from '../../kernel/index.ts'
import { describeOnEach, emptyStore } from '../../storage/databases.fixture.ts'
import { type Json, masterKeyOf } from '../../storage/index.ts'
import { ON_FILE } from './index-projection.ts'
import { Shelf } from './shelf.ts'

const MONDAY = '2026-06-01' as LegalDate
const TRANSACTION = { id: 'SO-1', kind: 'export', route: { from: 'NL', to: 'KR' } }

describeOnEach('what was recorded before its parts had their names of now', (database) => {
  it('an order is read, changed, closed and erased as any other', async () => {
    const masterKey = masterKeyOf(Buffer.alloc(32, 7).toString('base64'))
    const store = await emptyStore(database(), { projections: [ON_FILE], masterKey })
    const filed = await store.work(async (work) => {
      const said = { transaction: TRANSACTION, input: digestOf(TRANSACTION) } as unknown as Json
      const sealed = await work.seal('order:SO-1', said)
      if (!sealed.ok) return sealed
      const body = { ref: 'SO-1', on: MONDAY, sealed: sealed.value }
      const events = [{ type: 'order-filed', body }]
      return await work.append({ stream: 'order:SO-1', expectedVersion: 0, events, actor: 'ada' })
    })
    unwrap(filed)
    const shelf = new Shelf(store, 'order', 'ada')
    expect(await shelf.find('SO-1')).toMatchObject({ ref: 'SO-1', stated: TRANSACTION })
    expect(unwrap(await shelf.file(new Map([['SO-1', TRANSACTION]]), MONDAY))).toEqual({
      filed: 0,
      changed: 0,
    })
    const changed = { ...TRANSACTION, route: { from: 'NL', to: 'JP' } }
    expect(unwrap(await shelf.file(new Map([['SO-1', changed]]), MONDAY)).changed).toBe(1)
    const history = await shelf.historyOf('SO-1')
    expect(history).toMatchObject([{ stated: TRANSACTION }, { stated: changed }])
    unwrap(await shelf.close('SO-1', 'shipped', MONDAY))
    unwrap(await shelf.erase('SO-1', 'asked for', MONDAY))
    expect(await shelf.find('SO-1')).toBeUndefined()
  })
})

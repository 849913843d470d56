import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type LegalDate, unwrap } from '../../kernel/index.ts'
import { importList, loadListPolicy } from '../../lists/index.ts'
import type { ChangeTold, Stated } from '../../on-file/index.ts'
import { describeOnEach, emptyStore } from '../../storage/databases.fixture.ts'
import { masterKeyOf, type Store } from '../../storage/index.ts'
import { OWN_LAW, openEngine } from '../engine.ts'
import { createScreeners } from '../screeners.ts'
import { ON_FILE } from './index-projection.ts'
import { type Rechecked, type RecheckParts, type RecheckProgress, recheck } from './recheck.ts'
import { lastRuns } from './recheck-run.ts'
import { Shelf } from './shelf.ts'
import { toldChanges } from './told.ts'

const LIST = fileURLToPath(
  new URL('../../../examples/lists/fictional-screening-list.csv', import.meta.url),
)
const MONDAY = '2026-06-01' as LegalDate
const TUESDAY = '2026-06-02' as LegalDate
const LISTED = 'Halcyon Lattice Semiconductor'
const engine = openEngine(OWN_LAW)
const policy = loadListPolicy(OWN_LAW)

const order = (
  id: string,
  endUser: unknown,
  item: unknown = { onFile: 'AC-1' },
): [string, Stated] => [
  id,
  {
    id,
    kind: 'export',
    route: { from: 'NL', to: 'KR' },
    items: [item],
    parties: [
      { role: 'exporter', name: 'Northwind Instruments', country: 'NL' },
      { role: 'end-user', ...(endUser as object) },
    ],
  },
]

describeOnEach('a recheck of what is on file', (database) => {
  let store: Store
  let dataFolder: string
  beforeEach(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), 'navicert-recheck-'))
    store = await emptyStore(database(), {
      projections: [ON_FILE],
      masterKey: masterKeyOf(Buffer.alloc(32, 7).toString('base64')),
    })
    await listedBy('2026-05-29', (text) => text.replaceAll(LISTED, 'Nobody in Particular'))
    const items = new Map<string, Stated>([
      ['AC-1', { id: 'AC-1', name: 'Card', kind: 'ic.processor' }],
      ['BT-1', { id: 'BT-1', name: 'Cell', kind: 'battery' }],
    ])
    await file('item', items)
    await file('party', new Map([['C-1', { id: 'C-1', name: 'Plain Foods', country: 'KR' }]]))
  })
  afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

  const listedBy = async (published: string, change: (text: string) => string): Promise<void> => {
    const copy = join(dataFolder, `${published}.csv`)
    writeFileSync(copy, change(readFileSync(LIST, 'utf8')))
    const day = published as LegalDate
    await importList({
      dataFolder,
      source: 'us-csl',
      files: [copy],
      published: day,
      today: TUESDAY,
    })
  }
  const file = async (kind: 'item' | 'party' | 'order', all: ReadonlyMap<string, Stated>) =>
    unwrap(await new Shelf(store, kind, 'person:7').file(all, MONDAY))
  const parts = (more: Partial<RecheckParts> = {}): RecheckParts => ({
    ...{ store, engine, policy, dataFolder, actor: 'person:7', today: MONDAY, on: MONDAY },
    screeners: createScreeners(policy, dataFolder, []),
    ...more,
  })
  const run = async (more: Partial<RecheckParts> = {}): Promise<readonly Rechecked[]> => {
    const found: Rechecked[] = []
    for await (const progress of recheck(parts(more))) found.push(...progress.found)
    return found
  }
  const refs = (found: readonly Rechecked[]): readonly string[] => found.map(({ ref }) => ref)
  const told = async (): Promise<readonly ChangeTold[]> =>
    (await toldChanges(store, await store.readRecord())).map(({ change }) => change)

  it('answers everything once, and then nothing for which nothing has changed', async () => {
    await file(
      'order',
      new Map([order('SO-1', { onFile: 'C-1' }), order('SO-2', { name: LISTED })]),
    )
    const first = await run()
    expect(refs(first)).toEqual(['AC-1', 'BT-1', 'SO-1', 'SO-2'])
    expect(first.every(({ isFirst, problems }) => isFirst && problems.length === 0)).toBe(true)
    expect(await run()).toEqual([])
    expect(await told()).toEqual([])
  })

  it('answers only the orders that a list can change, and tells of them', async () => {
    await file(
      'order',
      new Map([order('SO-1', { onFile: 'C-1' }), order('SO-2', { name: LISTED })]),
    )
    await run()
    await listedBy('2026-05-30', (text) => text)
    const found = await run()
    expect(refs(found)).toEqual(['SO-2'])
    expect(found[0]?.because).toEqual(['The list us-csl: of 2026-05-29 became that of 2026-05-30.'])
    const [change, ...more] = await told()
    expect(more).toEqual([])
    expect(change).toMatchObject({ kind: 'order', ref: 'SO-2', on: MONDAY })
    expect(change?.now.join(' ')).toContain(`${LISTED}: may be`)
    expect(JSON.stringify(await store.readRecord())).not.toContain(LISTED)
  })

  it('answers what names something that was changed, however it does', async () => {
    await file(
      'order',
      new Map([
        order('SO-1', { onFile: 'C-1' }),
        order('SO-2', { name: 'Other' }, { onFile: 'BT-1' }),
      ]),
    )
    await run()
    await file('party', new Map([['C-1', { id: 'C-1', name: 'Plain Food', country: 'RU' }]]))
    const found = await run()
    expect(refs(found)).toEqual(['SO-1'])
    expect(found[0]?.because).toEqual(['The party C-1 was changed.'])
    await file('item', new Map([['BT-1', { id: 'BT-1', name: 'Cell, large', kind: 'battery' }]]))
    expect(refs(await run()).toSorted()).toEqual(['BT-1', 'SO-2'])
  })

  it('on another day answers what counts days, and what the law of that day can change', async () => {
    const [ref, plain] = order('SO-1', { onFile: 'C-1' })
    const held = {
      ...plain,
      id: 'SO-2',
      authorisations: [{ kind: 'licence', id: 'D1', until: '2026-06-01' }],
    }
    await file(
      'order',
      new Map([
        [ref, plain],
        ['SO-2', held],
      ]),
    )
    await run()
    expect(refs(await run({ today: TUESDAY }))).toEqual(['SO-2'])
    const later = '2026-09-02' as LegalDate
    const found = refs(await run({ today: later, on: later }))
    // The list is too old by then, which no order is spared.
    expect(found).toContain('SO-1')
  })

  it('that is stopped goes on where it was, and answers nothing twice', async () => {
    const many = Array.from({ length: 120 }, (_, at) => order(`SO-${at}`, { onFile: 'C-1' }))
    await file('order', new Map(many))
    const stopped = recheck(parts())
    await stopped.next()
    const before = (await stopped.next()).value as RecheckProgress
    await stopped.return(undefined)
    expect(before.state.answered).toBe(50)
    const found = await run()
    expect(found).toHaveLength(72)
    expect(found.some(({ ref }) => before.found.some((one) => one.ref === ref))).toBe(false)
    const { done } = await lastRuns(store)
    expect(done).toMatchObject({ run: 1, first: 122, answered: 122, failed: 0 })
  })

  it('that another process takes over stops, and leaves no answer twice', async () => {
    const many = Array.from({ length: 60 }, (_, at) => order(`SO-${at}`, { onFile: 'C-1' }))
    await file('order', new Map(many))
    const slow = recheck(parts())
    await slow.next()
    await run()
    await expect(slow.next()).rejects.toThrow('[recheck.taken-over]')
    const answered = (await store.readRecord({ streams: ['order:'] })).filter(
      ({ type }) => type === 'order-answered',
    )
    expect(answered).toHaveLength(60)
  })

  it('begins anew where the world moved on while it was stopped', async () => {
    const many = Array.from({ length: 60 }, (_, at) => order(`SO-${at}`, { name: LISTED }))
    await file('order', new Map(many))
    const stopped = recheck(parts())
    await stopped.next()
    await stopped.next()
    await stopped.return(undefined)
    await listedBy('2026-05-30', (text) => text)
    // Those that were answered under the old list among them.
    expect(await run()).toHaveLength(62)
    const { last, done } = await lastRuns(store)
    expect([last?.run, done?.run]).toEqual([2, 2])
  })

  it('begins anew where what is left of a run was recorded under another name', async () => {
    await recheck(parts()).next()
    const [begun] = await store.readStream('recheck:1')
    const { toAnswer: todo, ...body } = Object(begun?.body)
    const events = [{ type: 'recheck.begun', body: { ...body, todo } }]
    const append = { stream: 'recheck:2', expectedVersion: 0, events, actor: 'person:7' }
    unwrap(await store.work((work) => work.append(append)))
    expect(refs(await run())).toEqual(['AC-1', 'BT-1'])
    const { last, done } = await lastRuns(store)
    expect([last?.run, done?.run]).toEqual([3, 3])
  })

  it('tells what it could not answer, keeps its last answer, and tries it again', async () => {
    await file('order', new Map([order('SO-1', { onFile: 'C-1' })]))
    await run()
    const parties = new Shelf(store, 'party', 'person:7')
    unwrap(await parties.close('C-1', 'gone', MONDAY))
    unwrap(await parties.erase('C-1', 'asked', MONDAY))
    await file('order', new Map([order('SO-1', { onFile: 'C-1', country: 'KR' })]))
    const found = await run()
    expect(found.find(({ ref }) => ref === 'SO-1')?.problems).toMatchObject([
      { code: 'party.not-on-file' },
    ])
    expect(refs(await run())).toEqual(['SO-1'])
    expect((await new Shelf(store, 'order', 'person:7').find('SO-1'))?.answers).toBe(1)
  })
})

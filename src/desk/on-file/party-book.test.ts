import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type LegalDate, unwrap } from '../../kernel/index.ts'
import { importList, loadListPolicy } from '../../lists/index.ts'
import type { Stated } from '../../on-file/index.ts'
import { isOpen, type MonitoringState, statusOf } from '../../screening/index.ts'
import {
  contentOf,
  createPostgresDatabase,
  describeOnEach,
  emptyStore,
} from '../../storage/databases.fixture.ts'
import { masterKeyOf, openStore, type Store } from '../../storage/index.ts'
import { OWN_LAW } from '../engine.ts'
import { ON_FILE } from './index-projection.ts'
import { PartyBook } from './party-book.ts'
import { Shelf } from './shelf.ts'
import { toldChanges } from './told.ts'

const LIST = fileURLToPath(
  new URL('../../../examples/lists/fictional-screening-list.csv', import.meta.url),
)
const MONDAY = '2026-06-01' as LegalDate
const LISTED = 'Halcyon Lattice Semiconductor'
const policy = loadListPolicy(OWN_LAW)
const masterKey = masterKeyOf(Buffer.alloc(32, 7).toString('base64'))
const named = (...names: readonly string[]): ReadonlyMap<string, Stated> =>
  new Map(names.map((name, at) => [`C-${at}`, { id: `C-${at}`, name, country: 'CN' }]))
const statuses = ({ hits }: MonitoringState): readonly string[] =>
  [...hits.values()].filter(({ isPresent }) => isPresent).map(statusOf)

describeOnEach('parties on file', (database) => {
  let store: Store
  let dataFolder: string
  beforeEach(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), 'navicert-parties-'))
    store = await emptyStore(database(), { projections: [ON_FILE], masterKey })
    await listed('2026-05-29', (text) => text)
  })
  afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

  const listed = async (published: string, change: (text: string) => string): Promise<void> => {
    const copy = join(dataFolder, `${published}.csv`)
    writeFileSync(copy, change(readFileSync(LIST, 'utf8')))
    const day = published as LegalDate
    await importList({ dataFolder, source: 'us-csl', files: [copy], published: day, today: MONDAY })
  }
  const run = { policy, asOf: MONDAY, today: MONDAY }
  const open = (): Promise<PartyBook> => PartyBook.open(store, 'person:7')
  const screened = async (...names: readonly string[]): Promise<PartyBook> => {
    const book = await open()
    unwrap(await book.file(named(...names), MONDAY))
    await book.screen({ ...run, dataFolder })
    return book
  }

  it('are found again with their hits by who opens them anew, and nothing of them stands in clear', async () => {
    const book = await screened(LISTED, 'Clean Foods')
    expect(statuses(book.state)).toEqual(['open'])
    const again = await open()
    expect([...again.state.hits]).toEqual([...book.state.hits])
    expect([...again.state.parties]).toEqual([...book.state.parties])
    const [told, ...more] = await toldChanges(store, await store.readRecord())
    expect(more).toEqual([])
    expect(told?.change).toMatchObject({
      kind: 'party',
      ref: 'C-0',
      effect: 'hits',
      after: '1 open',
    })
    const record = await contentOf(database(), 'navicert.events')
    for (const secret of ['Halcyon', 'Clean Foods']) expect(record).not.toContain(secret)
  })

  it('keep four eyes, whichever process each pair looks through', async () => {
    const book = await screened(LISTED)
    const hit = [...book.state.hits.keys()][0] ?? ''
    const match = {
      hit,
      outcome: 'true-match',
      reason: 'Same seat',
      by: 'Ada',
      on: MONDAY,
    } as const
    unwrap(await book.decide(match))
    const other = await open()
    expect(statuses(other.state)).toEqual(['awaiting-second'])
    expect(await other.countersign({ hit, by: 'ada', on: MONDAY })).toMatchObject({
      problems: [{ code: 'monitoring.same-person' }],
    })
    unwrap(await other.countersign({ hit, by: 'Grace', on: MONDAY }))
    await book.refresh()
    expect(statuses(book.state)).toEqual(['true-match'])
    expect((await store.verify()).problems).toEqual([])
  })

  it('filed while others are screened are not taken for screened', async () => {
    const book = await screened('Clean Foods')
    const late = await open()
    // Another process files a listed party between what this one reads and what it writes.
    const original = store.work.bind(store)
    let isFirst = true
    const between: Store = {
      ...store,
      work: async (body) => {
        if (isFirst) {
          isFirst = false
          unwrap(await late.file(new Map([['C-9', { id: 'C-9', name: LISTED }]]), MONDAY))
        }
        return await original(body)
      },
    }
    const slow = await PartyBook.open(between, 'person:8')
    await slow.screen({ ...run, dataFolder })
    await book.refresh()
    expect(book.state.parties.get('C-9')?.isScreened).toBe(false)
    await book.screen({ ...run, dataFolder })
    expect([...book.state.hits.values()].filter(isOpen).map(({ party }) => party)).toEqual(['C-9'])
  })

  it('screened by two at once are screened by one, and the other is told', async () => {
    const one = await screened(LISTED)
    const other = await open()
    await listed('2026-05-30', (text) => text.replace('1 Invented Road', '9 Invented Road'))
    const both = await Promise.allSettled([
      one.screen({ ...run, dataFolder }),
      other.screen({ ...run, dataFolder }),
    ])
    const failed = both.filter(({ status }) => status === 'rejected')
    // On one database the second may also have come after the first was done.
    for (const one of failed)
      expect(String((one as PromiseRejectedResult).reason)).toContain('store.conflict')
    expect((await toldChanges(store, await store.readRecord())).length).toBe(1)
  })

  it('screened by a run that is stopped stay so, and the next run screens the rest alone', async () => {
    const book = await open()
    const names = [LISTED, 'Clean Foods', 'Clean Drinks', LISTED, 'Clean Shoes']
    unwrap(await book.file(named(...names), MONDAY))
    const stopping = new AbortController()
    const byTwo = { ...run, dataFolder, together: 2 }
    // Told to stop when the first two are compared: these are kept, and no more.
    let compared = 0
    const stopped = book.screen({
      ...{ ...byTwo, signal: stopping.signal },
      tell: (more) => {
        // On a busy machine they are told of one by one.
        compared += more
        if (compared === 2) stopping.abort()
      },
    })
    await expect(stopped).rejects.toThrow('aborted')
    const screenedIn = ({ parties }: MonitoringState): readonly string[] =>
      [...parties.values()].flatMap(({ id, isScreened }) => (isScreened ? [id] : []))
    const again = await open()
    expect(screenedIn(again.state)).toEqual(['C-0', 'C-1'])
    // A party that was screened already and is changed meanwhile is screened anew.
    const changed = new Map([['C-1', { id: 'C-1', name: LISTED, country: 'CN' }]])
    unwrap(await again.file(changed, MONDAY))
    const done = await again.screen(byTwo)
    expect([done.wholly, done.freshRows]).toEqual([4, 0])
    expect(screenedIn(again.state).length).toBe(5)
    const hits = [...again.state.hits.values()].filter(isOpen).map(({ party }) => party)
    expect(hits.toSorted()).toEqual(['C-0', 'C-1', 'C-3'])
    expect((await store.verify()).problems).toEqual([])
  })

  it('that are erased leave nothing of their hits to be read', async () => {
    const book = await screened(LISTED)
    const shelf = new Shelf(store, 'party', 'person:7')
    unwrap(await book.retire('C-0', 'no customer any more', MONDAY))
    unwrap(await shelf.erase('C-0', 'asked', MONDAY))
    const again = await open()
    expect([again.state.hits.size, again.state.parties.size]).toEqual([0, 0])
    expect((await store.verify()).problems).toEqual([])
  })

  it('are the same after a restore, by digest', async () => {
    const book = await screened(LISTED, 'Clean Foods')
    const file = join(dataFolder, 'kept.backup')
    await store.backup(file)
    const place =
      store.kind === 'postgresql'
        ? { url: await createPostgresDatabase() }
        : { memory: true as const }
    const restored = await openStore({
      ...place,
      now: () => new Date(),
      projections: [ON_FILE],
      masterKey,
    })
    try {
      await restored.restore(file)
      expect((await restored.verify()).digest).toBe((await store.verify()).digest)
      const again = await PartyBook.open(restored, 'person:7')
      expect([...again.state.hits]).toEqual([...book.state.hits])
      expect((await new Shelf(restored, 'party', 'p').rows()).size).toBe(2)
    } finally {
      await restored.close()
    }
  })
})

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LegalDate, unwrap } from '../../kernel/index.ts'
import { importList, loadListPolicy } from '../../lists/index.ts'
import type { Stated } from '../../on-file/index.ts'
import { openMasterKey, openStore, type Store } from '../../storage/index.ts'
import { OWN_LAW } from '../engine.ts'
import { ON_FILE } from './index-projection.ts'
import { PartyBook } from './party-book.ts'
import { Shelf } from './shelf.ts'

const LIST = fileURLToPath(
  new URL('../../../examples/lists/fictional-screening-list.csv', import.meta.url),
)
const MONDAY = '2026-06-01' as LegalDate
const NAME = 'Wolkenkuckuck Feinmechanik'
/** So many that a change of a list is looked up among them, and not the other way round. */
const PARTIES: ReadonlyMap<string, Stated> = new Map(
  Array.from({ length: 60 }, (_, at) => [
    `C-${at}`,
    { id: `C-${at}`, name: at === 0 ? NAME : `Ostrava Bolts ${at}`, country: 'CZ' },
  ]),
)

describe('the name of a party on file', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'navicert-names-'))
  let store: Store
  beforeAll(async () => {
    store = await opened()
    await listed('2026-05-29', (text) => text)
    const book = await PartyBook.open(store, 'person:7')
    unwrap(await book.file(PARTIES, MONDAY))
    await screened(book)
    await listed('2026-05-30', (text) => text.replace('Halcyon Lattice', 'Wolkenkuckuck'))
    const found = await screened(book)
    expect(found.freshRows).toBe(1)
    book.expectChanges()
  })
  afterAll(async () => {
    await store.close()
    rmSync(dataFolder, { recursive: true, force: true })
  })

  const opened = (): Promise<Store> =>
    openStore({
      folder: join(dataFolder, 'store'),
      projections: [ON_FILE],
      masterKey: openMasterKey(join(dataFolder, 'store.key')),
      now: () => new Date('2026-06-01T08:00:00Z'),
    })
  const listed = async (published: string, change: (text: string) => string): Promise<void> => {
    const copy = join(dataFolder, 'list.csv')
    writeFileSync(copy, change(readFileSync(LIST, 'utf8')))
    const day = published as LegalDate
    await importList({ dataFolder, source: 'us-csl', files: [copy], published: day, today: MONDAY })
    rmSync(copy)
  }
  const screened = (book: PartyBook): ReturnType<PartyBook['screen']> =>
    book.screen({ policy: loadListPolicy(OWN_LAW), asOf: MONDAY, today: MONDAY, dataFolder })

  it('stands nowhere in the data folder in clear, though changes of lists are looked up by it', async () => {
    await store.close()
    expect(filesWith(dataFolder, 'Feinmechanik')).toEqual([])
    store = await opened()
    const shelf = new Shelf(store, 'party', 'person:7')
    expect((await shelf.find('C-0'))?.stated).toMatchObject({ name: NAME })
  })

  it('is gone with its key, and what held it in clear of an earlier program with it', async () => {
    const earlier = join(dataFolder, 'indexes', 'filed.names')
    mkdirSync(dirname(earlier), { recursive: true })
    writeFileSync(earlier, NAME.toLowerCase())
    const shelf = new Shelf(store, 'party', 'person:7')
    unwrap(await shelf.close('C-0', 'asked for', MONDAY))
    unwrap(await shelf.erase('C-0', 'asked for', MONDAY))
    await screened(await PartyBook.open(store, 'person:7'))
    expect(await shelf.find('C-0')).toBeUndefined()
    await store.close()
    expect(filesWith(dataFolder, 'Feinmechanik')).toEqual([])
    store = await opened()
  })
})

/** Files below a folder in which a word stands, however written. */
function filesWith(folder: string, word: string): readonly string[] {
  const written = [word, word.toLowerCase(), word.toUpperCase()]
  const searched = written.flatMap((one) => [Buffer.from(one), Buffer.from(one, 'utf16le')])
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => {
    const path = join(folder, name)
    if (!statSync(path).isFile()) return false
    const bytes = readFileSync(path)
    return searched.some((one) => bytes.includes(one))
  })
}

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createScreener, type ListedParty, type Snapshot } from '../screening/index.ts'
import { diffSnapshots } from './diff-snapshots.ts'
import { readSnapshot } from './import-list.ts'
import { readJpMeti } from './jp-meti.ts'
import { day, PROJECT, readText } from './temporary-files.fixture.ts'

/** Real copies of the lists; without them these tests are skipped, and say so. */
const FOLDER = join(process.env.NAVICERT_SHARED ?? join(PROJECT, '../shared'), 'data/lists')
const has = existsSync(FOLDER)
const real = has ? describe : describe.skip
const title = has ? '' : ` (skipped: no folder ${FOLDER}; set NAVICERT_SHARED)`

function snapshot(source: string, file: string, published?: string): Promise<Snapshot> {
  return readSnapshot({
    source,
    files: [join(FOLDER, file)],
    today: day('2026-11-21'),
    ...(published === undefined ? {} : { published: day(published) }),
  })
}

interface Counts {
  readonly parties: number
  readonly persons: number
  readonly aliases: number
  readonly weakAliases: number
  readonly withBirth: number
  readonly withCountry: number
  readonly identifiers: number
}

function countsOf(parties: readonly ListedParty[]): Counts {
  const count = (is: (party: ListedParty) => boolean): number => parties.filter(is).length
  const sum = (of: (party: ListedParty) => number): number =>
    parties.reduce((total, party) => total + of(party), 0)
  return {
    parties: parties.length,
    persons: count(({ schema }) => schema === 'Person'),
    aliases: sum(({ aliases }) => aliases.length),
    weakAliases: sum(({ weakAliases }) => weakAliases.length),
    withBirth: count(({ birthDates }) => birthDates.length > 0),
    withCountry: count(({ countries }) => countries.length > 0),
    identifiers: sum(({ identifiers }) => Object.values(identifiers).flat().length),
  }
}

function named(parties: readonly ListedParty[], id: string): ListedParty | undefined {
  return parties.find((party) => party.id === id)
}

real(`real files of other publishers${title}`, () => {
  it('reads the 1,000 entries of the United Nations of November 2025', async () => {
    const { parties, published, unread } = await snapshot('un', 'un/un-consolidated-2025-11.xml.gz')
    expect(published).toBe('2025-11-20')
    expect(unread).toBeUndefined()
    expect(countsOf(parties)).toEqual({
      parties: 1000,
      persons: 727,
      aliases: 2561,
      weakAliases: 617,
      withBirth: 678,
      withCountry: 835,
      identifiers: 464,
    })
    expect(parties.every(({ from }) => from !== undefined)).toBe(true)
  })

  it('reads the 595 entries of the European Union of February 2016', async () => {
    const { parties, published } = await snapshot('eu-fsf', 'eu/eu-fsf-2016-02.xml.gz')
    expect(published).toBe('2016-02-11')
    expect(countsOf(parties)).toEqual({
      parties: 595,
      persons: 319,
      aliases: 2102,
      weakAliases: 0,
      withBirth: 295,
      withCountry: 546,
      identifiers: 124,
    })
    expect(named(parties, '13')).toMatchObject({
      birthDates: ['1937-04-28'],
      countries: ['IQ'],
      from: '2003-07-07',
    })
  })

  it('reads 5,300 of the 5,302 rows of the British workbook; two have no name', async () => {
    const { parties, unread } = await snapshot(
      'uk',
      'uk/fcdo-uk-sanctions-list-2025-08-11.ods',
      '2025-08-11',
    )
    expect(unread).toBe(2)
    expect(parties.filter(({ schema }) => schema === 'Vessel')).toHaveLength(461)
    expect(countsOf(parties)).toMatchObject({ parties: 5300, persons: 3752 })
    expect(parties.every(({ from }) => from !== undefined)).toBe(true)
  })

  it('names British parties as the list of a year later does', async () => {
    const { parties } = await snapshot(
      'uk',
      'uk/fcdo-uk-sanctions-list-2025-08-11.ods',
      '2025-08-11',
    )
    const later = new Map(
      (packed('uk/uk-sanctions-list-2026-08-06.json.gz') as UkRecords).records.map((record) => [
        record.recordId,
        [record.entityName, ...record.aliases].map(words),
      ]),
    )
    const both = parties.filter(({ id }) => later.has(id))
    const alike = both.filter(({ id, name }) => later.get(id)?.includes(words(name)))
    expect(both.length).toBe(5271)
    expect(alike.length).toBe(5265)
  })

  it('reads the 1,369 records of Canada of April 2020', async () => {
    const { parties } = await snapshot('ca', 'ca/sema-lmes-2020-04.xml.gz', '2020-04-30')
    expect(countsOf(parties)).toEqual({
      parties: 1369,
      persons: 985,
      aliases: 156,
      weakAliases: 0,
      withBirth: 212,
      withCountry: 0,
      identifiers: 0,
    })
    expect(new Set(parties.map(({ id }) => id)).size).toBe(1369)
  })

  it('gathers 3,062 parties from the 9,553 rows of the Australian workbook', async () => {
    const { parties, unread } = await snapshot(
      'au',
      'au/dfat-regulation8-2024-12.xlsx',
      '2024-12-31',
    )
    expect(unread).toBeUndefined()
    expect(countsOf(parties)).toEqual({
      parties: 3062,
      persons: 2316,
      aliases: 6456,
      weakAliases: 0,
      withBirth: 2222,
      withCountry: 1937,
      identifiers: 16,
    })
  })

  it('reads the 835 parties of METI, from a repackaged copy put back into its columns', async () => {
    const records = packed('jp/meti-end-user-list-2025-09-29.json.gz') as readonly MetiRecord[]
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
    const lines = records.map((record, index) =>
      [
        String(index + 1),
        ...placeAndName(record),
        record.aliases.map((alias) => `・${alias}`).join('\n'),
        /[BCMN](?:[,、][BCMN])*(?=;|$)/.exec(record.reason)?.[0] ?? '',
        record.reason.includes('CW') ? 'CW' : '',
      ]
        .map(cell)
        .join(','),
    )
    const heading =
      'No.,Country or Region,Company or Organization,Also Known As,Type of WMD,Conventional Weapons'
    const { parties, rejected } = await readText(readJpMeti, [heading, ...lines, ''].join('\n'))
    expect(rejected).toBe(0)
    expect(parties).toHaveLength(835)
    const native = parties.filter(({ name, aliases }) =>
      [name, ...aliases].some((one) => /[\p{Script=Han}\p{Script=Katakana}]/u.test(one)),
    )
    expect(native.length).toBe(220)
    const concerned = (about: string): number =>
      parties.filter(({ programmes }) => programmes.includes(about)).length
    expect(concerned('missiles')).toBe(616)
    expect(concerned('conventional weapons')).toBe(240)
  })
})

real(`what changes between two real copies${title}`, () => {
  it('finds nothing in the Entity List of July 2026, where 343 rows were printed anew', async () => {
    const [older, newer] = await Promise.all([
      snapshot('us-bis', 'us/ecfr-15cfr744-2026-07-18.xml.gz', '2026-07-18'),
      snapshot('us-bis', 'us/ecfr-15cfr744-2026-07-23.xml.gz', '2026-07-23'),
    ])
    const { added, removed, changed, reworded, same } = diffSnapshots(older, newer)
    expect({ added, removed, changed }).toEqual({ added: [], removed: [], changed: [] })
    expect({ reworded, same }).toEqual({ reworded: 220, same: 3495 })
  })

  it('finds four listings, one delisting and two remarks of the United Nations', async () => {
    const [older, newer] = await Promise.all([
      snapshot('un', 'un/un-consolidated-2025-11.xml.gz'),
      snapshot('un', 'un/un-consolidated-2026-02.xml.gz'),
    ])
    const { added, removed, changed, same } = diffSnapshots(older, newer)
    expect(added.map(({ rule, from }) => `${rule.citation} ${from}`).toSorted()).toEqual([
      'SDi.007 2026-02-24',
      'SDi.008 2026-02-24',
      'SDi.009 2026-02-24',
      'SDi.010 2026-02-24',
    ])
    expect(removed.map(({ name }) => name)).toEqual(['MUNIR AL QUBAYSI'])
    expect(changed.flatMap(({ fields }) => fields.map(({ field }) => field))).toEqual([
      'remarks',
      'remarks',
    ])
    expect(same).toBe(997)
  })
})

real(`the names of real lists${title}`, () => {
  it('are found as printed, without what they are the names of', async () => {
    const list = await snapshot('un', 'un/un-consolidated-2026-02.xml.gz')
    const { screen } = createScreener([list], {
      asOf: day('2026-11-21'),
      policy: { sources: [], lists: [], always: [] },
    })
    const names = list.parties.flatMap(({ name, aliases }) => [name, ...aliases])
    const someNames = names.filter((_, at) => at % 3 === 0)
    const missed = someNames.filter((name) => screen({ name }).hits.length === 0)
    expect(someNames.length).toBeGreaterThan(900)
    expect(missed).toEqual([])
  })
})

interface UkRecords {
  readonly records: readonly {
    readonly recordId: string
    readonly entityName: string
    readonly aliases: readonly string[]
  }[]
}

interface MetiRecord {
  readonly entity_name: string
  readonly aliases: readonly string[]
  readonly addresses: readonly string[]
  readonly reason: string
}

/** In 37 records of the copy the name ran into the country. */
function placeAndName({ addresses, entity_name: name }: MetiRecord): readonly [string, string] {
  const place = addresses[0] ?? ''
  if (name !== '') return [place, name]
  const china = "People's Republic of China"
  return [china, place.slice(china.length + 1)]
}

function packed(file: string): unknown {
  return JSON.parse(gunzipSync(readFileSync(join(FOLDER, file))).toString('utf8'))
}

/** Words in alphabetical order: the workbook prints the family name first. */
function words(name: string): string {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .toSorted()
    .join(' ')
    .trim()
}

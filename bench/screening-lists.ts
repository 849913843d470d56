import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { LegalDate } from 'navicert/kernel'
import { readSnapshot } from 'navicert/lists'
import type { ComparedParty, ListedParty } from 'navicert/screening'
import { ORGANISATIONS_ACROSS_SCRIPTS, PERSONS_ACROSS_SCRIPTS } from './names-across-scripts.ts'

/** Lists and labelled pairs, which are not in the repository: NAVICERT_SHARED, else ../shared. */
export const SHARED = process.env.NAVICERT_SHARED ?? join(process.cwd(), '../shared')

const TODAY = '2026-11-21' as LegalDate
const OFFICIAL = [
  ['un', 'un/un-consolidated-2026-02.xml.gz'],
  ['au', 'au/dfat-regulation8-2024-12.xlsx'],
  ['ca', 'ca/sema-lmes-2020-04.xml.gz'],
] as const

/**
 * About 38,500 parties: the whole Consolidated Screening List of 2026-07-31, the lists of the UK, UN,
 * Japan, Australia and Canada. The three that are not there in an official format are read for their
 * names alone.
 */
export async function readPopulation(): Promise<readonly ListedParty[]> {
  const official = await Promise.all(
    OFFICIAL.map(async ([source, file]) => {
      const path = join(SHARED, 'data/lists', file)
      return (await readSnapshot({ source, files: [path], today: TODAY, published: TODAY })).parties
    }),
  )
  return [...american(), ...british(), ...japanese(), ...official.flat()]
}

const SCHEMAS: Readonly<Record<string, ListedParty['schema']>> = {
  Individual: 'Person',
  Entity: 'Organization',
  Vessel: 'Vessel',
  Ship: 'Vessel',
  Aircraft: 'Aircraft',
}

function american(): readonly ListedParty[] {
  const { entries } = readShared('data/lists/us/csl-2026-07-31.compact.json.gz') as {
    entries: readonly { n: string; a?: readonly string[]; t?: string; c?: readonly string[] }[]
  }
  return entries.map(({ n, a = [], t = '', c = [] }, at) =>
    listed('us-csl', at, { name: n, aliases: a, schema: SCHEMAS[t], countries: c }),
  )
}

function british(): readonly ListedParty[] {
  const { records } = readShared('data/lists/uk/uk-sanctions-list-2026-08-06.json.gz') as {
    records: readonly {
      entityName: string
      aliases?: readonly string[]
      namesNonLatin?: readonly string[]
      designationType?: string
    }[]
  }
  return records.map(({ entityName, aliases = [], namesNonLatin = [], designationType = '' }, at) =>
    listed('uk', at, {
      name: entityName,
      aliases: [...aliases.filter((alias) => alias !== entityName), ...namesNonLatin],
      schema: SCHEMAS[designationType],
    }),
  )
}

function japanese(): readonly ListedParty[] {
  const rows = readShared('data/lists/jp/meti-end-user-list-2025-09-29.json.gz') as readonly {
    entity_name: string
    aliases?: readonly string[]
  }[]
  return rows.map(({ entity_name, aliases = [] }, at) =>
    listed('jp-meti', at, { name: entity_name, aliases, schema: 'Organization' }),
  )
}

interface Names {
  readonly name: string
  readonly aliases: readonly string[]
  readonly schema: ListedParty['schema'] | undefined
  readonly countries?: readonly string[]
}

function listed(
  source: string,
  at: number,
  { schema = 'LegalEntity', countries = [], ...names }: Names,
): ListedParty {
  return {
    id: String(at),
    source,
    list: source,
    schema,
    ...names,
    weakAliases: [],
    addresses: [],
    countries,
    birthDates: [],
    identifiers: {},
    programmes: [],
    rule: { footnotes: [] },
  }
}

export function readShared(path: string): unknown {
  return JSON.parse(textOf(path))
}

function textOf(path: string): string {
  return gunzipSync(readFileSync(join(SHARED, path))).toString('utf8')
}

/** A labelled pair in the format of the shared cases. */
export interface LabelledRow {
  readonly id: string
  readonly query: Record<string, unknown> & { readonly name: string; readonly schema?: string }
  readonly candidate: Record<string, unknown> | null
  readonly match: boolean | null
  readonly group?: string
  readonly script?: string
  readonly quality?: string
  readonly peerScore?: Readonly<Record<string, number>>
}

/** Rows of a file of labelled pairs; none where the file is not there. */
export function readRows(file: string): readonly LabelledRow[] {
  if (file === ACROSS_SCRIPTS) {
    return [
      ...rowsAcrossScripts(ORGANISATIONS_ACROSS_SCRIPTS, 'Organization'),
      ...rowsAcrossScripts(PERSONS_ACROSS_SCRIPTS, 'Person'),
    ]
  }
  const path = `cases/screening/${file}.jsonl.gz`
  if (!existsSync(join(SHARED, path))) return []
  return textOf(path)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledRow)
}

/** The pairs that are in the repository. */
export const ACROSS_SCRIPTS = 'names-across-scripts'
const NEAREST = 3

/** Each name with its own Latin name, and with the Latin names of others that are most like that one. */
function rowsAcrossScripts(text: string, schema: string): readonly LabelledRow[] {
  const pairs = text
    .trim()
    .split('\n')
    .map((line) => line.split(' | '))
  return pairs.flatMap(([native = '', own = ''], at) => {
    const row = (name: string, match: boolean, number: number): LabelledRow => ({
      id: `${schema} ${at} ${number}`,
      query: partyOf(native, schema),
      candidate: partyOf(name, schema),
      match,
    })
    const others = [...new Set(pairs.map(([, latin = '']) => latin))]
      .filter((latin) => !pairs.some(([one, other]) => one === native && other === latin))
      .map((latin) => [commonPairs(latin, own), latin] as const)
      .toSorted(([one], [other]) => other - one)
    return [
      row(own, true, 0),
      ...others.slice(0, NEAREST).map(([, latin], number) => row(latin, false, number + 1)),
    ]
  })
}

function partyOf(name: string, schema: string): LabelledRow['query'] {
  return {
    name,
    schema,
    aliases: [],
    weakAliases: [],
    originalScript: [],
    birthDate: [],
    countries: [],
    addresses: [],
    ids: {},
  }
}

/** Share of the pairs of letters that two names have in common. */
function commonPairs(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)]
  let common = 0
  for (const pair of left) if (right.has(pair)) common += 1
  return (2 * common) / (left.size + right.size)
}

function pairsOf(name: string): ReadonlySet<string> {
  const letters = name.toLowerCase().replaceAll(/[^a-z]+/g, ' ')
  return new Set(Array.from(letters, (_, at) => letters.slice(at, at + 2)))
}

/** Invented clean persons, from a row on. */
export function readClean(
  region: 'global' | 'us',
  from: number,
  count: number,
): readonly ComparedParty[] {
  return textOf(`data/screening-benchmark/yente-negatives_${region}-50k.csv.gz`)
    .split('\n')
    .slice(1 + from, 1 + from + count)
    .map((line) => ({ name: line.split(',')[0] ?? '', schema: 'Person' }))
    .filter(({ name }) => name !== '')
}

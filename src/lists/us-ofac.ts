import { ProblemError } from '../kernel/index.ts'
import type { ListedParty } from '../screening/index.ts'
import { countryCode, countryNamed } from './country-names.ts'
import { gatherIdentifiers, identifierKind, identifierValue } from './identifiers.ts'
import { birthDays } from './printed-day.ts'
import { BAD_ROW_REMEDY, Gathering, type ListReader } from './reading.ts'
import { rowRule, tidy } from './row-rule.ts'
import { isBad, type Row, readRows } from './separated-rows.ts'
import type { SourceFile } from './source-file.ts'

/**
 * The SDN list of the Office of Foreign Assets Control as legacy CSV: three files without headings,
 * told apart by the number of their columns. SDN.CSV has the parties, ADD.CSV addresses, ALT.CSV
 * aliases; the number in the first column joins them. `-0-` stands for nothing. Weak aliases, births,
 * nationality and numbers stand in the remarks. No publication day is stated.
 */
const WIDTHS: Readonly<Record<number, 'parties' | 'addresses' | 'aliases'>> = {
  12: 'parties',
  6: 'addresses',
  5: 'aliases',
}
const LIST = 'us-sdn'

interface Joined {
  readonly parties: Map<string, Row>
  readonly addresses: Map<string, string[]>
  readonly countries: Map<string, string[]>
  readonly aliases: Map<string, string[]>
}

export const readUsOfac: ListReader = async (files) => {
  const gathering = new Gathering()
  const joined: Joined = {
    parties: new Map(),
    addresses: new Map(),
    countries: new Map(),
    aliases: new Map(),
  }
  const kinds: Kind[] = []
  for (const file of files) kinds.push(await readFile(file, joined, gathering))
  refuseIncomplete(kinds, files)
  warnOfTwins(joined, gathering)
  for (const [id, row] of joined.parties) {
    gathering.row(LIST)
    gathering.party(partyOf(id, row, joined))
  }
  warnOfOrphans(joined, gathering)
  return gathering.done()
}

type Kind = (typeof WIDTHS)[number]

async function readFile(file: SourceFile, joined: Joined, gathering: Gathering): Promise<Kind> {
  let kind: Kind | undefined
  for await (const row of readRows(file, { separator: ',' })) {
    if (kind === undefined) kind = kindOf(row, file.name)
    const reason = isBad(row) ? row.reason : addRow(row, kind, joined)
    if (reason !== undefined) gathering.reject(file.name, row.line, reason, BAD_ROW_REMEDY)
  }
  return kind ?? kindOf({ line: 1, fields: [] }, file.name)
}

/** @throws ProblemError where the first row is of none of the three files */
function kindOf(
  row: { readonly line: number; readonly fields?: readonly string[] },
  file: string,
): Kind {
  const fields = row.fields ?? []
  const kind = WIDTHS[fields.length]
  if (kind !== undefined && /^\d+$/.test((fields[0] ?? '').trim())) return kind
  throw new ProblemError({
    code: 'list.not-the-format',
    detail: 'This is none of SDN.CSV, ADD.CSV and ALT.CSV of the Office of Foreign Assets Control.',
    where: { file, line: row.line },
    remedy: 'Give the three legacy CSV files as downloaded; their rows begin with a number.',
  })
}

/** @throws ProblemError where one of the three files is missing or given twice */
function refuseIncomplete(kinds: readonly Kind[], files: readonly SourceFile[]): void {
  const missing = Object.values(WIDTHS).filter((kind) => !kinds.includes(kind))
  if (missing.length === 0 && kinds.length === 3) return
  throw new ProblemError({
    code: 'list.incomplete',
    detail:
      missing.length > 0
        ? `The files with the ${missing.join(' and the ')} are missing.`
        : 'One of the three files is given twice.',
    where: { file: files.map((file) => file.name).join(', ') },
    remedy: 'Give SDN.CSV, ADD.CSV and ALT.CSV of one day, or the folder that holds just them.',
  })
}

/** Why the row is bad, if it is. */
function addRow(row: Row, kind: Kind, joined: Joined): string | undefined {
  const id = printed(row.fields[0])
  if (!/^\d+$/.test(id)) return 'The row does not begin with the number of a party'
  if (kind === 'parties') {
    if (printed(row.fields[1]) === '') return 'The row has no name'
    // Two rows of one number are two names to look out for: neither is left out.
    joined.parties.set(joined.parties.has(id) ? `${id} line ${row.line}` : id, row)
    return undefined
  }
  if (kind === 'aliases') {
    const alias = printed(row.fields[3])
    if (alias === '') return 'The row has no alias'
    push(joined.aliases, id, alias)
    return undefined
  }
  const parts = row.fields.slice(2, 5).map(printed)
  const address = parts.filter((part) => part !== '').join(', ')
  if (address !== '' && address !== parts[2]) push(joined.addresses, id, address)
  const country = countryNamed(parts[2] ?? '') ?? countryCode(parts[2] ?? '')
  if (country !== undefined) push(joined.countries, id, country)
  return undefined
}

function warnOfTwins(joined: Joined, gathering: Gathering): void {
  const twins = [...joined.parties.keys()].filter((id) => id.includes(' '))
  if (twins.length === 0) return
  gathering.warn({
    code: 'list.same-number',
    detail: `A number stands on more than one row (${twins.slice(0, 5).join(', ')}); all are kept.`,
    remedy: 'Download the file again if the publisher does not print it so.',
  })
}

function warnOfOrphans(joined: Joined, gathering: Gathering): void {
  const orphans = [...new Set([...joined.addresses.keys(), ...joined.aliases.keys()])].filter(
    (id) => !joined.parties.has(id),
  )
  if (orphans.length === 0) return
  gathering.warn({
    code: 'list.orphans',
    detail: `Addresses or aliases belong to ${orphans.length} numbers that SDN.CSV does not have (${orphans.slice(0, 5).join(', ')}).`,
    remedy: 'Take the three files of the same day.',
  })
}

function push(map: Map<string, string[]>, id: string, value: string): void {
  const values = map.get(id)
  if (values === undefined) map.set(id, [value])
  else if (!values.includes(value)) values.push(value)
}

function printed(field: string | undefined): string {
  const text = tidy(field)
  return text === '-0-' ? '' : text
}

function partyOf(id: string, row: Row, joined: Joined): ListedParty {
  const [, name = '', type = '', programmes = '', title = '', callSign = ''] =
    row.fields.map(printed)
  const flag = printed(row.fields[9])
  const remarks = printed(row.fields[11])
  const notes = remarks.split(/; /).map((note) => note.replace(/\.$/, ''))
  const nationalities = afterWord(notes, /^(?:alt\. )?(?:nationality|citizen) /).map(countryNamed)
  const countries = [...(joined.countries.get(id) ?? []), ...nationalities, countryNamed(flag)]
  return {
    id,
    source: 'us-ofac',
    list: LIST,
    schema: schemaOf(type),
    name,
    aliases: joined.aliases.get(id) ?? [],
    weakAliases: notes.flatMap((note) => /^[afn]\.k\.a\. ['"](.+)['"]$/.exec(note)?.[1] ?? []),
    addresses: joined.addresses.get(id) ?? [],
    countries: [...new Set(countries.filter((code) => code !== undefined))].toSorted(),
    birthDates: afterWord(notes, /^(?:alt\. )?DOB /).flatMap(birthDays),
    identifiers: identifiersOf(notes, callSign),
    programmes: programmes
      .split(/\]? \[|; /)
      .map((programme) => programme.replaceAll(/[[\]]/g, '')),
    ...(remarks === '' && title === ''
      ? {}
      : { remarks: [title, remarks].filter(Boolean).join('; ') }),
    rule: rowRule({}),
  }
}

function schemaOf(type: string): ListedParty['schema'] {
  if (type === 'individual') return 'Person'
  if (type === 'vessel') return 'Vessel'
  return type === 'aircraft' ? 'Aircraft' : 'Organization'
}

function afterWord(notes: readonly string[], word: RegExp): readonly string[] {
  return notes.filter((note) => word.test(note)).map((note) => note.replace(word, ''))
}

/** `Passport AG686192 (Colombia)`, `Vessel Registration Identification IMO 7406784` */
function identifiersOf(notes: readonly string[], callSign: string): ListedParty['identifiers'] {
  const found = notes.flatMap((note): (readonly [string, string])[] => {
    const match = /^(.*?) ((?:IMO )?[\w./-]*\d[\w./-]*)(?: \(.*\))?$/.exec(note)
    const kind = identifierKind(match?.[1]?.replace(/ IMO$/, '') ?? '')
    return kind === undefined ? [] : [[kind, identifierValue(kind, match?.[2] ?? '')]]
  })
  return gatherIdentifiers([...found, ['callSign', callSign]])
}

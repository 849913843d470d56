import { type Problem, ProblemError } from '../kernel/index.ts'
import type { ListedParty } from '../screening/index.ts'
import { countryCode, countryNamed, countryOfAddress } from './country-names.ts'
import { gatherIdentifiers, identifierKind, identifierValue } from './identifiers.ts'
import { birthDays, printedDay } from './printed-day.ts'
import { BAD_ROW_REMEDY, Gathering, type ListReader } from './reading.ts'
import { rowRule, tidy } from './row-rule.ts'
import { isBad, type Row, readRows } from './separated-rows.ts'
import type { SourceFile } from './source-file.ts'
import { usListNamed } from './us-list-names.ts'

/**
 * The Consolidated Screening List of the US International Trade Administration, official CSV. One row
 * a party; several values of a column stand between semicolons. The file states no publication day.
 */
const NEEDED = [
  '_id',
  'source',
  'type',
  'programs',
  'name',
  'addresses',
  'federal_register_notice',
  'start_date',
  'end_date',
  'license_requirement',
  'license_policy',
  'alt_names',
] as const

type Field = (column: string) => string

export const readUsCsl: ListReader = async (files) => {
  const gathering = new Gathering()
  const unknown = new Set<string>()
  for (const file of files) await readFile(file, gathering, unknown)
  return gathering.done()
}

async function readFile(
  file: SourceFile,
  gathering: Gathering,
  unknown: Set<string>,
): Promise<void> {
  let columns: ReadonlyMap<string, number> | undefined
  for await (const row of readRows(file, { separator: ',' })) {
    if (columns === undefined) {
      columns = columnsOf(isBad(row) ? [] : row.fields, file.name)
    } else if (isBad(row)) {
      gathering.reject(file.name, row.line, row.reason, BAD_ROW_REMEDY)
    } else {
      readRow(row, columns, { file: file.name, gathering, unknown })
    }
  }
  if (columns === undefined) columnsOf([], file.name)
}

/** @throws ProblemError where the first row is not the heading of the official file */
function columnsOf(header: readonly string[], file: string): ReadonlyMap<string, number> {
  const columns = new Map(header.map((name, index) => [name.trim().toLowerCase(), index]))
  const missing = NEEDED.filter((name) => !columns.has(name))
  if (missing.length === 0) return columns
  throw new ProblemError({
    code: 'list.not-the-format',
    detail: `This is not the official CSV of the Consolidated Screening List: no column ${missing.slice(0, 4).join(', ')}.`,
    where: { file, line: 1 },
    remedy: 'Download consolidated.csv from data.trade.gov; its first row names the columns.',
  })
}

interface RowPlace {
  readonly file: string
  readonly gathering: Gathering
  readonly unknown: Set<string>
}

function readRow(row: Row, columns: ReadonlyMap<string, number>, place: RowPlace): void {
  const { file, gathering, unknown } = place
  const field: Field = (column) => row.fields[columns.get(column) ?? -1] ?? ''
  const source = tidy(field('source'))
  const name = tidy(field('name'))
  if (source === '' || name === '') {
    const what = source === '' ? 'list' : 'name'
    gathering.reject(file, row.line, `The row has no ${what}`, BAD_ROW_REMEDY)
    return
  }
  const { list, known } = usListNamed(source)
  if (!known && !unknown.has(list)) {
    unknown.add(list)
    gathering.warn({
      code: 'list.unknown-list',
      detail: `The list ${JSON.stringify(source.slice(0, 80))} is not known here; its rows are kept as ${list}.`,
      where: { file, line: row.line },
      remedy: 'Describe it in law/lists.yaml, so that its age is judged.',
    })
  }
  for (const problem of badDays(row, field, file)) gathering.warn(problem)
  gathering.row(list)
  gathering.party(partyOf(field, list, name))
  gathering.sawDay(printedDay(field('start_date')))
}

/** A day that cannot be read never takes the party off the list: it is kept, without the day. */
function badDays(row: Row, field: Field, file: string): readonly Problem[] {
  return ['start_date', 'end_date']
    .filter((column) => field(column).trim() !== '' && printedDay(field(column)) === undefined)
    .map((column) => ({
      code: 'list.bad-day',
      detail: `${column} ${JSON.stringify(field(column).slice(0, 40))} is not a day; the party is kept without it.`,
      where: { file, line: row.line },
      remedy: 'Nothing to do: the row counts as in force.',
    }))
}

function partyOf(field: Field, list: string, name: string): ListedParty {
  const addresses = valuesOf(field('addresses'))
  const [from, to] = [printedDay(field('start_date')), printedDay(field('end_date'))]
  const remarks = [field('title'), field('remarks')].map(tidy).filter((text) => text !== '')
  return {
    id: tidy(field('_id')) || `${list} ${name}`,
    source: 'us-csl',
    list,
    schema: schemaOf(field('type'), list),
    name,
    aliases: valuesOf(field('alt_names')).map((alias) => alias.replace(/^and\s+/i, '')),
    weakAliases: [],
    addresses: addresses.filter((address) => countryCode(address) === undefined),
    countries: countriesOf(field, addresses),
    birthDates: birthDays(field('dates_of_birth')),
    identifiers: identifiersOf(field),
    programmes: valuesOf(field('programs')),
    ...(remarks.length === 0 ? {} : { remarks: remarks.join('; ') }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    rule: rowRule({
      requirement: field('license_requirement'),
      policy: field('license_policy'),
      citation: field('federal_register_notice'),
    }),
  }
}

function valuesOf(text: string): readonly string[] {
  const values = text.split(/;/).map(tidy)
  return [...new Set(values.filter((value) => value !== '' && value !== 'and'))]
}

/** Vessels and aircraft stand as such; lists of the Departments of State and Commerce give no type. */
function schemaOf(type: string, list: string): ListedParty['schema'] {
  switch (type.trim().toLowerCase()) {
    case 'individual':
      return 'Person'
    case 'vessel':
      return 'Vessel'
    case 'aircraft':
      return 'Aircraft'
    case 'entity':
      return 'Organization'
    default:
      return list === 'us-meu' ? 'Organization' : 'LegalEntity'
  }
}

function countriesOf(field: Field, addresses: readonly string[]): readonly string[] {
  const found = [
    ...addresses.map(countryOfAddress),
    ...valuesOf(field('citizenships')).map(countryCode),
    ...valuesOf(field('nationalities')).map(countryCode),
    countryNamed(field('vessel_flag')),
  ]
  return [...new Set(found.filter((code) => code !== undefined))].toSorted()
}

/** `PK, 2013-09-09, 4117921, Passport; IMO 8898831, Vessel Registration Identification` */
function identifiersOf(field: Field): ListedParty['identifiers'] {
  const printed = valuesOf(field('ids')).flatMap((text): (readonly [string, string])[] => {
    const parts = text.split(',').map((part) => part.trim())
    const kind = identifierKind(parts.at(-1) ?? '')
    const value = parts.at(-2)
    if (kind === undefined || value === undefined) return []
    return [[kind, identifierValue(kind, value)]]
  })
  return gatherIdentifiers([...printed, ['callSign', tidy(field('call_sign'))]])
}

import { ProblemError } from '../kernel/index.ts'
import type { ListedParty } from '../screening/index.ts'
import { countryCode, countryNamed } from './country-names.ts'
import { gatherIdentifiers } from './identifiers.ts'
import { identityOf } from './identity.ts'
import { birthDays, printedDay } from './printed-day.ts'
import { Gathering, type ListReader } from './reading.ts'
import { rowRule, tidy } from './row-rule.ts'
import { isBad, type Row, readRows } from './separated-rows.ts'

/**
 * A list of one's own, as CSV with a heading. Only `name` is needed; several values of a column stand
 * between semicolons, identifiers as `imo=9187629; registration=HRB 1`.
 */
const COLUMNS = [
  'id',
  'name',
  'aliases',
  'weak_aliases',
  'schema',
  'addresses',
  'countries',
  'birth_dates',
  'identifiers',
  'programmes',
  'remarks',
  'from',
  'to',
  'requirement',
  'policy',
  'citation',
] as const
type Column = (typeof COLUMNS)[number]

const SCHEMAS = ['Person', 'Organization', 'Vessel', 'Aircraft', 'LegalEntity'] as const
const REMEDY = 'Correct the row; the columns are described in src/lists/README.md.'

export const readOwnCsv: ListReader = async (files, { list = 'own' }) => {
  const gathering = new Gathering()
  for (const file of files) {
    const identity = identityOf()
    let columns: ReadonlyMap<string, number> | undefined
    for await (const row of readRows(file, { separator: ',' })) {
      if (columns === undefined) columns = columnsOf(isBad(row) ? [] : row.fields, file.name)
      else if (isBad(row)) gathering.reject(file.name, row.line, row.reason, REMEDY)
      else {
        const party = partyOf(row, columns, { list, identity })
        if (typeof party === 'string') gathering.reject(file.name, row.line, party, REMEDY)
        else {
          gathering.row(list)
          gathering.party(party)
        }
      }
    }
    if (columns === undefined) columnsOf([], file.name)
  }
  return gathering.done()
}

/** @throws ProblemError where there is no column `name`, or one that is not known */
function columnsOf(header: readonly string[], file: string): ReadonlyMap<string, number> {
  const names = header.map((name) => name.trim().toLowerCase())
  const foreign = names.filter((name) => !COLUMNS.includes(name as Column))
  if (names.includes('name') && foreign.length === 0) {
    return new Map(names.map((name, index) => [name, index]))
  }
  throw new ProblemError({
    code: 'list.not-the-format',
    detail: names.includes('name')
      ? `There is no column ${JSON.stringify(foreign[0]?.slice(0, 40))} in an own list.`
      : 'The first row does not name a column "name".',
    where: { file, line: 1 },
    remedy: `Name the columns in the first row: ${COLUMNS.join(', ')}.`,
  })
}

interface RowContext {
  readonly list: string
  readonly identity: (...parts: readonly string[]) => string
}

/** The party, or why the row is bad. An own list is corrected by its owner, so it is read strictly. */
function partyOf(
  row: Row,
  columns: ReadonlyMap<string, number>,
  { list, identity }: RowContext,
): ListedParty | string {
  const field = (column: Column): string => tidy(row.fields[columns.get(column) ?? -1])
  const name = field('name')
  if (name === '') return 'The row has no name'
  const schema = SCHEMAS.find((known) => known === (field('schema') || 'LegalEntity'))
  if (schema === undefined) return `The schema is none of ${SCHEMAS.join(', ')}`
  const badDay = (['from', 'to'] as const).find(
    (column) => field(column) !== '' && printedDay(field(column)) === undefined,
  )
  if (badDay !== undefined) return `The column ${badDay} is not a day`
  const countries = valuesOf(field('countries')).map(
    (text) => countryCode(text) ?? countryNamed(text),
  )
  if (countries.includes(undefined)) return 'A country is neither a code nor a known name'
  const [from, to] = [printedDay(field('from')), printedDay(field('to'))]
  return {
    id: field('id') || identity(list, name),
    source: 'csv',
    list,
    schema,
    name,
    aliases: valuesOf(field('aliases')),
    weakAliases: valuesOf(field('weak_aliases')),
    addresses: valuesOf(field('addresses')),
    countries: countries.filter((code) => code !== undefined),
    birthDates: birthDays(field('birth_dates')),
    identifiers: gatherIdentifiers(valuesOf(field('identifiers')).map(pairOf)),
    programmes: valuesOf(field('programmes')),
    ...(field('remarks') === '' ? {} : { remarks: field('remarks') }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    rule: rowRule({
      requirement: field('requirement'),
      policy: field('policy'),
      citation: field('citation'),
    }),
  }
}

function valuesOf(text: string): readonly string[] {
  return text
    .split(';')
    .map(tidy)
    .filter((value) => value !== '')
}

function pairOf(text: string): readonly [string, string] {
  const at = text.indexOf('=')
  return at < 0 ? ['number', text] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

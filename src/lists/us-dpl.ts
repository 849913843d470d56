import { ProblemError } from '../kernel/index.ts'
import type { ListedParty } from '../screening/index.ts'
import { countryCode } from './country-names.ts'
import { identityOf } from './identity.ts'
import { printedDay } from './printed-day.ts'
import { BAD_ROW_REMEDY, Gathering, type ListReader } from './reading.ts'
import { rowRule, tidy } from './row-rule.ts'
import { isBad, type Row, readRows } from './separated-rows.ts'

/**
 * The Denied Persons List of the Bureau of Industry and Security, tab separated text. A person denied
 * at several addresses stands on several rows. The file states no publication day.
 */
const NEEDED = ['name', 'country', 'effective_date', 'expiration_date', 'fr_citation'] as const
const LIST = 'us-dpl'

export const readUsDpl: ListReader = async (files) => {
  const gathering = new Gathering()
  for (const file of files) {
    const identity = identityOf()
    let columns: ReadonlyMap<string, number> | undefined
    for await (const row of readRows(file, { separator: '\t' })) {
      if (columns === undefined) columns = columnsOf(isBad(row) ? [] : row.fields, file.name)
      else if (isBad(row)) gathering.reject(file.name, row.line, row.reason, BAD_ROW_REMEDY)
      else readRow(row, columns, { file: file.name, gathering, identity })
    }
    if (columns === undefined) columnsOf([], file.name)
  }
  return gathering.done()
}

/** @throws ProblemError where the first row is not the heading of the official file */
function columnsOf(header: readonly string[], file: string): ReadonlyMap<string, number> {
  const columns = new Map(header.map((name, index) => [name.trim().toLowerCase(), index]))
  const missing = NEEDED.filter((name) => !columns.has(name))
  if (missing.length === 0) return columns
  throw new ProblemError({
    code: 'list.not-the-format',
    detail: `This is not the Denied Persons List as tab separated text: no column ${missing.join(', ')}.`,
    where: { file, line: 1 },
    remedy: 'Download dpl.txt from bis.gov; its first row names the columns.',
  })
}

interface RowPlace {
  readonly file: string
  readonly gathering: Gathering
  readonly identity: (...parts: readonly string[]) => string
}

function readRow(row: Row, columns: ReadonlyMap<string, number>, place: RowPlace): void {
  const field = (column: string): string => tidy(row.fields[columns.get(column) ?? -1])
  const name = field('name')
  if (name === '') {
    place.gathering.reject(place.file, row.line, 'The row has no name', BAD_ROW_REMEDY)
    return
  }
  place.gathering.row(LIST)
  place.gathering.party(partyOf(field, place.identity(name, field('street_address')), name))
}

function partyOf(field: (column: string) => string, id: string, name: string): ListedParty {
  const [from, to] = [printedDay(field('effective_date')), printedDay(field('expiration_date'))]
  const country = countryCode(field('country'))
  const address = ['street_address', 'city', 'state', 'postal_code', 'country']
    .map(field)
    .filter((part) => part !== '')
    .join(', ')
  const order = field('standard_order')
  const remarks = [
    field('action'),
    ...(order === '' ? [] : [`Standard order: ${order === 'Y' ? 'yes' : 'no'}`]),
  ].filter((text) => text !== '')
  return {
    id,
    source: 'us-dpl',
    list: LIST,
    schema: 'LegalEntity',
    name,
    aliases: [],
    weakAliases: [],
    addresses: address === '' ? [] : [address],
    countries: country === undefined ? [] : [country],
    birthDates: [],
    identifiers: {},
    programmes: [],
    ...(remarks.length === 0 ? {} : { remarks: remarks.join('; ') }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    rule: rowRule({ citation: field('fr_citation') }),
  }
}

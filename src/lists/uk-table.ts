import type { LegalDate } from '../kernel/index.ts'
import { type HeadedRow, isBadRow, openTable, type TableFormat } from './headed-rows.ts'
import { dayMonthYear } from './instant-day.ts'
import { splitNames } from './name-text.ts'
import { BAD_ROW_REMEDY, Gathering, type ListReader } from './reading.ts'
import { tidy } from './row-rule.ts'
import { UkEntry } from './uk-entry.ts'

/**
 * The CSV prints `Report Date: 13-Feb-2026` above its heading, and a designation on as many rows as it
 * has names, addresses and numbers; the workbook has no such line and one row a designation.
 */
const FORMAT: TableFormat = {
  columnOf: (heading) => heading.replace(/^type$/, 'designation type'),
  needed: ['unique id', 'regime name', 'designation type'],
  what: 'the UK Sanctions List',
  remedy: 'Download the list as CSV, XML or ODS from sanctionslist.fcdo.gov.uk.',
}

export const readUkTable: ListReader = async (files) => {
  const gathering = new Gathering()
  const entries = new Map<string, UkEntry>()
  let published: LegalDate | undefined
  for (const file of files) {
    const { preamble, rows } = await openTable(file, FORMAT)
    published = reportDay(preamble)
    for await (const row of rows) {
      if (isBadRow(row)) gathering.reject(file.name, row.line, row.reason, BAD_ROW_REMEDY)
      else {
        const reason = readRow(row, entries)
        if (reason === undefined) gathering.row('uk-sanctions-list')
        else gathering.reject(file.name, row.line, reason, BAD_ROW_REMEDY)
      }
    }
  }
  for (const entry of entries.values()) {
    const party = entry.party()
    if (party === undefined) continue
    gathering.party(party)
    gathering.sawDay(party.from)
  }
  return { ...gathering.done(), ...(published === undefined ? {} : { published }) }
}

function reportDay(preamble: readonly string[]): LegalDate | undefined {
  const printed = preamble.map((line) => /report date:\s*"?([^",]+)/i.exec(line)?.[1] ?? '')
  return printed.map(dayMonthYear).find((day) => day !== undefined)
}

const NAME_PARTS = ['name 1', 'name 2', 'name 3', 'name 4', 'name 5', 'name 6'] as const
const ADDRESS = [1, 2, 3, 4, 5, 6].map((line) => `address line ${line}`)
const REMARKS = [
  'sanctions imposed',
  'designation source',
  'title',
  'position',
  'other information',
  'uk statement of reasons',
  'parent company',
  'subsidiaries',
  'current owner/operator (s)',
  'previous owner/operator (s)',
  'type of ship',
] as const
const NUMBERS = {
  'passport number': 'passport',
  'national identifier number': 'nationalId',
  'business registration number (s)': 'registration',
  'imo number': 'imo',
  'ofsi group id': 'ofsiGroup',
} as const

/** Adds the row to its designation, or says why it cannot. */
function readRow(row: HeadedRow, entries: Map<string, UkEntry>): string | undefined {
  const cell = (column: string): string => tidy(row.cell(column).text)
  const id = cell('unique id')
  if (id === '') return 'The row has no unique id'
  const whole = cell('name') || NAME_PARTS.map(cell).filter(Boolean).join(' ')
  if (whole === '' && !entries.has(id)) return 'The row has no name'
  const entry = entries.get(id) ?? new UkEntry(id)
  entries.set(id, entry)
  if (whole !== '') entry.name(whole, cell('name type') || 'Primary Name', cell('alias strength'))
  for (const native of splitNames(cell('name non-latin script'))) entry.native(native)
  entry.type(cell('designation type'))
  entry.programme(cell('regime name'))
  entry.designated(cell('date designated'))
  entry.reference(cell('un reference number'))
  entry.birth(cell('d.o.b'))
  entry.nationality(cell('nationality(/ies)'))
  entry.nationality(cell('current believed flag of ship'))
  entry.address([...ADDRESS, 'address postal code'].map(cell), cell('address country'))
  for (const [column, kind] of Object.entries(NUMBERS)) entry.identifier(kind, cell(column))
  for (const column of REMARKS) entry.remark(cell(column))
  return undefined
}

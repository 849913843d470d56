import { ok, type Problem, type Result } from '../kernel/index.ts'
import {
  readAnswer,
  readDay,
  readIdentifier,
  readList,
  readLocation,
  readObject,
  readPlace,
  readText,
} from './cell-reading.ts'
import type { Cells } from './export-rows.ts'
import { type ReadRow, type ReadRows, readRows, refusedRow, stated, withMore } from './read-rows.ts'
import type { Row } from './row.ts'
import { quantityOf, worthCells, worthOf } from './shipments.ts'
import type { Table } from './table.ts'
import { column, MORE, type Template } from './template.ts'

type Stated = Readonly<Record<string, unknown>>

export const TICKETS: Template = {
  name: 'tickets',
  what: 'Service tickets, a line a person, part or key; lines with the same ref are one ticket.',
  columns: [
    column('ref', 'Number of the ticket.', 'T-9001', {
      required: true,
      also: ['ticket', 'ticket_no', 'Ticket-Nr', 'チケット番号', '티켓번호'],
    }),
    column('serial', 'The tool: a serial number of the tools.', 'NXT-0417', {
      required: true,
      also: ['serial_no', 'serial_number', 'tool', 'Seriennummer', '製造番号', '일련번호'],
    }),
    column('date', 'The day of the work.', '2026-06-08', { also: ['Datum', '日付', '날짜'] }),
    column('provider_id', 'Who services it: an id of the parties.', 'S-1'),
    column(
      'from_locode',
      'Where persons, parts, keys or a remote session come from: UN/LOCODE or country.',
      'NLEIN',
      { also: ['from', 'from_country'] },
    ),
    column('work', 'What is done, as maintenance.', 'maintenance'),
    column('remote', 'Y where it is done by a remote session.', 'N'),
    column('person', 'Who does it.', 'A. Example'),
    column('nationalities', 'Countries whose national that person is, separated by |.', 'NL', {
      also: ['nationality', 'Staatsangehörigkeit', '国籍', '국적'],
    }),
    column('permanent_residence', 'Country of permanent residence.', 'NL'),
    column('us_person', 'Y or N, where that is known.', 'N'),
    column('employer_headquarters', 'Country where the employer has its headquarters.', 'NL'),
    column('person_at', 'Country where the person is, if not at the tool.', ''),
    column('part_sku', 'A part that is supplied: an sku of the items.', 'LS-40'),
    column('key_sku', 'A software key that is supplied: an sku of the items.', ''),
    column('qty', 'How many.', '1', { also: ['quantity', 'Menge', '数量', '수량'] }),
    column('unit', 'Of what.', 'piece', { also: ['uom', 'Einheit', '単位', '단위'] }),
    column('value', 'Worth of the part.', '12000', { also: ['amount', 'Wert', '金額', '금액'] }),
    column('currency', 'Three letters (ISO 4217).', 'EUR', { also: ['Währung', '通貨', '통화'] }),
    column('licence_ref', 'Number of a licence that is used.', '', { also: ['license_ref'] }),
    MORE,
  ],
}

interface Line {
  readonly row: number
  /** What all lines of a ticket must say alike. */
  readonly common: Stated
  readonly person: Stated
  readonly part: Stated
  readonly key: Stated
  readonly licence: string | undefined
  readonly more: Stated
}

/** Tickets of a table, in the order of their first rows; one wrong row refuses its whole ticket. */
export function readTickets(table: Table): Result<ReadRows<Stated & { readonly id: string }>> {
  const read = readRows(table, TICKETS, readLine)
  if (!read.ok) return read
  const byRef = new Map<string, ReadRow<Line>[]>()
  for (const row of read.value.rows) byRef.set(row.id, [...(byRef.get(row.id) ?? []), row])
  const rows = [...byRef].map(([ref, lines]) => ticketOf(ref, lines))
  return ok({ rows, unread: read.value.unread })
}

function readLine(row: Row): Line {
  const nationalities = row.read('nationalities', readList)?.map((one) => one.toUpperCase())
  const supplied = { ...quantityOf(row), ...worthOf(row) }
  const supply = (column: string): Stated => {
    const sku = row.read(column, readIdentifier)
    return sku === undefined ? {} : { onFile: sku, ...supplied }
  }
  return {
    row: row.row,
    common: {
      ...stated('tool', row.read('serial', readIdentifier)),
      ...stated('date', row.read('date', readDay)),
      ...stated('from', row.read('from_locode', readLocation)),
      ...stated('work', row.read('work', readText)),
      ...stated('remote', row.read('remote', readAnswer)),
      ...stated('provider', numberOf(row.read('provider_id', readIdentifier))),
    },
    person: {
      ...stated('name', row.read('person', readText)),
      ...stated('nationalities', nationalities),
      ...stated('permanentResidence', row.read('permanent_residence', readPlace)),
      ...stated('usPerson', row.read('us_person', readAnswer)),
      ...stated('employerHeadquarters', row.read('employer_headquarters', readPlace)),
      ...stated('location', row.read('person_at', readPlace)),
    },
    part: supply('part_sku'),
    key: supply('key_sku'),
    licence: row.read('licence_ref', readIdentifier),
    more: row.read(MORE.name, readObject) ?? {},
  }
}

function numberOf(ref: string | undefined): Stated | undefined {
  return ref === undefined ? undefined : { onFile: ref }
}

function ticketOf(
  ref: string,
  rows: readonly ReadRow<Line>[],
): ReadRow<Stated & { readonly id: string }> {
  const lines = rows.flatMap((row) => ('value' in row ? [row.value] : []))
  const [first] = lines
  const problems = [
    ...rows.flatMap((row) => ('problems' in row ? row.problems : [])),
    ...(first === undefined ? [] : lines.flatMap((line) => differences(ref, first, line))),
  ]
  const row = rows[0]?.row ?? 0
  if (first === undefined || problems.length > 0) return refusedRow(ref, row, problems)
  const some = (of: (line: Line) => Stated): readonly Stated[] =>
    lines.map(of).filter((one) => Object.keys(one).length > 0)
  const [persons, parts, keys] = [
    some((one) => one.person),
    some((one) => one.part),
    some((one) => one.key),
  ]
  const licences = [...new Set(lines.flatMap(({ licence }) => licence ?? []))]
  const value = {
    id: ref,
    ...Object.assign({}, ...lines.toReversed().map(({ common }) => common)),
    ...(persons.length === 0 ? {} : { persons }),
    ...(parts.length === 0 ? {} : { parts }),
    ...(keys.length === 0 ? {} : { keys }),
    ...(licences.length === 0
      ? {}
      : { authorisations: licences.map((id) => ({ kind: 'licence', id })) }),
  }
  const more = Object.assign({}, ...lines.map((line) => line.more)) as Stated
  return { id: ref, row, value: withMore(value, more) }
}

function differences(ref: string, first: Line, line: Line): readonly Problem[] {
  return Object.entries(line.common).flatMap(([key, said]) => {
    const before = first.common[key]
    if (JSON.stringify(said) === JSON.stringify(before)) return []
    return [
      {
        code: 'ticket.contradiction',
        detail: `${ref} says ${JSON.stringify(said)} here and ${before === undefined ? 'nothing' : JSON.stringify(before)} in row ${first.row}.`,
        where: { line: line.row, path: key },
        remedy: 'Say the same in all lines of a ticket, or give them different refs.',
      },
    ]
  })
}

/** The cells of the lines of a ticket, as far as there are columns for it. */
export function ticketCells(ticket: Stated): readonly Cells[] {
  const many = (key: string): readonly Stated[] =>
    Array.isArray(ticket[key]) ? (ticket[key] as readonly Stated[]) : []
  const common = {
    ref: ticket.id,
    serial: ticket.tool,
    date: ticket.date,
    provider_id: (Object(ticket.provider) as Stated).onFile,
    from_locode: ticket.from,
    work: ticket.work,
    remote: ticket.remote,
    licence_ref: many('authorisations')[0]?.id,
  }
  const lines = [
    ...many('persons').map((one) => ({
      person: one.name,
      nationalities: one.nationalities,
      permanent_residence: one.permanentResidence,
      us_person: one.usPerson,
      employer_headquarters: one.employerHeadquarters,
      person_at: one.location,
    })),
    ...many('parts').map((one) => ({ part_sku: one.onFile, ...worthCells(one) })),
    ...many('keys').map((one) => ({ key_sku: one.onFile, ...worthCells(one) })),
  ]
  return (lines.length === 0 ? [{}] : lines).map((line) => ({ ...common, ...line }))
}

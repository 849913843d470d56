import { ok, type Problem, type Result } from '../kernel/index.ts'
import {
  readAnswer,
  readDay,
  readDecimal,
  readIdentifier,
  readList,
  readPlace,
  readText,
} from './cell-reading.ts'
import { type ReadRow, type ReadRows, readRows, refusedRow, stated } from './read-rows.ts'
import type { Row } from './row.ts'
import type { Table } from './table.ts'
import { column, type Template } from './template.ts'

export const DENIALS: Template = {
  name: 'denials',
  what: 'Refusals of licences, as a member notifies them to a regime. Further rows of one number are further parties.',
  columns: [
    column('denial_id', 'Its reference in the regime.', 'NSG-NL-2027-4', {
      required: true,
      also: ['reference', 'regime_reg_ref'],
    }),
    column('regime', 'Regime it is notified in.', 'NSG', { required: true }),
    column('national_ref', 'Of the refusal itself, the same in every regime.', 'NL/2027/17', {
      required: true,
    }),
    column('decided_on', 'Day of the refusal.', '2027-01-04', { required: true }),
    column('valid_until', 'Empty: as the regime’s terms say.', ''),
    column('catch_all', 'Y where it is on no list.', 'N'),
    column('destination', 'Country, two letters.', 'RU', { also: ['country'] }),
    column('item_description', 'What was refused.', 'Radiation-hardened SRAM'),
    column('item_kind', 'A kind, as ic.sram.', 'ic.sram'),
    column('entries', 'Entries, separated by |.', 'EU:3A001.a.1', { also: ['item_list_codes'] }),
    column('list_version', 'Of which edition the entries are.', '2026'),
    column('characteristics.', 'Any characteristic, as characteristics.tid_Gy_Si.', '5000', {
      open: true,
    }),
    column('quantity', 'How many.', '200'),
    column('unit', 'Of what.', 'piece'),
    column('value', 'Worth.', '48000'),
    column('currency', 'Of the value.', 'EUR'),
    column('end_use', 'As it was stated.', 'Weather satellites', { also: ['end-use'] }),
    column('grounds', 'Why, separated by |.', 'Risk of diversion'),
    column('party_role', 'Role of the party, as end-user.', 'end-user'),
    column('party_name', 'Name of a party to it.', 'Example Institute', {
      required: true,
      also: ['name'],
    }),
    column('party_native_name', 'In its own script.', 'Институт Пример'),
    column('party_aliases', 'Further names, separated by |.', ''),
    column('party_country', 'Two letters.', 'RU'),
    column('party_address', 'Its address.', '1 Example Street', { also: ['address'] }),
    column('party_email', 'Its mail address.', 'info@institute.example'),
    column('party_phone', 'Its telephone.', '+7 495 555 0101'),
    column('contact', 'Whom another member asks.', 'Export control desk, +31 70 555 0100', {
      required: true,
    }),
    column('handling', 'official, sensitive or restricted.', 'restricted'),
  ],
}

/** Columns that may differ between the rows of one denial: those of the party. */
const PARTY = /^party_/

/** Denials of a table, with all parties of its rows: each at its first row, or refused as a whole. */
export function readDenials(table: Table): Result<ReadRows<Readonly<Record<string, unknown>>>> {
  const read = readRows(table, DENIALS, (row) => ({ ...denialOf(row), heads: headsOf(row) }))
  if (!read.ok) return read
  const groups = new Map<string, readonly ReadRow<DenialCells>[]>()
  for (const row of read.value.rows) {
    // The same number in another regime is another denial.
    const key =
      'value' in row ? `${row.id} ${String(row.value.regime)}` : `${row.id} row ${row.row}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return ok({ rows: [...groups.values()].map(joined), unread: read.value.unread })
}

type DenialCells = ReturnType<typeof denialOf> & { readonly heads: string }

function joined(rows: readonly ReadRow<DenialCells>[]): ReadRow<Readonly<Record<string, unknown>>> {
  const [first] = rows
  if (first === undefined || !('value' in first)) return first as ReadRow<never>
  const { heads, parties: _, ...denial } = first.value
  const others = rows.filter((row) => 'value' in row && row.value.heads !== heads)
  if (others.length > 0)
    return refusedRow(
      first.id,
      first.row,
      others.map(({ row }) => differs(first.id, row)),
    )
  const parties = rows.flatMap((row) => ('value' in row ? row.value.parties : []))
  return { row: first.row, id: first.id, value: { ...denial, parties } }
}

function differs(id: string, row: number): Problem {
  return {
    code: 'table.differs',
    detail: `A row of ${id} before it says something else of the refusal.`,
    where: { line: row, path: 'denial_id' },
    remedy: 'Let the rows of one denial differ in its party only, or give it another number.',
  }
}

/** All that a row says of the refusal itself, to be compared with the other rows of it. */
function headsOf(row: Row): string {
  const names = DENIALS.columns.map(({ name }) => name).filter((name) => !PARTY.test(name))
  const cells = names.map((name) => row.read(name, ok) ?? '')
  return JSON.stringify([cells, row.readOpen('characteristics.', ok)])
}

function denialOf(row: Row) {
  return {
    regime: row.read('regime', readText),
    denialId: row.read('denial_id', readIdentifier),
    nationalRef: row.read('national_ref', readIdentifier),
    decidedOn: row.read('decided_on', readDay),
    ...stated('validUntil', row.read('valid_until', readDay)),
    ...stated('catchAll', row.read('catch_all', readAnswer)),
    ...stated('destination', row.read('destination', readPlace)),
    items: [itemOf(row)],
    ...stated('endUse', row.read('end_use', readText)),
    ...stated('grounds', row.read('grounds', readList)),
    parties: [partyOf(row)],
    contact: row.read('contact', readText),
    ...stated('handling', row.read('handling', readText)),
  }
}

function itemOf(row: Row) {
  const quantity = row.read('quantity', readDecimal)
  const value = row.read('value', readDecimal)
  return {
    ...stated('description', row.read('item_description', readText)),
    ...stated('kind', row.read('item_kind', readText)),
    ...stated('entries', row.read('entries', readList)),
    ...stated('listVersion', row.read('list_version', readText)),
    characteristics: row.readOpen('characteristics.', readText),
    ...(quantity === undefined
      ? {}
      : { quantity: { amount: quantity, ...stated('unit', row.read('unit', readText)) } }),
    ...(value === undefined
      ? {}
      : { value: { amount: value, currency: row.read('currency', readText) ?? '' } }),
  }
}

function partyOf(row: Row) {
  const contact = {
    ...stated('email', row.read('party_email', readText)),
    ...stated('phone', row.read('party_phone', readText)),
  }
  return {
    role: row.read('party_role', readText) ?? 'end-user',
    name: row.read('party_name', readText),
    ...stated('nativeName', row.read('party_native_name', readText)),
    ...stated('aliases', row.read('party_aliases', readList)),
    ...stated('country', row.read('party_country', readPlace)),
    ...stated('address', row.read('party_address', readText)),
    ...(Object.keys(contact).length === 0 ? {} : { contacts: [contact] }),
  }
}

import { KINDS, TRANSFER_MEANS } from '../determination/index.ts'
import {
  readAnswer,
  readDay,
  readDecimal,
  readIdentifier,
  readList,
  readLocation,
  readObject,
  readOneOf,
  readText,
} from './cell-reading.ts'
import type { Cells } from './export-rows.ts'
import { stated } from './read-rows.ts'
import type { Row } from './row.ts'
import { column, MORE, type Template } from './template.ts'

/** Columns that name a party by its number, and the role it has then. */
export const ROLE_COLUMNS = {
  exporter_id: 'exporter',
  buyer_id: 'purchaser',
  consignee_id: 'ultimate-consignee',
  // Where the goods are put down, whoever the papers name.
  ship_to_id: 'ultimate-consignee',
  end_user_id: 'end-user',
  forwarder_id: 'forwarder',
  notify_id: 'notify-party',
  bank_id: 'bank',
} as const
export type RoleColumn = keyof typeof ROLE_COLUMNS

const WHO: Readonly<Record<RoleColumn, string>> = {
  exporter_id: 'Who sends it',
  buyer_id: 'Who buys it',
  consignee_id: 'Whom the papers name as receiver',
  ship_to_id: 'Where it is put down',
  end_user_id: 'Who uses it',
  forwarder_id: 'Who forwards it',
  notify_id: 'Who is told of its arrival',
  bank_id: 'Whose bank pays',
}

export const SHIPMENTS: Template = {
  name: 'shipments',
  what: 'Shipments or orders, a line an item; lines with the same ref are one transaction.',
  columns: [
    column('ref', 'Number of the order or shipment.', 'SO-1001', {
      required: true,
      also: ['order', 'order_no', 'shipment', 'Auftrag', '注文番号', '주문번호'],
    }),
    column('date', 'The day whose law applies.', '2026-06-01', {
      also: ['ship_date', 'Datum', '日付', '날짜'],
    }),
    column(
      'kind',
      'export, reexport, transfer, technology, service, brokering or transit; export where nothing is said.',
      'export',
    ),
    ...Object.entries(WHO).map(([name, what]) => ({
      name,
      what: `${what}: an id of the parties.`,
      example: name === 'end_user_id' || name === 'buyer_id' ? 'C-2001' : '',
    })),
    column('from_locode', 'Where it leaves: UN/LOCODE or country.', 'NLRTM', {
      also: ['from', 'from_country'],
    }),
    column('via_locodes', 'What it passes, separated by |.', 'SGSIN', { also: ['via'] }),
    column('to_locode', 'Where it goes: UN/LOCODE or country.', 'KRPUS', {
      also: ['to', 'to_country', 'destination'],
    }),
    column('sku', 'The item: an sku of the items.', 'AC-100', {
      required: true,
      also: ['item', 'item_no', 'material', 'Artikelnummer', '品番', '품번'],
    }),
    column('qty', 'How many.', '10', { also: ['quantity', 'Menge', '数量', '수량'] }),
    column('unit', 'Of what.', 'piece', { also: ['uom', 'Einheit', '単位', '단위'] }),
    column('value', 'Worth of the line.', '9000', { also: ['amount', 'Wert', '金額', '금액'] }),
    column('currency', 'Three letters (ISO 4217).', 'USD', { also: ['Währung', '通貨', '통화'] }),
    column('purpose', 'What the end user does with it.', 'image processing', { also: ['end_use'] }),
    column('licence_ref', 'Number of a licence that is used.', '', { also: ['license_ref'] }),
    column('aes_licence_code', 'Licence code of the export filing, as C33.', ''),
    column('doc_codes', 'Codes of supporting documents, as Y901|X002.', ''),
    column('technology', 'Y where technology goes, not goods.', 'N'),
    column('transfer_means', 'email, download, visit, cloud, media or licence-key.', ''),
    MORE,
  ],
}

/** One line: what it says of the whole shipment, and of its item. */
export interface ShipmentLine {
  readonly row: number
  readonly ref: string
  readonly sku: string
  /** What all lines of a shipment must say alike, by column. */
  readonly common: Readonly<Record<string, unknown>>
  readonly line: Readonly<Record<string, unknown>>
  /** Of the whole shipment, what has no column. */
  readonly more: Readonly<Record<string, unknown>>
}

export function readShipmentRow(row: Row): ShipmentLine {
  const parties = (Object.keys(ROLE_COLUMNS) as RoleColumn[]).map(
    (column) => [column, row.read(column, readIdentifier)] as const,
  )
  const common = {
    date: row.read('date', readDay),
    kind: row.read('kind', readOneOf(KINDS)),
    ...Object.fromEntries(parties),
    from_locode: row.read('from_locode', readLocation),
    via_locodes: viaOf(row),
    to_locode: row.read('to_locode', readLocation),
    purpose: row.read('purpose', readText),
    aes_licence_code: row.read('aes_licence_code', readText),
    doc_codes: row.read('doc_codes', readList),
    technology: row.read('technology', readAnswer),
    transfer_means: row.read('transfer_means', readOneOf(TRANSFER_MEANS)),
  }
  const licence = row.read('licence_ref', readIdentifier)
  return {
    row: row.row,
    ref: row.read('ref', readIdentifier) ?? '',
    sku: row.read('sku', readIdentifier) ?? '',
    common,
    line: { ...quantityOf(row), ...worthOf(row), ...stated('licence', licence) },
    more: row.read(MORE.name, readObject) ?? {},
  }
}

function viaOf(row: Row): readonly string[] | undefined {
  const stops = row.read('via_locodes', readList)
  return stops?.flatMap((stop) => {
    const read = readLocation(stop, false)
    if (read.ok) return [read.value]
    for (const problem of read.problems) row.refuse('via_locodes', problem)
    return []
  })
}

export function quantityOf(row: Row): Readonly<Record<string, unknown>> {
  const amount = row.read('qty', readDecimal)
  const unit = row.read('unit', readText)
  return amount === undefined ? {} : { quantity: { amount, ...stated('unit', unit) } }
}

/** A worth without its currency is worth nothing: no currency is taken for granted. */
export function worthOf(row: Row): Readonly<Record<string, unknown>> {
  const amount = row.read('value', readDecimal)
  const currency = row.read('currency', readText)?.toUpperCase()
  if (amount === undefined) return {}
  if (currency !== undefined && /^[A-Z]{3}$/.test(currency)) return { value: { amount, currency } }
  row.refuse('currency', {
    code: 'cell.not-a-currency',
    detail:
      currency === undefined
        ? 'The value has no currency.'
        : `${JSON.stringify(currency)} is no currency.`,
    remedy: 'Write three letters (ISO 4217), as EUR.',
  })
  return {}
}

/** The cells that {@link quantityOf} and {@link worthOf} read. */
export function worthCells(line: Readonly<Record<string, unknown>>): Cells {
  const [many, worth] = [Object(line.quantity) as Cells, Object(line.value) as Cells]
  return { qty: many.amount, unit: many.unit, value: worth.amount, currency: worth.currency }
}

import { ok, type Result } from '../kernel/index.ts'
import {
  type CellReader,
  readAnswer,
  readDay,
  readDecimal,
  readIdentifier,
  readList,
  readObject,
  readPlace,
  readText,
} from './cell-reading.ts'
import type { Cells } from './export-rows.ts'
import { type ReadRows, readOnce, stated, withMore } from './read-rows.ts'
import type { Row } from './row.ts'
import type { Table } from './table.ts'
import { column, MORE, type Template } from './template.ts'

export const TOOLS: Template = {
  name: 'tools',
  what: 'The installed base: tools that stand at customers, where, and what is made there.',
  columns: [
    column('serial', 'Serial number of the tool.', 'NXT-0417', {
      required: true,
      also: ['serial_no', 'serial_number', 'Seriennummer', '製造番号', '일련번호'],
    }),
    column('sku', 'What it is: an sku of the items.', 'SC-193', {
      required: true,
      also: ['item', 'item_no', 'material', 'Artikelnummer', '品番', '품번'],
    }),
    column('site', 'Name of the site.', 'Fab 3'),
    column('address', 'Where it stands.', '12 Harbour Road, Busan', {
      also: ['Adresse', '住所', '주소'],
    }),
    column('country', 'Country of the site, two letters.', 'KR', {
      required: true,
      also: ['Land', '国', '국가'],
    }),
    column('owner_id', 'Who has it: an id of the parties.', 'C-2001', {
      required: true,
      also: ['customer', 'customer_id', 'Kunde', '顧客', '고객'],
    }),
    column('facility_type', 'What the site is, as fab.', 'fab'),
    column('product', 'What is made there: logic, dram, nand …', 'logic'),
    column('node_nm', 'Node in nanometres; unknown where that is not known.', '28'),
    column('non_planar', 'Y, N or unknown: transistors that are not planar.', 'N'),
    column('layers', 'Layers of memory, or unknown.', ''),
    column('half_pitch_nm', 'Half-pitch of memory in nanometres, or unknown.', ''),
    column('advanced_node', 'Y, N or unknown: chips of advanced nodes are made there.', 'N'),
    column('origin', 'Country of origin of this very tool.', 'NL'),
    column('delivered_on', 'Day of delivery.', '2024-03-01'),
    column('licence_ref', 'Licence or statement under which it was delivered.', 'NL-2024-00417', {
      also: ['license_ref'],
    }),
    column('uses', 'What it is used for, as ic-production.', 'ic-production'),
    MORE,
  ],
}

/** Stated as not known is another thing than not stated. */
function orUnknown<T>(reader: CellReader<T>): CellReader<T | 'unknown'> {
  return (text, decimalComma) =>
    /^(?:unknown|unbekannt|不明|불명)$/i.test(text) ? ok('unknown') : reader(text, decimalComma)
}

/** Tools of a table; a serial number stands once. Items and owners are named by their numbers. */
export function readTools(
  table: Table,
): Result<ReadRows<Readonly<Record<string, unknown>> & { readonly serial: string }>> {
  return readOnce(table, TOOLS, readToolRow)
}

function readToolRow(row: Row): Readonly<Record<string, unknown>> & { readonly serial: string } {
  const facility = {
    ...stated('type', row.read('facility_type', readText)),
    ...stated('product', row.read('product', readText)),
    ...stated('nodeNm', row.read('node_nm', orUnknown(readDecimal))),
    ...stated('nonPlanar', row.read('non_planar', orUnknown(readAnswer))),
    ...stated('layers', row.read('layers', orUnknown(readDecimal))),
    ...stated('halfPitchNm', row.read('half_pitch_nm', orUnknown(readDecimal))),
    ...stated('makesAdvancedNode', row.read('advanced_node', orUnknown(readAnswer))),
  }
  const uses = row.read('uses', readList)
  const own = {
    serial: row.read('serial', readIdentifier) ?? '',
    item: { onFile: row.read('sku', readIdentifier) ?? '' },
    site: {
      country: row.read('country', readPlace) ?? '',
      ...stated('name', row.read('site', readText)),
      ...stated('address', row.read('address', readText)),
    },
    ...(Object.keys(facility).length === 0 ? {} : { facility }),
    ...stated('origin', row.read('origin', readPlace)),
    owner: { onFile: row.read('owner_id', readIdentifier) ?? '' },
    ...stated('deliveredOn', row.read('delivered_on', readDay)),
    ...stated('deliveredUnder', row.read('licence_ref', readIdentifier)),
    ...(uses === undefined ? {} : { endUse: { uses } }),
  }
  return withMore(own, row.read(MORE.name, readObject))
}

/** The cells of a tool, as far as there are columns for it. */
export function toolCells(tool: Readonly<Record<string, unknown>>): readonly Cells[] {
  const part = (key: string): Cells => Object(tool[key]) as Cells
  const [site, facility, endUse] = [part('site'), part('facility'), part('endUse')]
  return [
    {
      serial: tool.serial,
      sku: part('item').onFile ?? '-',
      site: site.name,
      address: site.address,
      country: site.country,
      owner_id: part('owner').onFile ?? '-',
      facility_type: facility.type,
      product: facility.product,
      node_nm: facility.nodeNm,
      non_planar: facility.nonPlanar,
      layers: facility.layers,
      half_pitch_nm: facility.halfPitchNm,
      advanced_node: facility.makesAdvancedNode,
      origin: tool.origin,
      delivered_on: tool.deliveredOn,
      licence_ref: tool.deliveredUnder,
      uses: endUse.uses,
    },
  ]
}

import { ok, type Problem, type Result } from '../kernel/index.ts'
import type { StatedItem } from './items.ts'
import { partyInRole, type StatedParty } from './parties.ts'
import { type ReadRow, type ReadRows, readRows, refusedRow, stated, withMore } from './read-rows.ts'
import {
  ROLE_COLUMNS,
  type RoleColumn,
  readShipmentRow,
  SHIPMENTS,
  type ShipmentLine,
} from './shipments.ts'
import type { Table } from './table.ts'

/** What the lines of a shipment name by number: itself, or the number where it is on file. */
export interface OnFile {
  readonly items: Named<StatedItem | ByNumber>
  readonly parties: Named<StatedParty | ByNumber>
}

type Named<T> = Pick<ReadonlyMap<string, T>, 'has' | 'get'>

export interface ByNumber {
  readonly onFile: string
}

/** A transaction as a file would state it. */
export type StatedTransaction = Readonly<Record<string, unknown>>

/**
 * Transactions of a table of shipments, in the order of their first rows. A shipment of which one row
 * cannot be read is refused as a whole: without that row it would be another shipment.
 */
export function readShipments(table: Table, onFile: OnFile): Result<ReadRows<StatedTransaction>> {
  const read = readRows(table, SHIPMENTS, readShipmentRow)
  if (!read.ok) return read
  const byRef = new Map<string, ReadRow<ShipmentLine>[]>()
  for (const row of read.value.rows) {
    const rows = byRef.get(row.id)
    if (rows === undefined) byRef.set(row.id, [row])
    else rows.push(row)
  }
  const rows = [...byRef].map(([ref, lines]) => shipmentOf(ref, lines, onFile))
  return ok({ rows, unread: read.value.unread })
}

function shipmentOf(
  ref: string,
  rows: readonly ReadRow<ShipmentLine>[],
  onFile: OnFile,
): ReadRow<StatedTransaction> {
  const lines = rows.flatMap((row) => ('value' in row ? [row.value] : []))
  const [first] = lines
  const problems = [
    ...rows.flatMap((row) => ('problems' in row ? row.problems : [])),
    ...(first === undefined ? [] : lines.flatMap((line) => differences(first, line))),
    ...lines.flatMap((line) => unknownNumbers(line, onFile)),
  ]
  const row = rows[0]?.row ?? 0
  if (first === undefined || problems.length > 0) return refusedRow(ref, row, problems)
  return { id: ref, row, value: transactionOf(ref, first, lines, onFile) }
}

/** The whole of a shipment is said in each of its lines, or in one of them. */
function differences(first: ShipmentLine, line: ShipmentLine): readonly Problem[] {
  return Object.entries(line.common).flatMap(([column, said]) => {
    const before = first.common[column]
    if (said === undefined || JSON.stringify(said) === JSON.stringify(before)) return []
    return [
      {
        code: 'shipment.contradiction',
        detail: `${line.ref} says ${show(said)} here and ${show(before)} in row ${first.row}.`,
        where: { line: line.row, path: column },
        remedy: 'Say the same in all lines of a shipment, or give them different refs.',
      },
    ]
  })
}

function show(said: unknown): string {
  return said === undefined ? 'nothing' : JSON.stringify(said)
}

function unknownNumbers(line: ShipmentLine, { items, parties }: OnFile): readonly Problem[] {
  const unknown = (column: string, number: string, what: string): Problem => ({
    code: 'shipment.not-on-file',
    detail: `${JSON.stringify(number)} is not among the ${what}.`,
    where: { line: line.row, path: column },
    remedy: `Add it to the file of ${what}, or correct the number.`,
  })
  // Items that have no column stand as a whole in the last one.
  const isNamed = items.has(line.sku) || 'items' in line.more
  return [
    ...(isNamed ? [] : [unknown('sku', line.sku, 'items')]),
    ...rolesOf(line).flatMap(({ column, id }) =>
      parties.has(id) ? [] : [unknown(column, id, 'parties')],
    ),
  ]
}

interface RoleOf {
  readonly column: RoleColumn
  readonly id: string
}

function rolesOf({ common }: ShipmentLine): readonly RoleOf[] {
  return (Object.keys(ROLE_COLUMNS) as RoleColumn[]).flatMap((column) => {
    const id = common[column]
    return typeof id === 'string' ? [{ column, id }] : []
  })
}

function transactionOf(
  ref: string,
  first: ShipmentLine,
  lines: readonly ShipmentLine[],
  onFile: OnFile,
): StatedTransaction {
  const { common } = first
  const licences = new Set(
    lines.flatMap(({ line }) => (typeof line.licence === 'string' ? [line.licence] : [])),
  )
  const filing = {
    ...stated('licenceCode', common.aes_licence_code),
    ...stated('documentCodes', common.doc_codes),
  }
  const isTechnology = common.technology === true
  const own = {
    id: ref,
    ...stated('date', common.date),
    kind: common.kind ?? (isTechnology ? 'technology' : 'export'),
    route: {
      ...stated('from', common.from_locode),
      ...stated('to', common.to_locode),
      ...stated('via', common.via_locodes),
    },
    items: lines.map((line, at) => itemOf(line, at, onFile)),
    parties: rolesOf(first).flatMap(({ column, id }) => partiesOf(column, onFile.parties.get(id))),
    ...(common.transfer_means === undefined
      ? {}
      : { technology: { means: common.transfer_means } }),
    ...(common.purpose === undefined ? {} : { endUse: { description: common.purpose } }),
    ...(licences.size === 0
      ? {}
      : {
          authorisations: [...licences].map((id) => ({
            kind: 'licence',
            id,
            lines: linesUnder(id, lines),
          })),
        }),
    ...(Object.keys(filing).length === 0 ? {} : { filing }),
  }
  const more = Object.assign({}, ...lines.map((line) => line.more)) as StatedTransaction
  return withMore(own, more)
}

function linesUnder(licence: string, lines: readonly ShipmentLine[]): readonly string[] {
  return lines.flatMap(({ line }, at) => (line.licence === licence ? [lineId(at)] : []))
}

/** Lines are told apart by their place: the same item may stand in two. */
function lineId(at: number): string {
  return `line-${at + 1}`
}

function itemOf({ sku, line }: ShipmentLine, at: number, { items }: OnFile): object {
  const { licence: _licence, ...own } = line
  return { ...items.get(sku), ...own, id: lineId(at) }
}

function partiesOf(
  column: RoleColumn,
  party: StatedParty | ByNumber | undefined,
): readonly object[] {
  if (party === undefined) return []
  const role = ROLE_COLUMNS[column]
  return 'onFile' in party ? [{ ...party, role }] : partyInRole(party, role)
}

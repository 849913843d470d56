import type { Cells } from './export-rows.ts'
import { ROLE_COLUMNS, type RoleColumn, worthCells } from './shipments.ts'

type Stated = Readonly<Record<string, unknown>>

/** The cells of the lines of an order, as far as there are columns for it: a line an item that is on file. */
export function orderCells(order: Stated): readonly Cells[] {
  const items = listOf(order.items)
  const [route, endUse] = [objectOf(order.route), objectOf(order.endUse)]
  const [technology, filing] = [objectOf(order.technology), objectOf(order.filing)]
  const common = {
    ref: order.id,
    date: order.date,
    kind: order.kind,
    ...roleCells(listOf(order.parties)),
    from_locode: route.from,
    via_locodes: route.via,
    to_locode: route.to,
    purpose: endUse.description,
    transfer_means: technology.means,
    aes_licence_code: filing.licenceCode,
    doc_codes: filing.documentCodes,
  }
  // Items that are stated as a whole have no columns; one line says the rest.
  if (items.length === 0 || !items.every(({ onFile }) => typeof onFile === 'string'))
    return [common]
  return items.map((item) => ({ ...common, ...itemCells(item, order) }))
}

function itemCells(item: Stated, order: Stated): Cells {
  const licence = listOf(order.authorisations).find(
    ({ kind, lines }) => kind === 'licence' && Array.isArray(lines) && lines.includes(item.id),
  )
  return {
    sku: item.onFile,
    ...worthCells(item),
    licence_ref: licence?.id,
  }
}

/** A party that is on file stands in the first column of its role that is free. */
function roleCells(parties: readonly Stated[]): Cells {
  const cells: Record<string, unknown> = {}
  for (const { role, onFile } of parties) {
    const column = (Object.keys(ROLE_COLUMNS) as RoleColumn[]).find(
      (one) => ROLE_COLUMNS[one] === role && cells[one] === undefined,
    )
    if (column !== undefined && typeof onFile === 'string') cells[column] = onFile
  }
  return cells
}

function listOf(value: unknown): readonly Stated[] {
  return Array.isArray(value) ? value.map(objectOf) : []
}

function objectOf(value: unknown): Stated {
  return Object(value) as Stated
}

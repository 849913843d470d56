import { z } from 'zod'
import { itemOnFile, partyOnFile, ticketOnFile, toolOnFile } from '../../on-file/index.ts'
import { operation } from './operation.ts'
import { cursor, flag, limit, next } from './shapes.ts'

/** What is on file of each kind; the same four operations for all of them. */
const ref = z.string().min(1).max(200)
const params = z.strictObject({ ref })

const row = z.strictObject({
  ref: z.string(),
  filedOn: z.string(),
  isOpen: z.boolean(),
  standing: z
    .string()
    .exactOptional()
    .meta({ description: 'The last answer: a verdict; of an item how it is listed.' }),
  answeredOn: z.string().exactOptional(),
})

const happening = z.strictObject({
  kind: z.enum(['filed', 'answered', 'closed', 'erased']),
  on: z.string(),
  reason: z.string().exactOptional(),
  standing: z.string().exactOptional(),
  answer: z.unknown().optional(),
  difference: z.unknown().optional(),
})

const filed = z.strictObject({ filed: z.int(), changed: z.int(), same: z.int() })

function listOf<const Kind extends string>(kind: Kind, path: string, what: string) {
  return operation({
    id: `${kind}List`,
    method: 'GET',
    path,
    tag: 'file',
    summary: `The ${what} on file and how they were answered last.`,
    query: z.strictObject({
      all: flag.exactOptional().meta({ description: 'Those that were taken off the file too.' }),
      limit: limit.default(100),
      cursor: cursor.exactOptional(),
    }),
    answer: z.strictObject({ records: z.array(row), next }),
    examples: [{ name: 'first', summary: `The first ${what}`, query: { limit: '10' } }],
  })
}

function fileOf<const Kind extends string, Shape extends z.ZodType>(
  kind: Kind,
  path: string,
  what: string,
  shape: Shape,
  example: unknown,
) {
  return operation({
    id: `${kind}File`,
    method: 'POST',
    path,
    tag: 'file',
    summary: `Puts ${what} on file, and changes those that are there otherwise; all or none.`,
    description:
      'Each has a number of its own. What is stated the same again stays as it is. It is answered by the next recheck.',
    body: z.strictObject({ records: z.array(shape).min(1).max(1_000) }),
    answer: filed,
    examples:
      example === undefined
        ? []
        : [{ name: 'one', summary: `One of the ${what}`, body: { records: [example] } }],
  })
}

function showOf<const Kind extends string>(kind: Kind, path: string) {
  return operation({
    id: `${kind}Show`,
    method: 'GET',
    path: `${path}/:ref`,
    tag: 'file',
    summary: 'One as it is stated now, and everything that happened to it.',
    params,
    answer: z.strictObject({
      ref: z.string(),
      isOpen: z.boolean(),
      stated: z.unknown().optional(),
      history: z.array(happening),
    }),
    examples: [],
  })
}

function removeOf<const Kind extends string>(kind: Kind, path: string) {
  return operation({
    id: `${kind}Remove`,
    method: 'DELETE',
    path: `${path}/:ref`,
    tag: 'file',
    summary: 'Takes one off the file, with a reason; what is on record stays.',
    params,
    query: z.strictObject({
      reason: z.string().trim().min(1).max(2_000),
      erase: flag.exactOptional().meta({
        description: 'Of one that is off the file: destroys its key, so that nobody can read it.',
      }),
    }),
    answer: z.strictObject({ ref: z.string(), isOpen: z.literal(false), isErased: z.boolean() }),
    examples: [],
  })
}

/** An order is a transaction with a number; what it says is held against the words of the law. */
const orderOnFile = z.looseObject({ id: ref }).meta({
  description:
    'A transaction with an id. An item or a party may be named by `{onFile: number}` beside what the order says of it.',
})

export const itemList = listOf('item', '/api/v1/items', 'items')
export const itemFile = fileOf('item', '/api/v1/items', 'items', itemOnFile, {
  id: 'AC-100',
  name: 'Accelerator card',
  kind: 'ic.processor',
})
export const itemShow = showOf('item', '/api/v1/items')
export const itemRemove = removeOf('item', '/api/v1/items')

export const partyList = listOf('party', '/api/v1/parties', 'parties')
export const partyFile = fileOf('party', '/api/v1/parties', 'parties', partyOnFile, {
  id: 'C-2001',
  name: 'Halcyon Lattice Semiconductor',
  country: 'CN',
})
export const partyShow = showOf('party', '/api/v1/parties')
export const partyRemove = removeOf('party', '/api/v1/parties')

export const orderList = listOf('order', '/api/v1/orders', 'orders')
export const orderFile = fileOf('order', '/api/v1/orders', 'orders', orderOnFile, {
  id: 'SO-1001',
  kind: 'export',
  route: { from: 'NL', to: 'KR' },
  items: [{ name: 'Cable', claimed: { EU: 'not-listed' } }],
})
export const orderShow = showOf('order', '/api/v1/orders')
export const orderRemove = removeOf('order', '/api/v1/orders')

export const toolList = listOf('tool', '/api/v1/tools', 'tools')
export const toolFile = fileOf('tool', '/api/v1/tools', 'tools', toolOnFile, {
  serial: 'NXT-0417',
  item: { name: 'Scanner', kind: 'sme.litho.scanner' },
  site: { country: 'KR', name: 'Fab 3' },
  facility: { type: 'fab', product: 'logic', nodeNm: 28 },
  owner: { name: 'Example Fab Co', country: 'KR' },
})
export const toolShow = showOf('tool', '/api/v1/tools')
export const toolRemove = removeOf('tool', '/api/v1/tools')

export const ticketList = listOf('ticket', '/api/v1/tickets', 'service tickets')
export const ticketFile = fileOf(
  'ticket',
  '/api/v1/tickets',
  'service tickets',
  ticketOnFile,
  undefined,
)
export const ticketShow = showOf('ticket', '/api/v1/tickets')
export const ticketRemove = removeOf('ticket', '/api/v1/tickets')

import { z } from 'zod'
import { csvLine, TEMPLATES, templateRows } from '../../catalogue/index.ts'
import { CSV, TABLE_TYPES, XLSX } from '../http/sent-table.ts'
import { operation } from './operation.ts'

/** What is on file of each kind as a table, in and out. */
const format = z.enum(['csv', 'xlsx']).default('csv')

/** Of the columns of the template. */
export function exampleTable(name: keyof typeof TEMPLATES): string {
  return templateRows(TEMPLATES[name]).map(csvLine).join('')
}

function tableIn<const Kind extends string>(
  kind: Kind,
  path: string,
  what: string,
  template: keyof typeof TEMPLATES,
  hasExample = true,
) {
  return operation({
    id: `${kind}TableFile`,
    method: 'POST',
    path,
    tag: 'file',
    summary: `Puts a table of ${what} on file, as CSV or .xlsx; all rows or none.`,
    description: `The columns are those of \`navicert template ${template}\`. At most 16 MiB, and 64 MiB unfolded. CSV by comma, semicolon or tabulator, in UTF-8 or as \`charset\` says. Where rows are refused, \`errors\` names the first; with \`Accept: text/csv\` (or that of .xlsx) the answer is each refused row as it stood, with row, column, code, message and suggestion behind it.`,
    uploadTypes: TABLE_TYPES,
    refusalTypes: TABLE_TYPES,
    answer: z.strictObject({
      filed: z.int(),
      changed: z.int(),
      same: z.int(),
      unread: z
        .array(z.string())
        .meta({ description: 'Headings that mean nothing here; their cells were not read.' }),
    }),
    examples: hasExample
      ? [
          {
            name: 'template',
            summary: `The template of ${what}, as it is`,
            type: CSV,
            body: exampleTable(template),
          },
        ]
      : [],
  })
}

function tableOut<const Kind extends string>(kind: Kind, path: string, what: string) {
  return operation({
    id: `${kind}TableExport`,
    method: 'GET',
    path,
    tag: 'file',
    summary: `The ${what} on file as a table, which reads to the same again.`,
    description: 'CSV, or .xlsx with `format=xlsx`. No cell is a formula.',
    query: z.strictObject({ format }),
    answer: z.string(),
    answerType: CSV,
    otherAnswerTypes: [XLSX],
    examples: [
      { name: 'csv', summary: `All ${what}`, query: { format: 'csv' } },
      { name: 'xlsx', summary: `All ${what}, for a spreadsheet`, query: { format: 'xlsx' } },
    ],
  })
}

export const itemTableFile = tableIn('item', '/api/v1/tables/items', 'items', 'items')
export const itemTableExport = tableOut('item', '/api/v1/tables/items', 'items')
export const partyTableFile = tableIn('party', '/api/v1/tables/parties', 'parties', 'parties')
export const partyTableExport = tableOut('party', '/api/v1/tables/parties', 'parties')
export const toolTableFile = tableIn('tool', '/api/v1/tables/tools', 'tools', 'tools', false)
export const toolTableExport = tableOut('tool', '/api/v1/tables/tools', 'tools')
export const ticketTableFile = tableIn(
  'ticket',
  '/api/v1/tables/tickets',
  'service tickets',
  'tickets',
  false,
)
export const ticketTableExport = tableOut('ticket', '/api/v1/tables/tickets', 'service tickets')
export const orderTableFile = tableIn('order', '/api/v1/tables/orders', 'orders', 'shipments')
export const orderTableExport = tableOut('order', '/api/v1/tables/orders', 'orders')

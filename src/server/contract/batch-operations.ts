import { z } from 'zod'
import { CSV, TABLE_TYPES } from '../http/sent-table.ts'
import { exampleDeal } from './example-deals.ts'
import { operation } from './operation.ts'
import { asOf, flag, knownAt } from './shapes.ts'
import { exampleTable } from './table-operations.ts'

const LINES = 'application/x-ndjson'

const batch = z.strictObject({
  id: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  bytes: z.int(),
  answered: z.int().meta({ description: 'Lines answered so far.' }),
  problems: z.int().meta({ description: 'Of them with a problem in place of an answer.' }),
  verdicts: z.record(z.string(), z.int()),
  events: z.string().meta({ description: 'Where its progress is told.' }),
  result: z.string().meta({ description: 'Where the answers are, once it is done.' }),
  refused: z
    .int()
    .exactOptional()
    .meta({ description: 'Of a table: rows that were refused and are not answered.' }),
  refusedRows: z.string().exactOptional().meta({ description: 'Where they are.' }),
})
const params = z.strictObject({
  id: z.string().regex(/^[0-9a-f-]{36}$/, { error: 'This is not the id of a batch' }),
})

export const checkBatch = operation({
  id: 'checkBatch',
  method: 'POST',
  path: '/api/v1/check/batch',
  tag: 'check',
  summary: 'Takes in transactions as JSON lines or a table, to be answered in the background.',
  description:
    'A transaction a line, not packed, at most 256 MiB. It is acknowledged when it is on disk: it is answered even where the server dies in the middle. Only the token that sent it, or an administrator, is told of it. A table of shipments (CSV, .xlsx; at most 16 MiB) names items and parties on file by number, which wants the right to read these; it is answered a line a shipment. Rows that are refused are counted in `refused` and given back at `refusedRows`; where all are, nothing is taken in, and they are told as by /api/v1/tables/orders.',
  query: z.strictObject({
    asOf: asOf.exactOptional(),
    knownAt: knownAt.exactOptional(),
    explain: flag.exactOptional(),
  }),
  uploadTypes: [LINES, ...TABLE_TYPES],
  answer: batch,
  answerStatus: 202,
  examples: [
    {
      name: 'two',
      summary: 'A transaction, and a line that is none',
      type: LINES,
      body: `${JSON.stringify(exampleDeal('battery-cell'))}\n{"id": "order-2"}\n`,
    },
    { name: 'table', summary: 'A table of shipments', type: CSV, body: exampleTable('shipments') },
  ],
})

export const batchStatus = operation({
  id: 'batchStatus',
  method: 'GET',
  path: '/api/v1/check/batch/:id',
  tag: 'check',
  summary: 'How far a batch is.',
  params,
  answer: batch,
  examples: [],
})

export const batchEvents = operation({
  id: 'batchEvents',
  method: 'GET',
  path: '/api/v1/check/batch/:id/events',
  tag: 'check',
  summary: 'The progress of a batch, as server-sent events.',
  description:
    'Events `received`, `advanced`, `finished`, `failed`, each with the state of the batch. It ends with the batch. `Last-Event-ID` goes on where it was broken off.',
  params,
  answer: z.string(),
  answerType: 'text/event-stream',
  examples: [],
})

export const batchRefused = operation({
  id: 'batchRefused',
  method: 'GET',
  path: '/api/v1/check/batch/:id/refused',
  tag: 'check',
  summary: 'The rows of a table that were refused, each as it stood with what is wrong.',
  description:
    'CSV, with row, column, code, message and suggestion behind each. 404 where there are none.',
  params,
  answer: z.string(),
  answerType: CSV,
  examples: [],
})

export const batchResult = operation({
  id: 'batchResult',
  method: 'GET',
  path: '/api/v1/check/batch/:id/result',
  tag: 'check',
  summary: 'The answers, a line for each line, in the same order.',
  description:
    'A determination, or `{id, problem}` where the line could not be answered. 409 before the batch is done.',
  params,
  answer: z.string(),
  answerType: LINES,
  examples: [],
})

import { z } from 'zod'
import { itemSchema } from '../../classification/index.ts'
import { partyQuerySchema } from '../../desk/index.ts'
import { determinationSchema, transactionSchema } from '../../determination/index.ts'
import { classification, question, screening } from './answers.ts'
import { exampleDeal } from './example-deals.ts'
import { operation } from './operation.ts'
import { asOf, flag, knownAt } from './shapes.ts'

const YAML = ['application/yaml']

/** What a sales sheet says of a scanner. */
const OPEN_SCANNER = { name: 'ArF immersion scanner', kind: 'sme.litho.scanner' }

export const check = operation({
  id: 'check',
  method: 'POST',
  path: '/api/v1/check',
  tag: 'check',
  summary: 'May this go there, to them, for that? Answers one transaction.',
  description:
    'The transaction is that of schemas/transaction.schema.json; the answer is the determination, the same bytes as from the command. A verdict that is not clear is an answer, not an error.',
  query: z.strictObject({
    asOf: asOf.exactOptional(),
    knownAt: knownAt.exactOptional(),
    explain: flag.exactOptional(),
    screening: flag
      .exactOptional()
      .meta({ description: '`false`: screen no party; nothing is clear then.' }),
  }),
  body: transactionSchema,
  bodyTypes: YAML,
  answer: determinationSchema,
  examples: [
    { name: 'fpga', summary: 'A listed chip to China', body: exampleDeal('fpga-to-china') },
    {
      name: 'explained',
      summary: 'A battery cell to Norway, with the reasons down to the facts',
      query: { explain: 'true' },
      body: exampleDeal('battery-cell'),
    },
    {
      name: 'earlier',
      summary: 'The same chip by the law of another day',
      query: { asOf: '2025-06-01' },
      body: exampleDeal('fpga-to-china'),
    },
  ],
})

export const classify = operation({
  id: 'classify',
  method: 'POST',
  path: '/api/v1/classify',
  tag: 'classify',
  summary: 'Which entries of which lists is it on, and what should be asked next?',
  description:
    'A dialogue without a session: send the item with the `answers` given so far, put the first of `next` to a person, send again. An answer is by id of a characteristic; `unknown` and `none` are answers too and are not asked again.',
  body: z.strictObject({
    id: z.union([z.string(), z.number().transform(String)]).exactOptional(),
    item: itemSchema,
    answers: z
      .record(z.string(), z.unknown())
      .exactOptional()
      .meta({ description: 'What a person answered, by the `parameter` of the question.' }),
    asOf: asOf.exactOptional(),
    knownAt: knownAt.exactOptional(),
  }),
  bodyTypes: YAML,
  answer: z.strictObject({
    ...classification.shape,
    content: z.array(classification),
    characteristics: z.record(z.string(), z.unknown()).meta({
      description: 'Those of the item with the answers among them, to classify or check.',
    }),
    next: z
      .array(question)
      .meta({ description: 'Of the item itself and not answered yet, most decisive first.' }),
  }),
  examples: [
    {
      name: 'scanner',
      summary: 'A scanner of which little is known',
      body: { item: OPEN_SCANNER },
    },
    {
      name: 'answered',
      summary: 'The same after two answers',
      body: {
        item: OPEN_SCANNER,
        answers: { wavelength_nm: 193, na_max: 1.35 },
        asOf: '2026-06-01',
      },
    },
  ],
})

export const screen = operation({
  id: 'screen',
  method: 'POST',
  path: '/api/v1/screen',
  tag: 'screen',
  summary: 'Is this party on a list? Hits with their reasons and the row’s own rule.',
  query: z.strictObject({ asOf: asOf.exactOptional() }),
  body: partyQuerySchema,
  bodyTypes: YAML,
  answer: screening,
  examples: [
    {
      name: 'listed',
      summary: 'A party of the fictional list',
      body: { name: 'Halcyon Lattice', country: 'CN' },
    },
    {
      name: 'unlisted',
      summary: 'A party of no list',
      body: { id: 'customer-7', name: 'Fjordsykkel AS', country: 'NO' },
    },
  ],
})

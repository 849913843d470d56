import { z } from 'zod'
import { partyQuerySchema } from '../../desk/index.ts'
import { transactionSchema } from '../../determination/index.ts'
import { LANGUAGES } from '../../documents/index.ts'
import { exampleDeal } from './example-deals.ts'
import { operation } from './operation.ts'
import { asOf, flag, knownAt } from './shapes.ts'

const PDF = 'application/pdf'
const YAML = ['application/yaml']
const language = z
  .enum(LANGUAGES)
  .default('en')
  .meta({ description: 'Of the document’s own words; citations stay as they are.' })

const SAME_BYTES =
  'Tagged for readers of the blind (PDF/UA-1). The same question under the same law and lists gives the same bytes; `ETag` and the name of the file are their digest. Nothing of it is kept here.'

export const printDetermination = operation({
  id: 'printDetermination',
  method: 'POST',
  path: '/api/v1/documents/determination',
  tag: 'documents',
  summary: 'Answers a transaction, as a document.',
  description: SAME_BYTES,
  query: z.strictObject({
    asOf: asOf.exactOptional(),
    knownAt: knownAt.exactOptional(),
    explain: flag.exactOptional().meta({ description: 'With the reasons down to the facts.' }),
    language,
  }),
  body: transactionSchema,
  bodyTypes: YAML,
  answer: z.string().meta({ format: 'binary' }),
  answerType: PDF,
  examples: [
    {
      name: 'battery',
      summary: 'A battery cell to Norway, in German',
      query: { language: 'de' },
      body: exampleDeal('battery-cell'),
    },
  ],
})

export const printScreening = operation({
  id: 'printScreening',
  method: 'POST',
  path: '/api/v1/documents/screening',
  tag: 'documents',
  summary: 'Screens a party, as a document.',
  description: SAME_BYTES,
  query: z.strictObject({ asOf: asOf.exactOptional(), language }),
  body: partyQuerySchema,
  bodyTypes: YAML,
  answer: z.string().meta({ format: 'binary' }),
  answerType: PDF,
  examples: [
    {
      name: 'listed',
      summary: 'A party of the fictional list',
      body: { name: 'Halcyon Lattice', country: 'CN' },
    },
  ],
})

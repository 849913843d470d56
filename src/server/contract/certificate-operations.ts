import { z } from 'zod'
import { determinationSchema, transactionSchema } from '../../determination/index.ts'
import { exampleDeal } from './example-deals.ts'
import { operation } from './operation.ts'
import { asOf, digest, flag, knownAt } from './shapes.ts'

export const certify = operation({
  id: 'certify',
  method: 'POST',
  path: '/api/v1/certificates',
  tag: 'certificates',
  summary: 'Answers a transaction and signs what the answer is.',
  description:
    'The certificate names the verdict and the digests of all that made it, and nothing of the deal. Keep its text to the byte; it is signed with the key of this server’s data folder.',
  query: z.strictObject({
    asOf: asOf.exactOptional(),
    knownAt: knownAt.exactOptional(),
    explain: flag.exactOptional(),
  }),
  body: transactionSchema,
  bodyTypes: ['application/yaml'],
  answer: z.strictObject({ certificate: z.string(), determination: determinationSchema }),
  examples: [
    { name: 'battery', summary: 'A battery cell to Norway', body: exampleDeal('battery-cell') },
  ],
})

export const verify = operation({
  id: 'verify',
  method: 'POST',
  path: '/api/v1/verify',
  tag: 'certificates',
  summary: 'Is a certificate genuine and unchanged? With its transaction: is it right?',
  body: z.strictObject({
    certificate: z.string().max(100_000).meta({ description: 'Its text, to the byte.' }),
    transaction: z
      .unknown()
      .optional()
      .meta({ description: 'Determined again by the law and lists here, and compared.' }),
    signer: digest.exactOptional().meta({ description: 'The key it must be signed with.' }),
  }),
  answer: z.strictObject({
    holds: z.boolean(),
    genuine: z.boolean(),
    keyid: z.string().exactOptional(),
    own: z.boolean().exactOptional().meta({ description: 'Signed with the key of this server.' }),
    payload: z.unknown().optional(),
    checks: z.array(z.strictObject({ what: z.string(), holds: z.boolean(), detail: z.string() })),
  }),
  examples: [
    {
      name: 'garbage',
      summary: 'What is no certificate does not hold',
      body: { certificate: '{}\n' },
    },
  ],
})

import { z } from 'zod'
import { VERDICTS } from './model.ts'

/** The shape of an answer, for `schemas/` and for reading answers back. */
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)
const day = z.string().meta({ format: 'date' })
const truth = z.enum(['true', 'false', 'unknown'])
const answer = z.union([z.boolean(), z.literal('unknown')])
const verdict = z.enum(VERDICTS).meta({ description: 'Worst first; the worst wins.' })
const texts = z.array(z.string())

const margin = z.strictObject({
  parameter: z.string(),
  percent: z.string().exactOptional(),
  truth,
  unit: z.string().exactOptional(),
  value: z.string(),
  wanted: z.string(),
})

const entry = z.strictObject({
  basis: z.enum(['parameters', 'claim', 'text']),
  cite: z.string(),
  claimed: z
    .strictObject({ basis: z.string(), code: z.string(), evidence: z.string().exactOptional() })
    .exactOptional(),
  code: z.string(),
  margins: z.array(margin),
  missing: texts,
  suspended: z.literal(true).exactOptional(),
  title: z.string(),
  truth,
  version: z.string(),
})

const item = z.strictObject({
  eliminated: z.int(),
  entries: z.array(entry),
  item: z.string(),
  listed: z.enum(['listed', 'not-listed', 'undecided', 'not-covered']),
})

const rule = z.strictObject({
  administered: z.strictObject({ cite: z.string(), truth, what: z.string() }).exactOptional().meta({
    description: 'Only where the authority applies the rule otherwise than it is written.',
  }),
  cite: z.string(),
  destination: z.string().nullable(),
  effect: z.enum(['licence-required', 'prohibited', 'relief', 'formality']),
  entry: z.string().meta({ description: 'A code, EAR99, not-listed, or not decided.' }),
  item: z.string(),
  open: z.array(z.string()).exactOptional().meta({
    description: 'Of an undecided rule, what no fact decides here, in sentences.',
  }),
  policy: z.string().nullable(),
  rule: z.string(),
  title: z.string(),
  truth,
})

const exception = z.strictObject({
  cite: z.string(),
  conditions: z.array(z.strictObject({ met: answer, text: z.string() })),
  equivalentControls: z.array(
    z.strictObject({
      cite: z.string(),
      control: z.string(),
      destination: z.string(),
      entry: z.string(),
      mark: z.string(),
      since: z.string().nullable(),
    }),
  ),
  formalities: texts,
  id: z.string(),
  item: z.string(),
  overcomes: texts,
  reliedOn: z
    .literal(true)
    .exactOptional()
    .meta({ description: 'Only where the transaction states that it relies on it.' }),
  title: z.string(),
  usable: answer,
})

const licence = z.strictObject({
  authority: z.string(),
  by: z.array(rule),
  exceptions: z.array(exception),
  heldBy: texts,
  notFitting: z.array(z.strictObject({ because: texts, id: z.string(), item: z.string() })),
  required: z.strictObject({ asAdministered: answer, asWritten: answer }),
})

const jurisdiction = z.strictObject({
  because: texts,
  items: z.array(item),
  jurisdiction: z.string(),
  licence,
  name: z.string(),
  nexus: z.array(
    z.strictObject({
      because: z.string(),
      cite: z.string(),
      kind: z.string(),
      through: texts.exactOptional(),
      truth,
    }),
  ),
  verdict,
})

const hit = z.strictObject({
  because: texts,
  consequence: z.string(),
  entry: z.string(),
  list: z.string(),
  matchedName: z.string(),
  name: z.string(),
  nameScore: z.number(),
  probability: z.number(),
})

const party = z.strictObject({
  name: z.string(),
  ownership: z
    .array(
      z.strictObject({
        because: z.string(),
        cite: z.string(),
        consequence: z.string(),
        inEffect: truth,
        owned: truth,
        rule: z.string(),
        share: z.strictObject({ least: z.string(), most: z.string() }),
      }),
    )
    .exactOptional()
    .meta({ description: 'Rules under which it takes the status of listed owners, or may.' }),
  role: z.string(),
  screening: z.strictObject({
    because: texts,
    hits: z.array(hit),
    state: z.enum(['clear', 'hit', 'not-screened', 'stale']),
  }),
})

const redFlag = z.strictObject({
  because: z.string(),
  cite: z.string(),
  id: z.string(),
  raises: z
    .string()
    .exactOptional()
    .meta({ description: 'What a person must find out before it can be resolved.' }),
  resolvedBy: z.string().exactOptional(),
  rule: z.string(),
  state: z.enum(['open', 'resolved']),
})

const missing = z.strictObject({
  fact: z.string(),
  of: z.string().meta({ description: 'Id of an item, name of a party, or transaction.' }),
  why: z.string(),
  wouldDecide: texts,
})

const reason = z.strictObject({
  cite: z.string(),
  conclusion: z.string(),
  explanation: z.looseObject({ kind: z.string(), truth }),
  item: z.string(),
  jurisdiction: z.string(),
  truth,
})

export const determinationSchema = z
  .strictObject({
    asOf: day,
    assumptions: z.array(z.strictObject({ cite: z.string(), what: z.string() })),
    because: texts,
    coverage: z.array(
      z.strictObject({
        area: z.string(),
        jurisdiction: z.string(),
        state: z.enum(['complete', 'partly', 'none']),
      }),
    ),
    digest: digest.meta({
      description: 'Over everything but `digest` and `reasons`, as canonical JSON (RFC 8785).',
    }),
    duties: z.array(
      z.strictObject({
        by: z.string().nullable(),
        cite: z.string(),
        to: z.string(),
        what: z.string(),
      }),
    ),
    engine: z.strictObject({ version: z.string() }),
    id: z.string().nullable(),
    input: digest.meta({ description: 'Of the transaction as read, in its one order.' }),
    jurisdictions: z.array(jurisdiction),
    knownAt: day,
    lists: z.array(z.strictObject({ date: day, digest, snapshot: z.string(), source: z.string() })),
    missing: z.array(missing),
    parties: z.array(party),
    reasons: z.array(reason).exactOptional(),
    redFlags: z.array(redFlag),
    references: z.array(
      z.strictObject({ items: z.array(item), jurisdiction: z.string(), name: z.string() }),
    ),
    rulebook: z.strictObject({ digest, edition: z.string() }),
    verdict,
  })
  .meta({ title: 'The answer to a transaction' })

import { z } from 'zod'
import { digest } from './shapes.ts'

/** How answers of classification and screening look on the wire. */
const truth = z.enum(['true', 'false', 'unknown'])

const entryAnswer = z.strictObject({
  code: z.string(),
  version: z.string(),
  truth,
  basis: z.enum(['parameters', 'claim', 'text']),
  claimed: z.unknown().optional(),
  suspended: z.literal(true).exactOptional(),
  margins: z.array(z.unknown()),
  missing: z.array(z.string()),
  cite: z.string(),
})

export const question = z.strictObject({
  parameter: z.string().meta({ description: 'Id of a characteristic, or `content`.' }),
  of: z
    .string()
    .meta({ description: 'Empty for the item itself, `content[0]` for a contained one.' }),
  text: z.string(),
  wouldDecide: z.array(z.string()),
})

export const classification = z.strictObject({
  id: z.string().nullable(),
  asOf: z.string(),
  byJurisdiction: z.record(z.string(), z.array(entryAnswer)),
  listed: z.record(z.string(), z.enum(['listed', 'not-listed', 'undecided', 'not-covered'])),
  contradictions: z.array(z.unknown()),
  questions: z.array(question),
  assumptions: z.array(z.strictObject({ what: z.string(), cite: z.string() })),
  derived: z.array(z.unknown()),
  get content() {
    return z.array(classification)
  },
})

const listReference = z.strictObject({
  source: z.string(),
  snapshot: z.string(),
  digest,
  date: z.string(),
})

export const hit = z.strictObject({
  list: z.string(),
  entry: z.string(),
  name: z.string(),
  countries: z.array(z.string()),
  programmes: z.array(z.string()),
  rule: z.unknown(),
  from: z.string().exactOptional(),
  to: z.string().exactOptional(),
  source: z.string(),
  snapshot: digest,
  probability: z.number(),
  nameScore: z.number(),
  matchedName: z.string(),
  because: z.array(z.string()),
})

export const screening = z.strictObject({
  id: z.union([z.string(), z.number()]).nullable(),
  asOf: z.string(),
  state: z.enum(['clear', 'hit', 'not-screened', 'stale']),
  because: z.array(z.string()),
  hits: z.array(hit),
  lists: z.array(listReference),
})

import { z } from 'zod'
import {
  type Decimal,
  decimal,
  type LegalDate,
  parseDecimal,
  parseLegalDate,
  parseShape,
  type Result,
} from '../../kernel/index.ts'
import type { GraphParty, ShareRange, Stake } from './model.ts'
import { MAX_PARTIES, MAX_STAKES, UNKNOWN_SHARE } from './party-graph.ts'

export interface StatedGraph {
  readonly parties: readonly GraphParty[]
  readonly stakes: readonly Stake[]
}

const name = z.string().min(1).max(2000)

const day = z.string().transform((written, context): LegalDate => {
  const parsed = parseLegalDate(written)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: 'A day is written YYYY-MM-DD' })
  return z.NEVER
})

/** `0.25`, `'0.25'` or `25 %`. */
const fraction = z.union([z.number(), z.string()]).transform((written, context): Decimal => {
  const text = String(written).trim()
  const isPercent = text.endsWith('%')
  const parsed = parseDecimal(isPercent ? text.slice(0, -1) : text)
  const value = parsed.ok ? parsed.value.dividedBy(isPercent ? 100 : 1) : undefined
  if (value !== undefined && !value.isNegative() && value.lessThanOrEqualTo(1)) return value
  context.addIssue({ code: 'custom', message: 'A share is a fraction of 1, as 0.25, or 25 %' })
  return z.NEVER
})

const share = z.union([
  fraction.transform((exact): ShareRange => ({ least: exact, most: exact })),
  z
    .strictObject({ min: fraction.exactOptional(), max: fraction.exactOptional() })
    .transform(
      ({ min, max }): ShareRange => ({ least: min ?? decimal(0), most: max ?? decimal(1) }),
    ),
  z.literal('unknown').transform(() => UNKNOWN_SHARE),
])

const party = z.strictObject({
  id: name.exactOptional(),
  name,
  otherNames: z.array(name).max(1000).exactOptional(),
  type: z.enum(['entity', 'person', 'state']).default('entity'),
  country: z.string().length(2).exactOptional(),
  birthDate: name.exactOptional(),
  identifiers: z.record(z.string(), name).exactOptional(),
  claimedLists: z.array(name).max(100).exactOptional(),
  othersUnlisted: z.boolean().exactOptional(),
})

const stake = z.strictObject({
  owner: name,
  owned: name,
  share: share.default(UNKNOWN_SHARE),
  interest: z.enum(['ownership', 'control']).default('ownership'),
  what: name.exactOptional(),
  directness: z.enum(['direct', 'indirect', 'unknown']).default('direct'),
  from: day.exactOptional(),
  to: day.exactOptional(),
  source: name.exactOptional(),
})

const graph = z.strictObject({
  parties: z.array(party).max(MAX_PARTIES),
  stakes: z.array(stake).max(MAX_STAKES).default([]),
})

/** The simple form: `parties` and `stakes`; a party without an id goes by its name. */
export function readGraph(value: unknown): Result<StatedGraph> {
  const read = parseShape(graph, value)
  if (!read.ok) return read
  const parties = read.value.parties.map(
    ({ id, type, ...rest }): GraphParty => ({ id: id ?? rest.name, kind: type, ...rest }),
  )
  return { ok: true, value: { parties, stakes: read.value.stakes } }
}

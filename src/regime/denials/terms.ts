import { z } from 'zod'
import { type Decimal, parseDecimal, parseShape, type Result } from '../../kernel/index.ts'

const text = z.string().min(1).max(2000)
const days = z.int().positive().max(3660)
const demand = z.enum(['must', 'may'])

const fraction = z.string().transform((written, context): Decimal => {
  const parsed = parseDecimal(written)
  if (parsed.ok && parsed.value.greaterThanOrEqualTo(0) && parsed.value.lessThanOrEqualTo(1))
    return parsed.value
  context.addIssue({ code: 'custom', message: 'A tolerance is a fraction of 1, as "0.1"' })
  return z.NEVER
})

const notice = z.strictObject({ dueDays: days, latestDays: days })

const regimeTerms = z.strictObject({
  name: text,
  notification: notice.meta({ description: 'Of a refusal, in days from the decision.' }),
  validity: z.strictObject({ years: z.int().positive(), reviewDaysBefore: days }),
  consultation: z.strictObject({
    listed: demand,
    catchAll: demand,
    replyWorkingDays: days,
    extensionWorkingDays: days.meta({ description: 'The latest end, in all, from the receipt.' }),
    deemedReceivedWorkingDays: days.exactOptional().meta({
      description: 'A request counts as received after so many; absent: a receipt is waited for.',
    }),
  }),
  undercut: notice.meta({ description: 'Of a grant of what another refused.' }),
  identical: z.strictObject({
    roles: z
      .array(text)
      .min(1)
      .meta({ description: 'The same party in one of them, and the item: essentially identical.' }),
    tolerance: fraction,
    tolerances: z.record(text, fraction),
    sameNumbering: z.array(z.array(text)),
  }),
  cite: text,
  mark: text,
  notes: text.exactOptional(),
})

const table = z.strictObject({ otherwise: regimeTerms, regimes: z.record(text, regimeTerms) })

/** What members of one regime owe each other for a refusal; the table `no-undercut` of the law. */
export type NoUndercutTerms = z.output<typeof regimeTerms>
export type ConsultationDemand = z.output<typeof demand>

/** The terms of each regime; one that the law does not name has those of `otherwise`, never none. */
export interface TermsOfRegimes {
  of(regime: string): NoUndercutTerms
}

export function readNoUndercut(value: unknown): Result<TermsOfRegimes> {
  const read = parseShape(table, value)
  if (!read.ok) return read
  const { otherwise, regimes } = read.value
  const byRegime = new Map(Object.entries(regimes))
  return { ok: true, value: { of: (regime) => byRegime.get(regime) ?? otherwise } }
}

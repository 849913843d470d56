import { z } from 'zod'
import {
  contains,
  type Decimal,
  type LegalDate,
  parseDecimal,
  parseLegalDate,
  parseShape,
  type Result,
  type Truth,
} from '../../kernel/index.ts'
import type { RuleEffect } from './model.ts'

const text = z.string().min(1).max(2000)

const day = z.string().transform((written, context): LegalDate => {
  const parsed = parseLegalDate(written)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: 'A day is written YYYY-MM-DD' })
  return z.NEVER
})

const interval = z.strictObject({ from: day.exactOptional(), to: day.exactOptional() })

const fraction = z.string().transform((written, context): Decimal => {
  const parsed = parseDecimal(written)
  if (parsed.ok && parsed.value.greaterThan(0) && parsed.value.lessThanOrEqualTo(1))
    return parsed.value
  context.addIssue({ code: 'custom', message: 'A threshold is a fraction of 1, as "0.5"' })
  return z.NEVER
})

const administered = z.strictObject({
  effective: interval,
  inEffect: z.enum(['true', 'false', 'unknown']),
  what: text,
  cite: text,
  mark: text,
})

const rule = z.strictObject({
  id: text,
  title: text,
  lists: z.array(text).min(1),
  /** Lists whose parties may stand on one of `lists`, which no list says outright. */
  mayHold: z.array(text).default([]),
  threshold: fraction,
  consequence: text,
  effective: interval.default({}),
  suspended: z.array(interval).default([]),
  administered: z.array(administered).default([]),
  coveredFrom: day.exactOptional(),
  cite: text,
  mark: text,
  notes: text.exactOptional(),
})

const table = z.strictObject({
  rules: z.array(rule).min(1),
  strictest: z.strictObject({
    requirement: z.array(text),
    policy: z.array(text),
    cite: text,
    mark: text,
  }),
})

export type OwnershipRule = z.output<typeof rule>
/** From the most restrictive to the least; the table `us/ownership-rules` of the law. */
export type OwnershipRules = z.output<typeof table>

export function readOwnershipRules(value: unknown): Result<OwnershipRules> {
  return parseShape(table, value)
}

/** Lists that screening can look into: where others may hold a list, it is none of its own. */
export function screenedLists({
  lists,
  mayHold,
}: Pick<OwnershipRule, 'lists' | 'mayHold'>): readonly string[] {
  return mayHold.length > 0 ? mayHold : lists
}

/** Whether the rule has effect on a day: by its text, and as its authority applies it. */
export function effectOf(rule: OwnershipRule, asOf: LegalDate): RuleEffect {
  const written = writtenEffect(rule, asOf)
  const applied = rule.administered.find(({ effective }) => contains(effective, asOf))
  if (applied === undefined) return { ...written, asAdministered: written.asWritten }
  return { ...written, asAdministered: applied.inEffect, because: applied.what }
}

function writtenEffect(
  { effective, suspended, coveredFrom }: OwnershipRule,
  asOf: LegalDate,
): { readonly asWritten: Truth; readonly because: string } {
  if (coveredFrom !== undefined && asOf < coveredFrom)
    return { asWritten: 'unknown', because: `The rule is held from ${coveredFrom} only.` }
  if (!contains(effective, asOf))
    return { asWritten: 'false', because: `It has effect ${daysInWords(effective)}.` }
  const stay = suspended.find((days) => contains(days, asOf))
  if (stay !== undefined)
    return { asWritten: 'false', because: `It is suspended ${daysInWords(stay)}.` }
  return { asWritten: 'true', because: 'It is in effect.' }
}

function daysInWords({ from, to }: { readonly from?: LegalDate; readonly to?: LegalDate }): string {
  return [from === undefined ? '' : `from ${from}`, to === undefined ? '' : `to ${to}`]
    .filter((part) => part !== '')
    .join(' ')
}

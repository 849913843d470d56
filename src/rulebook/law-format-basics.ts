import { z } from 'zod'
import { type LegalDate, parseLegalDate, remedyForDay, withRemedy } from '../kernel/index.ts'
import type { Expression } from './model.ts'

/** What every law file is made of: days, intervals, sources, and criteria as maps to be checked later. */
export const text = z.string().refine((value) => value.trim() !== '', {
  error: 'The text is empty',
})
export const texts = z.array(text)

/** A text of another's making, bounded so that no input costs without limit. */
export function textUpTo(most: number) {
  return text.max(most, {
    error: `The text has more than ${most.toLocaleString('en')} characters`,
  })
}

export const legalDay = z
  .string()
  .refine((value) => parseLegalDate(value).ok, {
    error: ({ input }) =>
      withRemedy(
        `${JSON.stringify(input)} is not a day of the calendar (YYYY-MM-DD)`,
        remedyForDay(input),
      ),
  })
  .transform((value) => value as LegalDate)
  .meta({ format: 'date', description: 'A day of the calendar, YYYY-MM-DD.' })

const bounds = { from: legalDay.exactOptional(), to: legalDay.exactOptional() }

interface Bounds {
  readonly from?: string
  readonly to?: string
}

/** Refuses an interval that ends before it begins: it would silently hold on no day. */
export function mustBeOrdered(value: Bounds, context: z.core.$RefinementCtx): void {
  const { from, to } = value
  if (from === undefined || to === undefined || from <= to) return
  context.addIssue({
    code: 'custom',
    path: ['to'],
    input: to,
    message: `The interval ends on ${to}, before it begins on ${from}`,
  })
}

export const interval = z
  .strictObject(bounds)
  .superRefine(mustBeOrdered)
  .meta({ description: 'Days of legal effect, both ends inclusive; an absent end is open.' })

/** Like {@link interval}, but nobody suspends a law since always and for ever. */
export const boundedInterval = z
  .strictObject({ ...bounds, from: legalDay })
  .superRefine(mustBeOrdered)

export const mark = z
  .enum(['text', 'secondary', 'derived', 'unverified'])
  .meta({ description: 'How well it was checked.' })

export const sourced = {
  cite: text.meta({ description: 'Where the law says so.' }),
  mark,
  notes: text.exactOptional(),
}

/** Two capital letters: a country, or a legal order such as EU, or a regime such as WA. */
export const jurisdictionCode = z.string().regex(/^[A-Z]{2}$/, {
  error: (issue) => `${JSON.stringify(issue.input)} is not two capital letters`,
})

/**
 * A criterion. Its inside is held against the dictionary after the shape of the file, by
 * `checkExpression`, so that a slip is named where it stands.
 */
export const expression = z
  .custom<Expression>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    { error: 'A criterion is a map with one key: a parameter, or all, any, not, unread, never' },
  )
  .meta({ id: 'Expression' })

import { z } from 'zod'
import { textUpTo } from '../rulebook/index.ts'

export { legalDay as day } from '../rulebook/index.ts'

/** What every part of a transaction file is made of. Bounded, so that no input costs without limit. */
export const text = textUpTo(2000)

/** A country of ISO 3166-1 or a region; held against the rulebook's places after the shape. */
export const place = z
  .string()
  .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,6})?$/, {
    error: (issue) =>
      `${JSON.stringify(issue.input)} is not a country (two capital letters, ISO 3166-1) or a region such as UA-43`,
  })
  .meta({ description: 'ISO 3166-1 alpha-2, or a region such as UA-43.' })

/** Three answers and absence: `unknown` is stated by the person responsible and is itself a fact. */
export const answer = z
  .union([z.boolean(), z.literal('unknown')], { error: 'Neither true, false nor unknown' })
  .meta({ description: 'true, false, or unknown: stated as not known.' })

export const decimal = z
  .union(
    [
      z.string().regex(/^\d{1,30}(?:\.\d{1,30})?$/, {
        error: 'Not a decimal number such as 52000000 or 1.5',
      }),
      z.number().nonnegative(),
    ],
    { error: 'Not a decimal number such as 52000000 or 1.5' },
  )
  .transform(String)
  .meta({ description: 'A decimal number, best as text.' })

/** A measure of a facility in the unit its name says: stated, not known, or not applicable. */
export const measure = z
  .union([decimal, z.literal('unknown'), z.literal('none')], {
    error: 'Neither a decimal number, unknown nor none',
  })
  .nullable()

export const jurisdiction = z.string().regex(/^[A-Z]{2}$/, {
  error: 'A jurisdiction is two capital letters, as US or EU',
})

export const money = z.strictObject({
  amount: decimal,
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'Not a currency code such as EUR' }),
})

export const quantity = z.strictObject({ amount: decimal, unit: text.exactOptional() })

/** At most so many; a list that says nothing is absent. */
export function list<T extends z.ZodType>(one: T, most = 200) {
  return z.array(one).max(most, { error: `More than ${most} in one list` })
}

export const texts = list(text)

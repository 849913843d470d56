import { z } from 'zod'
import { remedyForAnswer, remedyForNumber, withRemedy } from '../kernel/index.ts'
import { textUpTo } from '../rulebook/index.ts'

export { legalDay as day } from '../rulebook/index.ts'

/** What every part of a transaction file is made of. Bounded, so that no input costs without limit. */
export const text = textUpTo(2000)

/** A country of ISO 3166-1 or a region; held against the rulebook's places after the shape. */
export const place = z
  .string()
  .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,6})?$/, {
    error: (issue) =>
      withRemedy(
        `${JSON.stringify(issue.input)} is not a country (two capital letters, ISO 3166-1) or a region such as UA-43`,
        typeof issue.input === 'string' && /^[a-z]{2}$/.test(issue.input)
          ? `Write ${issue.input.toUpperCase()}.`
          : 'Write the two letters of ISO 3166-1, as DE.',
      ),
  })
  .meta({ description: 'ISO 3166-1 alpha-2, or a region such as UA-43.' })

/** Three answers and absence: `unknown` is stated by the person responsible and is itself a fact. */
export const answer = z
  .union([z.boolean(), z.literal('unknown')], {
    error: ({ input }) => withRemedy('Neither true, false nor unknown', remedyForAnswer(input)),
  })
  .meta({ description: 'true, false, or unknown: stated as not known.' })

const noDecimal = ({ input }: { readonly input: unknown }): string =>
  withRemedy('Not a decimal number such as 52000000 or 1.5', remedyForNumber(input))

export const decimal = z
  .union(
    [z.string().regex(/^\d{1,30}(?:\.\d{1,30})?$/, { error: noDecimal }), z.number().nonnegative()],
    { error: noDecimal },
  )
  .transform(String)
  .meta({ description: 'A decimal number, best as text.' })

/** A measure of a facility in the unit its name says: stated, not known, or not applicable. */
export const measure = z
  .union([decimal, z.literal('unknown'), z.literal('none')], {
    error: ({ input }) =>
      withRemedy('Neither a decimal number, unknown nor none', remedyForNumber(input)),
  })
  .nullable()

export const jurisdiction = z.string().regex(/^[A-Z]{2}$/, {
  error: ({ input }) =>
    withRemedy(
      `${JSON.stringify(input)} is no jurisdiction`,
      'Write the two capital letters of the country or Union whose law it is, as US, EU or DE.',
    ),
})

export const money = z.strictObject({
  amount: decimal,
  currency: z.string().regex(/^[A-Z]{3}$/, {
    error: ({ input }) =>
      withRemedy(
        `${JSON.stringify(input)} is not a currency code such as EUR`,
        'Write the three capital letters of ISO 4217, as USD.',
      ),
  }),
})

export const quantity = z.strictObject({ amount: decimal, unit: text.exactOptional() })

/** At most so many; a list that says nothing is absent. */
export function list<T extends z.ZodType>(one: T, most = 200) {
  return z.array(one).max(most, { error: `More than ${most} in one list` })
}

export const texts = list(text)

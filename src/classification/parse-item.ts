import { z } from 'zod'
import {
  type LegalDate,
  parseLegalDate,
  parseShape,
  type Result,
  remedyForDay,
  remedyForNumber,
  type ShapeSource,
  withRemedy,
} from '../kernel/index.ts'
import type { Claim, Item, ProductionInput } from './model.ts'

/**
 * The item part of a transaction, as it stands in a file. Decimal amounts may be numbers or texts and
 * become texts; characteristics stay as stated, since only the dictionary can read them.
 */
const text = z.string().min(1, { error: 'The text is empty' })

const day = z
  .string()
  .refine((value) => parseLegalDate(value).ok, {
    error: ({ input }) =>
      withRemedy(
        `${JSON.stringify(input)} is not a day of the calendar (YYYY-MM-DD)`,
        remedyForDay(input),
      ),
  })
  .transform((value) => value as LegalDate)

function remedyForTariffNumber(input: unknown): string {
  const digits = String(input).replaceAll(/[\s.-]/g, '')
  return /^\d{4}(?:\d{2}){0,3}$/.test(digits)
    ? `Write ${digits}.`
    : 'Write the four to ten digits of the tariff number, as 8542.31.'
}

const noDecimal = ({ input }: { readonly input: unknown }): string =>
  withRemedy('Not a decimal number such as 52000000 or 1.5', remedyForNumber(input))

const amount = z
  .union([z.string().regex(/^\d+(?:\.\d+)?$/, { error: noDecimal }), z.number().nonnegative()], {
    error: noDecimal,
  })
  .transform(String)
  .meta({ description: 'A decimal number, best as text.' })

const place = z.string().regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,6})?$/, {
  error: 'Not a country (two letters, ISO 3166-1) or a region such as UA-43',
})

const jurisdiction = z.string().regex(/^[A-Z]{2}$/, {
  error: ({ input }) =>
    withRemedy(
      `${JSON.stringify(input)} is no jurisdiction`,
      'Write the two capital letters of the country or Union whose law it is, as US, EU or DE.',
    ),
})

const claim = z.strictObject({
  code: text,
  basis: z.enum(['maker', 'self', 'authority', 'customer']).default('self'),
  evidence: text.exactOptional(),
  on: day.exactOptional(),
})
const oneClaim = z.union([text, claim])

/** `{ US: 3A090.a }`, `{ US: [5A002.a, {code: 4A090.a, basis: maker}] }`. */
const claimed = z
  .record(jurisdiction, z.union([oneClaim, z.array(oneClaim)]))
  .default({})
  .transform((byJurisdiction): readonly Claim[] =>
    Object.entries(byJurisdiction).flatMap(([code, stated]) =>
      (Array.isArray(stated) ? stated : [stated]).map((one) =>
        typeof one === 'string'
          ? { jurisdiction: code, code: one, basis: 'self' }
          : { jurisdiction: code, ...one },
      ),
    ),
  )

const productionInput = z
  .strictObject({
    what: z.enum(['technology', 'software', 'plant-equipment']),
    name: text.exactOptional(),
    origin: place.exactOptional(),
    claimed,
  })
  .transform(({ claimed: claims, ...input }): ProductionInput => ({ ...input, claims }))

const shape = z.strictObject({
  id: text.exactOptional(),
  name: text.exactOptional(),
  maker: text.exactOptional(),
  kind: text.exactOptional().meta({ description: 'A kind of law/kinds.yaml, or `unknown`.' }),
  characteristics: z
    .record(z.string(), z.unknown())
    .default({})
    .meta({ description: 'By id of law/characteristics.yaml.' }),
  claimed,
  hs: z
    .string()
    .regex(/^\d{4}(?:\.?\d{2}){0,3}$/, {
      error: ({ input }) =>
        withRemedy('Not an HS code of four to ten digits', remedyForTariffNumber(input)),
    })
    .exactOptional(),
  declaredDescription: text.exactOptional(),
  serialNumbers: z.array(text).default([]),
  origin: place.exactOptional(),
  acquiredUnder: text.nullish(),
  quantity: z.strictObject({ amount, unit: text.exactOptional() }).exactOptional(),
  value: z
    .strictObject({
      amount,
      currency: z.string().regex(/^[A-Z]{3}$/, {
        error: ({ input }) =>
          withRemedy(
            `${JSON.stringify(input)} is not a currency code such as EUR`,
            'Write the three capital letters of ISO 4217, as USD.',
          ),
      }),
    })
    .exactOptional(),
  weightKg: amount.exactOptional(),
  get content() {
    return z.array(itemSchema).exactOptional()
  },
  madeWith: z.array(productionInput).default([]),
})

/** An item as in a transaction file; for embedding in the schema of the transaction. */
export const itemSchema: z.ZodType<Item> = z
  .lazy(() => shape)
  .transform(
    ({ claimed: claims, acquiredUnder, ...item }): Item => ({
      ...item,
      claims,
      ...(typeof acquiredUnder === 'string' ? { acquiredUnder } : {}),
    }),
  )

/** Reads an item; a misspelt key is refused with the nearest known one. */
export function parseItem(value: unknown, document?: ShapeSource): Result<Item> {
  return parseShape(itemSchema, value, document)
}

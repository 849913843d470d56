import { z } from 'zod'
import { textUpTo } from '../rulebook/index.ts'

export { legalDay as day } from '../rulebook/index.ts'

/** What the bodies of all records are made of. Bounded, so that no entry of another member costs without limit. */
export const text = textUpTo(4000)

/** A member of a regime: mostly the two letters of a country. */
export const member = z.string().regex(/^[A-Z][A-Z0-9-]{0,15}$/, {
  error: 'A member is written in capital letters, as NL',
})

export const country = z.string().regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,6})?$/, {
  error: 'Not a country (two letters, ISO 3166-1) or a region such as UA-43',
})

/** A decimal number as text: no float decides a burden or a quantity. */
export const amount = z
  .union([z.string().regex(/^\d{1,30}(?:\.\d{1,30})?$/), z.number().nonnegative()], {
    error: 'Not a decimal number such as 52000000 or 1.5',
  })
  .transform(String)

export function list<T extends z.ZodType>(one: T, most = 200) {
  return z.array(one).max(most, { error: `More than ${most} in one list` })
}

import { z } from 'zod'
import { day } from './transaction-basics.ts'

export const text = z.string().min(1, { error: 'The text is empty' })

/** Days, both ends inclusive; an absent end is open. */
export const legalInterval = z.strictObject({
  from: day.exactOptional(),
  to: day.exactOptional(),
})

import { InvalidArgumentError } from 'commander'
import { z } from 'zod'

/** An option that is a moment. */
export function utcTime(text: string): string {
  if (z.iso.datetime().safeParse(text).success) return text
  throw new InvalidArgumentError('Write the time in UTC, as 2027-03-01T18:00:00Z.')
}

import { z } from 'zod'
import { PARTY_SCHEMAS } from '../screening/index.ts'

/** A party to screen, as a line of a batch or the body of a request. */
export const partyQuerySchema = z.strictObject({
  id: z.union([z.string(), z.number()]).nullish(),
  name: z.string().min(1),
  otherNames: z.array(z.string()).exactOptional(),
  schema: z.enum(PARTY_SCHEMAS).exactOptional(),
  country: z.string().exactOptional(),
  birthDate: z.string().exactOptional(),
  address: z.string().exactOptional(),
  identifiers: z.record(z.string(), z.string()).exactOptional(),
})

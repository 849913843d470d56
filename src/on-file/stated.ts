import { z } from 'zod'
import type { StatedParty } from '../catalogue/index.ts'
import {
  facilitySchema,
  ownerSchema,
  PARTY_TYPES,
  personSchema,
  transactionSchema,
} from '../determination/index.ts'
import { parseLegalDate } from '../kernel/index.ts'
import { PARTY_SCHEMAS } from '../screening/index.ts'

/** What stands on file of each kind. Where something names what is on file, it does so by `onFile`. */
const text = z.string().trim().min(1).max(2000)
/** Numbers of one's own: of orders, items, customers, tools. */
export const ref = z.union([text.max(200), z.number().transform(String)])
const place = z.string().regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,6})?$/, {
  error: 'Not a country (two letters, ISO 3166-1) or a region such as UA-43',
})
const day = z
  .string()
  .refine((value) => parseLegalDate(value).ok, { error: 'Not a day of the calendar (YYYY-MM-DD)' })

/** An item as a transaction states it, with its own number; the law reads it when it is answered. */
export const itemOnFile = z.looseObject({ id: ref, name: text.exactOptional() })

export const partyOnFile: z.ZodType<StatedParty> = z.strictObject({
  id: ref,
  name: text,
  otherNames: z.array(text).max(200).exactOptional(),
  schema: z.enum(PARTY_SCHEMAS).exactOptional(),
  country: z.string().exactOptional(),
  birthDate: z.string().exactOptional(),
  address: text.exactOptional(),
  identifiers: z.record(z.string(), z.string()).exactOptional(),
  nativeName: text.exactOptional(),
  headquarters: place.exactOptional(),
  type: z.enum(PARTY_TYPES).exactOptional(),
  owners: z.array(ownerSchema).max(200).exactOptional(),
})

const byNumber = z.strictObject({ onFile: ref })

/** A tool that stands at a customer's: what it is, where, whose, and how it came there. */
export const toolOnFile = z.strictObject({
  serial: ref.meta({ description: 'Serial number; by it the tool is known.' }),
  item: z.union([byNumber, z.looseObject({ name: text })]).meta({
    description: 'An item on file, `{onFile: sku}`, or an item as a transaction states it.',
  }),
  site: z.strictObject({
    country: place,
    name: text.exactOptional(),
    address: text.exactOptional(),
  }),
  facility: facilitySchema.exactOptional(),
  origin: place
    .exactOptional()
    .meta({ description: 'Of this very tool, where its item says another.' }),
  owner: z.union([byNumber, z.looseObject({ name: text })]).meta({
    description: 'A party on file, `{onFile: id}`, or a party as a transaction states it.',
  }),
  deliveredOn: day.exactOptional(),
  deliveredUnder: text
    .exactOptional()
    .meta({ description: 'Licence or end-user statement under which it was delivered.' }),
  endUse: transactionSchema.shape.endUse,
})

const supplied = z.union([
  z.looseObject({ onFile: ref }),
  z.looseObject({ name: text }),
  z.looseObject({ kind: text }),
])

/** A visit, a part, a remote session or a software key for a tool on file: checked each time. */
export const ticketOnFile = z.strictObject({
  id: ref,
  tool: ref.meta({ description: 'Serial number of a tool on file.' }),
  date: day.exactOptional(),
  from: place.exactOptional().meta({
    description:
      'Where persons, parts or keys come from; for a remote session, where it is given from.',
  }),
  provider: z
    .union([byNumber, z.looseObject({ name: text })])
    .exactOptional()
    .meta({ description: 'Who services it: a party on file, or one as a transaction states it.' }),
  remote: z.union([z.boolean(), z.literal('unknown')]).exactOptional(),
  persons: z.array(personSchema).max(200).exactOptional(),
  parts: z.array(supplied).max(1000).exactOptional(),
  keys: z.array(supplied).max(1000).exactOptional().meta({ description: 'Software keys.' }),
  work: text.exactOptional().meta({ description: 'What is done, as maintenance.' }),
  authorisations: transactionSchema.shape.authorisations,
  knowledge: transactionSchema.shape.knowledge,
})

export type StatedTool = z.output<typeof toolOnFile>
export type StatedTicket = z.output<typeof ticketOnFile>

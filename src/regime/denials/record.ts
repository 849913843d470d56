import { z } from 'zod'
import { PARTY_ROLES } from '../../determination/index.ts'
import { parseEntryId } from '../../kernel/index.ts'
import { amount, country, day, list, text } from '../record-shapes.ts'

const entryCode = z.string().refine((code) => parseEntryId(code).ok, {
  error: 'Not the code of an entry, as EU:3A001.a.5',
})

const stated = z.union([text, z.number(), z.boolean(), list(text, 50)])

const contact = z.strictObject({
  name: text.exactOptional(),
  email: text.exactOptional(),
  phone: text.exactOptional(),
})

/** What was refused. Names and descriptions are kept as they are written, in their own script. */
const deniedItem = z.strictObject({
  description: text,
  kind: text.exactOptional(),
  entries: list(entryCode, 50).default([]),
  listVersion: text.exactOptional(),
  characteristics: z.record(z.string(), stated).default({}),
  quantity: z.strictObject({ amount, unit: text.exactOptional() }).exactOptional(),
  value: z.strictObject({ amount, currency: z.string().regex(/^[A-Z]{3}$/) }).exactOptional(),
})

const deniedParty = z.strictObject({
  role: z.enum([...PARTY_ROLES, 'other']),
  name: text,
  nativeName: text.exactOptional(),
  aliases: list(text, 100).default([]),
  country: country.exactOptional(),
  address: text.exactOptional(),
  identifiers: z.record(z.string(), text).default({}),
  contacts: list(contact, 50).default([]),
})

/**
 * One notification of a refusal in one regime. The same refusal (`nationalRef`) may be notified in several,
 * each with a reference, a contact and an end of its own: what is revoked in one still stands in another.
 */
export const denialRecord = z.strictObject({
  regime: text,
  denialId: text.meta({ description: 'Its reference in the regime, unique for its author.' }),
  nationalRef: text.meta({ description: 'Of the refusal itself, the same in every regime.' }),
  decidedOn: day,
  validUntil: day.exactOptional().meta({ description: 'Absent: as the regime’s terms say.' }),
  catchAll: z.boolean().default(false).meta({ description: 'Refused though on no list.' }),
  destination: country.exactOptional(),
  items: list(deniedItem, 100).min(1, { error: 'A refusal is of at least one item' }),
  parties: list(deniedParty, 100).min(1, { error: 'A refusal names at least one party' }),
  endUse: text.exactOptional(),
  grounds: list(text, 50).default([]),
  contact: text.meta({ description: 'Whom another member asks.' }),
  handling: z.enum(['official', 'sensitive', 'restricted']).default('restricted'),
})

export type DenialRecord = z.output<typeof denialRecord>
export type DeniedItem = z.output<typeof deniedItem>
export type DeniedParty = z.output<typeof deniedParty>

/** What a member calls a denial: its references in two regimes are two denials. */
export function keyOfDenial({
  regime,
  denialId,
}: Pick<DenialRecord, 'regime' | 'denialId'>): string {
  return JSON.stringify([regime, denialId])
}

import { z } from 'zod'
import { parseEntryId } from '../../kernel/index.ts'
import { day, list, member, text } from '../record-shapes.ts'

export const denialNamed = z.strictObject({ by: member, regime: text, denialId: text })
export type DenialNamed = z.output<typeof denialNamed>

export function isSameDenial(one: DenialNamed, other: DenialNamed): boolean {
  return one.by === other.by && one.regime === other.regime && one.denialId === other.denialId
}

/** A consultation of another member's log. */
const asked = { requester: member, consultId: text }

/** The essence only: who would export and for how much stays with the member that asks. */
const essence = z.strictObject({
  entries: list(
    z.string().refine((code) => parseEntryId(code).ok, { error: 'Not the code of an entry' }),
    50,
  ).default([]),
  kind: text.exactOptional(),
  characteristics: z.record(z.string(), z.unknown()).default({}),
  partyRole: text.exactOptional(),
})
export type Essence = z.output<typeof essence>

export const CONSULTATION_MESSAGES = {
  'consult.request': z.strictObject({
    consultId: text,
    denial: denialNamed,
    caseRef: text.meta({ description: 'What the asking member calls its case; it says no more.' }),
    essence,
  }),
  'consult.receipt': z.strictObject(asked),
  'consult.reply': z.strictObject({
    ...asked,
    identical: z.enum(['yes', 'no', 'need-info']),
    view: z.enum(['no-objection', 'objection']).exactOptional(),
    reason: text.exactOptional(),
  }),
  'consult.extend': z.strictObject({ ...asked, newDate: day, reason: text }),
  'consult.withdraw': z.strictObject({ consultId: text, reason: text.exactOptional() }),
  'undercut.notify': z.strictObject({
    denial: denialNamed,
    caseRef: text,
    consultId: text.exactOptional(),
    decidedOn: day,
    reasons: list(text, 50),
  }),
} as const

export type ConsultationMessage = keyof typeof CONSULTATION_MESSAGES

export const CONSULTATION_TYPES = Object.keys(
  CONSULTATION_MESSAGES,
) as readonly ConsultationMessage[]

import { z } from 'zod'
import { day, text } from '../record-shapes.ts'
import { denialRecord } from './record.ts'

const named = { regime: text, denialId: text }

/** What a member says of its own refusals, by type of entry. */
export const DENIAL_MESSAGES = {
  'denial.notify': denialRecord,
  'denial.amend': z.strictObject({ record: denialRecord, comment: text }),
  'denial.renew': z.strictObject({ ...named, validUntil: day.exactOptional(), comment: text }),
  'denial.lapse': z.strictObject({ ...named, comment: text.exactOptional() }),
  'denial.revoke': z.strictObject({ ...named, comment: text.exactOptional() }),
} as const

export type DenialMessage = keyof typeof DENIAL_MESSAGES

export const DENIAL_TYPES = Object.keys(DENIAL_MESSAGES) as readonly DenialMessage[]

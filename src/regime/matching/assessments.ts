import { z } from 'zod'
import { type Digest, type LegalDate, ok } from '../../kernel/index.ts'
import { type DenialNamed, denialNamed } from '../consultations/messages.ts'
import type { Subject } from '../ledger.ts'
import { readBody, refuse } from '../read-body.ts'
import { text } from '../record-shapes.ts'
import { Records } from '../records.ts'
import { witnessedDay } from '../witnessed-day.ts'

const message = z.strictObject({
  caseRef: text,
  denial: denialNamed,
  facts: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .transform((value) => value as Digest)
    .meta({ description: 'Digest of what was compared, as the match says it.' }),
  outcome: z.enum(['dismissed', 'identical']),
  person: text,
  reason: text.exactOptional(),
})

/** What a person made of a match. It is never taken back: a later one stands beside it. */
export interface Assessment {
  readonly member: string
  readonly caseRef: string
  readonly denial: DenialNamed
  readonly facts: Digest
  readonly outcome: 'dismissed' | 'identical'
  readonly person: string
  readonly reason?: string
  readonly on?: LegalDate
}

/** All assessments of one refusal for one case, the latest last. */
export type AssessmentsState = Records<readonly Assessment[]>

export const ASSESSMENTS: Subject<AssessmentsState> = {
  types: ['match.assess'],
  empty: new Records<readonly Assessment[]>(),
  apply: (state, entry) => {
    const read = readBody(message, entry)
    if (!read.ok) return read
    const { caseRef, denial, outcome, reason } = read.value
    if (outcome === 'dismissed' && reason === undefined) {
      const detail = `The match of ${caseRef} with ${denial.denialId} is dismissed without a reason.`
      return refuse('match.no-reason', detail, 'Say in `reason` why it is another transaction.')
    }
    const on = witnessedDay(entry)
    const said = { member: entry.member, ...read.value, ...(on === undefined ? {} : { on }) }
    const key = keyOf(caseRef, denial)
    return ok(state.with(entry.member, key, [...(state.get(entry.member, key) ?? []), said]))
  },
}

export function assessmentsOf(
  state: AssessmentsState,
  member: string,
  caseRef: string,
  denial: DenialNamed,
): readonly Assessment[] {
  return state.get(member, keyOf(caseRef, denial)) ?? []
}

function keyOf(caseRef: string, { by, regime, denialId }: DenialNamed): string {
  return JSON.stringify([caseRef, by, regime, denialId])
}

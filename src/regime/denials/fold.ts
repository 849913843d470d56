import { daysAfter, type LegalDate, ok, type Result } from '../../kernel/index.ts'
import type { Subject } from '../ledger.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { readBody, refuse } from '../read-body.ts'
import { Records } from '../records.ts'
import { witnessedDay } from '../witnessed-day.ts'
import { DENIAL_MESSAGES, DENIAL_TYPES } from './messages.ts'
import { type DenialRecord, keyOfDenial } from './record.ts'
import type { TermsOfRegimes } from './terms.ts'
import { yearsAfter } from './years-after.ts'

/** One act on a denial, kept for ever. */
export interface DenialAct {
  readonly type: string
  readonly entry: LedgerEntry['digest']
  /** Day on which witnesses first saw it; absent while too few have. */
  readonly on?: LegalDate
  readonly comment?: string
}

export interface Denial {
  /** Whose refusal it is: the one member that may amend, renew or revoke it. */
  readonly issuer: string
  readonly record: DenialRecord
  /** `notified` until its author lets it lapse or revokes it; that it expired is a matter of the day. */
  readonly state: 'notified' | 'lapsed' | 'revoked'
  readonly validUntil: LegalDate
  readonly acts: readonly DenialAct[]
}

export type DenialsState = Records<Denial>
type Next = Result<DenialsState>

/** The refusals of all members, as their authors notified, changed and ended them. */
export function denialsUnder(terms: TermsOfRegimes): Subject<DenialsState> {
  return {
    types: DENIAL_TYPES,
    empty: new Records<Denial>(),
    apply: (state, entry) => {
      switch (entry.type) {
        case 'denial.notify':
          return notify(state, entry, terms)
        case 'denial.amend':
          return amend(state, entry)
        case 'denial.renew':
          return renew(state, entry, terms)
        default:
          return end(state, entry)
      }
    },
  }
}

function notify(state: DenialsState, entry: LedgerEntry, terms: TermsOfRegimes): Next {
  const read = readBody(DENIAL_MESSAGES['denial.notify'], entry)
  if (!read.ok) return read
  const record = read.value
  const key = keyOfDenial(record)
  if (state.get(entry.member, key) !== undefined) {
    const detail = `${entry.member} has notified ${record.denialId} in ${record.regime} before.`
    return refuse('denial.known', detail, 'Amend it, or give the new refusal its own reference.')
  }
  const validUntil = endOf(record, terms)
  if (!validUntil.ok) return validUntil
  const decided = decidedBefore(record, entry)
  if (!decided.ok) return decided
  const denial: Denial = {
    issuer: entry.member,
    record,
    state: 'notified',
    validUntil: validUntil.value,
    acts: [actOf(entry)],
  }
  return ok(state.with(entry.member, key, denial))
}

function amend(state: DenialsState, entry: LedgerEntry): Next {
  const read = readBody(DENIAL_MESSAGES['denial.amend'], entry)
  if (!read.ok) return read
  const { record, comment } = read.value
  const known = unexpired(inForce(state, entry, record), entry)
  if (!known.ok) return known
  if (record.nationalRef !== known.value.record.nationalRef) {
    const detail = `${record.denialId} is of the refusal ${known.value.record.nationalRef}; an amendment cannot make it one of another.`
    return refuse('denial.other-refusal', detail, 'Notify the other refusal by itself.')
  }
  const decided = decidedBefore(record, entry)
  if (!decided.ok) return decided
  // What was renewed stays so: an amendment changes what was refused, and shortens only where it says another day.
  const isSaid = record.validUntil !== known.value.record.validUntil
  const validUntil = (isSaid ? record.validUntil : undefined) ?? known.value.validUntil
  if (validUntil > known.value.validUntil)
    return refuse(
      'denial.amended-longer',
      `${record.denialId} stands until ${known.value.validUntil}; an amendment does not make it stand until ${validUntil}.`,
      'Renew it: denial.renew.',
    )
  return ok(put(state, entry, { ...known.value, record, validUntil }, comment))
}

function renew(state: DenialsState, entry: LedgerEntry, terms: TermsOfRegimes): Next {
  const read = readBody(DENIAL_MESSAGES['denial.renew'], entry)
  if (!read.ok) return read
  const { validUntil: asked, comment } = read.value
  const known = unexpired(inForce(state, entry, read.value), entry)
  if (!known.ok) return known
  const { validUntil: before, record } = known.value
  const latest = latestRenewed(known.value, entry, terms)
  const validUntil = asked ?? latest
  if (validUntil > latest) return tooLong(record, validUntil, latest)
  if (validUntil <= before)
    return refuse(
      'denial.renewed-shorter',
      `${record.denialId} stands until ${before}, and a renewal now reaches to ${latest} at most.`,
      'Renew it when its review is due, or name a later day.',
    )
  return ok(put(state, entry, { ...known.value, validUntil }, comment))
}

/**
 * By the years of the terms: from its last day where its review is due, else from the day of the renewal. Renewed
 * again and again it would else stand for ever on one decision.
 */
function latestRenewed(
  { validUntil, record }: Denial,
  entry: LedgerEntry,
  terms: TermsOfRegimes,
): LegalDate {
  const { years, reviewDaysBefore } = terms.of(record.regime).validity
  const on = witnessedDay(entry)
  const isDue = on === undefined || on >= daysAfter(validUntil, -reviewDaysBefore)
  return yearsAfter(isDue ? validUntil : on, years)
}

function end(state: DenialsState, entry: LedgerEntry): Next {
  const isRevocation = entry.type === 'denial.revoke'
  const read = readBody(DENIAL_MESSAGES[isRevocation ? 'denial.revoke' : 'denial.lapse'], entry)
  if (!read.ok) return read
  const { comment, denialId } = read.value
  const known = inForce(state, entry, read.value)
  if (!known.ok) return known
  if (isRevocation && comment === undefined) {
    const detail = `${denialId} is revoked without a comment.`
    return refuse('denial.no-comment', detail, 'Say in `comment` why it no longer stands.')
  }
  return ok(
    put(state, entry, { ...known.value, state: isRevocation ? 'revoked' : 'lapsed' }, comment),
  )
}

/** A denial of the entry's author that its author has not ended. */
function inForce(
  state: DenialsState,
  { member }: LedgerEntry,
  named: Pick<DenialRecord, 'regime' | 'denialId'>,
): Result<Denial> {
  const denial = state.get(member, keyOfDenial(named))
  const what = `${named.denialId} in ${named.regime}`
  if (denial === undefined) {
    const detail = `${member} has notified no ${what}.`
    return refuse('denial.unknown', detail, 'Only who notified a refusal changes it.')
  }
  if (denial.state === 'notified') return ok(denial)
  return refuse(
    'denial.ended',
    `${what} was ${denial.state} before.`,
    'Notify the refusal anew where it stands again.',
  )
}

/** An entry not yet witnessed is taken: what it keeps in force holds more than what it would let go. */
function unexpired(known: Result<Denial>, entry: LedgerEntry): Result<Denial> {
  if (!known.ok) return known
  const { validUntil, record } = known.value
  const on = witnessedDay(entry)
  if (on === undefined || on <= validUntil) return known
  const detail = `${record.denialId} stood until ${validUntil}; this was first seen on ${on}.`
  return refuse('denial.expired', detail, 'Decide and notify the refusal anew.')
}

/** A day later than that of UTC is today somewhere. Dated ahead, a refusal would stand for longer than the terms let it. */
function decidedBefore(
  { denialId, decidedOn }: DenialRecord,
  entry: LedgerEntry,
): Result<undefined> {
  const on = witnessedDay(entry)
  if (on === undefined || decidedOn <= daysAfter(on, 1)) return ok(undefined)
  return refuse(
    'denial.decided-later',
    `${denialId} says that it was decided on ${decidedOn}, and was first seen on ${on}.`,
    'Notify it when it is decided.',
  )
}

function endOf(record: DenialRecord, terms: TermsOfRegimes): Result<LegalDate> {
  const latest = yearsAfter(record.decidedOn, terms.of(record.regime).validity.years)
  const { validUntil = latest } = record
  return validUntil > latest ? tooLong(record, validUntil, latest) : ok(validUntil)
}

function tooLong({ denialId, regime }: DenialRecord, asked: string, latest: string): Result<never> {
  return refuse(
    'denial.valid-too-long',
    `${denialId} would stand until ${asked}; under the terms of ${regime} it stands until ${latest} at most.`,
    'Name an earlier day; a refusal that still stands then is renewed.',
  )
}

function put(
  state: DenialsState,
  entry: LedgerEntry,
  denial: Denial,
  comment: string | undefined,
): DenialsState {
  const acts = [...denial.acts, actOf(entry, comment)]
  return state.with(entry.member, keyOfDenial(denial.record), { ...denial, acts })
}

function actOf(entry: LedgerEntry, comment?: string): DenialAct {
  const on = witnessedDay(entry)
  return {
    type: entry.type,
    entry: entry.digest,
    ...(on === undefined ? {} : { on }),
    ...(comment === undefined ? {} : { comment }),
  }
}

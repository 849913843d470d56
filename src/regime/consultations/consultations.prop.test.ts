import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter, type LegalDate } from '../../kernel/index.ts'
import { readSubject } from '../ledger.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { blockFrom, DENIAL, logs, RULES, refusal } from '../record.fixture.ts'
import { standingOfConsultation } from './consultation.ts'
import { consultationsUnder } from './fold.ts'

const FIRST = '2027-02-01' as LegalDate
const { by: _, ...NAMED } = DENIAL
const ASKED = { requester: 'B', consultId: 'B-1' }

/** A message somebody may send, on a day after the first or not witnessed at all. */
const said = fc.record({
  message: fc.constantFrom<readonly [string, string, object]>(
    ['A', 'denial.revoke', { ...NAMED, comment: 'Cleared.' }],
    ['A', 'denial.renew', { ...NAMED, comment: 'It stands.' }],
    ['B', 'consult.request', { consultId: 'B-1', denial: DENIAL, caseRef: 'case-1', essence: {} }],
    ['A', 'consult.receipt', ASKED],
    ['A', 'consult.reply', { ...ASKED, identical: 'yes', view: 'no-objection' }],
    ['A', 'consult.reply', { ...ASKED, identical: 'need-info' }],
    ['A', 'consult.extend', { ...ASKED, newDate: '2027-03-25', reason: 'More time.' }],
    ['B', 'consult.withdraw', { consultId: 'B-1' }],
    ['C', 'consult.reply', { ...ASKED, identical: 'no' }],
  ),
  day: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 6 }),
})

const ledger = fc.array(said, { maxLength: 9 }).map((all): readonly LedgerEntry[] => {
  const say = logs()
  const inTime = all.toSorted((one, other) => (one.day ?? 99) - (other.day ?? 99))
  return [
    say('A', 'denial.notify', refusal(), FIRST),
    ...inTime.map(({ message: [member, type, body], day }) =>
      say(member, type, body, day === null ? undefined : daysAfter(FIRST, day)),
    ),
  ]
})

const onDay = fc.integer({ min: 0, max: 90 }).map((days) => daysAfter(FIRST, days))

describe('whatever is said, and however it travels', () => {
  it('the order of arrival and what comes twice change nothing', () => {
    fc.assert(
      fc.property(ledger, onDay, fc.func(fc.integer()), (entries, on, shuffle) => {
        const mixed = [...entries, ...entries].toSorted(
          (one, other) => shuffle(one.digest) - shuffle(other.digest),
        )
        expect(blockFrom(mixed, on)).toEqual(blockFrom(entries, on))
      }),
      { numRuns: 60 },
    )
  })

  it('silence never begins before the clock has ended, and never beside a reply', () => {
    fc.assert(
      fc.property(ledger, onDay, (entries, on) => {
        const { state } = readSubject(consultationsUnder(RULES), entries)
        for (const one of state.consultations.all()) {
          const { state: outcome, until } = standingOfConsultation(one, on, RULES)
          if (outcome !== 'silent') continue
          expect(one.reply).toBeUndefined()
          expect(until !== undefined && on > until).toBe(true)
          expect(until && one.receivedOn && until > daysAfter(one.receivedOn, 10)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('a refusal that was revoked, or is past its last day, never blocks', () => {
    fc.assert(
      fc.property(ledger, onDay, (entries, on) => {
        const say = logs()
        for (const _entry of entries) say('A', '', {})
        const revoked = say('A', 'denial.revoke', { ...NAMED, comment: 'Cleared.' }, '2027-06-01')
        expect(blockFrom([...entries, revoked], on).mayBeApproved).toBe(true)
        expect(blockFrom(entries, '2040-01-01').mayBeApproved).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('a refusal in force without a closed consultation always blocks', () => {
    fc.assert(
      fc.property(ledger, onDay, (entries, on) => {
        const { state } = readSubject(consultationsUnder(RULES), entries)
        const isClosed = state.consultations
          .all()
          .some((one) => standingOfConsultation(one, on, RULES).isClosed)
        const isRevoked = entries.some(({ type }) => type === 'denial.revoke')
        expect(blockFrom(entries, on).mayBeApproved).toBe(isClosed || isRevoked)
      }),
      { numRuns: 100 },
    )
  })
})

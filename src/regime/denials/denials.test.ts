import { describe, expect, it } from 'vitest'
import { digestOf, type LegalDate } from '../../kernel/index.ts'
import { readSubject } from '../ledger.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { logs, refusal, TERMS } from '../record.fixture.ts'
import { readDenialRows } from './denial-rows.ts'
import { denialsUnder } from './fold.ts'
import { DENIAL_TYPES } from './messages.ts'
import { standingOf } from './standing.ts'
import { yearsAfter } from './years-after.ts'

const DENIALS = denialsUnder(TERMS)
const NAMED = { regime: 'NSG', denialId: 'NSG-A-1' }
const BODIES: Readonly<Record<string, unknown>> = {
  'denial.notify': refusal(),
  'denial.amend': { record: refusal({ endUse: 'Satellites' }), comment: 'End use became known.' },
  'denial.renew': { ...NAMED, comment: 'It still stands.' },
  'denial.lapse': NAMED,
  'denial.revoke': { ...NAMED, comment: 'The end user was cleared.' },
}

/** The denial after messages of one author, witnessed one a day from the notification on. */
function after(...types: readonly string[]) {
  const say = logs()
  const entries = types.map((type, at) => say('A', type, BODIES[type], `2027-02-${10 + at}`))
  return readSubject(DENIALS, entries)
}

const codesOf = (refused: ReturnType<typeof after>['refused']): readonly (string | undefined)[] =>
  refused.map(({ problems }) => problems[0]?.code)

describe('each message in each state of a denial', () => {
  const paths = {
    unknown: [],
    notified: ['denial.notify'],
    amended: ['denial.notify', 'denial.amend'],
    renewed: ['denial.notify', 'denial.renew'],
    lapsed: ['denial.notify', 'denial.lapse'],
    revoked: ['denial.notify', 'denial.revoke'],
  } as const
  const known = {
    'denial.notify': 'denial.known',
    'denial.amend': 'notified',
    'denial.renew': 'notified',
    'denial.lapse': 'lapsed',
    'denial.revoke': 'revoked',
  }
  const ended = {
    'denial.notify': 'denial.known',
    'denial.amend': 'denial.ended',
    'denial.renew': 'denial.ended',
    'denial.lapse': 'denial.ended',
    'denial.revoke': 'denial.ended',
  }
  const outcomes: Readonly<Record<keyof typeof paths, Readonly<Record<string, string>>>> = {
    unknown: {
      'denial.notify': 'notified',
      'denial.amend': 'denial.unknown',
      'denial.renew': 'denial.unknown',
      'denial.lapse': 'denial.unknown',
      'denial.revoke': 'denial.unknown',
    },
    notified: known,
    amended: known,
    renewed: known,
    lapsed: ended,
    revoked: ended,
  }
  const rows = Object.entries(paths).flatMap(([state, path]) =>
    DENIAL_TYPES.map((type) => [state, type, path] as const),
  )
  it.each(rows)('%s, then %s', (state, type, path) => {
    const { state: read, refused } = after(...path, type)
    const outcome = codesOf(refused)[0] ?? read.all()[0]?.state
    expect(outcome).toBe(outcomes[state as keyof typeof paths][type])
  })
})

describe('a denial', () => {
  it('is not revoked without a comment', () => {
    const say = logs()
    const { state, refused } = readSubject(DENIALS, [
      say('A', 'denial.notify', refusal(), '2027-02-01'),
      say('A', 'denial.revoke', NAMED, '2027-02-02'),
    ])
    expect(codesOf(refused)).toEqual(['denial.no-comment'])
    expect(state.all()[0]?.state).toBe('notified')
  })

  it('is changed by nobody but its author', () => {
    const say = logs()
    const { state, refused } = readSubject(DENIALS, [
      say('A', 'denial.notify', refusal(), '2027-02-01'),
      say('B', 'denial.revoke', BODIES['denial.revoke'], '2027-02-02'),
    ])
    expect(codesOf(refused)).toEqual(['denial.unknown'])
    expect(state.all()[0]?.state).toBe('notified')
  })

  it('keeps every act with the day on which witnesses saw it, and never the clock of its author', () => {
    const acts = after('denial.notify', 'denial.amend', 'denial.revoke').state.all()[0]?.acts
    expect(acts?.map(({ type, on }) => [type, on])).toEqual([
      ['denial.notify', '2027-02-10'],
      ['denial.amend', '2027-02-11'],
      ['denial.revoke', '2027-02-12'],
    ])
  })

  it('stands for no longer than the terms of its regime allow', () => {
    const say = logs()
    const long = refusal({ validUntil: '2030-01-05' })
    const { refused } = readSubject(DENIALS, [say('A', 'denial.notify', long, '2027-02-01')])
    expect(codesOf(refused)).toEqual(['denial.valid-too-long'])
  })

  it('is decided before it is told, by the day of whichever place', () => {
    const say = logs()
    const on = (decidedOn: string) =>
      codesOf(
        readSubject(DENIALS, [say('A', 'denial.notify', refusal({ decidedOn }), '2027-02-01')])
          .refused,
      )
    expect(on('2027-02-02')).toEqual([])
    expect(on('2027-02-03')).toEqual(['denial.decided-later'])
    const amended = { record: refusal({ decidedOn: '2028-01-01' }), comment: 'A later day.' }
    const { refused } = readSubject(DENIALS, [
      say('A', 'denial.notify', refusal(), '2027-02-01'),
      say('A', 'denial.amend', amended, '2027-02-02'),
    ])
    expect(codesOf(refused)).toEqual(['denial.decided-later'])
  })

  it('keeps its end through an amendment that says nothing new of it, and is not made to stand longer', () => {
    const ends = { validUntil: '2029-01-04' }
    const amend = (changes: object) => {
      const say = logs()
      const { state, refused } = readSubject(DENIALS, [
        say('A', 'denial.notify', refusal(ends), '2027-02-01'),
        say('A', 'denial.renew', BODIES['denial.renew'], '2028-12-01'),
        say(
          'A',
          'denial.amend',
          { record: refusal({ ...ends, ...changes }), comment: 'Known.' },
          '2029-02-01',
        ),
      ])
      return codesOf(refused)[0] ?? state.all()[0]?.validUntil
    }
    expect(amend({ endUse: 'Satellites' })).toBe('2032-01-04')
    expect(amend({ validUntil: '2030-01-04' })).toBe('2030-01-04')
    expect(amend({ validUntil: '2032-01-05' })).toBe('denial.amended-longer')
  })

  it('keeps the refusal that it is of', () => {
    const say = logs()
    const other = { record: refusal({ nationalRef: 'A/2027/18' }), comment: 'Another.' }
    const { refused } = readSubject(DENIALS, [
      say('A', 'denial.notify', refusal(), '2027-02-01'),
      say('A', 'denial.amend', other, '2027-02-02'),
    ])
    expect(codesOf(refused)).toEqual(['denial.other-refusal'])
  })

  it.each(['denial.renew', 'denial.amend'])('is not taken up by %s once it expired', (type) => {
    const say = logs()
    const entries = [say('A', 'denial.notify', refusal(), '2027-02-01')]
    const inTime = say('A', type, BODIES[type], '2030-01-04')
    const { sequence } = inTime
    const late: LedgerEntry = { ...inTime, sequence, witnessedAt: '2030-01-05T00:00:00Z' }
    expect(codesOf(readSubject(DENIALS, [...entries, inTime]).refused)).toEqual([])
    expect(codesOf(readSubject(DENIALS, [...entries, late]).refused)).toEqual(['denial.expired'])
  })
})

describe('how a denial stands on a day', () => {
  const standing = (on: string, ...types: readonly string[]) => {
    const [denial] = after(...types).state.all()
    if (denial === undefined) throw new Error('No denial was read.')
    return standingOf(denial, on as LegalDate, TERMS)
  }

  it('is in force on its last day and expired on the next', () => {
    expect(standing('2030-01-04', 'denial.notify').state).toBe('in-force')
    expect(standing('2030-01-05', 'denial.notify').state).toBe('expired')
  })

  it.each([
    ['2029-10-06', ['2033-01-04', '2033-01-04']],
    // Before its review is due: from the day of the renewal.
    ['2029-10-05', ['2032-10-05', '2032-10-05']],
    [undefined, ['2033-01-04', '2036-01-04']],
  ])('renewed when first seen on %s, and again, stands until %j', (day, expected) => {
    const say = logs()
    const entries = [
      say('A', 'denial.notify', refusal(), '2027-02-10'),
      say('A', 'denial.renew', BODIES['denial.renew'], day),
      say('A', 'denial.renew', BODIES['denial.renew'], day),
    ].map((one, at) => ({ ...one, digest: digestOf(at) }))
    const endOf = (count: number) =>
      readSubject(DENIALS, entries.slice(0, count)).state.all()[0]?.validUntil
    expect([endOf(2), endOf(3)]).toEqual(expected)
  })

  it('stands no shorter, and no longer, by a renewal that comes too soon', () => {
    const say = logs()
    const { refused } = readSubject(DENIALS, [
      say('A', 'denial.notify', refusal(), '2027-01-04'),
      say('A', 'denial.renew', BODIES['denial.renew'], '2027-01-04'),
    ])
    expect(codesOf(refused)).toEqual(['denial.renewed-shorter'])
  })

  it('reminds its author 90 days before the end, and not the day before', () => {
    expect(standing('2029-10-05', 'denial.notify').isReviewDue).toBe(false)
    expect(standing('2029-10-06', 'denial.notify').isReviewDue).toBe(true)
    expect(standing('2029-10-06', 'denial.notify', 'denial.revoke').isReviewDue).toBe(false)
  })

  it.each([
    ['2027-02-03', 'in-time'],
    ['2027-02-04', 'late'],
    ['2027-03-05', 'late'],
    ['2027-03-06', 'overdue'],
    [undefined, 'not-yet-witnessed'],
  ])('first seen on %s, it was notified %s', (day, notified) => {
    const say = logs()
    const { state } = readSubject(DENIALS, [say('A', 'denial.notify', refusal(), day)])
    const [denial] = state.all()
    expect(denial && standingOf(denial, '2027-06-01' as LegalDate, TERMS).notified).toBe(notified)
  })

  it('ends on 28 February where the year has no 29th', () => {
    expect(yearsAfter('2028-02-29' as LegalDate, 3)).toBe('2031-02-28')
    expect(yearsAfter('2028-02-29' as LegalDate, 4)).toBe('2032-02-29')
  })
})

describe('a refusal notified in two regimes', () => {
  it('has a reference, a contact and an end in each, and stands in one when revoked in the other', () => {
    const say = logs()
    const inWa = refusal({
      regime: 'WA',
      denialId: 'WA-77',
      contact: 'WA desk',
      validUntil: '2029-01-04',
    })
    const { state } = readSubject(DENIALS, [
      say('A', 'denial.notify', refusal(), '2027-02-01'),
      say('A', 'denial.notify', inWa, '2027-02-01'),
      say('A', 'denial.revoke', BODIES['denial.revoke'], '2027-03-01'),
    ])
    const rows = state.all().map((denial) => ({
      of: denial.record.nationalRef,
      in: denial.record.regime,
      contact: denial.record.contact,
      ...standingOf(denial, '2027-06-01' as LegalDate, TERMS),
    }))
    expect(rows).toMatchObject([
      { of: 'A/2027/17', in: 'NSG', state: 'revoked', validUntil: '2030-01-04' },
      {
        of: 'A/2027/17',
        in: 'WA',
        state: 'in-force',
        validUntil: '2029-01-04',
        contact: 'WA desk',
      },
    ])
  })
})

describe('a file of denials', () => {
  const rows = (...values: readonly unknown[]) =>
    values.map((value, at) => ({ row: at + 2, value }))
  const known = readSubject(DENIALS, []).state

  it('keeps names as they are written', () => {
    const parties = [{ role: 'end-user', name: 'O’Brien & Söhne <GmbH>' }]
    const { records, refused } = readDenialRows(rows(refusal({ parties })), 'A', known, TERMS)
    expect(refused).toEqual([])
    expect(records[0]?.parties[0]?.name).toBe('O’Brien & Söhne <GmbH>')
  })

  it('lists each bad row, one that says a reference twice too', () => {
    const file = rows(refusal(), refusal({ decidedOn: '2027-02-30' }), refusal())
    const { refused } = readDenialRows(file, 'A', known, TERMS)
    expect(refused.map(({ row, problems }) => [row, problems[0]?.code])).toEqual([
      [3, 'input.wrong-shape'],
      [4, 'denial.known'],
    ])
  })

  it('lists what is known before the file', () => {
    const say = logs()
    const { state } = readSubject(DENIALS, [say('A', 'denial.notify', refusal(), '2027-02-01')])
    const { refused } = readDenialRows(rows(refusal()), 'A', state, TERMS)
    expect(refused).toHaveLength(1)
  })
})

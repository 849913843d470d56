import { describe, expect, it } from 'vitest'
import { type LegalDate, unwrap } from '../../kernel/index.ts'
import { readSubject } from '../ledger.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { DENIAL, logs, RULES, refusal, TERMS } from '../record.fixture.ts'
import { standingOfConsultation } from './consultation.ts'
import { consultationsUnder } from './fold.ts'
import { CONSULTATION_TYPES } from './messages.ts'
import { timingOfUndercut } from './undercut.ts'
import { readWorkingDays } from './working-days.ts'

const CONSULTATIONS = consultationsUnder(RULES)
const ASKED = { requester: 'B', consultId: 'B-1' }
const BODIES: Readonly<Record<string, readonly [member: string, body: unknown]>> = {
  'consult.request': ['B', { consultId: 'B-1', denial: DENIAL, caseRef: 'case-1', essence: {} }],
  'consult.receipt': ['A', ASKED],
  'consult.reply': ['A', { ...ASKED, identical: 'yes', view: 'objection', reason: 'Same user.' }],
  'consult.extend': ['A', { ...ASKED, newDate: '2027-04-05', reason: 'The file is archived.' }],
  'consult.withdraw': ['B', { consultId: 'B-1' }],
  'undercut.notify': [
    'B',
    {
      denial: DENIAL,
      caseRef: 'case-1',
      consultId: 'B-1',
      decidedOn: '2027-03-22',
      reasons: ['The end use was inspected.'],
    },
  ],
}

/** Messages on their days. The request of Monday 1 March is received at once; ten working days end on the 15th. */
type Said = readonly [type: string, day: string | undefined, more?: object]

function reading(...said: readonly Said[]) {
  const say = logs()
  let asked: LedgerEntry['digest'] | undefined
  const entries = said.map(([type, day, more]): LedgerEntry => {
    const [member, body] = BODIES[type] ?? ['', {}]
    const references = asked === undefined ? [] : [asked]
    const entry = say(member, type, { ...(body as object), ...more }, day, { references })
    asked ??= entry.digest
    return entry
  })
  return readSubject(CONSULTATIONS, entries)
}

const REQUEST = ['consult.request', '2027-03-01'] as const
const RECEIPT = ['consult.receipt', '2027-03-01'] as const
const EXTEND = ['consult.extend', '2027-03-02'] as const
const REPLY = ['consult.reply', '2027-03-03'] as const
const WITHDRAW = ['consult.withdraw', '2027-03-03'] as const

const codeOf = ({ refused }: ReturnType<typeof reading>): string | undefined =>
  refused[0]?.problems[0]?.code

function standing(on: string, ...said: readonly Said[]) {
  const [consultation] = reading(...said).state.consultations.all()
  if (consultation === undefined) throw new Error('No consultation was read.')
  return standingOfConsultation(consultation, on as LegalDate, RULES)
}

describe('each message in each state of a consultation', () => {
  const paths = {
    unknown: [],
    requested: [REQUEST],
    received: [REQUEST, RECEIPT],
    extended: [REQUEST, RECEIPT, EXTEND],
    replied: [REQUEST, RECEIPT, REPLY],
    withdrawn: [REQUEST, RECEIPT, WITHDRAW],
    silent: [REQUEST, RECEIPT],
  } as const
  const unknown = 'consultation.unknown'
  const closed = 'consultation.closed'
  const ended = 'consultation.clock-ended'
  // Request, receipt, reply, extension, withdrawal, notice of an undercut.
  const outcomes: Readonly<Record<keyof typeof paths, readonly string[]>> = {
    unknown: ['requested', unknown, unknown, unknown, unknown, unknown],
    requested: [
      'consultation.known',
      'received',
      'replied',
      'consultation.not-received',
      'withdrawn',
      'undercut.consultation-open',
    ],
    received: [
      'consultation.known',
      'consultation.received',
      'replied',
      'extended',
      'withdrawn',
      'undercut.consultation-open',
    ],
    extended: [
      'consultation.known',
      'consultation.received',
      'replied',
      'consultation.no-extension',
      'withdrawn',
      'undercut.consultation-open',
    ],
    replied: ['consultation.known', closed, closed, closed, closed, 'replied, told'],
    withdrawn: ['consultation.known', closed, closed, closed, closed, 'undercut.consultation-open'],
    silent: ['consultation.known', ended, ended, ended, ended, 'received, told'],
  }
  const rows = Object.keys(paths).flatMap((state) =>
    CONSULTATION_TYPES.map((type, at) => [state as keyof typeof paths, type, at] as const),
  )
  it.each(rows)('%s, then %s', (state, type, at) => {
    // Silence begins on the 16th; the others are answered within their time.
    const day = state === 'silent' ? '2027-03-16' : '2027-03-10'
    const decided = { decidedOn: state === 'silent' ? '2027-03-16' : '2027-03-10' }
    const read = reading(...paths[state], [type, day, type === 'undercut.notify' ? decided : {}])
    const [consultation] = read.state.consultations.all()
    const told = read.state.undercuts.all().length > 0 ? ', told' : ''
    expect(codeOf(read) ?? `${consultation?.state}${told}`).toBe(outcomes[state][at])
  })
})

describe('the clock of a consultation', () => {
  it('runs from the receipt, not from the request, and ends after ten working days', () => {
    expect(standing('2027-05-01', REQUEST)).toMatchObject({ state: 'requested', isClosed: false })
    expect(standing('2027-03-15', REQUEST, RECEIPT)).toMatchObject({
      state: 'received',
      until: '2027-03-15',
    })
    expect(standing('2027-03-16', REQUEST, RECEIPT)).toMatchObject({
      state: 'silent',
      isClosed: true,
    })
  })

  it('is that of witnesses: a reply dated back by its author is late', () => {
    const late = reading(REQUEST, RECEIPT, ['consult.reply', '2027-03-16'])
    expect(codeOf(late)).toBe('consultation.clock-ended')
  })

  it('ends in no silence while a reply is there that too few witnesses have seen', () => {
    const read = standing('2027-04-30', REQUEST, RECEIPT, ['consult.reply', undefined])
    expect(read).toMatchObject({ state: 'reply-not-yet-witnessed', isClosed: false })
  })

  it('does not run while the receipt is not witnessed', () => {
    const read = standing('2027-06-30', REQUEST, ['consult.receipt', undefined])
    expect(read).toMatchObject({ state: 'received', isClosed: false })
    expect(read.until).toBeUndefined()
  })

  it('is extended to thirty working days from the receipt and no further', () => {
    const to = (newDate: string) =>
      reading(REQUEST, RECEIPT, ['consult.extend', '2027-03-02', { newDate }])
    expect(codeOf(to('2027-04-12'))).toBeUndefined()
    expect(codeOf(to('2027-04-13'))).toBe('consultation.extended-too-far')
    expect(standing('2027-04-05', REQUEST, RECEIPT, EXTEND).state).toBe('extended')
    expect(standing('2027-04-06', REQUEST, RECEIPT, EXTEND).state).toBe('silent')
  })

  it('says that no answer came where more was asked for, and does not call it silence', () => {
    const more = ['consult.reply', '2027-03-03', { identical: 'need-info' }] as const
    expect(standing('2027-03-15', REQUEST, RECEIPT, more).state).toBe('received')
    expect(standing('2027-03-16', REQUEST, RECEIPT, more).state).toBe('unanswered')
  })

  it('counts a request as received after the days that the terms name, where they name any', () => {
    const nsg = TERMS.of('NSG')
    const consultation = { ...nsg.consultation, deemedReceivedWorkingDays: 5 }
    const terms = { of: () => ({ ...nsg, consultation }) }
    const [asked] = reading(REQUEST).state.consultations.all()
    if (asked === undefined) throw new Error('No consultation was read.')
    const at = (on: string) => standingOfConsultation(asked, on as LegalDate, { ...RULES, terms })
    expect(at('2027-03-22')).toMatchObject({ state: 'requested', until: '2027-03-22' })
    expect(at('2027-03-23').state).toBe('silent')
  })
})

describe('working days', () => {
  const table = (members: object) => ({
    otherwise: { weekend: ['saturday', 'sunday'], cite: 'c 1', mark: 'unverified' },
    members,
  })
  const given = unwrap(
    readWorkingDays(
      table({
        IL: { weekend: ['friday', 'saturday'], cite: 'c 1', mark: 'unverified' },
        A: {
          weekend: ['saturday', 'sunday'],
          holidays: { '2027': ['2027-03-08', '2027-03-13'] },
          cite: 'c 1',
          mark: 'unverified',
        },
      }),
    ),
  )
  it.each([
    ['XX', '2027-03-01', 10, '2027-03-15', ['2027']],
    ['XX', '2027-03-05', 1, '2027-03-08', ['2027']],
    ['XX', '2027-03-06', 1, '2027-03-08', ['2027']],
    ['IL', '2027-03-04', 1, '2027-03-07', ['2027']],
    // A holiday on a Monday counts, one on a Saturday changes nothing.
    ['A', '2027-03-01', 10, '2027-03-16', []],
    ['A', '2027-12-30', 2, '2028-01-03', ['2028']],
  ])('of %s after %s, %i of them end on %s', (member, day, days, until, holidaysNotGiven) => {
    expect(given(member, day as LegalDate, days)).toEqual({ day: until, holidaysNotGiven })
  })
})

describe('who may say what', () => {
  it('is the member asked, for receipt, reply and extension', () => {
    const say = logs()
    const entries = [
      say('B', 'consult.request', BODIES['consult.request']?.[1], '2027-03-01'),
      say('C', 'consult.reply', BODIES['consult.reply']?.[1], '2027-03-02'),
    ]
    const { refused } = readSubject(CONSULTATIONS, entries)
    expect(refused[0]?.problems[0]?.code).toBe('consultation.not-asked')
  })

  it('is nobody about a refusal of its own', () => {
    const say = logs()
    const own = { consultId: 'A-1', denial: DENIAL, caseRef: 'x', essence: {} }
    const { refused } = readSubject(CONSULTATIONS, [say('A', 'consult.request', own, '2027-03-01')])
    expect(refused[0]?.problems[0]?.code).toBe('consultation.with-itself')
  })

  it('is that the same is identical only with a view on it', () => {
    const say = logs()
    const { refused } = readSubject(CONSULTATIONS, [
      say('B', 'consult.request', BODIES['consult.request']?.[1], '2027-03-01'),
      say('A', 'consult.reply', { ...ASKED, identical: 'yes' }, '2027-03-02'),
    ])
    expect(refused[0]?.problems[0]?.code).toBe('consultation.no-view')
  })
})

describe('the notice of a grant', () => {
  it('needs reasons', () => {
    expect(
      codeOf(reading(REQUEST, RECEIPT, REPLY, ['undercut.notify', '2027-03-23', { reasons: [] }])),
    ).toBe('undercut.no-reasons')
  })

  it.each([
    ['2027-04-21', 'in-time'],
    ['2027-04-22', 'late'],
    ['2027-05-21', 'late'],
    ['2027-05-22', 'overdue'],
    [undefined, 'not-yet-witnessed'],
  ])('of 22 March first seen on %s is %s', (day, told) => {
    const [undercut] = reading(REQUEST, RECEIPT, REPLY, [
      'undercut.notify',
      day,
    ]).state.undercuts.all()
    expect(undercut && timingOfUndercut(undercut, RULES)).toEqual({
      due: '2027-04-21',
      latest: '2027-05-21',
      told,
    })
  })

  it('speaks of the consultation about that refusal for that case', () => {
    const other = (more: object) =>
      codeOf(reading(REQUEST, RECEIPT, REPLY, ['undercut.notify', '2027-03-23', more]))
    expect(other({})).toBeUndefined()
    const wrong = 'undercut.other-consultation'
    expect(other({ caseRef: 'case-2' })).toBe(wrong)
    expect(other({ denial: { ...DENIAL, denialId: 'NSG-A-2' } })).toBe(wrong)
  })

  it('is of a grant that was made: dated ahead, it would find a silence that is still to come', () => {
    const dated = (decidedOn: string) =>
      codeOf(reading(REQUEST, RECEIPT, ['undercut.notify', '2027-03-15', { decidedOn }]))
    expect(dated('2027-03-15')).toBe('undercut.consultation-open')
    expect(dated('2027-03-16')).toBeUndefined()
    expect(dated('2027-03-17')).toBe('undercut.decided-later')
  })

  it('needs no consultation where the terms ask for none', () => {
    const say = logs()
    const body = { ...(BODIES['undercut.notify']?.[1] as object), consultId: 'B-1' }
    const { consultId: _, ...without } = body
    const { state } = readSubject(CONSULTATIONS, [
      say('A', 'denial.notify', refusal(), '2027-02-01'),
      say('B', 'undercut.notify', without, '2027-03-23'),
    ])
    expect(state.undercuts.all()).toHaveLength(1)
  })
})

import { describe, expect, it } from 'vitest'
import { type LegalDate, unwrap } from '../../kernel/index.ts'
import { readSubject } from '../ledger.ts'
import { logs, tableOfLaw } from '../record.fixture.ts'
import { recognisedBy, tenderCriteria } from './standards.ts'
import { isOverdue, readStreams, workstreamsUnder } from './workstreams.ts'

const WORK = workstreamsUnder(unwrap(readStreams(tableOfLaw('workstreams'))))
const MADE = { commitmentId: 'W-1', stream: 'batteries', text: 'A test suite', due: '2027-06-30' }

type Said = readonly [member: string, type: string, body: object]

const COMMIT: Said = ['A', 'workstream.commit', MADE]
const EVIDENCE: Said = ['A', 'workstream.evidence', { commitmentId: 'W-1', what: 'Release 1.0' }]
const as = (state: string, reason?: string): Said => [
  'A',
  'workstream.state',
  { commitmentId: 'W-1', state, ...(reason === undefined ? {} : { reason }) },
]
const CONFIRM: Said = ['B', 'workstream.confirm', { by: 'A', commitmentId: 'W-1' }]

function reading(...said: readonly Said[]) {
  const say = logs()
  return readSubject(
    WORK,
    said.map(([member, type, body], at) => say(member, type, body, `2027-03-${10 + at}`)),
  )
}

describe('each message in each state of a commitment', () => {
  const paths: Readonly<Record<string, readonly Said[]>> = {
    unknown: [],
    open: [COMMIT],
    'at-risk': [COMMIT, as('at-risk', 'The laboratory burnt down.')],
    done: [COMMIT, EVIDENCE, as('done')],
    confirmed: [COMMIT, EVIDENCE, as('done'), CONFIRM],
    dropped: [COMMIT, as('dropped', 'Another member does it.')],
  }
  const messages = {
    commit: COMMIT,
    evidence: EVIDENCE,
    'on-track': as('on-track'),
    done: as('done'),
    confirm: CONFIRM,
  }
  const [known, unknown, closed] = [
    'commitment.known',
    'commitment.unknown',
    'commitment.closed',
  ] as const
  const notDone = 'commitment.not-done'
  const outcomes: Readonly<Record<string, readonly string[]>> = {
    unknown: ['open', unknown, unknown, unknown, unknown],
    open: [known, 'open', 'on-track', 'commitment.no-evidence', notDone],
    'at-risk': [known, 'at-risk', 'on-track', 'commitment.no-evidence', notDone],
    done: [known, closed, closed, closed, 'confirmed'],
    confirmed: [known, closed, closed, closed, 'confirmed'],
    dropped: [known, closed, closed, closed, notDone],
  }
  const rows = Object.keys(paths).flatMap((state) =>
    Object.entries(messages).map(([name, said], at) => [state, name, said, at] as const),
  )
  it.each(rows)('%s, then %s', (state, _, said, at) => {
    const { state: read, refused } = reading(...(paths[state] ?? []), said)
    const outcome = refused[0]?.problems[0]?.code ?? read.commitments.all()[0]?.state
    expect(outcome).toBe(outcomes[state]?.[at])
  })
})

describe('a commitment', () => {
  it.each(['at-risk', 'dropped'])('is not %s without a reason', (state) => {
    expect(reading(COMMIT, as(state)).refused[0]?.problems[0]?.code).toBe('commitment.no-reason')
  })

  it('is confirmed by another member only', () => {
    const own: Said = ['A', 'workstream.confirm', { by: 'A', commitmentId: 'W-1' }]
    const { refused } = reading(COMMIT, EVIDENCE, as('done'), own)
    expect(refused[0]?.problems[0]?.code).toBe('commitment.own-word')
  })

  it('is of a field of work that there is', () => {
    const other: Said = ['A', 'workstream.commit', { ...MADE, stream: 'space' }]
    expect(reading(other).refused[0]?.problems[0]?.code).toBe('workstream.unknown-stream')
  })

  it('is overdue from the day after its last, until it is done or dropped', () => {
    const overdue = (on: string, ...said: readonly Said[]) => {
      const [one] = reading(...said).state.commitments.all()
      return one && isOverdue(one, on as LegalDate)
    }
    expect(overdue('2027-06-30', COMMIT)).toBe(false)
    expect(overdue('2027-07-01', COMMIT)).toBe(true)
    expect(overdue('2027-07-01', COMMIT, EVIDENCE, as('done'))).toBe(false)
  })
})

describe('a technical standard', () => {
  const publish: Said = [
    'A',
    'standard.publish',
    { standardId: 'S-1', title: 'Tests', body: 'Body', edition: '2027', stream: 'batteries' },
  ]
  const by = (member: string, from: string): Said => [
    member,
    'standard.recognise',
    { by: 'A', standardId: 'S-1', from },
  ]
  const undo: Said = [
    'B',
    'standard.unrecognise',
    { by: 'A', standardId: 'S-1', from: '2027-09-01', reason: 'A new edition.' },
  ]
  const criteria = (on: string, buyers: readonly string[], ...said: readonly Said[]) =>
    tenderCriteria(reading(publish, ...said).state.standards, buyers, on as LegalDate)

  it('is a criterion where every buyer recognises it on the day', () => {
    const said = [by('B', '2027-04-01'), by('C', '2027-05-01')]
    expect(criteria('2027-04-30', ['B', 'C'], ...said)).toEqual([])
    expect(criteria('2027-05-01', ['B', 'C'], ...said)).toMatchObject([
      { id: 'S-1', recognisedBy: ['B', 'C'], text: 'Conforms to S-1, Tests (Body, 2027).' },
    ])
    expect(criteria('2027-05-01', [], ...said)).toEqual([])
  })

  it('is recognised no more from the day a member says', () => {
    const [standard] = reading(publish, by('B', '2027-04-01'), undo).state.standards.all()
    expect(standard && recognisedBy(standard, '2027-08-31' as LegalDate)).toEqual(['B'])
    expect(standard && recognisedBy(standard, '2027-09-01' as LegalDate)).toEqual([])
    expect(reading(publish, undo).refused[0]?.problems[0]?.code).toBe('standard.not-recognised')
  })
})

describe('minutes of a meeting', () => {
  it('are published once', () => {
    const minutes: Said = [
      'A',
      'minutes.publish',
      { meetingId: 'M-1', heldOn: '2027-02-09', present: ['A', 'B'], decisions: ['Tests'] },
    ]
    const { state, refused } = reading(minutes, minutes)
    expect(state.minutes.all()).toHaveLength(1)
    expect(refused[0]?.problems[0]?.code).toBe('minutes.known')
  })
})

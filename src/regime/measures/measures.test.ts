import { describe, expect, it } from 'vitest'
import type { LegalDate } from '../../kernel/index.ts'
import { readSubject } from '../ledger.ts'
import { logs } from '../record.fixture.ts'
import { burdenOf, MEASURE_TYPES, MEASURES, stateOfMeasure } from './measures.ts'

const NAMED = { by: 'A', measureId: 'M-1' }
const BODIES: Readonly<Record<string, readonly [string, object]>> = {
  'measure.propose': [
    'A',
    {
      ...{ measureId: 'M-1', kind: 'stock-release', what: 'Gallium', joinBy: '2027-03-20' },
      ...{ membersNeeded: 2, need: { amount: '12', unit: 't' } },
    },
  ],
  'measure.join': ['B', { ...NAMED, share: '7.5' }],
  'measure.decline': ['B', { ...NAMED, reason: 'No stock left.' }],
  'measure.start': ['A', { measureId: 'M-1' }],
  'measure.report': ['B', { ...NAMED, done: '2.25', evidence: 'Notice 7' }],
  'measure.end': ['A', { measureId: 'M-1', outcome: 'Prices fell.' }],
  'measure.withdraw': ['A', { measureId: 'M-1', reason: 'The alert was wrong.' }],
}
const SECOND = ['measure.join', 'C', { ...NAMED, share: '4.5' }] as const

type Said = string | readonly [type: string, member: string, body: object]

function reading(first: string, ...said: readonly Said[]) {
  const say = logs()
  const entries = said.map((one, at) => {
    const [type, member, body] =
      typeof one === 'string' ? ([one, ...(BODIES[one] ?? ['', {}])] as const) : one
    return say(member, type, body, `${first}${at}`)
  })
  return readSubject(MEASURES, entries)
}

const PROPOSED = ['measure.propose', 'measure.join'] as const
const CARRIED = [...PROPOSED, SECOND] as const
const RUNNING = [...CARRIED, 'measure.start'] as const

describe('each message in each state of a joint measure', () => {
  const paths: Readonly<Record<string, readonly Said[]>> = {
    unknown: [],
    proposed: PROPOSED,
    carried: CARRIED,
    running: RUNNING,
    ended: [...RUNNING, 'measure.end'],
    withdrawn: [...PROPOSED, 'measure.withdraw'],
  }
  const [known, unknown, over] = ['measure.known', 'measure.unknown', 'measure.over']
  const notRunning = 'measure.not-running'
  // Propose, join, decline, start, report, end, withdraw.
  const outcomes: Readonly<Record<string, readonly string[]>> = {
    unknown: ['proposed', unknown, unknown, unknown, unknown, unknown, unknown],
    proposed: [
      known,
      'proposed',
      'proposed',
      'measure.not-carried',
      notRunning,
      notRunning,
      'withdrawn',
    ],
    carried: [known, 'proposed', 'proposed', 'running', notRunning, notRunning, 'withdrawn'],
    running: [
      known,
      'running',
      'running',
      'measure.running',
      'running',
      'ended',
      'measure.running',
    ],
    ended: [known, over, over, over, over, over, over],
    withdrawn: [known, over, over, over, over, over, over],
  }
  const rows = Object.keys(paths).flatMap((state) =>
    MEASURE_TYPES.map((type, at) => [state, type, at] as const),
  )
  it.each(rows)('%s, then %s', (state, type, at) => {
    const { state: read, refused } = reading('2027-03-0', ...(paths[state] ?? []), type)
    const outcome = refused[0]?.problems[0]?.code ?? read.all()[0]?.state
    expect(outcome).toBe(outcomes[state]?.[at])
  })
})

describe('a joint measure', () => {
  it('is carried when members and shares reach what it needs, to the last tenth', () => {
    const short = ['measure.join', 'C', { ...NAMED, share: '4.4' }] as const
    const [not] = reading('2027-03-0', ...PROPOSED, short).state.all()
    const [carried] = reading('2027-03-0', ...CARRIED).state.all()
    expect(not && burdenOf(not)).toMatchObject({ isCarried: false, offered: '11.9' })
    expect(carried && burdenOf(carried)).toMatchObject({
      isCarried: true,
      offered: '12',
      shares: [
        { member: 'B', share: '7.5' },
        { member: 'C', share: '4.5' },
      ],
    })
  })

  it('lapses after the last day for joining, and is not joined then', () => {
    const [proposed] = reading('2027-03-0', ...PROPOSED).state.all()
    expect(proposed && stateOfMeasure(proposed, '2027-03-20' as LegalDate)).toBe('proposed')
    expect(proposed && stateOfMeasure(proposed, '2027-03-21' as LegalDate)).toBe('lapsed')
    const { refused } = reading('2027-03-2', 'measure.propose', 'measure.join')
    expect(refused[0]?.problems[0]?.code).toBe('measure.lapsed')
  })

  it('counts what each member reports as done, and of nobody else', () => {
    const twice = [...RUNNING, 'measure.report', 'measure.report'] as const
    const other = ['measure.report', 'D', { ...NAMED, done: '9', evidence: 'x' }] as const
    const { state, refused } = reading('2027-03-0', ...twice, other)
    const [measure] = state.all()
    expect(measure && burdenOf(measure).done).toBe('4.5')
    expect(refused[0]?.problems[0]?.code).toBe('measure.not-in-it')
  })

  it('asks a share of who joins, where it needs an amount', () => {
    const { refused } = reading('2027-03-0', 'measure.propose', ['measure.join', 'B', NAMED])
    expect(refused[0]?.problems[0]?.code).toBe('measure.no-share')
  })
})

import { describe, expect, it } from 'vitest'
import { type LegalDate, unwrap } from '../../kernel/index.ts'
import { readSubject } from '../ledger.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { logs, tableOfLaw } from '../record.fixture.ts'
import { ALERT_TYPES, alertsUnder, readAlertDecay, standingOfAlert } from './alerts.ts'

const DECAYS = unwrap(readAlertDecay(tableOfLaw('alerts')))
const ALERTS = alertsUnder(DECAYS)
const RAISED = {
  ...{ alertId: 'A-1', subject: 'Gallium is held back', confidence: 80 },
  ...{ basis: 'Two refiners', expires: '2027-05-01' },
}
const seen = (kind: string) => ({ by: 'A', alertId: 'A-1', kind })

const codeOf = (entries: readonly LedgerEntry[]): string | undefined =>
  readSubject(ALERTS, entries).refused[0]?.problems[0]?.code

/** What an alert of 1 March, supply, is worth on a day after these sightings by other members. */
function worth(on: string, ...sightings: readonly (readonly [string, string, string])[]) {
  const say = logs()
  const entries = [
    say('A', 'alert.supply', RAISED, '2027-03-01'),
    ...sightings.map(([by, kind, day]) => say(by, 'sighting', seen(kind), day)),
  ]
  const [alert] = readSubject(ALERTS, entries).state.all()
  if (alert === undefined) throw new Error('No alert was read.')
  return standingOfAlert(alert, on as LegalDate, DECAYS)
}

describe('an alert that too few witnesses have seen', () => {
  it('stands no longer than one of its kind, by the day that its author says', () => {
    const raise = (expires: string) =>
      codeOf([
        logs()('A', 'alert.supply', { ...RAISED, expires }, undefined, {
          createdAt: '2027-03-01T00:00:00Z',
        }),
      ])
    expect(raise('2027-05-01')).toBeUndefined()
    expect(raise('2099-01-01')).toBe('alert.expires-too-late')
  })
})

describe('each message in each state of an alert', () => {
  const paths = {
    unknown: [],
    standing: [['A', 'alert.supply', RAISED]],
    ended: [
      ['A', 'alert.supply', RAISED],
      ['A', 'alert.end', { alertId: 'A-1', reason: 'It was lifted.' }],
    ],
  } as const
  const known = 'alert.known'
  const ended = 'alert.ended'
  const outcomes = {
    unknown: { raise: undefined, 'alert.end': 'alert.unknown', sighting: 'alert.unknown' },
    standing: { raise: known, 'alert.end': undefined, sighting: undefined },
    ended: { raise: known, 'alert.end': ended, sighting: ended },
  } as const
  const rows = Object.keys(paths).flatMap((state) =>
    ALERT_TYPES.map((type) => [state as keyof typeof paths, type] as const),
  )
  it.each(rows)('%s, then %s', (state, type) => {
    const say = logs()
    const before = paths[state].map(([by, kind, body], at) =>
      say(by, kind, body, `2027-03-0${at + 1}`),
    )
    const [by, body, key] =
      type === 'sighting'
        ? (['B', seen('seen'), 'sighting'] as const)
        : type === 'alert.end'
          ? (['A', { alertId: 'A-1', reason: 'It was lifted.' }, 'alert.end'] as const)
          : (['A', RAISED, 'raise'] as const)
    expect(codeOf([...before, say(by, type, body, '2027-03-09')])).toBe(outcomes[state][key])
  })
})

describe('what an alert is worth', () => {
  it('falls evenly from the day it was raised, and is nothing once it expired', () => {
    expect(worth('2027-03-01').confidence).toBe(80)
    expect(worth('2027-03-31').confidence).toBe(40)
    expect(worth('2027-04-30')).toMatchObject({ state: 'standing', confidence: 0 })
    expect(worth('2027-05-02')).toMatchObject({ state: 'expired', confidence: 0 })
  })

  it('is counted from the day another member last saw the same', () => {
    expect(worth('2027-03-31', ['B', 'seen', '2027-03-31'])).toMatchObject({
      confidence: 80,
      since: '2027-03-31',
    })
  })

  it('loses points for each member that did not see it or calls it wrong, once a member', () => {
    const wrong = ['B', 'false-positive', '2027-03-01'] as const
    expect(worth('2027-03-01', wrong).confidence).toBe(50)
    expect(worth('2027-03-01', wrong, wrong).confidence).toBe(50)
    expect(worth('2027-03-01', wrong, ['C', 'not-seen', '2027-03-01']).confidence).toBe(40)
    const changed = ['B', 'seen', '2027-03-02'] as const
    expect(worth('2027-03-02', wrong, changed)).toMatchObject({ falsePositive: 0, seen: 1 })
  })

  it('is not raised by its author, nor by anybody after its last day', () => {
    const say = logs()
    const entries = [say('A', 'alert.supply', RAISED, '2027-03-01')]
    expect(codeOf([...entries, say('A', 'sighting', seen('seen'), '2027-03-02')])).toBe(
      'alert.own-sighting',
    )
    expect(codeOf([...entries, say('B', 'sighting', seen('seen'), '2027-05-02')])).toBe(
      'alert.expired',
    )
  })

  it('lasts no longer than its kind may', () => {
    const say = logs()
    const long = { ...RAISED, expires: '2027-08-29' }
    expect(codeOf([say('A', 'alert.supply', long, '2027-03-01')])).toBe('alert.expires-too-late')
  })
})

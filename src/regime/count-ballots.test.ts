import { describe, expect, it } from 'vitest'
import { type LegalDate, unwrap } from '../kernel/index.ts'
import { type BallotLine, countBallots } from './count-ballots.ts'
import { CHARTER } from './proposals/proposals.fixture.ts'

const count = (lines: readonly BallotLine[]) =>
  unwrap(
    countBallots(CHARTER, lines, {
      question: { matter: 'list-delete' },
      on: '2027-03-01' as LegalDate,
      closes: '2027-03-01T12:00:00Z',
    }),
  ).counted

describe('ballots as lines', () => {
  it.each([
    ['substance', undefined, 'rejected', ['AB']],
    ['substance', 'lifted', 'adopted', []],
    ['substance', 'scrutiny', 'adopted', []],
    ['scrutiny', 'substance', 'rejected', ['AB']],
  ] as const)('with a reservation of %s, then %s', (before, after, outcome, reserved) => {
    const lines: BallotLine[] = [{ member: 'AB', reservation: before, at: '2027-02-01T00:00:00Z' }]
    if (after !== undefined)
      lines.unshift({ member: 'AB', reservation: after, at: '2027-02-02T00:00:00Z' })
    expect(count(lines)).toMatchObject({ outcome, reserved })
  })

  it('on a member that has no vote are not counted before it is named', () => {
    const ask = (concerns: object) =>
      countBallots(CHARTER, [], {
        question: { matter: 'member-suspend', ...concerns },
        on: '2027-03-01' as LegalDate,
      })
    expect(ask({})).toMatchObject({ problems: [{ code: 'charter.concerns' }] })
    expect(ask({ concerns: 'AB' })).toMatchObject({ value: { counted: { outcome: 'rejected' } } })
  })

  it('count by the last of each member in time, in the second of the close still', () => {
    const line = (at: string, choice: BallotLine['choice']) => ({
      ...{ member: 'AB', at },
      ...(choice === undefined ? {} : { choice }),
    })
    const yes = line('2027-02-01T00:00:00Z', 'yes')
    expect(count([line('2027-03-01T12:00:00Z', 'no'), yes]).no).toEqual(['AB'])
    expect(count([line('2027-03-01T12:00:01Z', 'no'), yes])).toMatchObject({
      yes: ['AB'],
      late: ['AB'],
    })
  })
})

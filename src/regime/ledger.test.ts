import { describe, expect, it } from 'vitest'
import { digestOf, fail, ok } from '../kernel/index.ts'
import { inOrder, readSubject, type Subject } from './ledger.ts'
import type { LedgerEntry } from './ledger-entry.ts'

const entry = (
  member: string,
  sequence: number,
  witnessedAt: string | undefined,
  more: Partial<LedgerEntry> = {},
): LedgerEntry => ({
  member,
  sequence,
  digest: digestOf({ member, sequence }),
  type: 'said',
  createdAt: '2027-01-01T00:00:00Z',
  ...(witnessedAt === undefined ? {} : { witnessedAt }),
  references: [],
  body: `${member}${sequence}`,
  ...more,
})

const SAID: Subject<readonly unknown[]> = {
  types: ['said'],
  empty: [],
  apply: (state, { body }) =>
    body === 'wrong'
      ? fail({ code: 'regime.wrong', detail: 'It is wrong.' })
      : ok([...state, body]),
}

describe('the order in which entries are read', () => {
  const entries = [
    entry('NL', 1, undefined),
    entry('NL', 0, '2027-01-02T00:00:00Z'),
    entry('JP', 0, '2027-01-02T00:00:00Z'),
    entry('US', 0, '2027-01-01T00:00:00Z'),
  ]

  it('is that of the time witnesses saw them, then of member and place', () => {
    expect(inOrder(entries).map(({ member, sequence }) => `${member}${sequence}`)).toEqual([
      'US0',
      'JP0',
      'NL0',
      'NL1',
    ])
  })

  it('is that of instants, with or without fractions of a second', () => {
    const later = entry('US', 0, '2027-01-02T00:00:00.500Z')
    const first = entry('NL', 0, '2027-01-02T00:00:00Z')
    expect(inOrder([later, first])).toEqual([first, later])
  })

  it('is the same however they came', () => {
    expect(inOrder([...entries].reverse())).toEqual(inOrder(entries))
  })

  it('puts no answer before its question, whoever witnesses saw first', () => {
    const question = entry('NL', 1, '2027-01-05T00:00:00Z')
    const earlier = entry('NL', 0, '2027-01-05T00:00:00Z')
    const answer = entry('JP', 0, '2027-01-04T00:00:00Z', { references: [question.digest] })
    const told = [answer, entry('US', 0, '2027-01-01T00:00:00Z'), question, earlier]
    const order = ['US0', 'NL0', 'NL1', 'JP0']
    expect(inOrder(told).map(({ member, sequence }) => `${member}${sequence}`)).toEqual(order)
    expect(inOrder(told.toReversed())).toEqual(inOrder(told))
  })

  it('waits for no entry that is not there, or that speaks of itself', () => {
    const own = entry('NL', 0, '2027-01-02T00:00:00Z')
    const loop = { ...own, references: [own.digest, digestOf('elsewhere')] }
    expect(inOrder([loop])).toEqual([loop])
  })

  it('holds an entry that came twice once, as witnesses saw it', () => {
    const seen = entry('KR', 0, '2027-01-03T00:00:00Z')
    const { witnessedAt: _, ...unseen } = seen
    expect(inOrder([unseen, ...entries, seen, unseen])).toEqual(inOrder([...entries, seen]))
  })

  it('does not believe the clock of their author', () => {
    const early = entry('KR', 0, '2027-01-03T00:00:00Z', { createdAt: '2020-01-01T00:00:00Z' })
    expect(inOrder([early, ...entries.slice(1)]).map(({ member }) => member)).toEqual([
      'US',
      'JP',
      'NL',
      'KR',
    ])
  })
})

describe('a subject read out of the logs', () => {
  it('leaves out what is sealed to others, disputed or of another type', () => {
    const { body: _, ...sealed } = entry('US', 0, '2027-01-01T00:00:00Z')
    const { state, refused } = readSubject(SAID, [
      sealed,
      entry('US', 1, '2027-01-02T00:00:00Z', { disputed: true }),
      entry('US', 2, '2027-01-03T00:00:00Z', { type: 'sung' }),
      entry('US', 3, '2027-01-04T00:00:00Z'),
    ])
    expect(state).toEqual(['US3'])
    expect(refused).toEqual([])
  })

  it('keeps what it does not take, with the reason, and reads on', () => {
    const wrong = entry('US', 0, '2027-01-01T00:00:00Z', { body: 'wrong' })
    const { state, refused } = readSubject(SAID, [wrong, entry('US', 1, '2027-01-02T00:00:00Z')])
    expect(state).toEqual(['US1'])
    expect(refused).toEqual([
      { entry: wrong, problems: [expect.objectContaining({ code: 'regime.wrong' })] },
    ])
  })

  it('reads the entry that its author put in the place of another, and not that one', () => {
    const first = entry('US', 0, '2027-01-01T00:00:00Z')
    const later = entry('US', 1, '2027-01-05T00:00:00Z', { supersedes: first.digest })
    const stranger = entry('JP', 0, '2027-01-06T00:00:00Z', { supersedes: later.digest })
    expect(readSubject(SAID, [first, later, stranger]).state).toEqual(['US1', 'JP0'])
    // As it stood before.
    expect(readSubject(SAID, [first]).state).toEqual(['US0'])
    const other = { ...later, type: 'sung' }
    expect(readSubject(SAID, [first, other]).state).toEqual(['US0'])
    expect(readSubject(SAID, [first, { ...later, disputed: true as const }]).state).toEqual(['US0'])
  })
})

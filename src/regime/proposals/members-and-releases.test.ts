import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf } from '../../kernel/index.ts'
import { readSubject } from '../ledger.ts'
import { membersAt } from './membership.ts'
import {
  AFTER,
  CHARTER,
  CONTENT,
  first,
  Ledger,
  MEMBERS,
  proposalOf,
  textOf,
} from './proposals.fixture.ts'
import { disputedResults, tracker } from './release-steps.ts'
import { standingAt } from './standing.ts'
import { proposalsSubject } from './subject.ts'

describe('members', () => {
  const suspension = { proposal: '2027-out', matter: 'member-suspend', concerns: 'AC' }
  const text = { ...CONTENT, ...suspension }
  const suspend = {
    member: 'AC',
    decidedBy: '2027-out',
    from: '2027-01-01T00:00:00Z',
    until: '2027-06-01T00:00:00Z',
  }

  it('suspend one by a vote in which it has none, for a time', () => {
    const ledger = new Ledger().open(suspension)
    ledger.votes(MEMBERS.slice(3, 23), 'yes', undefined, text).vote('AC', 'no', undefined, text)
    ledger.say('AB', '2027-03-10T00:00:00Z', 'member.suspend', suspend)
    ledger.say('AB', '2027-03-20T00:00:00Z', 'member.suspend', suspend)
    const { state, refused } = ledger.read()
    // The first came while the logs of others were still awaited.
    expect(refused).toEqual(['AC vote.cast ballot.no-vote', 'AB member.suspend regime.not-decided'])
    expect(membersAt(CHARTER, state, '2027-03-19T23:59:59Z')).toContain('AC')
    expect(membersAt(CHARTER, state, '2027-03-20T00:00:00Z')).not.toContain('AC')
    expect(membersAt(CHARTER, state, '2027-06-01T00:00:00Z')).toContain('AC')
  })

  it('admit one by a vote, and it joins for itself', () => {
    const admission = { proposal: '2027-in', matter: 'member-admit', concerns: 'NN' }
    const ledger = new Ledger().open(admission)
    ledger.votes(first(15), 'yes', undefined, { ...CONTENT, ...admission })
    const join = { member: 'NN', admittedBy: '2027-in', from: '2027-03-20T00:00:00Z' }
    ledger.say('AB', '2027-03-20T00:00:00Z', 'member.join', join)
    ledger.say('NN', '2027-03-20T00:00:00Z', 'member.join', join)
    const { state, refused } = ledger.read()
    expect(refused).toEqual(['AB member.join regime.not-your-own'])
    expect(membersAt(CHARTER, state, '2027-03-20T00:00:00Z')).toContain('NN')
  })
})

describe('a release', () => {
  const version = {
    version: '2027.1',
    edition: digestOf('edition'),
    effectiveFrom: '2027-04-01',
    proposals: [CONTENT.proposal],
  }
  const released = () =>
    new Ledger()
      .open()
      .votes(first(15), 'yes')
      .say('AA', '2027-03-20T00:00:00Z', 'list.release', version)
  const implement = (ledger: Ledger, member: string, more: object) =>
    ledger.say(member, '2027-03-25T00:00:00Z', 'national.implementation', {
      release: '2027.1',
      proposal: CONTENT.proposal,
      legalReference: 'Gazette',
      ...more,
    })

  it('is refused before its proposals are final, and of what was rejected', () => {
    const early = new Ledger().open().votes(first(15), 'yes')
    early.say('AA', '2027-03-05T00:00:00Z', 'list.release', version)
    expect(early.read().refused).toEqual(['AA list.release release.not-adopted'])
  })

  it('is followed in the law of every member, in days from the close to force', () => {
    const ledger = released()
    implement(ledger, 'AA', { state: 'adopted', from: '2027-03-31' })
    implement(ledger, 'AB', { state: 'adopted-with-changes', from: '2027-05-31' })
    implement(ledger, 'AC', { state: 'not-adopted' })
    implement(ledger, 'AD', { state: 'adopted', from: '2027-07-01' })
    const rows = tracker(CHARTER, ledger.read().state, { at: '2027-06-01T00:00:00Z' })
    expect(rows).toHaveLength(27)
    expect(
      rows.slice(0, 5).map(({ member, state, days, late }) => [member, state, days, late]),
    ).toEqual([
      ['AA', 'in-force', 30, false],
      ['AB', 'in-force', 91, true],
      ['AC', 'not-adopted', 92, true],
      ['AD', 'dated', 122, true],
      ['AE', 'silent', 92, true],
    ])
    expect(rows[1]?.withChanges).toBe(true)
  })

  it('is counted again by every node: a published result that differs is an alarm', () => {
    const ledger = released()
    const result = { proposal: CONTENT.proposal, proposalDigest: textOf(CONTENT) }
    ledger.say('AA', '2027-03-21T00:00:00Z', 'vote.result', { ...result, outcome: 'adopted' })
    ledger.say('AB', '2027-03-21T00:00:00Z', 'vote.result', { ...result, outcome: 'rejected' })
    const disputed = disputedResults(CHARTER, ledger.read().state, { at: AFTER })
    expect(disputed.map(({ member }) => member)).toEqual(['AB'])
  })
})

describe('the record', () => {
  const ledger = new Ledger().open().votes(first(15), 'yes')
  ledger.vote('AB', 'no', '2027-02-11T00:00:00Z').vote('AC', 'abstain', '2027-02-12T00:00:00Z')
  ledger.say('OB', '2027-02-13T00:00:00Z', 'list.comment', {
    proposal: CONTENT.proposal,
    text: 'Note.',
  })
  const read = (entries: Ledger['entries']) => readSubject(proposalsSubject(CHARTER), entries).state
  const own = digestOf(read(ledger.entries))

  it('reads the same on every node, in whatever order entries reached it', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ledger.entries, { minLength: ledger.entries.length }),
        (shuffled) => {
          expect(digestOf(read(shuffled))).toBe(own)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('is not changed by entries that arrive twice', () => {
    fc.assert(
      fc.property(fc.subarray(ledger.entries, { minLength: 1 }), (again) => {
        const { state } = readSubject(proposalsSubject(CHARTER), [...ledger.entries, ...again])
        const proposal = proposalOf(state)
        const once = proposalOf(read(ledger.entries))
        expect(standingAt(CHARTER, state, proposal, { at: AFTER })).toEqual(
          standingAt(CHARTER, state, once, { at: AFTER }),
        )
        expect(digestOf(state)).toBe(own)
      }),
      { numRuns: 25 },
    )
  })
})

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
  const suspension = {
    proposal: '2027-out',
    matter: 'member-suspend',
    concerns: 'AC',
    until: '2027-06-01T00:00:00Z',
  }
  const text = { ...CONTENT, ...suspension }
  const suspend = { member: 'AC', decidedBy: '2027-out', from: '2027-01-01T00:00:00Z' }
  const suspended = (changes: object = {}) =>
    new Ledger()
      .open({ ...suspension, ...changes })
      .votes(MEMBERS.slice(3, 23), 'yes', undefined, { ...text, ...changes })

  it('suspend one by a vote in which it has none, for a time', () => {
    const ledger = suspended().vote('AC', 'no', undefined, text)
    ledger.say('AB', '2027-03-10T00:00:00Z', 'member.suspend', suspend)
    ledger.say('AB', '2027-03-20T00:00:00Z', 'member.suspend', suspend)
    const { state, refused } = ledger.read()
    // The first came while the logs of others were still awaited.
    expect(refused).toEqual(['AC vote.cast ballot.no-vote', 'AB member.suspend regime.not-decided'])
    expect(membersAt(CHARTER, state, '2027-03-19T23:59:59Z')).toContain('AC')
    expect(membersAt(CHARTER, state, '2027-03-20T00:00:00Z')).not.toContain('AC')
    expect(membersAt(CHARTER, state, '2027-06-01T00:00:00Z')).toContain('AC')
  })

  it('suspend one for as long as was voted, whoever states it how often', () => {
    const ledger = suspended()
    const state = (member: string, at: string, more: object = {}): void =>
      void ledger.say(member, at, 'member.suspend', { ...suspend, ...more })
    state('AC', '2027-03-20T00:00:00Z', { from: '2099-01-01T00:00:00Z' })
    state('AD', '2027-03-21T00:00:00Z', { until: '2030-01-01T00:00:00Z' })
    state('AD', '2027-03-22T00:00:00Z', { until: suspension.until })
    state('AD', '2027-06-02T00:00:00Z')
    const read = ledger.read()
    expect(read.refused).toEqual([
      'AD member.suspend regime.other-term',
      'AD member.suspend regime.decision-used',
    ])
    const has = (at: string) => membersAt(CHARTER, read.state, at).includes('AC')
    expect(has('2027-03-21T23:59:59Z')).toBe(true)
    expect(has('2027-03-22T00:00:00Z')).toBe(false)
    expect(has('2027-06-02T00:00:00Z')).toBe(true)
  })

  it('vote on no end of anything but a suspension, and change one only with a new vote', () => {
    const { refused } = new Ledger().open({ until: suspension.until }).read()
    expect(refused).toEqual(['AA list.proposal.open proposal.until'])
    const longer = { ...text, until: '2029-06-01T00:00:00Z' }
    const ledger = new Ledger().open(suspension)
    ledger.say('AA', '2027-02-02T00:00:00Z', 'list.proposal.amend', {
      ...{ content: longer, supersedes: textOf(text), editorial: true },
    })
    expect(ledger.read().refused).toEqual(['AA list.proposal.amend proposal.not-editorial'])
  })

  const admission = { proposal: '2027-in', matter: 'member-admit', concerns: 'NN' }
  const join = { member: 'NN', admittedBy: '2027-in', from: '2027-03-20T00:00:00Z' }
  const admitted = () =>
    new Ledger()
      .open(admission)
      .votes(first(15), 'yes', undefined, { ...CONTENT, ...admission })
      .say('NN', '2027-03-20T00:00:00Z', 'member.join', join)

  it('let nobody in twice by one vote: who left or is suspended asks again', () => {
    const left = admitted()
    left.say('NN', '2027-04-01T00:00:00Z', 'member.leave', {
      ...{ member: 'NN', from: '2027-04-20T00:00:00Z' },
    })
    left.say('NN', '2027-05-01T00:00:00Z', 'member.join', join)
    const { state, refused } = left.read()
    expect(refused).toEqual(['NN member.join regime.decision-used'])
    expect(membersAt(CHARTER, state, '2027-04-19T00:00:00Z')).toContain('NN')
    expect(membersAt(CHARTER, state, '2027-05-02T00:00:00Z')).not.toContain('NN')
  })

  it('are those of the day: a joining announced for later undoes no suspension before it', () => {
    const late = { ...join, from: '2027-12-01T00:00:00Z' }
    const out = { proposal: '2027-out', matter: 'member-suspend', concerns: 'NN' }
    const ledger = new Ledger()
      .open(admission)
      .votes(first(15), 'yes', undefined, { ...CONTENT, ...admission })
    ledger.open(out).votes(first(20), 'yes', undefined, { ...CONTENT, ...out })
    ledger.say('AA', '2027-03-20T00:00:00Z', 'member.suspend', {
      ...{ member: 'NN', decidedBy: '2027-out', from: '2027-12-15T00:00:00Z' },
    })
    ledger.say('NN', '2027-03-21T00:00:00Z', 'member.join', late)
    const { state } = ledger.read()
    expect(membersAt(CHARTER, state, '2027-12-10T00:00:00Z')).toContain('NN')
    expect(membersAt(CHARTER, state, '2027-12-20T00:00:00Z')).not.toContain('NN')
  })

  it('admit one by a vote, and it joins for itself', () => {
    const ledger = new Ledger().open(admission)
    ledger.votes(first(15), 'yes', undefined, { ...CONTENT, ...admission })
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

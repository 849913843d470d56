import { describe, expect, it } from 'vitest'
import { CHARTER, CONTENT, Ledger, proposalOf, standing } from './proposals.fixture.ts'
import { tracker } from './release-steps.ts'

/** How a word of an entry is read, beside its text, proposed by the member whose reviewer met it. */
const NOTE = {
  ...{ proposal: '2027-sterilise-note', title: 'What "sterilise in situ" means' },
  ...{ matter: 'list-note', evidence: ['Test report 7: hot air leaves spores'] },
  rationale: 'Chemical agents that kill all spores; hot air alone does not.',
}
const OPENED = '2027-01-10T00:00:00Z'
const CLOSES = '2027-03-01T00:00:00Z'

const noted = () =>
  new Ledger().say('AA', OPENED, 'list.proposal.open', {
    content: { ...CONTENT, ...NOTE },
    closesAt: CLOSES,
  })

describe('how a word of the list is read', () => {
  it('is commented on while it is open, by members and observers, and not after', () => {
    const comment = (ledger: Ledger, member: string, at: string) =>
      ledger.say(member, at, 'list.comment', { proposal: NOTE.proposal, text: 'At which heat?' })
    const ledger = comment(noted(), 'AB', '2027-02-01T00:00:00Z')
    comment(comment(ledger, 'OB', CLOSES), 'AC', '2027-03-01T00:00:01Z')
    const { state, refused } = ledger.read()
    const { comments } = proposalOf(state, NOTE.proposal)
    expect(comments.map(({ member }) => member)).toEqual(['AB', 'OB'])
    expect(refused).toHaveLength(1)
    expect(refused[0]).toContain('AC list.comment')
  })

  it('stands by silence, with its evidence, and is written into the law of each member for itself', () => {
    expect(standing(noted(), '2027-04-01T00:00:00Z', NOTE.proposal).outcome).toBe('adopted')
    const ledger = noted()
      .say('AA', '2027-04-01T00:00:00Z', 'list.release', {
        ...{ version: '2027.1', edition: `sha256:${'0'.repeat(64)}` },
        ...{ effectiveFrom: '2027-05-01', proposals: [NOTE.proposal] },
      })
      .say('AB', '2027-04-10T00:00:00Z', 'national.implementation', {
        ...{ release: '2027.1', proposal: NOTE.proposal, state: 'adopted-with-changes' },
        ...{ from: '2027-05-01', legalReference: 'Gazette', notes: 'Says "or heat" besides.' },
      })
    const { state, refused } = ledger.read()
    expect(refused).toEqual([])
    expect(proposalOf(state, NOTE.proposal).content).toMatchObject({ evidence: NOTE.evidence })
    const rows = tracker(CHARTER, state, { at: '2027-06-01T00:00:00Z' })
    expect(
      rows.slice(0, 2).map(({ member, state: came, withChanges }) => [member, came, withChanges]),
    ).toEqual([
      ['AA', 'silent', false],
      ['AB', 'in-force', true],
    ])
  })

  it('falls where one member speaks against it, and binds nobody', () => {
    const broken = noted()
    const { digest } = proposalOf(broken.read().state, NOTE.proposal)
    broken.say('AQ', CLOSES, 'vote.cast', {
      ...{ proposal: NOTE.proposal, proposalDigest: digest, choice: 'silent-break' },
    })
    const { outcome, tally } = standing(broken, '2027-04-01T00:00:00Z', NOTE.proposal)
    expect([outcome, tally.binds]).toEqual(['rejected', []])
  })
})

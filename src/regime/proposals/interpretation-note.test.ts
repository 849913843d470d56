import { describe, expect, it } from 'vitest'
import { notesOf } from './notes.ts'
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

/** The same with no entry beside it: how words are read, and nothing else. */
const { new: _entry, ...WITHOUT_ENTRY } = CONTENT
const READING = {
  entry: 'EU:2B352.h',
  words: 'sterilised in situ',
  reading:
    'All viable microbes are eliminated, spores among them, in every part that the product touches.',
}
const ALONE = { ...WITHOUT_ENTRY, ...NOTE, interprets: [READING] }

const opened = (content: object, at = OPENED, closesAt = CLOSES, ledger = new Ledger()) =>
  ledger.say('AA', at, 'list.proposal.open', { content, closesAt })
const released = (ledger: Ledger, version: string, at: string, from: string, id: string) =>
  ledger.say('AA', at, 'list.release', {
    ...{ version, edition: `sha256:${'0'.repeat(64)}` },
    ...{ effectiveFrom: from, proposals: [id] },
  })

describe('a note that changes no entry', () => {
  it('is opened, stands by silence, is released, and holds from its day as version 1', () => {
    const ledger = opened(ALONE)
    released(ledger, '2027.1', '2027-04-01T00:00:00Z', '2027-05-01', NOTE.proposal)
    const { state, refused } = ledger.read()
    expect(refused).toEqual([])
    const on = (at: string) => notesOf(CHARTER, state, { at })
    expect(on('2027-04-30T00:00:00Z')).toMatchObject([{ version: 1, state: 'to-come' }])
    const [note] = on('2027-05-01T00:00:00Z')
    expect(note).toMatchObject({ ...READING, version: 1, release: '2027.1', state: 'holds' })
    expect(note?.binds).toHaveLength(27)
  })

  it('is replaced by the next reading of the same words, from the day of that one on', () => {
    const ledger = opened(ALONE)
    released(ledger, '2027.1', '2027-04-01T00:00:00Z', '2027-05-01', NOTE.proposal)
    const next = {
      ...ALONE,
      proposal: '2027-sterilise-again',
      interprets: [
        { ...READING, words: 'Sterilised in situ', reading: 'As before, and by tests.' },
      ],
    }
    opened(next, '2027-06-01T00:00:00Z', '2027-07-10T00:00:00Z', ledger)
    released(ledger, '2027.2', '2027-08-01T00:00:00Z', '2027-09-01', next.proposal)
    const { state, refused } = ledger.read()
    expect(refused).toEqual([])
    const states = (at: string) =>
      notesOf(CHARTER, state, { at }).map(({ version, state: stands }) => [version, stands])
    expect(states('2027-08-31T00:00:00Z')).toEqual([
      [1, 'holds'],
      [2, 'to-come'],
    ])
    expect(states('2027-09-01T00:00:00Z')).toEqual([
      [1, 'replaced'],
      [2, 'holds'],
    ])
  })

  it.each([
    ['as another matter', { ...ALONE, matter: 'list-amend' }, 'proposal.note-alone'],
    ['beside a change of an entry', { ...ALONE, new: CONTENT.new }, 'proposal.note-alone'],
    ['with nothing read', { ...ALONE, interprets: [] }, 'input.'],
    ['of no entry', { ...ALONE, interprets: [{ ...READING, entry: '2B352' }] }, 'input.'],
    ['without a reading', { ...WITHOUT_ENTRY, ...NOTE }, 'proposal.no-text'],
  ])('is refused %s', (_, content, code) => {
    const { state, refused } = opened(content).read()
    expect(state.proposals).toEqual({})
    expect(refused).toEqual([expect.stringContaining(code)])
  })

  it('cannot have its reading mended as wording, and its rationale can', () => {
    const amended = (change: object) => {
      const ledger = opened(ALONE)
      const { digest } = proposalOf(ledger.read().state, NOTE.proposal)
      const content = { ...ALONE, ...change }
      const body = { content, supersedes: digest, editorial: true }
      return ledger.say('AA', '2027-01-20T00:00:00Z', 'list.proposal.amend', body).read().refused
    }
    expect(amended({ rationale: 'Chemical agents kill spores, hot air leaves them.' })).toEqual([])
    const other = { interprets: [{ ...READING, reading: 'Hot air is enough.' }] }
    expect(amended(other)).toEqual([expect.stringContaining('proposal.not-editorial')])
  })
})

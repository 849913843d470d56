import { describe, expect, it } from 'vitest'
import { membersAt } from './membership.ts'
import {
  CHARTER,
  CONTENT,
  first,
  Ledger,
  MEMBERS,
  proposalOf,
  standing,
  textOf,
} from './proposals.fixture.ts'
import { standingAt } from './standing.ts'

describe('a vote', () => {
  it('is adopted by 15 of 27 and rejected by 14', () => {
    expect(standing(new Ledger().open().votes(first(15), 'yes')).outcome).toBe('adopted')
    expect(standing(new Ledger().open().votes(first(14), 'yes')).outcome).toBe('rejected')
  })

  it('is open to its last second, waits for absent logs, and is final when grace is over', () => {
    const ledger = new Ledger().open().votes(first(15), 'yes')
    expect(standing(ledger, '2027-03-01T00:00:00Z').phase).toBe('open')
    expect(standing(ledger, '2027-03-01T00:00:01Z')).toMatchObject({ phase: 'tallying' })
    expect(standing(ledger, '2027-03-14T23:59:59Z').awaited).toEqual([...MEMBERS].sort())
    expect(standing(ledger, '2027-03-15T00:00:00Z')).toMatchObject({
      phase: 'decided',
      outcome: 'adopted',
    })
  })

  it('is final at once where every log is seen up to the close', () => {
    const { state } = new Ledger().open().votes(first(15), 'yes').read()
    const heads = Object.fromEntries(MEMBERS.map((code) => [code, '2027-03-01T00:00:00Z']))
    const at = '2027-03-01T00:00:01Z'
    expect(standingAt(CHARTER, state, proposalOf(state), { at, heads }).phase).toBe('decided')
    const behind = { ...heads, AC: '2027-02-28T23:59:59Z' }
    expect(standingAt(CHARTER, state, proposalOf(state), { at, heads: behind }).awaited).toEqual([
      'AC',
    ])
  })

  it('takes the last ballot before the close, and keeps no earlier one in the count', () => {
    const ledger = new Ledger().open().votes(first(15), 'yes')
    ledger.vote('AA', 'no', '2027-02-20T00:00:00Z')
    expect(standing(ledger)).toMatchObject({ outcome: 'rejected', tally: { no: ['AA'] } })
    ledger.vote('AA', 'yes', '2027-03-01T00:00:00Z')
    expect(standing(ledger).outcome).toBe('adopted')
  })

  it('keeps a ballot first witnessed after the close as late, whatever its author dated it', () => {
    const ledger = new Ledger().open().votes(first(14), 'yes')
    ledger.vote('AO', 'yes', '2027-03-01T00:00:00.001Z')
    expect(standing(ledger).outcome).toBe('rejected')
    expect(proposalOf(ledger.read().state).late.map(({ member }) => member)).toEqual(['AO'])
  })

  it('does not count a ballot that too few witnesses saw', () => {
    const ledger = new Ledger().open().votes(first(14), 'yes')
    ledger.say('AO', undefined, 'vote.cast', {
      proposal: CONTENT.proposal,
      proposalDigest: textOf(CONTENT),
      choice: 'yes',
    })
    expect(standing(ledger).outcome).toBe('rejected')
    expect(ledger.read().refused).toEqual(['AO vote.cast regime.not-witnessed'])
  })

  it('is decided by the 27 of its opening though one leaves, and its ballot stays', () => {
    const ledger = new Ledger().open().votes(first(15), 'yes', '2027-01-12T00:00:00Z')
    ledger.say('AA', '2027-01-13T00:00:00Z', 'member.leave', {
      member: 'AA',
      from: '2027-01-13T00:00:00Z',
    })
    expect(membersAt(CHARTER, ledger.read().state, '2027-01-22T23:59:59Z')).toHaveLength(27)
    expect(membersAt(CHARTER, ledger.read().state, '2027-01-23T00:00:00Z')).toHaveLength(26)
    const { tally, outcome } = standing(ledger)
    expect(outcome).toBe('adopted')
    expect(tally.yes.length + tally.silent.length).toBe(27)
  })

  it.each([
    ['a stranger', (l: Ledger) => l.vote('ZZ', 'yes'), 'ZZ vote.cast ballot.no-vote'],
    ['an observer', (l: Ledger) => l.vote('OB', 'yes'), 'OB vote.cast ballot.no-vote'],
    [
      'another text',
      (l: Ledger) => l.vote('AB', 'yes', undefined, { ...CONTENT, title: 'Else' }),
      'AB vote.cast proposal.other-text',
    ],
    [
      'an unknown proposal',
      (l: Ledger) => l.vote('AB', 'yes', undefined, { ...CONTENT, proposal: '2027-other' }),
      'AB vote.cast proposal.unknown',
    ],
    [
      'a word that is no choice',
      (l: Ledger) => l.vote('AB', 'maybe'),
      'AB vote.cast input.wrong-shape',
    ],
  ])('refuses a ballot of or on %s', (_what, cast, refused) => {
    expect(cast(new Ledger().open()).read().refused).toEqual([refused])
  })
})

describe('silence', () => {
  const note = { matter: 'list-note' }
  const text = { ...CONTENT, ...note }

  it('adopts where nobody speaks', () => {
    expect(standing(new Ledger().open(note)).outcome).toBe('adopted')
  })

  it('is broken in the last second, and not one second later', () => {
    const broken = new Ledger().open(note)
    broken.vote('AQ', 'silent-break', '2027-03-01T00:00:00Z', text)
    expect(standing(broken)).toMatchObject({ outcome: 'rejected', tally: { pivotal: ['AQ'] } })
    const late = new Ledger().open(note).vote('AQ', 'silent-break', '2027-03-01T00:00:01Z', text)
    expect(standing(late).outcome).toBe('adopted')
  })
})

describe('a quorum reached late', () => {
  const amendment = { matter: 'list-amend' }
  const text = { ...CONTENT, ...amendment }

  it('leaves the others seven days more, once', () => {
    const ledger = new Ledger().open(amendment).votes(first(13), 'yes', undefined, text)
    expect(standing(ledger).outcome).toBe('lapsed')
    ledger.vote('AN', 'yes', '2027-02-25T00:00:00Z', text)
    expect(standing(ledger).closesAt).toBe('2027-03-04T00:00:00Z')
    ledger.votes(MEMBERS.slice(14), 'no', '2027-03-03T00:00:00Z', text)
    ledger.vote('AA', 'no', '2027-03-04T00:00:00Z', text)
    expect(standing(ledger)).toMatchObject({
      closesAt: '2027-03-04T00:00:00Z',
      outcome: 'rejected',
      tally: { no: expect.arrayContaining(['AA', 'BA']) },
    })
  })

  it('leaves them anew on another text, whose votes are others', () => {
    const ledger = new Ledger().open(amendment)
    ledger.votes(first(14), 'yes', '2027-02-25T00:00:00Z', text)
    expect(proposalOf(ledger.read().state).extendedFrom).toBe('2027-03-01T00:00:00Z')
    const other = { ...text, new: { ...text.new, jurisdiction: 'EU' } }
    ledger.say('AA', '2027-02-26T00:00:00Z', 'list.proposal.amend', {
      ...{ content: other, supersedes: textOf(text), editorial: false },
      closesAt: '2027-04-01T00:00:00Z',
    })
    ledger.votes(first(14), 'yes', '2027-03-30T00:00:00Z', other)
    expect(standing(ledger, '2027-05-01T00:00:00Z').closesAt).toBe('2027-04-06T00:00:00Z')
  })

  it('moves nothing where it was reached before the last seven days', () => {
    const ledger = new Ledger().open(amendment)
    ledger.votes(first(14), 'yes', '2027-02-21T23:59:59Z', text)
    expect(standing(ledger)).toMatchObject({
      closesAt: '2027-03-01T00:00:00Z',
      outcome: 'adopted',
      endsAt: '2028-02-29T00:00:00Z',
      reviewBy: '2027-12-26T00:00:00Z',
    })
  })
})

describe('an amendment', () => {
  const amended = {
    ...CONTENT,
    new: {
      ...CONTENT.new,
      entries: CONTENT.new.entries.map((one) => ({ ...one, criteria: { kind: ['sme'] } })),
    },
  }
  const amend = (ledger: Ledger, content: object, more: object): Ledger =>
    ledger.say('AA', '2027-01-25T00:00:00Z', 'list.proposal.amend', {
      content,
      supersedes: textOf(CONTENT),
      ...more,
    })

  it('of substance lets all votes fall, and ballots on the old text are refused', () => {
    const ledger = new Ledger().open().votes(first(15), 'yes', '2027-01-20T00:00:00Z')
    amend(ledger, amended, { editorial: false })
    ledger.vote('AP', 'yes')
    expect(standing(ledger).tally.yes).toEqual([])
    expect(ledger.read().refused).toEqual(['AP vote.cast proposal.other-text'])
  })

  it('of wording keeps the votes, also those still cast on the old words', () => {
    const ledger = new Ledger().open().votes(first(14), 'yes', '2027-01-20T00:00:00Z')
    amend(ledger, { ...CONTENT, rationale: 'Because of it.' }, { editorial: true })
    ledger.vote('AO', 'yes')
    expect(standing(ledger).outcome).toBe('adopted')
  })

  it.each([
    ['criteria called wording', amended, { editorial: true }, 'proposal.not-editorial'],
    [
      'a list of others called wording',
      { ...CONTENT, new: { ...CONTENT.new, jurisdiction: 'EU' } },
      { editorial: true },
      'proposal.not-editorial',
    ],
    [
      'another question',
      { ...amended, matter: 'list-delete' },
      { editorial: false },
      'proposal.other-question',
    ],
    [
      'a close before the least time',
      amended,
      { editorial: false, closesAt: '2027-02-20T00:00:00Z' },
      'proposal.too-short',
    ],
    [
      'a text that does not stand',
      amended,
      { editorial: false, supersedes: textOf(amended) },
      'proposal.other-text',
    ],
  ])('is refused for %s', (_what, content, more, code) => {
    expect(amend(new Ledger().open(), content, more).read().refused).toEqual([
      `AA list.proposal.amend ${code}`,
    ])
  })

  it('and a withdrawal are for its author alone', () => {
    const ledger = new Ledger().open()
    const take = { proposal: CONTENT.proposal }
    ledger.say('AB', '2027-01-20T00:00:00Z', 'list.proposal.withdraw', take)
    expect(ledger.read().refused).toEqual(['AB list.proposal.withdraw proposal.not-your-own'])
    ledger.say('AA', '2027-01-21T00:00:00Z', 'list.proposal.withdraw', take)
    expect(standing(ledger)).toMatchObject({ phase: 'withdrawn', outcome: 'withdrawn' })
    expect(ledger.vote('AC', 'yes').read().refused).toContain('AC vote.cast proposal.withdrawn')
  })
})

describe('a reservation', () => {
  const deletion = { matter: 'list-delete', old: CONTENT.new }
  const text = { ...CONTENT, ...deletion }
  const reserve = (ledger: Ledger, at: string, more: object): Ledger =>
    ledger.say('AB', at, 'list.reservation', {
      proposal: CONTENT.proposal,
      proposalDigest: textOf(text),
      text: 'We study it.',
      ...more,
    })

  it('of substance stops consensus until it is lifted', () => {
    const ledger = new Ledger().open(deletion)
    reserve(ledger, '2027-02-01T00:00:00Z', { position: 'substance' })
    expect(standing(ledger)).toMatchObject({ outcome: 'rejected', tally: { pivotal: ['AB'] } })
    reserve(ledger, '2027-02-02T00:00:00Z', { position: 'lifted' })
    expect(standing(ledger).outcome).toBe('adopted')
  })

  it('of substance stops nothing where it expired before the close, and of scrutiny never', () => {
    const expired = new Ledger().open(deletion)
    reserve(expired, '2027-02-01T00:00:00Z', {
      position: 'substance',
      clearsBy: '2027-02-20T00:00:00Z',
    })
    expect(standing(expired).outcome).toBe('adopted')
    const scrutiny = new Ledger().open(deletion)
    reserve(scrutiny, '2027-02-01T00:00:00Z', { position: 'scrutiny' })
    expect(standing(scrutiny).outcome).toBe('adopted')
  })
})

describe('a proposal is not opened', () => {
  it.each([
    [
      'by a stranger',
      (l: Ledger) =>
        l.say('ZZ', '2027-01-10T00:00:00Z', 'list.proposal.open', {
          content: CONTENT,
          closesAt: '2027-03-01T00:00:00Z',
        }),
      'regime.no-member',
    ],
    ['twice', (l: Ledger) => l.open().open(), 'proposal.known'],
    [
      'for less than the least time',
      (l: Ledger) => l.open({}, '2027-02-08T23:59:59Z'),
      'proposal.too-short',
    ],
    [
      'on a matter without a rule',
      (l: Ledger) => l.open({ matter: 'charter-amend' }),
      'charter.no-rule',
    ],
    [
      'on a technology nobody knows',
      (l: Ledger) => l.open({ technology: 'soap' }),
      'proposal.technology',
    ],
    [
      'on a member without naming it',
      (l: Ledger) => l.open({ matter: 'member-suspend' }),
      'proposal.concerns',
    ],
    [
      'to ratify what is not provisional',
      (l: Ledger) => l.open({ ratifies: '2027-none' }),
      'proposal.nothing-to-ratify',
    ],
    [
      'with a criterion that is no map',
      (l: Ledger) => l.open({ new: { ...CONTENT.new, entries: [{ code: 'x' }] } }),
      'input.wrong-shape',
    ],
  ])('%s', (_what, write, code) => {
    const { refused } = write(new Ledger()).read()
    expect(refused.at(-1)).toContain(code)
  })
})

describe('an urgent decision', () => {
  const urgent = { matter: 'list-urgent' }
  const text = { ...CONTENT, ...urgent }
  const opened = () =>
    new Ledger()
      .open(urgent, '2027-01-13T00:00:00Z')
      .votes(first(6), 'yes', '2027-01-11T00:00:00Z', text)
  const ratifying = {
    ...CONTENT,
    proposal: '2027-keep',
    matter: 'list-urgent',
    ratifies: CONTENT.proposal,
  }

  it('holds for 180 days and lapses', () => {
    expect(standing(opened(), '2027-02-01T00:00:00Z')).toMatchObject({
      outcome: 'provisional',
      endsAt: '2027-07-12T00:00:00Z',
    })
    expect(standing(opened(), '2027-07-12T00:00:00Z').outcome).toBe('lapsed')
  })

  it('stays where it is ratified by the ordinary rule in time, and not where too few do', () => {
    const open = opened().say('AA', '2027-02-01T00:00:00Z', 'list.proposal.open', {
      content: ratifying,
      closesAt: '2027-04-01T00:00:00Z',
    })
    open.votes(first(14), 'yes', '2027-03-01T00:00:00Z', ratifying)
    expect(standing(open, '2027-08-01T00:00:00Z').outcome).toBe('lapsed')
    open.vote('AO', 'yes', '2027-03-02T00:00:00Z', ratifying)
    expect(standing(open, '2027-08-01T00:00:00Z').outcome).toBe('adopted')
  })

  it.each([
    ['of another matter', { matter: 'member-suspend', concerns: 'AB' }, 'proposal.other-question'],
    ['of another technology', { technology: 'chips' }, 'proposal.other-question'],
    ['of another text', { new: { ...CONTENT.new, jurisdiction: 'EU' } }, 'proposal.other-text'],
  ])('is ratified by no vote %s', (_what, changes, code) => {
    const open = opened().say('AA', '2027-02-01T00:00:00Z', 'list.proposal.open', {
      content: { ...ratifying, ...changes },
      closesAt: '2027-04-01T00:00:00Z',
    })
    expect(open.read().refused).toEqual([`AA list.proposal.open ${code}`])
  })

  it('is ratified only when its own vote is over', () => {
    const ratify = (at: string) =>
      opened().say('AA', at, 'list.proposal.open', {
        content: ratifying,
        closesAt: '2027-04-01T00:00:00Z',
      })
    expect(ratify('2027-01-13T00:00:00Z').read().refused).toEqual([
      'AA list.proposal.open proposal.nothing-to-ratify',
    ])
    expect(ratify('2027-01-13T00:00:01Z').read().refused).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { parseShape, unwrap } from '../../kernel/index.ts'
import { readSubject } from '../ledger.ts'
import { votingRule } from '../voting/rule-format.ts'
import { CHARTER, CONTENT, Ledger } from './proposals.fixture.ts'
import { proposalsSubject } from './subject.ts'

describe('a text about what makers vote on by themselves', () => {
  const makers = unwrap(
    parseShape(votingRule, {
      ...{ kind: 'double-majority', id: 'makers', title: 'makers', open: { days: 30 } },
      ...{ abstain: 'not-for', silence: 'not-for', cite: 'Invented', mark: 'unverified' },
      chambers: [
        { who: 'members', fraction: '1/2' },
        { who: 'makers', fraction: '1/2', exceeds: true },
      ],
    }),
  )
  const [chips] = CHARTER.technologies
  const charter: typeof CHARTER = {
    ...CHARTER,
    technologies: [
      ...(chips === undefined ? [] : [chips]),
      { id: 'cells', title: 'Cells', kinds: ['battery'], counts: 'Makes cells.', makers: [] },
    ],
    rules: [...CHARTER.rules, makers],
    matters: [{ matter: 'list-add', rule: 'makers', cite: 'Invented', mark: 'unverified' }],
  }
  const open = (changes: object) => {
    const { entries } = new Ledger().open(changes)
    const { state, refused } = readSubject(proposalsSubject(charter), entries)
    return refused[0]?.problems[0]?.code ?? Object.keys(state.proposals)
  }
  const by = (criteria: object) => ({
    new: { ...CONTENT.new, entries: [{ ...CONTENT.new.entries[0], criteria }] },
  })
  const about = (kind: string) => by({ kind: [kind] })
  const of = (characteristic: string) => by({ [characteristic]: { gte: 1 } })

  it.each([
    ['names no technology', {}, 'proposal.makers'],
    ['names another, that nobody makes', { technology: 'cells' }, 'proposal.makers'],
    ['is of a wider kind', about('battery'), 'proposal.makers'],
    ['says no kind and names no technology', of('tpp'), 'proposal.makers'],
    ['says no kind and names one', { ...of('tpp'), technology: 'chips' }, [CONTENT.proposal]],
    ['names its own', { technology: 'chips' }, [CONTENT.proposal]],
    ['is of none that the charter knows', about('laser'), [CONTENT.proposal]],
  ])('that %s', (_what, changes, expected) => {
    expect(open(changes)).toEqual(expected)
  })
})

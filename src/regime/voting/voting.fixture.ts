import type { z } from 'zod'
import { parseShape, unwrap } from '../../kernel/index.ts'
import type { Choice, Electorate, Positions } from './electorate.ts'
import { type VotingRule, votingRule } from './rule-format.ts'

type RuleText = z.input<typeof votingRule>

/** A rule as a charter would write it, with what is the same in most. */
export function rule(changes: Partial<RuleText> & Pick<RuleText, 'kind'>): VotingRule {
  const common = {
    id: 'rule',
    title: 'A rule',
    open: { days: 30 },
    abstain: 'not-for',
    silence: 'not-for',
    cite: 'Invented',
    mark: 'unverified',
  }
  return unwrap(parseShape(votingRule, { ...common, ...changes }))
}

/** Members M1, M2 … with the weights given; the first so many make the technology. */
export function electorate(weights: readonly number[], makers = 0): Electorate {
  return {
    voters: weights.map((people, at) => ({
      code: `M${at + 1}`,
      weights: { population: people },
      maker: at < makers,
    })),
    excluded: [],
  }
}

export function equal(members: number, makers = 0): Electorate {
  return electorate(Array<number>(members).fill(1), makers)
}

/** So many yes from the first on, then so many no, then so many who abstain; the rest are silent. */
export function votes(yes: number, no = 0, abstain = 0): Positions {
  const said: readonly Choice[] = [
    ...Array<Choice>(yes).fill('yes'),
    ...Array<Choice>(no).fill('no'),
    ...Array<Choice>(abstain).fill('abstain'),
  ]
  return {
    choices: new Map(said.map((choice, at) => [`M${at + 1}`, choice])),
    reserved: new Set(),
  }
}

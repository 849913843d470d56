import { assertNever } from '../kernel/index.ts'
import type { Electorate } from './voting/electorate.ts'
import { leastReaching } from './voting/fraction.ts'
import type { VotingRule } from './voting/rule-format.ts'
import { total } from './voting/tests.ts'

/**
 * A voting rule as a simple game: which sets of members carry a question when all others are against it.
 * Written with whole numbers alone, so that its indices are exact.
 */
export interface Game {
  readonly players: readonly Player[]
  /** Of a coalition with these sums of marks: the least weight with which it wins; Infinity where none does. */
  readonly leastWeight: (marks: readonly number[]) => number
}

export interface Player {
  readonly code: string
  /** What is counted of it: a one for each chamber that it sits in. */
  readonly marks: readonly number[]
  readonly weight: number
}

export function gameOf(rule: VotingRule, electorate: Electorate): Game {
  const { voters } = electorate
  const all = voters.length
  const plain = (): readonly Player[] => voters.map(({ code }) => ({ code, marks: [1], weight: 0 }))
  const byCount = (least: number): Game => ({
    players: plain(),
    leastWeight: ([count = 0]) => (count >= least ? 0 : Infinity),
  })
  switch (rule.kind) {
    case 'consensus':
    case 'silence':
      return byCount(all)
    case 'consensus-minus':
      return byCount(all - rule.objectors)
    case 'coalition':
      return byCount(rule.minimum)
    case 'threshold':
      return thresholdGame(rule, electorate)
    case 'double-majority':
      return chamberGame(rule, electorate)
    default:
      return assertNever(rule)
  }
}

function thresholdGame(
  rule: VotingRule & { readonly kind: 'threshold' },
  { voters }: Electorate,
): Game {
  const { weight, blocking } = rule
  const least = Math.max(
    rule.minStates ?? 0,
    rule.states === undefined ? 0 : leastReaching(voters.length, rule.states),
  )
  const quota = weight === undefined ? 0 : leastReaching(total(voters, weight.of), weight.fraction)
  return {
    players: voters.map(({ code, weights }) => ({
      code,
      marks: [1],
      weight: weight === undefined ? 0 : (weights[weight.of] ?? 0),
    })),
    leastWeight: ([count = 0]) => {
      if (count < least) return Infinity
      const cannotBlock = blocking !== undefined && voters.length - count < blocking.minStates
      return cannotBlock ? 0 : quota
    },
  }
}

function chamberGame(
  rule: VotingRule & { readonly kind: 'double-majority' },
  { voters }: Electorate,
): Game {
  const sits = rule.chambers.map(({ who }) =>
    voters.map(({ maker }) => (who === 'members' || maker ? 1 : 0)),
  )
  const least = rule.chambers.map(({ fraction, exceeds }, chamber) => {
    const seats = sits[chamber]?.reduce((sum: number, one) => sum + one, 0) ?? 0
    // A chamber that nobody sits in cannot stop what the others decide.
    return seats === 0 ? 0 : leastReaching(seats, fraction, exceeds)
  })
  return {
    players: voters.map(({ code }, at) => ({
      code,
      marks: sits.map((chamber) => chamber[at] ?? 0),
      weight: 0,
    })),
    leastWeight: (marks) =>
      least.every((need, chamber) => (marks[chamber] ?? 0) >= need) ? 0 : Infinity,
  }
}

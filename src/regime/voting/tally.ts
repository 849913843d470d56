import type { Electorate, Positions, Voter } from './electorate.ts'
import { leastReaching, printFraction, reaches } from './fraction.ts'
import type { VotingRule } from './rule-format.ts'
import { adopters, objecting, type Sides, sidesOf } from './sides.ts'
import { type RuleTest, testsOf } from './tests.ts'

/**
 * `adopted` binds all who could vote, `coalition` those in favour alone; `provisional` binds all until it is
 * ratified or ends; `lapsed`: too few took part.
 */
export type Outcome = 'adopted' | 'provisional' | 'coalition' | 'rejected' | 'lapsed'

/** The votes on one question, counted: a pure function, so that every node that holds them has the same. */
export interface Tally {
  readonly outcome: Outcome
  /** Members that it binds. */
  readonly binds: readonly string[]
  readonly yes: readonly string[]
  readonly no: readonly string[]
  readonly abstain: readonly string[]
  readonly silent: readonly string[]
  readonly reserved: readonly string[]
  readonly tests: readonly RuleTest[]
  /** Members of whom any one, by another vote, would have turned the outcome. */
  readonly pivotal: readonly string[]
}

export function tally(rule: VotingRule, electorate: Electorate, positions: Positions): Tally {
  const sides = sidesOf(electorate, positions)
  const { outcome, tests } = decide(rule, electorate, sides)
  return {
    outcome,
    binds: bound(outcome, electorate, sides),
    yes: codes(sides.yes),
    no: codes(sides.no),
    abstain: codes(sides.abstain),
    silent: codes(sides.silent),
    reserved: codes(sides.reserved),
    tests,
    pivotal: pivotal(rule, electorate, positions, outcome),
  }
}

/** Whether enough have taken part, and how that was counted; undefined where the rule has no quorum. */
export function quorumTest(
  rule: VotingRule,
  electorate: Electorate,
  sides: Sides,
): RuleTest | undefined {
  const { quorum } = rule
  if (quorum === undefined) return undefined
  const whole = electorate.voters.length
  const took = quorum.counts.reduce((sum, side) => sum + sides[side].length, 0)
  return {
    what: `members that took part, ${printFraction(quorum.members)}`,
    have: `${took} of ${whole}`,
    need: String(leastReaching(whole, quorum.members)),
    met: reaches(took, whole, quorum.members),
  }
}

function decide(
  rule: VotingRule,
  electorate: Electorate,
  sides: Sides,
): { readonly outcome: Outcome; readonly tests: readonly RuleTest[] } {
  const quorum = quorumTest(rule, electorate, sides)
  const own = testsOf(rule, electorate, sides)
  const tests = quorum === undefined ? own : [quorum, ...own]
  if (quorum?.met === false || electorate.voters.length === 0) return { outcome: 'lapsed', tests }
  if (own.every(({ met }) => met)) {
    if (rule.kind === 'coalition') return { outcome: 'coalition', tests }
    return { outcome: rule.provisional === undefined ? 'adopted' : 'provisional', tests }
  }
  const willing = adopters(sides).length
  const needed = rule.otherwise?.coalition
  if (needed === undefined) return { outcome: 'rejected', tests }
  const coalition: RuleTest = {
    what: 'members that adopt it for themselves',
    have: String(willing),
    need: `at least ${needed}`,
    met: willing >= needed,
  }
  return { outcome: coalition.met ? 'coalition' : 'rejected', tests: [...tests, coalition] }
}

function bound(outcome: Outcome, electorate: Electorate, sides: Sides): readonly string[] {
  if (outcome === 'adopted' || outcome === 'provisional') return codes(electorate.voters)
  return outcome === 'coalition' ? codes(adopters(sides)) : []
}

function pivotal(
  rule: VotingRule,
  electorate: Electorate,
  positions: Positions,
  outcome: Outcome,
): readonly string[] {
  const against = new Set(objecting(sidesOf(electorate, positions)).map(({ code }) => code))
  return codes(electorate.voters).filter((code) => {
    const isFor = positions.choices.get(code) === 'yes' && !against.has(code)
    const other = new Map(positions.choices).set(code, isFor ? 'no' : 'yes')
    const reserved = new Set([...positions.reserved].filter((one) => one !== code))
    const sides = sidesOf(electorate, { choices: other, reserved })
    return decide(rule, electorate, sides).outcome !== outcome
  })
}

function codes(voters: readonly Voter[]): readonly string[] {
  return voters.map(({ code }) => code).toSorted()
}

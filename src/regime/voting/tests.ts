import { assertNever } from '../../kernel/index.ts'
import type { Electorate, Voter } from './electorate.ts'
import { exceeds, leastReaching, printFraction, reaches } from './fraction.ts'
import type { Chamber, VotingRule } from './rule-format.ts'
import { adopters, counted, inFavour, objecting, type Sides } from './sides.ts'

/** One condition of a rule held against the votes, worded for whoever asks why. */
export interface RuleTest {
  readonly what: string
  readonly have: string
  readonly need: string
  readonly met: boolean
}

/** The conditions of a rule: it is met where all of them are. */
export function testsOf(
  rule: VotingRule,
  electorate: Electorate,
  sides: Sides,
): readonly RuleTest[] {
  switch (rule.kind) {
    case 'consensus':
      return [objections(sides, 0)]
    case 'consensus-minus':
      return [objections(sides, rule.objectors)]
    case 'silence':
      return [{ ...objections(sides, 0), what: 'members who broke the silence' }]
    case 'threshold':
      return thresholdTests(rule, sides)
    case 'double-majority':
      return rule.chambers.map((chamber) => chamberTest(chamber, rule, electorate, sides))
    case 'coalition':
      return [atLeast('members that adopt it', adopters(sides).length, rule.minimum)]
    default:
      return assertNever(rule)
  }
}

function objections(sides: Sides, allowed: number): RuleTest {
  const against = objecting(sides).length
  return {
    what: 'members that object',
    have: String(against),
    need: allowed === 0 ? 'none' : `at most ${allowed}`,
    met: against <= allowed,
  }
}

function thresholdTests(
  rule: VotingRule & { readonly kind: 'threshold' },
  sides: Sides,
): readonly RuleTest[] {
  const base = counted(rule, sides)
  const favour = inFavour(rule, sides)
  const tests: RuleTest[] = []
  if (rule.minStates !== undefined)
    tests.push(atLeast('states in favour', favour.length, rule.minStates))
  if (rule.states !== undefined) {
    const need = leastReaching(base.length, rule.states)
    tests.push({
      what: `states in favour, ${printFraction(rule.states)}`,
      have: `${favour.length} of ${base.length}`,
      need: String(need),
      met: base.length > 0 && reaches(favour.length, base.length, rule.states),
    })
  }
  if (rule.weight !== undefined) tests.push(weightTest(rule, rule.weight, base, favour))
  return tests
}

function weightTest(
  rule: VotingRule & { readonly kind: 'threshold' },
  weight: NonNullable<(VotingRule & { readonly kind: 'threshold' })['weight']>,
  base: readonly Voter[],
  favour: readonly Voter[],
): RuleTest {
  const whole = total(base, weight.of)
  const part = total(favour, weight.of)
  const others = base.length - favour.length
  const { blocking } = rule
  const cannotBlock = blocking !== undefined && others < blocking.minStates
  const block = blocking === undefined ? '' : `, or fewer than ${blocking.minStates} not in favour`
  return {
    what: `${weight.of} in favour, ${printFraction(weight.fraction)}`,
    have: `${part} of ${whole}${cannotBlock ? `, ${others} not in favour` : ''}`,
    need: `${leastReaching(whole, weight.fraction)}${block}`,
    met: whole > 0 && (cannotBlock || reaches(part, whole, weight.fraction)),
  }
}

function chamberTest(
  chamber: Chamber,
  rule: VotingRule,
  electorate: Electorate,
  sides: Sides,
): RuleTest {
  const sits = (voter: Voter): boolean => chamber.who === 'members' || voter.maker
  const base = counted(rule, sides).filter(sits)
  const favour = inFavour(rule, sides).filter(sits)
  const who = chamber.who === 'members' ? 'members' : 'members that make it'
  const share = `${chamber.exceeds ? 'more than ' : ''}${printFraction(chamber.fraction)}`
  const what = `${who} in favour, ${share}`
  // No maker is known: this chamber cannot stop what the other decides.
  if (!electorate.voters.some(sits))
    return { what, have: 'no member is known to make it', need: 'nothing', met: true }
  const holds = chamber.exceeds ? exceeds : reaches
  return {
    what,
    have: `${favour.length} of ${base.length}`,
    need: String(leastReaching(base.length, chamber.fraction, chamber.exceeds)),
    met: base.length > 0 && holds(favour.length, base.length, chamber.fraction),
  }
}

function atLeast(what: string, have: number, need: number): RuleTest {
  return { what, have: String(have), need: `at least ${need}`, met: have >= need }
}

export function total(voters: readonly Voter[], weight: string): number {
  return voters.reduce((sum, voter) => sum + (voter.weights[weight] ?? 0), 0)
}

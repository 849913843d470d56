import { type TruthCode, UNKNOWN } from '../kernel/index.ts'
import type { Jurisdiction, Rulebook } from '../rulebook/index.ts'
import { askFor } from './asking.ts'
import { coverageOfJurisdiction } from './coverage.ts'
import { dutiesOf } from './duties.ts'
import { findingOfRule } from './findings.ts'
import type { ItemRequirement } from './item-requirement.ts'
import { type Asked, AskedFacts } from './missing.ts'
import type { Verdict } from './model.ts'
import type { RuleReading } from './requirements.ts'
import type { Transaction } from './transaction.ts'
import { judgeJurisdiction } from './verdict.ts'
import { type Wording, wordingOf, wordingOfElements } from './wording.ts'

/**
 * What one jurisdiction answers for one item, worded as the answer has it, with the id of the item left
 * open: the same for all items and deals that look alike to its rules, and worked out once for them.
 */
export interface ItemAnswer {
  readonly asWritten: TruthCode
  readonly asAdministered: TruthCode
  readonly verdict: Verdict
  readonly because: readonly Wording[]
  /** Elements of `licence.by`, and of `licence.exceptions`. */
  readonly by: Wording
  readonly exceptions: Wording
  readonly heldBy: readonly string[]
  /** By what tells them apart, each once. */
  readonly duties: ReadonlyMap<string, string>
  readonly coverage: ReadonlyMap<string, string>
  readonly asked: Asked
}

/** @param mark the id of the item of the requirement, where it is left open */
export function itemAnswerOf(
  { code, authority }: Jurisdiction,
  requirement: ItemRequirement,
  transaction: Transaction,
  rulebook: Rulebook,
  mark: string,
): ItemAnswer {
  const { item, requirements, exceptions, heldBy, asWritten, asAdministered } = requirement
  const { verdict, because } = judgeJurisdiction(code, [requirement])
  const asked = new AskedFacts(rulebook)
  askFor(code, requirement, transaction.route?.from, asked)
  const named = asked.rules()
  const rules = requirements.readings
    .filter((reading) => isTold(reading, named))
    .map((reading) => findingOfRule(reading, item.id))
  return {
    asWritten,
    asAdministered,
    verdict,
    because: because.map((sentence) => wordingOf(sentence, mark)),
    by: wordingOfElements(rules, mark),
    exceptions: wordingOfElements(exceptions, mark),
    heldBy,
    duties: written(dutiesOf(authority, [requirement]), ({ what, cite }) => `${what} ${cite}`),
    coverage: written(coverageOfJurisdiction(code, [requirement], transaction), ({ area }) => area),
    asked: asked.asked(),
  }
}

/** An undecided rule that the facts name which would decide it need not be told of twice. */
function isTold(
  { inForce, truth, administered, isOfEntryMet }: RuleReading,
  named: ReadonlySet<string>,
): boolean {
  return (
    truth !== UNKNOWN || administered !== UNKNOWN || isOfEntryMet || !named.has(inForce.rule.id)
  )
}

function written<T>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, string> {
  return new Map(list.map((one) => [key(one), JSON.stringify(one)]))
}

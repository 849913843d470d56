import { type Truth, type TruthCode, UNKNOWN } from '../kernel/index.ts'
import type { Jurisdiction, Rulebook } from '../rulebook/index.ts'
import { askFor } from './asking.ts'
import { coverageOfJurisdiction } from './coverage.ts'
import { dutiesOf } from './duties.ts'
import { findingOfRule } from './findings.ts'
import type { ItemRequirement } from './item-requirement.ts'
import type { RuleInForce } from './law-in-force.ts'
import { type Asked, AskedFacts } from './missing.ts'
import type { AssumptionFinding, Verdict } from './model.ts'
import { mayHold } from './nexus.ts'
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
  /** Elements of `licence.notFitting`. */
  readonly notFitting: Wording
  /** Whether it is held at all, now that its content and production are read. */
  readonly isHeld: boolean
  readonly nexus: readonly {
    readonly kind: string
    readonly truth: Truth
    readonly text: Wording
  }[]
  readonly presumed: readonly AssumptionFinding[]
  /** By what tells them apart, each once. */
  readonly duties: readonly ToldOnce[]
  readonly coverage: readonly ToldOnce[]
  /** Says a day that is counted from the day asked about. */
  readonly isOfDay: boolean
  readonly asked: Asked
  /** Rules that were read, for who asks why. */
  readonly read: readonly RuleRead[]
}

/** What an answer says once for all items of which it holds. */
export interface ToldOnce {
  /** Tells it apart. */
  readonly key: Wording
  readonly text: Wording
}

/** A rule that was read for one of the subjects of an item, and one of the places where it goes. */
export interface RuleRead {
  readonly inForce: RuleInForce
  readonly truth: TruthCode
  readonly subject: number
  readonly destination: number
}

/** @param mark the id of the item of the requirement, where it is left open */
export function itemAnswerOf(
  { code, authority }: Jurisdiction,
  requirement: ItemRequirement,
  transaction: Transaction,
  rulebook: Rulebook,
  mark: string,
  destinations: readonly (string | undefined)[],
): ItemAnswer {
  const { item, subjects, requirements, exceptions, heldBy, misfits, nexus } = requirement
  const { asWritten, asAdministered } = requirement
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
    notFitting: wordingOfElements(
      misfits.map(({ id, misfits: because }) => ({ because, id, item: item.id })),
      mark,
    ),
    isHeld: mayHold(nexus),
    nexus: nexus.findings.map((one) => ({
      kind: one.kind,
      truth: one.truth,
      text: wordingOf(one, mark),
    })),
    presumed: [...(nexus.presumed ?? []), ...requirement.noticed],
    duties: each(dutiesOf(authority, [requirement]), ({ what, cite }) => `${what} ${cite}`, mark),
    coverage: each(coverageOfJurisdiction(code, [requirement]), ({ area }) => area, mark),
    isOfDay: requirement.formalities.some(({ by }) => by !== null),
    asked: asked.asked(),
    read: requirements.readings.map(({ inForce, truth, readFor, destination }) => ({
      inForce,
      truth,
      subject: subjects.indexOf(readFor),
      destination: destinations.indexOf(destination),
    })),
  }
}

/** About how many bytes it takes to keep it. */
export function weightOfAnswer(answer: ItemAnswer): number {
  const { because, by, exceptions, notFitting, nexus, duties, coverage, asked, read } = answer
  const texts = nexus.map(({ text }) => text)
  const wordings = [...because, by, exceptions, notFitting, ...texts]
  for (const { key, text } of [...duties, ...coverage]) wordings.push(key, text)
  const facts = PER_FACT * (asked.circumstances.length + asked.facts.length)
  const rules = PER_RULE * read.length
  return wordings.reduce((sum, { weight }) => sum + weight, facts + rules)
}

const PER_FACT = 256
const PER_RULE = 64

/** An undecided rule that the facts name which would decide it need not be told of twice. */
function isTold(
  { inForce, truth, administered, isOfEntryMet }: RuleReading,
  named: ReadonlySet<string>,
): boolean {
  return (
    truth !== UNKNOWN || administered !== UNKNOWN || isOfEntryMet || !named.has(inForce.rule.id)
  )
}

function each<T>(list: readonly T[], key: (one: T) => string, mark: string): readonly ToldOnce[] {
  return list.map((one) => ({ key: wordingOf(key(one), mark), text: wordingOf(one, mark) }))
}

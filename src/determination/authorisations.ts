import {
  conjoin,
  FALSE,
  type LegalDate,
  parseDecimal,
  TRUE,
  type TruthCode,
  UNKNOWN,
} from '../kernel/index.ts'
import { codeMatches, type FactTable } from '../rulebook/index.ts'
import { answerOf } from './answers.ts'
import type { ArrangedItem } from './arrange.ts'
import type { AuthorisationInForce } from './law-in-force.ts'
import type { ConditionFinding, ExceptionFinding } from './model.ts'
import type { RuleReading } from './requirements.ts'
import type { HeldAuthorisation } from './transaction.ts'

/** An authorisation read for one reading of a rule that it may overcome. */
interface Reading {
  readonly inForce: AuthorisationInForce
  readonly rule: string
  readonly available: TruthCode
  readonly usable: TruthCode
  readonly conditions: readonly { readonly text: string; readonly met: TruthCode }[]
}

/**
 * Licence exceptions and general authorisations of one item. A rule names those that may overcome it;
 * what it does not name it does not yield to. A condition that only a person can answer is met where
 * the transaction relies on the authorisation, and undecided otherwise.
 */
export class ExceptionReader {
  readonly #authorisations: ReadonlyMap<string, AuthorisationInForce>
  readonly #relied: ReadonlySet<string>
  readonly #readings: Reading[] = []

  constructor(
    authorisations: ReadonlyMap<string, AuthorisationInForce>,
    held: readonly HeldAuthorisation[],
    jurisdiction: string,
  ) {
    this.#authorisations = authorisations
    this.#relied = new Set(
      held
        .filter((one) => isReliance(one) && (one.jurisdiction ?? jurisdiction) === jurisdiction)
        .map(({ id }) => id),
    )
  }

  /** While the table still holds the circumstances of the reading. */
  observe(reading: RuleReading, facts: FactTable): void {
    const { rule } = reading.inForce
    if (rule.effect !== 'licence-required' || reading.truth === FALSE) return
    for (const id of rule.exceptions) {
      const inForce = this.#authorisations.get(id)
      const relied = this.#relied.has(id)
      // What may lift a requirement that may not stand is worth reading only where somebody relies on it.
      if (reading.truth !== TRUE && !relied) continue
      if (inForce === undefined || !speaksOf(inForce, reading.subject.label)) continue
      const available = inForce.available.evaluate(facts)
      const conditions = inForce.conditions.map(({ text, met }) => ({
        text,
        met: met === undefined ? (relied ? TRUE : UNKNOWN) : met.evaluate(facts),
      }))
      const usable = conditions.reduce<TruthCode>(
        (lowest, { met }) => conjoin(lowest, met),
        inForce.notCovered ? conjoin(available, UNKNOWN) : available,
      )
      this.#readings.push({ inForce, rule: rule.id, available, usable, conditions })
    }
  }

  /**
   * One finding an authorisation, as good as the worst of what it would have to overcome: open for one of
   * two destinations, it does not lift the requirement. What is nowhere available is named only where
   * somebody relies on it.
   */
  findings(item: string): readonly ExceptionFinding[] {
    const byId = new Map<string, Reading[]>()
    for (const reading of this.#readings) {
      const { id } = reading.inForce.authorisation
      byId.set(id, [...(byId.get(id) ?? []), reading])
    }
    return [...byId]
      .filter(([id, of]) => this.#relied.has(id) || of.some(({ available }) => available !== FALSE))
      .map(([, readings]) => findingOf(item, readings))
  }
}

function isReliance({ kind }: HeldAuthorisation): boolean {
  return kind === 'exception' || kind === 'general'
}

function speaksOf({ authorisation }: AuthorisationInForce, code: string): boolean {
  const { entries, excludedEntries } = authorisation
  if (excludedEntries.some((pattern) => codeMatches(code, pattern))) return false
  return entries.length === 0 || entries.some((pattern) => codeMatches(code, pattern))
}

function findingOf(item: string, readings: readonly Reading[]): ExceptionFinding {
  const usable = readings.reduce<TruthCode>((lowest, it) => conjoin(lowest, it.usable), TRUE)
  const worst = new Map<string, TruthCode>()
  for (const { conditions } of readings) {
    for (const { text, met } of conditions) worst.set(text, conjoin(worst.get(text) ?? TRUE, met))
  }
  const [first] = readings
  const authorisation = first?.inForce.authorisation
  return {
    cite: authorisation?.cite ?? '',
    conditions: deciding(worst, usable),
    formalities: authorisation?.formalities ?? [],
    id: authorisation?.id ?? '',
    item,
    overcomes: [...new Set(readings.map(({ rule }) => rule))],
    title: authorisation?.title ?? '',
    usable: answerOf(usable),
  }
}

/** Of one that cannot be used, why; of one that may, what is open; of one that can, everything. */
function deciding(
  conditions: ReadonlyMap<string, TruthCode>,
  usable: TruthCode,
): readonly ConditionFinding[] {
  return [...conditions]
    .filter(([, met]) => usable === TRUE || met === usable)
    .map(([text, met]) => ({ met: answerOf(met), text }))
}

/** Licences stated as held that fit the item on the day: jurisdiction, days, lines and what remains. */
export function licencesFor(
  item: ArrangedItem,
  held: readonly HeldAuthorisation[],
  jurisdiction: string,
  day: LegalDate,
): readonly HeldAuthorisation[] {
  return held.filter(
    (one) =>
      one.kind === 'licence' &&
      one.jurisdiction === jurisdiction &&
      one.from !== undefined &&
      one.from <= day &&
      (one.until === undefined || day <= one.until) &&
      one.lines?.includes(item.id) === true &&
      remains(one, item),
  )
}

/** Nothing said of a balance says that it suffices; a balance in another unit says nothing that can be held against it. */
function remains({ remaining }: HeldAuthorisation, { item }: ArrangedItem): boolean {
  if (remaining === undefined) return true
  const { amount, unit, value } = remaining
  if (amount !== undefined) {
    if (item.quantity === undefined || item.quantity.unit !== unit) return false
    if (!isAtMost(item.quantity.amount, amount)) return false
  }
  if (value === undefined) return true
  if (item.value === undefined || item.value.currency !== value.currency) return false
  return isAtMost(item.value.amount, value.amount)
}

function isAtMost(wanted: string, balance: string): boolean {
  const [left, right] = [parseDecimal(wanted), parseDecimal(balance)]
  return left.ok && right.ok && left.value.lessThanOrEqualTo(right.value)
}

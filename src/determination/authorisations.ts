import {
  conjoin,
  daysAfter,
  FALSE,
  type LegalDate,
  TRUE,
  type TruthCode,
  UNKNOWN,
} from '../kernel/index.ts'
import { codeMatches, type FactTable, type RequirementRule } from '../rulebook/index.ts'
import { answerOf } from './answers.ts'
import type { ArrangedItem, ArrangedTransaction } from './arrange.ts'
import type { AuthorisationInForce, RestrictionInForce } from './authorisations-in-force.ts'
import type { EquivalentControl } from './equivalent-controls.ts'
import { balance, beyondLimit, days } from './held-licences.ts'
import type { ConditionFinding, ExceptionFinding } from './model.ts'
import type { PerformanceReader } from './performance.ts'
import type { RuleReading } from './requirements.ts'
import type { Subject } from './subjects.ts'
import type { HeldAuthorisation } from './transaction.ts'

/** An authorisation read for one reading of a rule that it may overcome. */
interface Reading {
  readonly inForce: AuthorisationInForce
  readonly rule: string
  readonly available: TruthCode
  readonly usable: TruthCode
  readonly conditions: readonly { readonly text: string; readonly met: TruthCode }[]
  readonly equivalentControls: readonly EquivalentControl[]
}

/** An act owed for an authorisation that is used. */
export interface FormalityOwed {
  readonly what: string
  /** The last day for it. */
  readonly by: LegalDate | null
  readonly cite: string
}

/** Whether a licence or an authorisation can lift what the rule demands; a prohibition names what lifts it, or yields to nothing. */
export function yieldsToAny({ effect, exceptions }: RequirementRule): boolean {
  return effect === 'licence-required' || (effect === 'prohibited' && exceptions.length > 0)
}

/** For what and when exceptions are read. */
export interface ExceptionNeed {
  readonly authorisations: ReadonlyMap<string, AuthorisationInForce>
  readonly held: readonly HeldAuthorisation[]
  readonly jurisdiction: string
  /** As {@link LawInForce} has them. */
  readonly grantors: ReadonlySet<string>
  readonly item: ArrangedItem
  readonly arranged: ArrangedTransaction
  readonly day: LegalDate
  readonly performance: PerformanceReader
}

/**
 * Licence exceptions and general authorisations of one item. A rule names those that may overcome it;
 * what it does not name it does not yield to. A condition that only a person can answer is met where
 * the transaction relies on the authorisation, and undecided otherwise.
 */
export class ExceptionReader {
  readonly #need: ExceptionNeed
  readonly #authorisations: ReadonlyMap<string, AuthorisationInForce>
  /** By id, what speaks against the statement that it is relied on. */
  readonly #relied: ReadonlyMap<string, readonly string[]>
  readonly #readings: Reading[] = []
  readonly #spared = new Map<RestrictionInForce, TruthCode>()
  #sparedFor: readonly [Subject, string | undefined] | undefined

  constructor(need: ExceptionNeed) {
    this.#need = need
    this.#authorisations = need.authorisations
    this.#relied = new Map(
      need.held
        .filter((one) => isReliance(one, need))
        .map((one) => [
          one.id,
          [
            ...(one.from === undefined ? [] : days(one, need.day)),
            ...balance(one, need, `for ${need.item.id}`),
            ...limitOf(one, need),
          ],
        ]),
    )
  }

  /** While the table still holds the circumstances of the reading. */
  observe(reading: RuleReading, facts: FactTable): void {
    const { rule } = reading.inForce
    if (!yieldsToAny(rule) || reading.truth === FALSE) return
    for (const id of rule.exceptions) {
      const inForce = this.#authorisations.get(id)
      const against = this.#relied.get(id)
      // What may lift a requirement that may not stand is worth reading only where somebody relies on it.
      if (reading.truth !== TRUE && against === undefined) continue
      if (inForce === undefined || !speaksOf(inForce, reading.subject.label)) continue
      const available = inForce.available.evaluate(facts)
      const conditions = [
        ...(against ?? []).map((text) => ({ text, met: FALSE as TruthCode })),
        ...inForce.conditions.map(({ text, met }) => ({
          text,
          met: met?.evaluate(facts) ?? (against === undefined ? UNKNOWN : TRUE),
        })),
        ...inForce.restrictions.map((one) => ({
          text: one.restriction.title,
          met: this.#spares(one, reading, facts),
        })),
      ]
      const usable = conditions.reduce<TruthCode>(
        (lowest, { met }) => conjoin(lowest, met),
        inForce.notCovered ? conjoin(available, UNKNOWN) : available,
      )
      this.#readings.push({
        inForce,
        rule: rule.id,
        available,
        usable,
        conditions,
        equivalentControls: equivalentsFor(inForce, reading),
      })
    }
  }

  /** The same for every authorisation that may overcome what is required of an entry for a destination. */
  #spares(
    one: RestrictionInForce,
    { subject, destination }: RuleReading,
    facts: FactTable,
  ): TruthCode {
    const [lastSubject, lastDestination] = this.#sparedFor ?? []
    if (lastSubject !== subject || lastDestination !== destination) {
      this.#spared.clear()
      this.#sparedFor = [subject, destination]
    }
    const known = this.#spared.get(one)
    if (known !== undefined) return known
    const found = one.spares(facts)
    this.#spared.set(one, found)
    return found
  }

  /** What is owed for those that can be used, with its day where the law counts days from the export. */
  owed(findings: readonly ExceptionFinding[]): readonly FormalityOwed[] {
    return findings
      .filter(({ usable }) => usable === true)
      .flatMap(({ id }) => {
        const { authorisation } = this.#authorisations.get(id) ?? {}
        return (authorisation?.formalities ?? []).map(({ what, days: after }) => ({
          by: after === undefined ? null : daysAfter(this.#need.day, after),
          cite: authorisation?.cite ?? '',
          what,
        }))
      })
  }

  /**
   * One finding an authorisation, as good as the worst of what it would have to overcome: open for one of
   * two destinations, it does not lift the requirement. What is nowhere available is named only where
   * somebody relies on it.
   */
  findings(): readonly ExceptionFinding[] {
    const byId = new Map<string, Reading[]>()
    for (const reading of this.#readings) {
      const { id } = reading.inForce.authorisation
      byId.set(id, [...(byId.get(id) ?? []), reading])
    }
    return [...byId]
      .filter(([id, of]) => this.#relied.has(id) || of.some(({ available }) => available !== FALSE))
      .map(([id, readings]) => findingOf(this.#need.item.id, readings, this.#relied.has(id)))
  }
}

function limitOf(one: HeldAuthorisation, need: ExceptionNeed) {
  const limit = need.authorisations.get(one.id)?.authorisation.limit
  return limit === undefined ? [] : beyondLimit(limit, need, one.lines, need.item)
}

/** Named with the destination as it is worded. */
function equivalentsFor(
  { equivalentControls }: AuthorisationInForce,
  { subject, destination, shownTo }: RuleReading,
): readonly EquivalentControl[] {
  if (destination === undefined || shownTo === undefined) return []
  const found = equivalentControls?.(subject.label, destination) ?? []
  return shownTo === destination ? found : found.map((one) => ({ ...one, destination: shownTo }))
}

function isReliance(
  { kind, jurisdiction, lines }: HeldAuthorisation,
  need: ExceptionNeed,
): boolean {
  if (kind !== 'exception' && kind !== 'general') return false
  if (lines !== undefined && !lines.includes(need.item.id)) return false
  return jurisdiction === undefined || need.grantors.has(jurisdiction)
}

function speaksOf({ authorisation }: AuthorisationInForce, code: string): boolean {
  const { entries, excludedEntries } = authorisation
  if (excludedEntries.some((pattern) => codeMatches(code, pattern))) return false
  return entries.length === 0 || entries.some((pattern) => codeMatches(code, pattern))
}

function findingOf(
  item: string,
  readings: readonly Reading[],
  isReliedOn: boolean,
): ExceptionFinding {
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
    equivalentControls: distinct(readings.flatMap((one) => one.equivalentControls)),
    formalities: (authorisation?.formalities ?? []).map(({ what }) => what),
    id: authorisation?.id ?? '',
    item,
    overcomes: [...new Set(readings.map(({ rule }) => rule))],
    ...(isReliedOn ? { reliedOn: true as const } : {}),
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

function distinct(controls: readonly EquivalentControl[]): readonly EquivalentControl[] {
  const key = ({ entry, destination, control }: EquivalentControl): string =>
    `${entry} ${destination} ${control}`
  return [...new Map(controls.map((one) => [key(one), one])).values()]
}

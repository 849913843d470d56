import type { Rulebook } from '../rulebook/index.ts'
import type { Circumstances } from './circumstances.ts'
import type { Seat } from './holds.ts'
import type { LawInForce, RuleInForce } from './law-in-force.ts'
import { isUnplaced } from './requirements.ts'
import type { Subject } from './subjects.ts'
import type { Comparison } from './vocabulary.ts'

/**
 * All that some rules of one jurisdiction compare: deals of which every comparison comes out alike are one
 * to them, whatever countries they name.
 */
export interface LawSight {
  /** Of the deal. */
  readonly comparisons: readonly Comparison[]
  /** Of where it goes. */
  readonly ofDestination: readonly Comparison[]
  /** An authorisation among it looks to the law of the destination. */
  readonly looksAbroad: boolean
}

const DESTINATION = 'destination'

/** What can be seen by whatever may be read for an item on these entries or none. */
export function lawSightOf(
  law: LawInForce,
  subjects: readonly Subject[],
  { comparisons }: Pick<Seat, 'comparisons'>,
  /** Whether content and production are read, by whatever the content is on. */
  isReached: boolean,
): LawSight {
  const rules = isReached ? new Set(law.all) : rulesFor(law, subjects)
  const exceptions = new Set([...rules].flatMap(({ rule }) => rule.exceptions))
  const authorisations = [...exceptions].flatMap((id) => law.authorisations.get(id) ?? [])
  const all = new Set([
    ...comparisons.ofGaps,
    ...(isReached ? comparisons.ofReach : []),
    ...[...rules].flatMap((rule) => rule.comparisons),
    ...authorisations.flatMap((one) => one.comparisons),
  ])
  return {
    comparisons: [...all].filter(({ parameter }) => parameter !== DESTINATION),
    ofDestination: [...all].filter(({ parameter }) => parameter === DESTINATION),
    looksAbroad: authorisations.some((one) => one.equivalentControls !== undefined),
  }
}

function rulesFor(law: LawInForce, subjects: readonly Subject[]): ReadonlySet<RuleInForce> {
  const rules = new Set(law.general)
  for (const subject of subjects) {
    for (const { inForce } of subject.law?.rules ?? []) rules.add(inForce)
    if (isUnplaced(subject)) for (const rule of law.ofPersonsAndServices) rules.add(rule)
  }
  return rules
}

/** How every comparison comes out, one character each. */
export function outcomesOf(comparisons: readonly Comparison[], { table }: Circumstances): string {
  let text = ''
  for (const { compiled } of comparisons) text += compiled.evaluate(table)
  return text
}

/** Jurisdictions whose territory a place is. */
export function territoriesOf(place: string, { jurisdictions }: Rulebook): string {
  return [...jurisdictions.values()]
    .flatMap(({ code, territory }) => (territory.includes(place) ? [code] : []))
    .join()
}

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
  /** Which texts it is made of, and how each stands: on days on which that is the same, it is the same law. */
  readonly standing: string
}

/** How law stands on a day: the same texts on all days between two that it names. */
export interface LawStanding {
  of(piece: object): string
  /** Of all the law of the jurisdiction. */
  readonly whole: string
}

const DESTINATION = 'destination'

/**
 * Whether it is read what an item is made of and with: not at all, where nothing is stated of that, or part
 * by part, each by whatever law it is under.
 */
export type Reached = 'no' | 'unstated' | 'parts'

/** What can be seen by whatever may be read for an item on these entries or none. */
export function lawSightOf(
  law: LawInForce,
  subjects: readonly Subject[],
  { comparisons, reachTables }: Pick<Seat, 'comparisons' | 'reachTables'>,
  reached: Reached,
  standing: LawStanding,
): LawSight {
  const rules = reached === 'parts' ? new Set(law.all) : rulesFor(law, subjects)
  const exceptions = new Set([...rules].flatMap(({ rule }) => rule.exceptions))
  const authorisations = [...exceptions].flatMap((id) => law.authorisations.get(id) ?? [])
  const all = new Set([
    ...comparisons.ofGaps,
    ...(reached === 'no' ? [] : comparisons.ofReach),
    ...[...rules].flatMap((rule) => rule.comparisons),
    ...authorisations.flatMap((one) => one.comparisons),
  ])
  const pieces = [
    ...(reached === 'no' ? [] : reachTables),
    ...[...rules].map(({ rule }) => rule),
    ...authorisations.flatMap(({ authorisation, restrictions }) => [
      authorisation,
      ...restrictions.map(({ restriction }) => restriction),
    ]),
  ]
  const unread = subjects.flatMap((subject) => subject.law?.unread ?? [])
  const looksAbroad = authorisations.some((one) => one.equivalentControls !== undefined)
  // Entries are read there that are not the item's own.
  const rest = reached === 'parts' || looksAbroad ? standing.whole : ''
  return {
    standing: [...pieces.map((piece) => standing.of(piece)), rest, ...unread].join(),
    comparisons: [...all].filter(({ parameter }) => parameter !== DESTINATION),
    ofDestination: [...all].filter(({ parameter }) => parameter === DESTINATION),
    looksAbroad,
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
export function territoriesOf(place: string, { jurisdictions }: Rulebook): readonly string[] {
  return [...jurisdictions.values()].flatMap(({ code, territory }) =>
    territory.includes(place) ? [code] : [],
  )
}

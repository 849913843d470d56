import { contains, type LegalDate, negate, type TruthCode, UNKNOWN } from '../kernel/index.ts'
import {
  type Authorisation,
  type CompiledExpression,
  type FactTable,
  type Restriction,
  type Rulebook,
  standingOf,
} from '../rulebook/index.ts'
import { type EquivalentControls, equivalentControlsOn } from './equivalent-controls.ts'
import type { CircumstanceLanguage, Comparison } from './vocabulary.ts'

/** A licence exception or general authorisation as it stands on a day, with all that may bar it. */
export interface AuthorisationInForce {
  readonly authorisation: Authorisation
  readonly available: CompiledExpression
  readonly conditions: readonly {
    readonly text: string
    readonly met: CompiledExpression | undefined
  }[]
  readonly restrictions: readonly RestrictionInForce[]
  /** Where it looks to them: the same controls in the law of a destination. */
  readonly equivalentControls: EquivalentControls | undefined
  readonly notCovered: boolean
  /** All that it and what may bar it compare. */
  readonly comparisons: readonly Comparison[]
}

export interface RestrictionInForce {
  readonly restriction: Restriction
  /** That it bars nothing here. */
  spares(facts: FactTable): TruthCode
}

/** In effect or suspended on the day, published by then, and no mere proposal. */
export function isSeen(
  law: Pick<Authorisation, 'effective' | 'published' | 'status'>,
  day: LegalDate,
  knownAt: LegalDate,
): boolean {
  if (law.published !== undefined && law.published > knownAt) return false
  return !law.status.startsWith('proposed') && contains(law.effective, day)
}

export function authorisationsOn(
  rulebook: Rulebook,
  language: CircumstanceLanguage,
  jurisdiction: string,
  day: LegalDate,
  knownAt: LegalDate,
): ReadonlyMap<string, AuthorisationInForce> {
  const own = <T extends Authorisation | Restriction>(all: readonly T[]): readonly T[] =>
    all.filter((one) => one.jurisdiction === jurisdiction && isSeen(one, day, knownAt))
  const restrictions = own(rulebook.restrictions).map((one) => restrictionOn(one, language, day))
  const found = own(rulebook.authorisations).map((authorisation): AuthorisationInForce => {
    const bars = restrictions.filter((one) => speaksOf(one.restriction, authorisation.id))
    return {
      authorisation,
      available: language.compile(authorisation.available),
      conditions: authorisation.conditions.map(({ text, met }) => ({
        text,
        met: met === undefined ? undefined : language.compile(met),
      })),
      restrictions: bars,
      equivalentControls: authorisation.equivalentControls
        ? equivalentControlsOn(rulebook, jurisdiction, day, knownAt)
        : undefined,
      notCovered: standingOf(authorisation, day) === 'not-covered',
      comparisons: language.comparisonsOf([
        authorisation.available,
        ...authorisation.conditions.map(({ met }) => met),
        ...bars.map(({ restriction }) => restriction.bars),
      ]),
    }
  })
  return new Map(found.map((one) => [one.authorisation.id, one]))
}

function speaksOf({ only, spares }: Restriction, id: string): boolean {
  return only.length > 0 ? only.includes(id) : !spares.includes(id)
}

function restrictionOn(
  restriction: Restriction,
  language: CircumstanceLanguage,
  day: LegalDate,
): RestrictionInForce {
  const bars = language.compile(restriction.bars)
  const notCovered = standingOf(restriction, day) === 'not-covered'
  return {
    restriction,
    spares: notCovered ? () => UNKNOWN : (facts) => negate(bars.evaluate(facts)),
  }
}

import type { Interval } from '../kernel/index.ts'
import type {
  Authorisation,
  Entry,
  FlagClearance,
  Jurisdiction,
  Kind,
  Parameter,
  Place,
  Presumption,
  RedFlagRule,
  RequirementRule,
  Restriction,
} from './model.ts'
import type { EccnControl, GroupFacts } from './tables-model.ts'

/**
 * A rulebook as plain JSON, in an order of its own whatever files it came from: what the digest is
 * taken of and what the cache stores.
 */
export interface LawContent {
  readonly characteristics: readonly Parameter[]
  readonly circumstances: readonly Parameter[]
  readonly kinds: readonly Kind[]
  readonly places: readonly Place[]
  readonly presumptions: readonly Presumption[]
  readonly jurisdictions: readonly JurisdictionContent[]
  readonly entries: readonly Entry[]
  readonly rules: readonly RequirementRule[]
  readonly authorisations: readonly Authorisation[]
  readonly redFlags: readonly RedFlagRule[]
  /** At most one. */
  readonly clearances: readonly FlagClearance[]
  readonly restrictions: readonly Restriction[]
  readonly groupFacts: GroupFacts
  readonly eccnReasons: {
    readonly jurisdictions: readonly string[]
    readonly covered: Readonly<Record<string, EccnControl>>
    readonly notCovered: readonly string[]
  }
  readonly tables: Readonly<Record<string, unknown>>
}

export interface JurisdictionContent extends Omit<Jurisdiction, 'coverage'> {
  readonly coverage: {
    readonly setAside: string
    readonly notes: string
    readonly complete: Readonly<Record<string, Interval>>
    readonly partly: Readonly<Record<string, Interval>>
    readonly none: readonly string[]
    readonly undecidable: readonly string[]
  }
}

/** Puts what has no order of its own (files, tables, members) into one; what is ordered by its author stays. */
export function inOrder(content: LawContent): LawContent {
  const { groups, moves, held, treated } = content.groupFacts
  return {
    characteristics: sorted(content.characteristics, (one) => [one.id]),
    circumstances: sorted(content.circumstances, (one) => [one.id]),
    kinds: sorted(content.kinds, (one) => [one.id]),
    places: sorted(content.places, (one) => [one.code]),
    presumptions: sorted(content.presumptions, (one) => [one.id]),
    jurisdictions: sorted(content.jurisdictions, (one) => [one.code]).map(jurisdictionInOrder),
    entries: sorted(content.entries, (one) => [one.jurisdiction, ...steps(one.code), one.version]),
    rules: sorted(content.rules, (one) => [one.id]),
    authorisations: sorted(content.authorisations, (one) => [one.jurisdiction, one.id]),
    redFlags: sorted(content.redFlags, (one) => [one.id]),
    clearances: content.clearances,
    restrictions: sorted(content.restrictions, (one) => [one.id]),
    groupFacts: {
      groups: sorted(groups, (one) => [one.name]).map((group) => ({
        ...group,
        members: group.members.toSorted(),
        without: group.without.toSorted(),
      })),
      moves: sorted(moves, (one) => [one.group, one.country, one.effective.from ?? '']),
      held: sorted(held, (one) => [one.country, ...one.groups, one.effective.from ?? '']),
      treated: sorted(treated, (one) => [one.jurisdiction, one.country, one.effective.from ?? '']),
    },
    eccnReasons: {
      jurisdictions: content.eccnReasons.jurisdictions.toSorted(),
      covered: content.eccnReasons.covered,
      notCovered: content.eccnReasons.notCovered.toSorted(),
    },
    tables: content.tables,
  }
}

function jurisdictionInOrder(one: JurisdictionContent): JurisdictionContent {
  return {
    ...one,
    territory: one.territory.toSorted(),
    coverage: {
      ...one.coverage,
      none: one.coverage.none.toSorted(),
      undecidable: one.coverage.undecidable.toSorted(),
    },
  }
}

/** By code units, field by field: the same on every machine, unlike a locale's order. */
function sorted<T>(items: readonly T[], keys: (item: T) => readonly string[]): readonly T[] {
  const keyed = items.map((item) => ({ item, key: keys(item).join('\u0001') }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ item }) => item)
}

/** `3A001.a.2` before `3A001.a.10`: numbers padded. */
function steps(code: string): readonly string[] {
  return [code.replaceAll(/\d+/g, (digits) => digits.padStart(6, '0'))]
}

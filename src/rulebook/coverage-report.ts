import type { LegalDate } from '../kernel/index.ts'
import { coverageOf } from './coverage.ts'
import type { CoverageState, Entry, Jurisdiction, Mark, Rulebook } from './model.ts'
import { standingOf } from './standing.ts'

/** What is encoded, since when, and what is not: for publishing beside every edition. */
export interface CoverageReport {
  readonly edition: string
  readonly digest: string
  readonly day: LegalDate
  readonly jurisdictions: readonly JurisdictionReport[]
  /** Whole codes whose reasons for control were read, and those whose were not. */
  readonly eccnReasons: { readonly covered: number; readonly notCovered: number }
  /** Rules of red flags that hold whatever the jurisdiction. */
  readonly sharedRedFlags: number
  readonly tables: readonly string[]
}

export interface JurisdictionReport {
  readonly jurisdiction: string
  readonly name: string
  readonly binding: boolean
  readonly kinds: readonly KindCoverage[]
  readonly entries: EntryCounts
  readonly rules: number
  readonly authorisations: number
  readonly redFlags: number
  readonly groups: readonly { readonly name: string; readonly coveredFrom?: LegalDate }[]
  /** Own words: what is never covered, for any kind. */
  readonly setAside: string
  readonly notes: string
}

export interface KindCoverage {
  readonly kind: string
  readonly state: CoverageState
  /** The first day of that state. */
  readonly since?: LegalDate
  /** Entries name the kind, and are always unknown. */
  readonly undecidable?: true
}

export interface EntryCounts {
  readonly inForce: number
  readonly suspended: number
  readonly notCovered: number
  readonly notInForce: number
  /** Of all: not fully encoded. */
  readonly incomplete: number
  readonly byMark: Readonly<Record<Mark, number>>
}

export function coverageReport(rulebook: Rulebook, day: LegalDate): CoverageReport {
  const { covered, notCovered } = rulebook.eccnReasons
  return {
    edition: rulebook.edition,
    digest: rulebook.digest,
    day,
    jurisdictions: [...rulebook.jurisdictions.values()].map((one) => reportOf(one, rulebook, day)),
    eccnReasons: { covered: covered.size, notCovered: notCovered.size },
    sharedRedFlags: rulebook.redFlags.filter((one) => one.jurisdiction === undefined).length,
    tables: [...rulebook.tables.keys()],
  }
}

function reportOf(one: Jurisdiction, rulebook: Rulebook, day: LegalDate): JurisdictionReport {
  const own = (piece: { readonly jurisdiction: string }): boolean => piece.jurisdiction === one.code
  return {
    jurisdiction: one.code,
    name: one.name,
    binding: one.binding,
    kinds: [...rulebook.kinds.keys()].map((kind) => kindCoverage(one, kind, rulebook, day)),
    entries: countEntries(rulebook.entries.filter(own), day),
    rules: rulebook.rules.filter(own).length,
    authorisations: rulebook.authorisations.filter(own).length,
    redFlags: rulebook.redFlags.filter((flag) => flag.jurisdiction === one.code).length,
    groups: rulebook.groupFacts.groups.filter(own).map(({ name, coveredFrom }) => ({
      name,
      ...(coveredFrom === undefined ? {} : { coveredFrom }),
    })),
    setAside: one.coverage.setAside,
    notes: one.coverage.notes,
  }
}

function kindCoverage(
  { code, coverage }: Jurisdiction,
  kind: string,
  rulebook: Rulebook,
  day: LegalDate,
): KindCoverage {
  const state = coverageOf(rulebook, code, kind, day)
  const since = state === 'none' ? undefined : coverage[state].get(kind)?.from
  return {
    kind,
    state,
    ...(since === undefined ? {} : { since }),
    ...(state === 'none' && coverage.undecidable.has(kind) ? { undecidable: true } : {}),
  }
}

function countEntries(entries: readonly Entry[], day: LegalDate): EntryCounts {
  const standings = entries.map((entry) => standingOf(entry, day))
  const marked = (mark: Mark): number => entries.filter((entry) => entry.mark === mark).length
  const standing = (wanted: string): number => standings.filter((one) => one === wanted).length
  return {
    inForce: standing('in-force'),
    suspended: standing('suspended'),
    notCovered: standing('not-covered'),
    notInForce: standing('not-in-force'),
    incomplete: entries.filter((entry) => entry.incomplete !== undefined).length,
    byMark: {
      text: marked('text'),
      secondary: marked('secondary'),
      derived: marked('derived'),
      unverified: marked('unverified'),
    },
  }
}

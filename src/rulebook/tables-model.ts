import type { Interval, LegalDate } from '../kernel/index.ts'
import type { Sourced } from './sources-model.ts'

/** What the group table is made of, as it stands in law/. */
export interface GroupFacts {
  readonly groups: readonly Group[]
  readonly moves: readonly GroupMove[]
  readonly held: readonly HeldMembership[]
  readonly treated: readonly Treatment[]
}

/** A group of countries or a column of a chart, with the members it has now. */
export interface Group extends Sourced {
  readonly name: string
  /** Whose law names it. */
  readonly jurisdiction: string
  readonly label?: string
  /** Days on which the group exists; outside them nobody is in it. */
  readonly effective: Interval
  /** The day from which its members are known. */
  readonly coveredFrom?: LegalDate
  readonly members: readonly string[]
  /** Regions of members that are not in it. */
  readonly without: readonly string[]
}

/** Days on which a country was in a group; together a country's moves tell its whole time there. */
export interface GroupMove extends Sourced {
  readonly country: string
  readonly group: string
  readonly effective: Interval
  /** Day the text became public, where known: before its first day a move is told as coming law. */
  readonly published?: LegalDate
}

/** Days for which a membership is known although the table of that time is not. */
export interface HeldMembership extends Sourced {
  readonly country: string
  readonly groups: readonly string[]
  readonly effective: Interval
}

/** A country that stands in the groups of one jurisdiction as another does (Hong Kong as China). */
export interface Treatment extends Sourced {
  readonly jurisdiction: string
  readonly country: string
  readonly as: string
  readonly effective: Interval
}

/** Reasons for control of whole ECCNs, beside the entries. */
export interface EccnReasons {
  /** Whose codes these are. */
  readonly jurisdictions: readonly string[]
  readonly covered: ReadonlyMap<string, EccnControl>
  /** Codes of the list whose reasons were not read: read nothing into their absence. */
  readonly notCovered: ReadonlySet<string>
}

export interface EccnControl extends Sourced {
  readonly reasons: readonly EccnReason[]
  /** Exceptions by list (`LVS`, `GBS`) with their limit in own words. */
  readonly exceptions: Readonly<Record<string, string>>
}

export interface EccnReason {
  readonly reason: string
  /** Column of the country chart (`NS2`). */
  readonly column?: string
  /** Sections through which it works without a column. */
  readonly sections: readonly string[]
  /** Every destination, but for those in `except`. */
  readonly worldwide?: boolean
  readonly except: readonly string[]
  readonly scope: string
  /** The codes it speaks of, where it speaks of a part of the entry. */
  readonly paragraphs?: readonly string[]
  /** Id of the requirement rule it works by, where that is no column. */
  readonly rule?: string
  /** Own words: of which items. */
  readonly when?: string
}

import type { Digest, Interval, LegalDate } from '../kernel/index.ts'
import type { Mark, Sourced } from './sources-model.ts'
import type { EccnReasons, GroupFacts } from './tables-model.ts'

export type { Mark, Sourced } from './sources-model.ts'

// --- Criteria, as they stand in law/ -------------------------------------------------------------

/**
 * A criterion as written: `{all: […]}`, `{any: […]}`, `{not: …}`, `{unread: why}` (always unknown:
 * the text was not read), `{never: true}` (a paragraph the list marks as not used), or one comparison
 * `{parameter: wanted}`, for example `{dco_nm: '<= 1.50'}`, `{kind: [sme.litho.scanner]}`,
 * `{gate_model: true}`, `{element: Si}`, `{destination: [MO, 'D:5']}`.
 */
export type Expression =
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
  | { readonly unread: string }
  | { readonly never: true }
  | { readonly [parameter: string]: Wanted }

/** `'>= 4800'`, `'< 45 nm'`, `'!= Si'`, a bare word or boolean for equality, a list for "one of these". */
export type Wanted = string | boolean | number | readonly string[]

// --- The dictionary ------------------------------------------------------------------------------

/**
 * `number` has a unit; `range` is a pair [min, max] of numbers; `set` holds several tags; `list` holds
 * records (`ops`); `kind` is of the taxonomy; `place` and `places` are one or several countries;
 * `codes` are entry codes, where a code stands for all paragraphs under it and `3B*` for all that
 * begin so, and `EAR99` for being on no entry.
 */
export type ParameterType =
  | 'number'
  | 'boolean'
  | 'text'
  | 'set'
  | 'list'
  | 'range'
  | 'kind'
  | 'place'
  | 'places'
  | 'codes'

export interface Parameter {
  readonly id: string
  readonly type: ParameterType
  /** Unit of a number, as in the dictionary (`nm`, `GB/s`, `degC`); `1` where there is none. */
  readonly unit?: string
  readonly definition: string
  readonly pitfall?: string
  /** Values allowed for a text or the tags of a set, with their meaning, where the dictionary closes them. */
  readonly values?: Readonly<Record<string, string>>
  /** `0.25 * wavelength_nm / na_max`; with `maxOver`, the highest over the records of a list parameter. */
  readonly formula?: string
  readonly maxOver?: string
  /** Computed by the engine, never stated. */
  readonly computed?: boolean
  /** Question to put to a person who can answer, in plain words. */
  readonly question?: string
}

export interface Kind {
  readonly id: string
  readonly class: string
  readonly definition: string
}

/**
 * A family of characteristics read as absent where no member is stated (dated, cited, listed under `assumptions`); only of
 * items of `kinds` and of kinds below them, where it names any.
 */
export interface Presumption extends Sourced {
  readonly id: string
  readonly what: string
  readonly parameters: readonly string[]
  readonly kinds?: readonly string[]
  /** Over the characteristics: what is stated makes an absence improbable. Only what is true lifts it. */
  readonly unless?: Expression
  readonly effective: Interval
}

// --- Entries ------------------------------------------------------------------------------------

export interface Reason {
  readonly reason: string
  /** Id of a requirement rule. */
  readonly rule: string
  readonly when?: string
}

export interface Entry extends Sourced {
  /** `US:3A090.a.1`. (id, version) is unique. */
  readonly id: string
  readonly jurisdiction: string
  readonly code: string
  readonly version: string
  readonly list: string
  readonly family: string
  readonly title: string
  readonly criteria: Expression
  /** Decontrol notes and exclusions: a true one removes the entry, an unknown one leaves it standing. */
  readonly excluded?: Expression
  readonly reasons: readonly Reason[]
  readonly exceptions: readonly string[]
  readonly related: readonly string[]
  readonly regimeOrigin?: string
  /** Days of legal effect. */
  readonly effective: Interval
  /** With no `effective.from`: the day from which the text is known to hold. */
  readonly coveredFrom?: LegalDate
  /** Day the text became public, where known: what is asked as known before it does not see it. */
  readonly published?: LegalDate
  readonly textAsOf?: LegalDate
  readonly status: string
  /** Why the entry is not fully encoded: a false not due to the kind alone reads as unknown. */
  readonly incomplete?: string
  /** What is not controlled elsewhere (n.e.s.). */
  readonly fallback: boolean
  /** Days on which the entry is listed without effect. */
  readonly suspended: readonly Interval[]
}

/** What the entries of one jurisdiction cover, by kind, from a day (and to one, where that is known). */
export interface Coverage {
  readonly jurisdiction: string
  readonly complete: ReadonlyMap<string, Interval>
  readonly partly: ReadonlyMap<string, Interval>
  readonly none: ReadonlySet<string>
  readonly undecidable: ReadonlySet<string>
  readonly setAside: string
  readonly notes: string
}
export type CoverageState = 'complete' | 'partly' | 'none'

// --- Places -------------------------------------------------------------------------------------

export interface Place {
  /** ISO 3166-1 alpha-2, or a region as `UA-43`. */
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly notes?: string
}

// --- Requirement rules --------------------------------------------------------------------------

/** What a true rule does. */
export type Effect = 'licence-required' | 'prohibited' | 'relief' | 'formality'

/**
 * An item is supplied; a service is given on it: maintenance, installation, repair; or who is there
 * arranges that others supply it.
 */
export type Act = 'supply' | 'service' | 'brokering'

export interface PolicyLine {
  /** Absent: in every other case. */
  readonly when?: Expression
  readonly is: string
}

/**
 * A rule of licence requirement: true when `requires` is true of the transaction's circumstances for
 * one item, one entry it is on, and one destination.
 */
export interface RequirementRule extends Sourced {
  readonly id: string
  readonly jurisdiction: string
  readonly title: string
  readonly effect: Effect
  /**
   * `named`: speaks of the entries whose reasons for control name it, and of those its `entries` hold;
   * `general`: speaks of every item, listed or not.
   */
  readonly reach: 'named' | 'general'
  /** Codes the rule itself names (`codes` syntax). */
  readonly entries: readonly string[]
  /** What it speaks of: giving an item away, working on one that stays where it is, arranging a deal. */
  readonly acts: readonly Act[]
  readonly requires: Expression
  /** A true exclusion takes the rule away; an unknown one leaves it standing. */
  readonly excluded?: Expression
  readonly policy: readonly PolicyLine[]
  /** Ids of authorisations that may overcome the requirement. */
  readonly exceptions: readonly string[]
  readonly effective: Interval
  readonly coveredFrom?: LegalDate
  readonly published?: LegalDate
  readonly suspended: readonly Interval[]
  readonly status: string
  /** What is known of the texts before `coveredFrom`, which nobody read. */
  readonly earlier?: EarlierText
  /** Differences between the words and how the authority applies them, dated. */
  readonly administered: readonly Administration[]
}

export interface EarlierText {
  /** Where this is false, no earlier text of the rule reached either. */
  readonly atMost: Expression
  readonly why: string
  readonly mark: Mark
}

export interface Administration extends Sourced {
  readonly effective: Interval
  /** What is applied in place of `requires`; `unread` where that is not known. */
  readonly requires: Expression
  readonly what: string
}

/** A licence exception or general authorisation. */
export interface Authorisation extends Sourced {
  readonly id: string
  readonly jurisdiction: string
  readonly title: string
  /** `codes` syntax; empty: as the entry or rule says. */
  readonly entries: readonly string[]
  readonly excludedEntries: readonly string[]
  /** Where it may be used, over the same circumstances as requirement rules. */
  readonly available: Expression
  /** It looks to whether the destination has the same control in its own law. */
  readonly equivalentControls: boolean
  readonly conditions: readonly Condition[]
  /** The most that may go by it, in a unit of quantity or in TPP: a deal that draws more cannot rely on it. */
  readonly limit?: { readonly amount: string; readonly unit: string }
  /** Acts owed before, with or after use. */
  readonly formalities: readonly Formality[]
  readonly effective: Interval
  readonly coveredFrom?: LegalDate
  readonly published?: LegalDate
  readonly status: string
}

/** What bars authorisations whatever they say themselves, as 15 CFR 740.2(a) bars licence exceptions. */
export interface Restriction extends Sourced {
  readonly id: string
  readonly jurisdiction: string
  /** As a condition of use: what holds where nothing is barred. */
  readonly title: string
  /** Ids of the authorisations it speaks of; empty: all but those it spares. */
  readonly only: readonly string[]
  readonly spares: readonly string[]
  readonly bars: Expression
  readonly effective: Interval
  readonly coveredFrom?: LegalDate
  readonly published?: LegalDate
  readonly status: string
}

/** An act owed; with `days`, counted from the export: before it where negative. */
export interface Formality {
  readonly what: string
  readonly days?: number
}

export interface Condition {
  readonly text: string
  /** Absent: only a person can say. */
  readonly met?: Expression
}

// --- Red flags ----------------------------------------------------------------------------------

/** A sign that a deal is not what it is said to be: while it is open, the deal is held. */
export interface RedFlagRule extends Sourced {
  /** `statement-end-user-differs`; unique in the whole folder. */
  readonly id: string
  /** Whose law or guidance it is, where it speaks only of deals which that jurisdiction may hold. */
  readonly jurisdiction?: string
  readonly title: string
  /** What a person must find out before the flag can be resolved. */
  readonly raises: string
  /** Over the circumstances; only a true criterion raises the flag, an open one never does. */
  readonly when: Expression
  /** What is owed besides, as a report. */
  readonly duty?: { readonly what: string; readonly to: string; readonly by?: string }
  readonly effective: Interval
  readonly coveredFrom?: LegalDate
}

/**
 * Who may resolve a flag. A role fits where it names a function of `mayResolve` and none of
 * `mayNotResolve`; a role that names neither has not been given to anybody who may.
 */
export interface FlagClearance extends Sourced {
  readonly mayResolve: readonly string[]
  readonly mayNotResolve: readonly string[]
}

// --- The rulebook -------------------------------------------------------------------------------

export interface Jurisdiction {
  readonly code: string
  readonly name: string
  readonly authority: string
  /** Countries whose territory it is (`EU`: the 27). */
  readonly territory: readonly string[]
  /** A regime's reference list binds no exporter. */
  readonly binding: boolean
  /** What it calls an item that is on none of its entries; `not-listed` where it has no word. */
  readonly unlisted?: string
  /** Items of its list that catch what is on no other: a claim of one says that nothing else lists the item. */
  readonly catchAll?: readonly string[]
  readonly coverage: Coverage
}

/** A loaded, validated edition of the law. Immutable. */
export interface Rulebook {
  /** Digest over the validated content, whatever the layout of the files. */
  readonly digest: Digest
  readonly edition: string
  readonly jurisdictions: ReadonlyMap<string, Jurisdiction>
  /** Characteristics of items. */
  readonly characteristics: ReadonlyMap<string, Parameter>
  /** Circumstances of transactions. */
  readonly circumstances: ReadonlyMap<string, Parameter>
  readonly kinds: ReadonlyMap<string, Kind>
  readonly places: ReadonlyMap<string, Place>
  readonly presumptions: readonly Presumption[]
  readonly entries: readonly Entry[]
  readonly rules: readonly RequirementRule[]
  readonly authorisations: readonly Authorisation[]
  /** Signs that hold a deal; of a jurisdiction, or of all. */
  readonly redFlags: readonly RedFlagRule[]
  /** Who may resolve them; without it nobody may. */
  readonly clearance?: FlagClearance
  readonly restrictions: readonly Restriction[]
  readonly groups: GroupTable
  /** What the group table is made of, for citing, comparing and storing. */
  readonly groupFacts: GroupFacts
  readonly eccnReasons: EccnReasons
  /** Other tables of `law/`, by name (`us/de-minimis`, `lists`), for the rooms that know their shape. */
  readonly tables: ReadonlyMap<string, unknown>
}

/** Groups of countries and columns of charts, each with the days for which its members are known. */
export interface GroupTable {
  readonly names: readonly string[]
  /**
   * Whether a country is in a group (`D:5`, `chart:NS2`, `742 Supp. 4`, or a country code itself) on a
   * day; unknown before the table is covered. `worldwide` holds every country.
   */
  membership(group: string, country: string, day: LegalDate): 'true' | 'false' | 'unknown'
}

import type { LegalDate, Truth } from '../kernel/index.ts'
import type { CoverageState, Entry, Explanation, FactTable, Margin } from '../rulebook/index.ts'

export type ClaimBasis = 'maker' | 'self' | 'authority' | 'customer'

export interface Claim {
  readonly jurisdiction: string
  /** As the claimant spells it. `not-listed` and, for the US, `EAR99` claim that nothing lists the item. */
  readonly code: string
  readonly basis: ClaimBasis
  readonly evidence?: string
  readonly on?: LegalDate
}

/** An item as stated. Values of characteristics are as in the input; they are parsed against the dictionary. */
export interface ItemFacts {
  readonly name?: string
  readonly kind?: string
  readonly characteristics: Readonly<Record<string, unknown>>
  readonly claims: readonly Claim[]
  /** Absent: nothing is said. Empty: there is none. Stated content is complete for what could be controlled. */
  readonly content?: readonly ItemFacts[]
}

export type EntryBasis =
  | 'parameters' // the criteria decide
  | 'claim' // an attributed claim settles what the criteria leave open
  | 'text' // the entry's own words are not read, not covered on the day, or not fully encoded

export interface EntryFinding {
  readonly entry: Entry
  readonly truth: Truth
  readonly basis: EntryBasis
  readonly claim?: Claim
  /** A true fallback while another entry is undecided. */
  readonly provisional: boolean
  /** Listed, but without effect on the day. */
  readonly suspended: boolean
  readonly margins: readonly Margin[]
  /** Parameters whose value would decide it. */
  readonly missing: readonly string[]
  explain(): Explanation
}

/** A claim that the parameters contradict: a red flag. */
export interface Contradiction {
  readonly claim: Claim
  readonly because: string
  readonly entries: readonly string[]
}

export interface JurisdictionClassification {
  readonly jurisdiction: string
  /** True and unknown entries, best first. */
  readonly entries: readonly EntryFinding[]
  /** Entries true by parameters or claim, with effect or without. */
  readonly met: readonly EntryFinding[]
  readonly undecided: readonly EntryFinding[]
  /** Entries the criteria eliminate, nearest miss first; the rest only counted. */
  readonly nearMisses: readonly EntryFinding[]
  readonly eliminated: number
  readonly coverage: CoverageState
  /** `not-listed` only inside complete coverage or by claim, and when all else is decided. */
  readonly listed: 'listed' | 'not-listed' | 'undecided' | 'not-covered'
  readonly notListedClaim?: Claim
  readonly contradictions: readonly Contradiction[]
}

export interface Question {
  readonly parameter: string
  readonly of: string
  readonly text: string
  /** `US:3B001.f.1.b` … the entries it could decide. */
  readonly wouldDecide: readonly string[]
}

export interface Assumption {
  readonly what: string
  readonly cite: string
}

export interface DerivedValue {
  readonly parameter: string
  readonly value: string
  readonly unit?: string
  readonly formula: string
}

export interface Classification {
  readonly asOf: LegalDate
  readonly byJurisdiction: ReadonlyMap<string, JurisdictionClassification>
  /** Most decisive first. */
  readonly questions: readonly Question[]
  readonly assumptions: readonly Assumption[]
  readonly derived: readonly DerivedValue[]
  /** Of contained items, in order. */
  readonly content: readonly Classification[]
  readonly facts: FactTable
}

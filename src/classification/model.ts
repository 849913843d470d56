import type { LegalDate, Result, Truth } from '../kernel/index.ts'
import type { CoverageState, Entry, Explanation, FactTable, Margin } from '../rulebook/index.ts'

// --- What is classified -------------------------------------------------------------------------

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

/** An item of a transaction: what is classified, and what else is stated of it. */
export interface Item extends ItemFacts {
  readonly id?: string
  readonly maker?: string
  /** A hint, except where a rule itself is written in HS codes. */
  readonly hs?: string
  readonly declaredDescription?: string
  readonly serialNumbers: readonly string[]
  /** Country of origin. */
  readonly origin?: string
  /** Licence or end-user statement under which the exporter got it. */
  readonly acquiredUnder?: string
  readonly quantity?: StatedQuantity
  readonly value?: StatedValue
  readonly weightKg?: string
  readonly content?: readonly Item[]
  readonly madeWith: readonly ProductionInput[]
}

export interface StatedQuantity {
  /** Decimal text. */
  readonly amount: string
  readonly unit?: string
}

export interface StatedValue {
  /** Decimal text. */
  readonly amount: string
  readonly currency: string
}

/** Technology, software, or a plant or its major equipment, of which the item is the direct product. */
export interface ProductionInput {
  readonly what: 'technology' | 'software' | 'plant-equipment'
  readonly name?: string
  readonly origin?: string
  readonly claims: readonly Claim[]
}

// --- What comes out -----------------------------------------------------------------------------

export type EntryBasis =
  | 'parameters' // the criteria decide
  | 'claim' // an attributed claim settles what the criteria leave open
  | 'text' // the entry's own words are not read, not covered on the day, or not fully encoded

/** What the lists here set aside: stated of an item, no list is complete for it. */
export const SET_ASIDE = 'set_aside_design'

/** Status of an entry that stands for a claimed code below or beside everything encoded. */
export const CLAIMED_NOT_ENCODED = 'claimed, not encoded'
/** Status of an entry that stands for a claimed paragraph of which several sub-paragraphs are encoded. */
export const CLAIMED_PARAGRAPH = 'claimed paragraph'

export interface EntryFinding {
  /**
   * The entry of the rulebook. A claimed code that has none is carried by an entry made for it, with
   * status {@link CLAIMED_NOT_ENCODED} and the reasons that the jurisdiction's table states for its
   * head, or {@link CLAIMED_PARAGRAPH} and the reasons that all encoded paragraphs below share.
   */
  readonly entry: Entry
  readonly truth: Truth
  readonly basis: EntryBasis
  readonly claim?: Claim
  /** Of a claim above paragraphs that are not read beside it: their codes, of which one is meant and nobody knows which. */
  readonly oneOf?: readonly string[]
  /** A true fallback while another entry is undecided. */
  readonly provisional: boolean
  /** Listed, but without effect on the day. */
  readonly suspended: boolean
  readonly margins: readonly Margin[]
  /** What would decide it: stated characteristics, `content`, and `content[0].…` of contained items. */
  readonly missing: readonly string[]
  explain(): Explanation
}

/** A claim that the parameters contradict: a red flag. */
export interface Contradiction {
  readonly claim: Claim
  readonly because: string
  /** Ids of the entries that contradict it. */
  readonly entries: readonly string[]
}

export interface JurisdictionClassification {
  readonly jurisdiction: string
  /** True and unknown entries, best first. */
  readonly entries: readonly EntryFinding[]
  /** Entries true by parameters or claim, with effect or without. */
  readonly met: readonly EntryFinding[]
  readonly undecided: readonly EntryFinding[]
  /** Open by the criteria, and read as not met because a claim says where the item belongs. */
  readonly notMetByClaim: readonly EntryFinding[]
  /** Entries the criteria eliminate, nearest miss first; the rest only counted. */
  readonly nearMisses: readonly EntryFinding[]
  /** Entries in effect on the day that are false, near misses among them. */
  readonly eliminated: number
  readonly coverage: CoverageState
  /** `not-listed` only inside complete coverage or by claim, and when all else is decided. */
  readonly listed: 'listed' | 'not-listed' | 'undecided' | 'not-covered'
  readonly notListedClaim?: Claim
  /** It is stated to be, or not known not to be, of a design that no list here has entries for. */
  readonly setAside?: true
  readonly contradictions: readonly Contradiction[]
}

export interface Question {
  /** Id in the dictionary, or `content`. */
  readonly parameter: string
  /** Empty for the item itself, `content[0]` for a contained one. */
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

/** Margins, misses, questions, assumptions and derived values are worked out when they are first read. */
export interface Classification {
  readonly asOf: LegalDate
  readonly byJurisdiction: ReadonlyMap<string, JurisdictionClassification>
  /** Most decisive first. */
  readonly questions: readonly Question[]
  /** Presumptions without which some entry would be undecided. */
  readonly assumptions: readonly Assumption[]
  /** Those of them that mattered to one list. */
  assumptionsIn(jurisdiction: string): readonly Assumption[]
  readonly derived: readonly DerivedValue[]
  /** Of contained items, in order. */
  readonly content: readonly Classification[]
  readonly facts: FactTable
}

export interface ClassifyOptions {
  /** The day whose law applies. */
  readonly asOf: LegalDate
  /** What was published by then; the day itself where absent. */
  readonly knownAt?: LegalDate
  /** Only these; all of the rulebook where absent. */
  readonly jurisdictions?: readonly string[]
}

export interface Classifier {
  /** Problems carry a path inside the item, as `content[0].characteristics.tpp`. */
  classify(item: ItemFacts, options: ClassifyOptions): Result<Classification>
}

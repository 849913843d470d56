import type { Digest, LegalDate, Truth } from '../kernel/index.ts'
import type { Explanation, Margin } from '../rulebook/index.ts'
import type { ScreeningState, SnapshotReference } from '../screening/index.ts'
import type { EquivalentControl } from './equivalent-controls.ts'

/** How questions of an answer are answered: as JSON writes them. */
export type Answer = true | false | 'unknown'

/** Worst first. */
export const VERDICTS = [
  'prohibited',
  'licence-required',
  'hold',
  'undetermined',
  'clear-with-conditions',
  'clear',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** The whole answer to one transaction. Plain JSON: no maps, no functions, no class instances. */
export interface Determination {
  /** Of the transaction; `null` where it has none. */
  readonly id: string | null
  readonly asOf: LegalDate
  readonly knownAt: LegalDate
  readonly engine: { readonly version: string }
  readonly rulebook: { readonly edition: string; readonly digest: Digest }
  readonly lists: readonly SnapshotReference[]
  /** Of the transaction as read, whatever the order of its items, parties and keys. */
  readonly input: Digest
  readonly verdict: Verdict
  /** The sentences that decide the verdict, the worst first. */
  readonly because: readonly string[]
  readonly jurisdictions: readonly JurisdictionFinding[]
  /** Regimes' lists that bind no exporter, for reference. */
  readonly references: readonly ReferenceFinding[]
  readonly parties: readonly PartyFinding[]
  readonly redFlags: readonly RedFlag[]
  readonly duties: readonly Duty[]
  readonly missing: readonly MissingFact[]
  readonly assumptions: readonly AssumptionFinding[]
  readonly coverage: readonly CoverageFinding[]
  /** Only where asked for; not part of the digest, since it follows from what is. */
  readonly reasons?: readonly ReasonFinding[]
  /** Over everything above but `reasons`, as canonical JSON (RFC 8785). */
  readonly digest: Digest
}

export interface JurisdictionFinding {
  readonly jurisdiction: string
  readonly name: string
  readonly nexus: readonly NexusFinding[]
  readonly items: readonly ItemFinding[]
  readonly licence: LicenceFinding
  readonly verdict: Verdict
  /** Why the verdict is no better, in sentences. */
  readonly because: readonly string[]
}

export interface ReferenceFinding {
  readonly jurisdiction: string
  readonly name: string
  readonly items: readonly ItemFinding[]
}

/** One way in which a jurisdiction may have a hold on the transaction. */
export interface NexusFinding {
  /** `territory`, `origin`, `de-minimis`, `direct-product`, `person`, `transit` … */
  readonly kind: string
  readonly truth: Truth
  /** Where it holds: by which rules or paragraphs, `us-origin`, `US:734.9(k)`. */
  readonly through?: readonly string[]
  readonly because: string
  readonly cite: string
}

export interface ItemFinding {
  readonly item: string
  readonly listed: 'listed' | 'not-listed' | 'undecided' | 'not-covered'
  readonly entries: readonly EntryAnswer[]
  /** Entries whose criteria the item does not meet. */
  readonly eliminated: number
}

export interface EntryAnswer {
  readonly code: string
  readonly version: string
  readonly title: string
  readonly truth: Truth
  readonly basis: 'parameters' | 'claim' | 'text'
  readonly claimed?: { readonly code: string; readonly basis: string; readonly evidence?: string }
  /** Listed, but without effect on the day. */
  readonly suspended?: true
  readonly margins: readonly Margin[]
  readonly missing: readonly string[]
  readonly cite: string
}

export interface LicenceFinding {
  readonly required: { readonly asWritten: Answer; readonly asAdministered: Answer }
  /**
   * Rules of the entries met, true or not, every other rule that is true, and what is undecided for want
   * of no fact. Any other undecided rule is named by the facts that would decide it, under `missing`.
   */
  readonly by: readonly RuleFinding[]
  readonly exceptions: readonly ExceptionFinding[]
  /** Ids of authorisations stated as held that fit. */
  readonly heldBy: readonly string[]
  /** Those that do not fit an item that needs one, and where not. */
  readonly notFitting: readonly {
    readonly because: readonly string[]
    readonly id: string
    readonly item: string
  }[]
  readonly authority: string
}

export interface RuleFinding {
  readonly rule: string
  readonly title: string
  readonly effect: 'licence-required' | 'prohibited' | 'relief' | 'formality'
  readonly truth: Truth
  /** Only where the authority applies the rule otherwise than it is written. */
  readonly administered?: { readonly truth: Truth; readonly what: string; readonly cite: string }
  readonly policy: string | null
  /** Id of the item; the entry it is on, `EAR99` or `not-listed`; where it goes. */
  readonly item: string
  readonly entry: string
  readonly destination: string | null
  /** Of an undecided rule, what no fact decides here, in sentences. */
  readonly open?: readonly string[]
  readonly cite: string
}

export interface ExceptionFinding {
  readonly id: string
  readonly title: string
  readonly item: string
  readonly usable: Answer
  /** Only where the transaction states that it relies on it. */
  readonly reliedOn?: true
  readonly conditions: readonly ConditionFinding[]
  /** The same controls in the law of the destination, where the exception looks to them. */
  readonly equivalentControls: readonly EquivalentControl[]
  readonly formalities: readonly string[]
  /** Ids of the rules whose requirement it may lift. */
  readonly overcomes: readonly string[]
  readonly cite: string
}

export interface ConditionFinding {
  readonly text: string
  readonly met: Answer
}

export interface PartyFinding {
  readonly role: string
  readonly name: string
  /** Rules under which it takes the status of its listed owners, or may; only where there are any. */
  readonly ownership?: readonly OwnershipAnswer[]
  readonly screening: {
    readonly state: ScreeningState
    readonly because: readonly string[]
    readonly hits: readonly HitFinding[]
  }
}

/** What one rule on ownership says of one party. */
export interface OwnershipAnswer {
  /** The chains of owners that count, and how the rule stands on the day. */
  readonly because: string
  readonly cite: string
  readonly consequence: string
  /** Whether the rule has effect on the day, by its text. */
  readonly inEffect: Truth
  /** Whether listed owners together hold the share of the rule. */
  readonly owned: Truth
  readonly rule: string
  /** Fractions of 1: what listed owners hold for certain, and at most. */
  readonly share: { readonly least: string; readonly most: string }
}

export interface HitFinding {
  /** `us-entity-list` */
  readonly list: string
  /** Id and name of the row. */
  readonly entry: string
  readonly name: string
  readonly matchedName: string
  readonly probability: number
  readonly nameScore: number
  readonly because: readonly string[]
  /** What follows, with the row's own licence requirement and policy where it has them. */
  readonly consequence: string
}

export interface RedFlag {
  readonly id: string
  /**
   * What raises it: a rule of `law/red-flags.yaml` or of a jurisdiction's own, or `claim-contradicted`,
   * `listed-party`, `possible-listed-party`, `address-of-listed-party`, `listed-party-named`, `end-use-inconsistent`, `stated`, `resolution-not-fit`.
   */
  readonly rule: string
  /** With both sides of what was compared. */
  readonly because: string
  /** What a person must find out, where the rule says it. */
  readonly raises?: string
  readonly state: 'open' | 'resolved'
  readonly resolvedBy?: string
  readonly cite: string
}

export interface Duty {
  readonly what: string
  readonly to: string
  readonly by: string | null
  readonly cite: string
}

export interface MissingFact {
  /** `dco_nm`, `endUse.military`, `parties[end-user].headquarters`, `claimed.US` */
  readonly fact: string
  /** Id of an item, name of a party, or `transaction`. */
  readonly of: string
  /** A question that a person can answer. */
  readonly why: string
  /** Ids of rules (`US:744.23(a)(2)(i)`) and entries (`US:3B001.f.1.b`). */
  readonly wouldDecide: readonly string[]
}

export interface AssumptionFinding {
  readonly what: string
  readonly cite: string
}

export interface CoverageFinding {
  readonly jurisdiction: string
  readonly area: string
  readonly state: 'complete' | 'partly' | 'none'
}

/** The tree under one conclusion, for entries met and undecided, near misses and rules. */
export interface ReasonFinding {
  readonly jurisdiction: string
  readonly item: string
  /** An entry or a rule. */
  readonly conclusion: string
  readonly truth: Truth
  readonly cite: string
  readonly explanation: Explanation
}

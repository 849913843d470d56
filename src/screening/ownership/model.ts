import type { Decimal, LegalDate, Truth } from '../../kernel/index.ts'
import type { RowRule } from '../model.ts'

/** A share as a fraction of 1, between what is certain and what is possible. */
export interface ShareRange {
  readonly least: Decimal
  readonly most: Decimal
}

/** One party of a graph of owners. */
export interface GraphParty {
  /** Stable within the graph. */
  readonly id: string
  readonly name: string
  /** The source gives no name: what stands there cannot be screened. */
  readonly isUnnamed?: boolean
  readonly otherNames?: readonly string[]
  /** Persons and states are nobody's property. */
  readonly kind: 'entity' | 'person' | 'state'
  readonly country?: string
  readonly birthDate?: string
  readonly identifiers?: Readonly<Record<string, string>>
  /** Lists it is known to stand on otherwise than by screening. */
  readonly claimedLists?: readonly string[]
  /** Whatever share is not stated is known to be held by nobody listed. */
  readonly othersUnlisted?: boolean
}

/** What one party has in another, on the days given. */
export interface Stake {
  readonly owner: string
  readonly owned: string
  /** Only ownership adds up; control (votes, board, contract) is told and never counted. */
  readonly interest: 'ownership' | 'control'
  /** In the words of the source: `shareholding`, `votingRights`, … */
  readonly what?: string
  readonly share: ShareRange
  readonly directness: 'direct' | 'indirect' | 'unknown'
  readonly from?: LegalDate
  readonly to?: LegalDate
  readonly source?: string
}

/** Where one party stands, as screening and claims say. */
export interface Listing {
  /** Lists it stands on. */
  readonly holds: ReadonlySet<string>
  /** Lists nobody could look into. */
  readonly open: ReadonlySet<string>
  /** What the rows demand that were hit. */
  readonly rows: readonly ListedRow[]
}

export interface ListedRow {
  readonly list: string
  readonly name: string
  readonly rule: RowRule
}

/** One link of a chain, from the owner down. */
export interface PathStep {
  readonly owner: string
  readonly owned: string
  readonly share: ShareRange
  readonly directness: Stake['directness']
}

/** From a listed party down to the party judged. */
export type OwnershipPath = readonly PathStep[]

/** A fact that would settle the question. */
export type MissingFact =
  | { readonly kind: 'share'; readonly owner: string; readonly owned: string }
  | { readonly kind: 'owners'; readonly owned: string; readonly unstated: Decimal }
  | { readonly kind: 'screening'; readonly party: string; readonly lists: readonly string[] }

/** Nothing that the rule counts, and yet to be looked at. */
export interface RedFlag {
  readonly kind:
    | 'minority'
    | 'indirect-minority'
    | 'control'
    | 'indirect-claim'
    | 'over-stated'
    | 'own-shares'
  readonly owner?: string
  readonly share?: ShareRange
  readonly path?: OwnershipPath
  /** Only of control: false where the party that has it may be listed, and nobody could say. */
  readonly isListed?: boolean
  readonly what: string
}

/** Whether a rule has effect on a day. */
export interface RuleEffect {
  readonly asWritten: Truth
  readonly asAdministered: Truth
  readonly because: string
}

/** One rule, one party. */
export interface OwnershipFinding {
  readonly rule: string
  readonly title: string
  /** Whether listed parties together hold the share of the rule, whatever the day says of the rule. */
  readonly owned: Truth
  readonly share: ShareRange
  readonly threshold: Decimal
  readonly effect: RuleEffect
  /** `owned` and in effect. */
  readonly asWritten: Truth
  readonly asAdministered: Truth
  readonly paths: readonly OwnershipPath[]
  /** Paths that were left out of a long list. */
  readonly morePaths: number
  readonly missing: readonly MissingFact[]
  readonly moreMissing: number
  readonly consequence: string
  readonly cite: string
  readonly mark: string
}

/** What the most restrictive of several listed owners brings with it. */
export interface StrictestOwner {
  readonly owner: string
  readonly row: ListedRow
  /** False where the words of the rows could not be ranked: then all of them must be read. */
  readonly ranked: boolean
  readonly others: readonly string[]
}

export interface PartyOwnership {
  readonly party: GraphParty
  readonly lists: readonly string[]
  /** Of the party itself. */
  readonly listed: Truth
  /** The most restrictive rule first. */
  readonly findings: readonly OwnershipFinding[]
  readonly strictest?: StrictestOwner
  readonly flags: readonly RedFlag[]
}

import type { LegalDate, TruthCode } from '../../kernel/index.ts'
import type { Explanation, Rulebook } from '../../rulebook/index.ts'
import type { Circumstances } from '../circumstances.ts'
import type { LawInForce } from '../law-in-force.ts'
import type { ScopeContext } from './product-scope.ts'
import type { ReachedItem } from './reached-item.ts'

/** One way in which a seat may reach an item that was made abroad, read for one destination. */
export interface Way {
  readonly kind: 'de-minimis' | 'direct-product'
  /** Value of `subject_through` while it holds. */
  readonly through: string
  readonly truth: TruthCode
  /** A sentence with the computation. */
  readonly because: string
  /** Where it is open for nothing but silence on content or making: its name, to be told with the others. */
  readonly silent?: string
  readonly cite: string
  readonly asked: readonly AskedFact[]
  /** Circumstances that would decide it. */
  readonly missing: ReadonlySet<string>
  readonly presumed?: { readonly what: string; readonly cite: string }
  readonly explanation?: Explanation
}

/** A fact of the item or of a piece of it, with the question that a person can answer. */
export interface AskedFact {
  readonly fact: string
  readonly why: string
}

/** What one item is read against. */
export interface ReachContext extends ScopeContext {
  readonly rulebook: Rulebook
  readonly reached: ReachedItem
  readonly circumstances: Circumstances
  readonly destination: string | undefined
  readonly law: LawInForce
  readonly day: LegalDate
  /** A worked case: what its author does not say is read as the law presumes it. */
  readonly closed: boolean
  readonly explain: boolean
}

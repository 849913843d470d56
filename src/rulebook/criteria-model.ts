import type { LegalDate, Truth, TruthCode } from '../kernel/index.ts'
import type { Amount } from './amount.ts'

/** Stated as not known by the person responsible. */
export const STATED_UNKNOWN = Symbol('unknown')
/** Stated not to apply: comparisons are false. */
export const STATED_NONE = Symbol('none')
/** Nobody stated any of its family, and a dated presumption reads it as absent: comparisons are false. */
export const PRESUMED_ABSENT = Symbol('presumed absent')

/** Absent is `undefined`. Text, kinds and places are strings, sets are sets, amounts are in the parameter's unit. */
export type FactValue =
  | Amount
  | readonly [Amount, Amount]
  | boolean
  | string
  | ReadonlySet<string>
  | typeof STATED_UNKNOWN
  | typeof STATED_NONE
  | typeof PRESUMED_ABSENT

/**
 * The stated and derived facts of one item or one transaction: a slot for each parameter of the
 * vocabulary it was made for.
 */
export interface FactTable {
  readonly day: LegalDate
  readonly slots: (FactValue | undefined)[]
  /** Of a set: members that may hold but are not decided; `*` where anything may. */
  readonly undecided: Map<number, ReadonlySet<string>>
}

/** How near a number stands to its threshold: `(value - threshold) / |threshold|` in percent, signed, two digits. */
export interface Margin {
  readonly parameter: string
  readonly value: string
  readonly wanted: string
  readonly unit?: string
  readonly percent?: string
  readonly truth: Truth
}

export interface CompiledExpression {
  readonly evaluate: (facts: FactTable) => TruthCode
  /** Parameters read, in order of first mention. */
  readonly parameters: readonly string[]
  /** The same evaluation with its reasons; only those that decide now. */
  readonly explain: (facts: FactTable) => Explanation
  /** Adds the parameters that keep it from being decided; nothing where it is decided. */
  readonly collectMissing: (facts: FactTable, into: Set<string>) => void
  /** Adds why texts that keep it from being decided were not read; nothing where it is decided. */
  readonly collectUnread: (facts: FactTable, into: Set<string>) => void
  /** Adds how near the numbers that decide now stand to their thresholds. */
  readonly collectMargins: (facts: FactTable, into: Margin[]) => void
  /**
   * By how many percent of a threshold a value would have to change for it to come out otherwise: the
   * farthest of what all must, the nearest of any. Infinite where no number decides.
   */
  readonly distance: (facts: FactTable) => number
}

export type Explanation =
  | {
      readonly kind: 'fact'
      readonly truth: Truth
      readonly parameter: string
      /** As printed; `absent`, `unknown`, `none` or `presumed absent` where there is no value. */
      readonly got: string
      readonly wanted: string
      readonly margin?: Margin
      /** For a derived value: the formula and its inputs, `0.25 * wavelength_nm (193) / na_max (1.35)`. */
      readonly derivation?: string
    }
  | {
      readonly kind: 'all' | 'any'
      readonly truth: Truth
      readonly children: readonly Explanation[]
    }
  | { readonly kind: 'not'; readonly truth: Truth; readonly child: Explanation }
  | { readonly kind: 'unread'; readonly truth: 'unknown'; readonly why: string }
  | { readonly kind: 'never'; readonly truth: 'false' }

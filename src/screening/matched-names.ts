import type { NameForm } from './name-form.ts'
import type { NameComparison } from './name-score.ts'

/** A name of a party, as printed and as compared. */
export interface PrintedName {
  readonly printed: string
  readonly form: NameForm
  readonly isWeak: boolean
}

/** The pair of names of two parties that speaks most for one and the same. */
export interface MatchedNames extends NameComparison {
  readonly asked: PrintedName
  readonly listed: PrintedName
}

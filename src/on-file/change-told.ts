import type { LegalDate } from '../kernel/index.ts'
import type { Effect } from './difference.ts'
import type { Kind } from './record.ts'

/** The type under which it stands in the record, for whoever tells people of it. */
export const CHANGE_TOLD = 'change.told'

/** What changed of something on file, in one piece: whoever is told needs to ask nothing more. */
export interface ChangeTold {
  /** What it is of, and under which number that is on file. */
  readonly kind: Kind
  readonly ref: string
  readonly on: LegalDate
  /** `hits`: of a party, there are hits that were not there before, or that are gone, or open again. */
  readonly effect: Effect | 'hits'
  /** The old and the new answer, in a word each: verdicts; of an item how it is listed; of a party its open hits. */
  readonly before: string
  readonly after: string
  /** Why it was answered again: the list, the law, the day, what it names. */
  readonly because: readonly string[]
  /** Sentences of the new answer that stood not in the old, and the other way round. */
  readonly now: readonly string[]
  readonly noLonger: readonly string[]
  /** What it hangs on, to be looked up: what is on file, the lists, the edition, the run that found it. */
  readonly references: readonly Reference[]
}

export interface Reference {
  readonly what: Kind | 'list' | 'edition' | 'recheck' | 'hit'
  readonly id: string
}

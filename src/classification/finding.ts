import { FALSE, TRUE, type Truth, type TruthCode, truthOf, UNKNOWN } from '../kernel/index.ts'
import {
  type Entry,
  type Explanation,
  type FactTable,
  type Margin,
  standingOf,
  type Vocabulary,
} from '../rulebook/index.ts'
import type { ClaimedEntry } from './claimed-entry.ts'
import type { Candidate } from './entry-index.ts'
import { type MissingElsewhere, missingFor } from './missing.ts'
import type { Claim, EntryBasis, EntryFinding } from './model.ts'

/** What a finding needs to explain itself later. */
export interface FindingContext {
  readonly facts: FactTable
  readonly vocabulary: Vocabulary
  readonly elsewhere: MissingElsewhere
}

export interface Verdict {
  readonly truth: TruthCode
  /** Before claims. */
  readonly byParameters: TruthCode
  readonly provisional: boolean
  readonly claim: Claim | undefined
}

/** A finding about an encoded entry; margins, gaps and reasons are worked out when they are read. */
export class EncodedFinding implements EntryFinding {
  readonly entry: Entry
  readonly truth: Truth
  readonly provisional: boolean
  readonly claim?: Claim
  readonly #candidate: Candidate
  readonly #isSettledByClaim: boolean
  readonly #context: FindingContext
  #margins: readonly Margin[] | undefined
  #missing: readonly string[] | undefined

  constructor(candidate: Candidate, verdict: Verdict, context: FindingContext) {
    this.entry = candidate.encoded.entry
    this.truth = truthOf(verdict.truth)
    this.provisional = verdict.provisional
    if (verdict.claim !== undefined) this.claim = verdict.claim
    this.#candidate = candidate
    this.#isSettledByClaim = verdict.byParameters === UNKNOWN && verdict.truth !== UNKNOWN
    this.#context = context
  }

  /** For containers and for the order of review. */
  get candidate(): Candidate {
    return this.#candidate
  }

  get suspended(): boolean {
    return standingOf(this.entry, this.#context.facts.day) === 'suspended'
  }

  get basis(): EntryBasis {
    if (this.#isSettledByClaim) return 'claim'
    return this.truth === 'unknown' && this.missing.length === 0 ? 'text' : 'parameters'
  }

  get margins(): readonly Margin[] {
    if (this.#margins === undefined) {
      const margins: Margin[] = []
      if (this.#candidate.covered) {
        this.#candidate.encoded.criteria.collectMargins(this.#context.facts, margins)
      }
      this.#margins = margins
    }
    return this.#margins
  }

  get missing(): readonly string[] {
    this.#missing ??=
      this.truth === 'unknown' && this.#candidate.covered
        ? missingFor(
            this.#candidate.encoded,
            this.#context.facts,
            this.#context.vocabulary,
            this.#context.elsewhere,
          )
        : []
    return this.#missing
  }

  explain(): Explanation {
    const { encoded, covered } = this.#candidate
    const { entry, criteria, excluded } = encoded
    const { facts } = this.#context
    if (!covered) {
      const day = entry.coveredFrom ?? ''
      return unread(`The text is known to hold from ${day} only.`)
    }
    const reasons = criteria.explain(facts)
    const truth = criteria.evaluate(facts)
    if (entry.incomplete !== undefined && encoded.decide(facts) === UNKNOWN && truth === FALSE) {
      return unread(`Not fully encoded: ${entry.incomplete}`)
    }
    if (excluded === undefined || truth === FALSE) return reasons
    const released = excluded.evaluate(facts)
    const release: Explanation = {
      kind: 'not',
      truth: truthOf((TRUE - released) as TruthCode),
      child: excluded.explain(facts),
    }
    if (released === TRUE) return { kind: 'all', truth: 'false', children: [release] }
    return { kind: 'all', truth: truthOf(truth), children: [reasons, release] }
  }
}

/** A finding that rests on a claim alone, for a code that has no single entry. */
export class ClaimedFinding implements EntryFinding {
  readonly entry: Entry
  readonly truth = 'true'
  readonly basis = 'claim'
  readonly provisional = false
  readonly claim: Claim
  readonly margins: readonly Margin[] = []
  readonly missing: readonly string[] = []
  readonly codes: readonly string[]
  readonly suspended: boolean
  readonly oneOf?: readonly string[]

  constructor({ entry, claim, codes, oneOf }: ClaimedEntry, facts: FactTable) {
    if (oneOf !== undefined) this.oneOf = oneOf
    this.entry = entry
    this.claim = claim
    this.codes = codes
    this.suspended = standingOf(entry, facts.day) === 'suspended'
  }

  explain(): Explanation {
    return unread(`Claimed as ${this.claim.code} (${this.claim.basis}).`)
  }
}

function unread(why: string): Explanation {
  return { kind: 'unread', truth: 'unknown', why }
}

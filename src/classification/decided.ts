import { assert, FALSE, TRUE, type TruthCode, UNKNOWN } from '../kernel/index.ts'
import {
  type CoverageState,
  codeMatches,
  STATED_UNKNOWN,
  type Vocabulary,
} from '../rulebook/index.ts'
import type { Evaluation } from './evaluate.ts'
import { ClaimedFinding, EncodedFinding, type FindingContext } from './finding.ts'
import {
  CLAIMED_PARAGRAPH,
  type Claim,
  type Contradiction,
  type EntryFinding,
  type JurisdictionClassification,
  SET_ASIDE,
} from './model.ts'
import { nearMissesOf } from './near-misses.ts'
import type { Settlement } from './settle.ts'

/** The item around it: its content. */
export interface Surroundings {
  readonly vocabulary: Vocabulary
  readonly isContentStated: boolean
  missingInContent(jurisdiction: string, asked: readonly string[]): readonly string[]
}

/**
 * What one list says of one item: evaluation and claims brought together, fallbacks weighed against the
 * rest (n.e.s.: what no other entry takes; provisional while another is open).
 */
export class Decided implements JurisdictionClassification {
  readonly jurisdiction: string
  readonly coverage: CoverageState
  readonly met: readonly EntryFinding[]
  readonly undecided: readonly EncodedFinding[]
  readonly eliminated: number
  readonly contradictions: readonly Contradiction[]
  readonly notListedClaim?: Claim
  readonly setAside?: true
  readonly evaluation: Evaluation
  readonly vocabulary: Vocabulary
  readonly #settlement: Settlement | undefined
  readonly #context: FindingContext
  /** Of each candidate, after claims and with fallbacks weighed. */
  readonly #truths: readonly TruthCode[]
  #nearMisses: readonly EntryFinding[] | undefined

  constructor(
    evaluation: Evaluation,
    settlement: Settlement | undefined,
    surroundings: Surroundings,
  ) {
    const { candidates, facts } = evaluation
    this.jurisdiction = candidates.jurisdiction
    const isSetAside = isOfSetAsideDesign(evaluation, surroundings.vocabulary)
    this.coverage = isSetAside ? 'none' : candidates.coverage
    if (isSetAside) this.setAside = true
    this.evaluation = evaluation
    this.vocabulary = surroundings.vocabulary
    this.#settlement = settlement
    this.contradictions = settlement?.contradictions ?? []
    if (settlement?.notListedClaim !== undefined) this.notListedClaim = settlement.notListedClaim
    this.#context = {
      facts,
      vocabulary: surroundings.vocabulary,
      elsewhere: {
        inContent: (asked) => surroundings.missingInContent(this.jurisdiction, asked),
        inOtherEntries: (codes, bases) => this.#missingWithin(codes, bases),
      },
    }
    const settled = settlement?.truths ?? evaluation.truths
    const others = othersThan(evaluation, settled, settlement)
    this.#truths =
      others === TRUE
        ? settled.map((truth, index) => (this.#isFallback(index) ? FALSE : truth))
        : settled
    const met: (EncodedFinding | ClaimedFinding)[] = []
    const undecided: EncodedFinding[] = []
    for (const [index, truth] of this.#truths.entries()) {
      if (truth === TRUE) met.push(this.#finding(index, truth, others === UNKNOWN))
      else if (truth === UNKNOWN) undecided.push(this.#finding(index, truth, false))
    }
    this.eliminated = candidates.inEffect.length - met.length - undecided.length
    for (const claimed of settlement?.made ?? []) met.push(new ClaimedFinding(claimed, facts))
    this.met = met.length > 1 ? met.sort(byWeight) : met
    this.undecided = undecided.length > 1 ? undecided.sort(byWeight) : undecided
  }

  get entries(): readonly EntryFinding[] {
    return [...this.met, ...this.undecided]
  }

  get listed(): JurisdictionClassification['listed'] {
    if (this.met.length > 0) return 'listed'
    if (this.undecided.length > 0) return 'undecided'
    if (this.notListedClaim !== undefined || this.coverage === 'complete') return 'not-listed'
    return 'not-covered'
  }

  get notMetByClaim(): readonly EntryFinding[] {
    return (this.#settlement?.notMet ?? []).map((index) => this.#finding(index, FALSE, false))
  }

  get nearMisses(): readonly EntryFinding[] {
    this.#nearMisses ??= nearMissesOf(this.evaluation, this.#context)
    return this.#nearMisses
  }

  /** Codes of the item for what contains it. A provisional fallback may yet give way, so that it is open. */
  addCodes(met: Set<string>, undecided: Set<string>, isContentStated: boolean): void {
    for (const finding of this.met) {
      if (finding.provisional) undecided.add(finding.entry.code)
      else for (const code of codesOf(finding)) met.add(code)
    }
    for (const { entry } of this.undecided) undecided.add(entry.code)
    if (isContentStated) return
    for (const [index, { encoded }] of this.evaluation.candidates.list.entries()) {
      if (this.#truths[index] === FALSE) continue
      for (const code of encoded.asksContent) undecided.add(code)
    }
  }

  /** What keeps the item open under codes that a container asks for. */
  missingUnder(asked: readonly string[]): readonly string[] {
    const isAsked = (code: string): boolean => asked.some((pattern) => codeMatches(code, pattern))
    const open = this.undecided.filter(
      ({ entry, candidate }) =>
        isAsked(entry.code) || candidate.encoded.asksContent.some((code) => isAsked(code)),
    )
    const provisional = this.met.some(
      (finding) => finding.provisional && isAsked(finding.entry.code),
    )
    return [...new Set((provisional ? this.undecided : open).flatMap(({ missing }) => missing))]
  }

  #missingWithin(codes: readonly string[], bases: readonly string[]): readonly string[] {
    const open = this.undecided.filter(
      ({ candidate: { encoded } }) =>
        encoded.isRead === 'first' &&
        (bases.includes(encoded.base) ||
          codes.some((pattern) => codeMatches(encoded.entry.code, pattern))),
    )
    return [...new Set(open.flatMap(({ missing }) => missing))]
  }

  #isFallback(index: number): boolean {
    return this.evaluation.candidates.list[index]?.encoded.entry.fallback === true
  }

  #finding(index: number, truth: TruthCode, othersAreOpen: boolean): EncodedFinding {
    const candidate = this.evaluation.candidates.list[index]
    assert(candidate !== undefined, 'a truth belongs to a candidate')
    const verdict = {
      truth,
      byParameters: this.evaluation.truths[index] ?? FALSE,
      provisional: othersAreOpen && candidate.encoded.entry.fallback,
      claim: this.#settlement?.claims.get(index),
    }
    return new EncodedFinding(candidate, verdict, this.#context)
  }
}

/**
 * A list is complete but for what it sets aside: of an item that is that, or may be, it says nothing. It
 * may be where nobody speaks of it and it is not presumed absent either.
 */
function isOfSetAsideDesign({ facts }: Evaluation, vocabulary: Vocabulary): boolean {
  const slot = vocabulary.slot(SET_ASIDE)
  if (slot === undefined) return false
  const stated = facts.slots[slot]
  return stated === true || stated === STATED_UNKNOWN || stated === undefined
}

/** The highest truth among what is no fallback. */
function othersThan(
  { candidates }: Evaluation,
  truths: readonly TruthCode[],
  settlement: Settlement | undefined,
): TruthCode {
  let highest: TruthCode = FALSE
  for (const [index, { encoded }] of candidates.list.entries()) {
    const truth = truths[index] ?? FALSE
    if (truth > highest && !encoded.entry.fallback) highest = truth
  }
  const paragraph = settlement?.made.some(
    ({ entry }) => entry.status === CLAIMED_PARAGRAPH && !entry.fallback,
  )
  return paragraph === true ? TRUE : highest
}

/** Entries before fallbacks, the decided before the claimed, what is fully read before what is not. */
function byWeight(left: EntryFinding, right: EntryFinding): number {
  return weightOf(left) - weightOf(right)
}

function weightOf(finding: EntryFinding): number {
  const { fallback, incomplete } = finding.entry
  const isUnread = incomplete !== undefined || finding instanceof ClaimedFinding
  return (fallback ? 4 : 0) + (isUnread ? 2 : 0) + (finding.claim === undefined ? 0 : 1)
}

function codesOf(finding: EntryFinding): readonly string[] {
  if (finding instanceof EncodedFinding) return finding.candidate.encoded.codes
  return finding instanceof ClaimedFinding ? finding.codes : []
}

import { FALSE, TRUE, type TruthCode, UNKNOWN } from '../kernel/index.ts'
import { codeMatches, type Rulebook } from '../rulebook/index.ts'
import { type ClaimTarget, targetOf } from './claim-target.ts'
import { type ClaimedEntry, claimedNotEncoded, claimedParagraph } from './claimed-entry.ts'
import { contradictionOf } from './contradiction.ts'
import type { EncodedEntry } from './encoded-entry.ts'
import type { EntryIndex } from './entry-index.ts'
import { ALSO_MEETS, codesAskedFor, MEETS } from './entry-reading.ts'
import { type ComputedSlots, decide, type Evaluation, setMet } from './evaluate.ts'
import type { Claim, Contradiction } from './model.ts'

export interface Settlement {
  readonly truths: readonly TruthCode[]
  /** By candidate: the claim that settled it, or that names it among others. */
  readonly claims: ReadonlyMap<number, Claim>
  readonly made: readonly ClaimedEntry[]
  /** Candidates read as not met because a claim says where the item belongs. */
  readonly notMet: readonly number[]
  readonly contradictions: readonly Contradiction[]
  readonly notListedClaim?: Claim
}

interface Judged {
  readonly claim: Claim
  readonly target: ClaimTarget
}

export interface SettleContext {
  readonly rulebook: Rulebook
  readonly index: EntryIndex
  readonly slots: ComputedSlots
}

/**
 * What claims settle. They turn unknown into true or false and leave alone what the parameters decide;
 * one that the parameters contradict settles nothing, and where one does, nothing is read as not met
 * on the word of another.
 */
export function settle(
  evaluation: Evaluation,
  claims: readonly Claim[],
  context: SettleContext,
): Settlement {
  const { inEffect } = evaluation.candidates
  const judged = claims.map((claim) => ({
    claim,
    target: besideKinds(targetOf(claim, inEffect, context.index), evaluation),
  }))
  const contradictions: Contradiction[] = []
  const standing: Judged[] = []
  for (const one of judged) {
    const contradiction =
      contradictionOf(one.claim, one.target, evaluation) ?? againstOthers(one, judged)
    if (contradiction === undefined) standing.push(one)
    else contradictions.push(contradiction)
  }
  standing.sort(narrowestFirst)
  const work = new Work(evaluation, context)
  for (const one of standing) work.affirm(one)
  const said = contradictions.length > 0 ? undefined : standing.find(saysWhereItBelongs)?.claim
  const [first] = standing
  if (first !== undefined) work.settle(said, first.claim)
  const notListed = standing.find(({ target }) => target.kind === 'unlisted')?.claim
  return {
    truths: work.truths,
    claims: work.claims,
    made: work.made,
    notMet: work.notMet,
    contradictions,
    ...(notListed === undefined ? {} : { notListedClaim: notListed }),
  }
}

/** No entry claimed can speak of the item's kind, and that kind only says that it is none of them. */
function besideKinds(target: ClaimTarget, { candidates }: Evaluation): ClaimTarget {
  if (target.kind !== 'entries' || !candidates.isOfNoKind) return target
  const speaks = target.entries.some((entry) =>
    candidates.list.some(({ encoded }) => encoded === entry),
  )
  return speaks ? target : { ...target, kind: 'beside kinds' }
}

/** Who claims a code and claims that there is none takes the second back. */
function againstOthers(
  { claim, target }: Judged,
  all: readonly Judged[],
): Contradiction | undefined {
  if (target.kind !== 'unlisted') return undefined
  const codes = all.filter((one) => one.target.kind !== 'unlisted').map((one) => one.claim.code)
  if (codes.length === 0) return undefined
  return { claim, because: `${codes.join(', ')} is claimed as well.`, entries: [] }
}

function saysWhereItBelongs({ target }: Judged): boolean {
  return target.kind !== 'not encoded' || target.isCode
}

/** The order in which claims are stated means nothing. */
function narrowestFirst(left: Judged, right: Judged): number {
  const width = ({ target }: Judged): number =>
    target.kind === 'entries' ? target.entries.length : Number.POSITIVE_INFINITY
  return width(left) - width(right) || (left.claim.code < right.claim.code ? -1 : 1)
}

class Work {
  readonly truths: TruthCode[]
  readonly claims = new Map<number, Claim>()
  readonly made: ClaimedEntry[] = []
  readonly notMet: number[] = []
  readonly #evaluation: Evaluation
  readonly #context: SettleContext
  /** Codes on which a claimed entry rests: the claim says that one of them holds, not which. */
  readonly #restsOn: { readonly codes: Set<string>; readonly bases: Set<string> } = {
    codes: new Set(),
    bases: new Set(),
  }

  constructor(evaluation: Evaluation, context: SettleContext) {
    this.#evaluation = evaluation
    this.#context = context
    this.truths = [...evaluation.truths]
  }

  affirm({ claim, target }: Judged): void {
    if (target.kind === 'not encoded') {
      const { code, codes } = target
      this.made.push(claimedNotEncoded(claim, code, codes, this.#context.rulebook))
    }
    if (target.kind === 'beside kinds') {
      this.made.push(claimedParagraph(claim, target.code, target.codes, target.entries, true))
    }
    if (target.kind !== 'entries') return
    const possible = target.entries.filter((entry) => this.#truthOf(entry) !== FALSE)
    const open = possible.filter((entry) => this.#truthOf(entry) === UNKNOWN)
    for (const entry of possible) this.#name(entry, claim)
    if (open.length < possible.length) return
    const [only] = open
    if (only !== undefined && open.length === 1) {
      this.truths[this.#indexOf(only)] = TRUE
      this.#rest(only)
    } else {
      this.made.push(claimedParagraph(claim, target.code, target.codes, open, false))
    }
  }

  /**
   * @param said a claim by which all that none names is read as not met
   * @param first to which is put down what then follows from the entries claimed
   */
  settle(said: Claim | undefined, first: Claim): void {
    const { candidates, facts } = this.#evaluation
    const { list, firstLate } = candidates
    this.#close(0, firstLate, said)
    if (firstLate === list.length) return
    const claimed = this.made.flatMap(({ codes }) => codes)
    setMet(facts, this.#context.slots, list.slice(0, firstLate), this.truths, claimed)
    for (let index = firstLate; index < list.length; index += 1) {
      const candidate = list[index]
      if (candidate === undefined || this.truths[index] !== UNKNOWN) continue
      if (decide(candidate, facts) !== TRUE) continue
      this.truths[index] = TRUE
      if (!this.claims.has(index)) this.claims.set(index, first)
    }
    this.#close(firstLate, list.length, said)
  }

  #close(from: number, to: number, said: Claim | undefined): void {
    if (said === undefined) return
    for (let index = from; index < to; index += 1) {
      const encoded = this.#evaluation.candidates.list[index]?.encoded
      if (encoded === undefined || this.truths[index] !== UNKNOWN) continue
      if (this.claims.has(index) || this.#isRestedOn(encoded)) continue
      this.truths[index] = FALSE
      this.claims.set(index, said)
      this.notMet.push(index)
    }
  }

  #name(entry: EncodedEntry, claim: Claim): void {
    const index = this.#indexOf(entry)
    if (!this.claims.has(index)) this.claims.set(index, claim)
  }

  #rest({ entry }: EncodedEntry): void {
    for (const code of codesAskedFor(entry.criteria, MEETS)) this.#restsOn.codes.add(code)
    for (const code of codesAskedFor(entry.criteria, ALSO_MEETS)) this.#restsOn.bases.add(code)
  }

  #isRestedOn({ entry, base }: EncodedEntry): boolean {
    const { codes, bases } = this.#restsOn
    return bases.has(base) || [...codes].some((code) => codeMatches(entry.code, code))
  }

  #truthOf(entry: EncodedEntry): TruthCode {
    return this.truths[this.#indexOf(entry)] ?? FALSE
  }

  #indexOf(entry: EncodedEntry): number {
    return this.#evaluation.candidates.list.findIndex(({ encoded }) => encoded === entry)
  }
}

import { FALSE, TRUE, type TruthCode, UNKNOWN } from '../kernel/index.ts'
import type { FactTable, Vocabulary } from '../rulebook/index.ts'
import type { EncodedEntry } from './encoded-entry.ts'
import type { Candidate, Candidates } from './entry-index.ts'
import { ALSO_MEETS, CONTAINS_CODE, MEETS } from './entry-reading.ts'

/** Codes that hold, and codes that may. */
export interface CodeSet {
  readonly met: ReadonlySet<string>
  readonly undecided: ReadonlySet<string>
}

/** What the entries of one list say of an item by its parameters alone. */
export interface Evaluation {
  readonly candidates: Candidates
  /** The item's facts with what the engine computes for this list. */
  readonly facts: FactTable
  /** Of each candidate; fallbacks by their own words, not yet against the rest. */
  readonly truths: readonly TruthCode[]
}

export interface ComputedSlots {
  readonly contains: number | undefined
  readonly meets: number | undefined
  readonly alsoMeets: number | undefined
}

export function computedSlots(vocabulary: Vocabulary): ComputedSlots {
  return {
    contains: vocabulary.slot(CONTAINS_CODE),
    meets: vocabulary.slot(MEETS),
    alsoMeets: vocabulary.slot(ALSO_MEETS),
  }
}

/**
 * Reads the entries in two passes: first those that speak of the item and its content, then those
 * that ask which of the first hold (`3A001.z`: in 3A001 and also in 3A090.a).
 *
 * @param contained codes of the content; undefined where nothing is stated about it
 */
export function evaluate(
  candidates: Candidates,
  stated: FactTable,
  slots: ComputedSlots,
  contained: () => CodeSet | undefined,
): Evaluation {
  const { list, firstLate, asksContent } = candidates
  const own = asksContent || firstLate < list.length
  const facts = own
    ? { day: stated.day, slots: stated.slots.slice(), undecided: new Map(stated.undecided) }
    : stated
  if (asksContent) setCodes(facts, slots.contains, contained())
  const truths: TruthCode[] = []
  for (let index = 0; index < list.length; index += 1) {
    if (index === firstLate) setMet(facts, slots, list, truths)
    truths.push(decide(list[index] as Candidate, facts))
  }
  return { candidates, facts, truths }
}

export function decide(candidate: Candidate, facts: FactTable): TruthCode {
  return candidate.covered ? candidate.encoded.decide(facts) : UNKNOWN
}

/** Of an entry in effect; false where the kind alone eliminates it, so that it is no candidate. */
export function truthIn({ candidates, truths }: Evaluation, entry: EncodedEntry): TruthCode {
  return truths[candidates.list.findIndex(({ encoded }) => encoded === entry)] ?? FALSE
}

/**
 * Tells the facts which codes hold for the item itself. A fallback may yet give way to another entry,
 * so that it counts as undecided here.
 */
export function setMet(
  facts: FactTable,
  slots: ComputedSlots,
  list: readonly Candidate[],
  truths: readonly TruthCode[],
  claimed: readonly string[] = [],
): void {
  const met = new Set(claimed)
  const bases = new Set(claimed)
  const undecided = new Set<string>()
  const undecidedBases = new Set<string>()
  for (const [index, { encoded }] of list.entries()) {
    const truth = truths[index] ?? FALSE
    if (truth === FALSE) continue
    if (truth === TRUE && !encoded.entry.fallback) {
      for (const code of encoded.codes) met.add(code)
      bases.add(encoded.base)
    } else {
      undecided.add(encoded.entry.code)
      undecidedBases.add(encoded.base)
    }
  }
  setCodes(facts, slots.meets, { met, undecided })
  setCodes(facts, slots.alsoMeets, { met: bases, undecided: undecidedBases })
}

function setCodes(facts: FactTable, slot: number | undefined, codes: CodeSet | undefined): void {
  if (slot === undefined || codes === undefined) return
  facts.slots[slot] = codes.met
  if (codes.undecided.size > 0) facts.undecided.set(slot, codes.undecided)
  else facts.undecided.delete(slot)
}

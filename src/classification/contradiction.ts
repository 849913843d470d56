import { FALSE, TRUE } from '../kernel/index.ts'
import type { Explanation } from '../rulebook/index.ts'
import type { ClaimTarget } from './claim-target.ts'
import type { EncodedEntry } from './encoded-entry.ts'
import { type Evaluation, truthIn } from './evaluate.ts'
import type { Claim, Contradiction } from './model.ts'

/**
 * A claim and the parameters contradict each other where the parameters eliminate everything it names,
 * or where it says that nothing else lists the item and something does. A claim of a higher entry
 * beside lower ones that hold is no contradiction.
 */
export function contradictionOf(
  claim: Claim,
  target: ClaimTarget,
  evaluation: Evaluation,
): Contradiction | undefined {
  switch (target.kind) {
    case 'not encoded':
    case 'beside kinds':
      return undefined
    case 'not in effect':
      return {
        claim,
        because: `${target.entries.map(when).join('; ')}.${meantThen(target.entries, evaluation)}`,
        entries: target.entries.map(({ entry }) => entry.id),
      }
    case 'unlisted':
      return outranked(
        claim,
        holding(evaluation, () => true),
      )
    case 'entries':
      if (target.entries.every((entry) => truthIn(evaluation, entry) === FALSE)) {
        return eliminated(claim, target.entries, evaluation)
      }
      if (!target.entries.every(({ entry }) => entry.fallback)) return undefined
      return outranked(
        claim,
        holding(evaluation, ({ entry }) => !entry.fallback),
      )
  }
}

function outranked(claim: Claim, holds: readonly EncodedEntry[]): Contradiction | undefined {
  if (holds.length === 0) return undefined
  const ids = holds.map(({ entry }) => entry.id)
  return {
    claim,
    because: `${ids.join(', ')} ${ids.length === 1 ? 'holds' : 'hold'} by the parameters stated.`,
    entries: ids,
  }
}

function eliminated(
  claim: Claim,
  entries: readonly EncodedEntry[],
  evaluation: Evaluation,
): Contradiction {
  return {
    claim,
    because: `${entries.map((entry) => whyNot(entry, evaluation)).join('; ')}.`,
    entries: entries.map(({ entry }) => entry.id),
  }
}

function whyNot(encoded: EncodedEntry, { facts }: Evaluation): string {
  const { criteria, excluded } = encoded
  const released = criteria.evaluate(facts) !== FALSE
  const explanation = (released ? excluded : criteria)?.explain(facts)
  const fact = explanation === undefined ? undefined : firstFact(explanation)
  const { id } = encoded.entry
  if (fact === undefined) return `${id} does not hold`
  const verb = released ? 'releases' : 'asks for'
  return `${id} ${verb} ${fact.parameter} ${fact.wanted}, and it is ${fact.got}`
}

type Fact = Extract<Explanation, { kind: 'fact' }>

function firstFact(explanation: Explanation): Fact | undefined {
  switch (explanation.kind) {
    case 'fact':
      return explanation
    case 'all':
    case 'any':
      for (const child of explanation.children) {
        const found = firstFact(child)
        if (found !== undefined) return found
      }
      return undefined
    case 'not':
      return firstFact(explanation.child)
    case 'unread':
    case 'never':
      return undefined
  }
}

function holding(
  { candidates, truths }: Evaluation,
  counts: (encoded: EncodedEntry) => boolean,
): readonly EncodedEntry[] {
  return candidates.list.flatMap(({ encoded }, index) =>
    truths[index] === TRUE && counts(encoded) ? [encoded] : [],
  )
}

/** Paragraphs move: what the list says of the same thing on the day, as far as the parameters allow it. */
function meantThen(claimed: readonly EncodedEntry[], evaluation: Evaluation): string {
  const families = new Set(claimed.map(({ entry }) => entry.family))
  const { candidates, truths } = evaluation
  const found = candidates.list.flatMap(({ encoded: { entry } }, index) =>
    truths[index] !== FALSE && families.has(entry.family) && isOfList(entry.jurisdiction, claimed)
      ? [entry.id]
      : [],
  )
  return found.length === 0 ? '' : ` Of the same family stands on that day: ${found.join(', ')}.`
}

function isOfList(jurisdiction: string, claimed: readonly EncodedEntry[]): boolean {
  return claimed.some(({ entry }) => entry.jurisdiction === jurisdiction)
}

function when({ entry }: EncodedEntry): string {
  const { effective, published } = entry
  const days = [
    effective.from === undefined ? [] : [`from ${effective.from}`],
    effective.to === undefined ? [] : [`to ${effective.to}`],
    published === undefined ? [] : [`published ${published}`],
  ].flat()
  return `${entry.id} has no effect on the day asked for (${days.join(', ')})`
}

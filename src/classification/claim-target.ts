import { paragraphsAbove } from '../kernel/index.ts'
import { formOf, isUnderSteps, type Steps, stepsOf } from './claim-code.ts'
import type { EncodedEntry } from './encoded-entry.ts'
import type { EntryIndex } from './entry-index.ts'
import type { Claim } from './model.ts'

/** What a claim speaks of, among the entries of its jurisdiction on the day. */
export type ClaimTarget =
  | { readonly kind: 'unlisted' }
  /** The entry claimed, or several below the paragraph claimed. */
  | {
      readonly kind: 'entries'
      readonly entries: readonly EncodedEntry[]
      readonly code: string
      readonly codes: readonly string[]
    }
  /**
   * Entries that speak of kinds, claimed for an item which is of none: lists take in parts and
   * accessories, and things for which the dictionary has no word. The claim stands on its own.
   */
  | {
      readonly kind: 'beside kinds'
      readonly entries: readonly EncodedEntry[]
      readonly code: string
      readonly codes: readonly string[]
    }
  /** A paragraph of the rulebook, which has no effect on the day. */
  | { readonly kind: 'not in effect'; readonly entries: readonly EncodedEntry[] }
  | {
      readonly kind: 'not encoded'
      readonly code: string
      readonly codes: readonly string[]
      /** It has the form of a code of some list; what has not settles nothing. */
      readonly isCode: boolean
    }

/**
 * The longest encoded paragraph is what a claim settles: `5A002.z.1.a.1` settles 5A002.z.1.a, while
 * `3A090.b` settles that 3A090.b.1 or .b.2 holds.
 */
export function targetOf(
  claim: Claim,
  inEffect: readonly EncodedEntry[],
  index: EntryIndex,
): ClaimTarget {
  const claimed = index.readClaim(claim)
  if (claimed.kind === 'unlisted') return { kind: 'unlisted' }
  const { steps, code } = claimed
  const below = belowSteps(inEffect, steps)
  const exact = below.filter((entry) => entry.steps.length === steps.length)
  const found = exact.length > 0 ? exact : below
  if (found.length > 0) {
    const own = spelledAsEncoded(found, steps) ?? code
    return { kind: 'entries', entries: found, code: own, codes: paragraphsAbove(own) }
  }
  const otherwise = belowSteps(index.entriesOf(claim.jurisdiction), steps)
  // A paragraph that stood here on other days: the one above it is not what was meant.
  const moved = otherwise.filter((entry) => entry.steps.length === steps.length)
  if (moved.length > 0) return { kind: 'not in effect', entries: moved }
  const above = longest(inEffect.filter((entry) => isUnderSteps(steps, entry.steps)))
  const [nearest] = above
  if (nearest !== undefined) {
    return { kind: 'entries', entries: above, code: nearest.entry.code, codes: nearest.codes }
  }
  if (otherwise.length > 0) return { kind: 'not in effect', entries: otherwise }
  return {
    kind: 'not encoded',
    code,
    codes: paragraphsAbove(code),
    isCode: index.codeForms.has(formOf(code)),
  }
}

function belowSteps(entries: readonly EncodedEntry[], steps: Steps): readonly EncodedEntry[] {
  return entries.filter((entry) => isUnderSteps(entry.steps, steps))
}

function longest(entries: readonly EncodedEntry[]): readonly EncodedEntry[] {
  const most = Math.max(0, ...entries.map(({ steps }) => steps.length))
  return entries.filter(({ steps }) => steps.length === most)
}

/** `3A090.b` for `3a090B`. */
function spelledAsEncoded(entries: readonly EncodedEntry[], steps: Steps): string | undefined {
  return entries[0]?.codes.find((code) => stepsEqual(code, steps))
}

function stepsEqual(code: string, steps: Steps): boolean {
  const own = stepsOf(code)
  return own.length === steps.length && isUnderSteps(own, steps)
}

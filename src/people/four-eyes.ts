import { fail, ok, type Result } from '../kernel/index.ts'
import type { Action } from './actions.ts'
import { type Acting, ruleOn } from './authorise.ts'

/** Which of two persons must be allowed what. */
export interface FourEyes {
  readonly first: Action
  readonly second: Action
}

/** Deciding a hit as anything but cleared. */
export const HIT_DECISION: FourEyes = { first: 'hit.decide', second: 'hit.countersign' }

/**
 * Four eyes are two persons, each of whom may do their part now. A token is nobody's eyes: what one person
 * handed to programs, or to themselves twice, would count as two.
 */
export function fourEyes(
  first: Acting,
  second: Acting,
  { first: proposing, second: signing }: FourEyes,
): Result<void> {
  if (first.id === second.id) {
    return fail({
      code: 'people.same-person',
      detail: 'One person cannot be both: four eyes means two persons.',
      remedy: 'Have another person countersign.',
    })
  }
  if (first.kind !== 'session' || second.kind !== 'session') {
    return fail({
      code: 'people.no-person',
      detail: 'This is decided by persons who have signed in, not by a token.',
      remedy: 'Sign in, and decide there.',
    })
  }
  if (!ruleOn(first, proposing).allowed) return fail(notEntitled('first', proposing))
  if (!ruleOn(second, signing).allowed) return fail(notEntitled('second', signing))
  return ok(undefined)
}

function notEntitled(which: string, action: Action) {
  return {
    code: 'people.not-entitled',
    detail: `The ${which} person has no role that may do this (${action}).`,
    remedy: 'Ask somebody whose role may.',
  }
}

import type { DealView } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'
import { described } from './same-name.ts'

/**
 * Parties that are stated to stand on a list which no rule reads, for its law has no hold on the deal: another country
 * may have had its reasons. Lists begin with the code of the jurisdiction whose they are.
 */
export function checkStatedLists(view: DealView, facts: CrossFacts): void {
  for (const party of view.parties) {
    for (const { list } of party.claimedStatus ?? []) {
      if ([...view.readers].some((code) => list.startsWith(`${code.toLowerCase()}-`))) continue
      const because = `${described(party)} is stated to stand on ${list}`
      facts.say('stated_lists_read', false, because)
    }
  }
}

import { FALSE, TRUE } from '../../kernel/index.ts'
import type { ItemNexus } from '../nexus.ts'
import type { DealView } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'

/**
 * An authority that tells an exporter to ask for a licence holds the deal to be its own. Where nothing
 * that is stated gives its law a hold, one of the two is wrong, and a person finds out which.
 */
export function checkNotices(view: DealView, facts: CrossFacts): void {
  for (const { by, on } of view.transaction.knowledge?.informed ?? []) {
    if ((on !== undefined && on > view.day) || !view.lexicon.seats.has(by)) continue
    const items = view.required.get(by) ?? []
    if (items.some(({ nexus }) => isHeld(nexus))) continue
    const when = on === undefined ? '' : ` on ${on}`
    facts.say(
      'notice_has_hold',
      false,
      `${by} told the exporter${when} that a licence is needed, and by what is stated its law has no hold on any item`,
    )
  }
}

function isHeld({ item, person }: ItemNexus): boolean {
  return item !== FALSE || person === TRUE
}

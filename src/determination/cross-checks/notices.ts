import { FALSE, TRUE, UNKNOWN } from '../../kernel/index.ts'
import type { ItemNexus } from '../nexus.ts'
import { bindsOn, type Notice, reachOfNotice } from '../notice-scope.ts'
import type { DealView } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'

/**
 * An authority that tells an exporter to ask for a licence holds the deal to be its own. Where nothing
 * that is stated gives its law a hold, one of the two is wrong, and a person finds out which.
 */
export function checkNotices(view: DealView, facts: CrossFacts): void {
  for (const notice of view.transaction.knowledge?.informed ?? []) {
    const { by, on } = notice
    if (!bindsOn(notice, view.day) || !view.lexicon.seats.has(by)) continue
    if (!mayReach(notice, view)) continue
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

/** By what it says itself; on which list an item is, the law of a seat without a hold does not say. */
function mayReach(notice: Notice, view: DealView): boolean {
  return view.items.some(
    (item) =>
      reachOfNotice(notice, {
        arranged: view,
        item,
        placed: (named, place) => (named === place ? TRUE : FALSE),
        listed: () => UNKNOWN,
      }).truth !== FALSE,
  )
}

/** What stays at home is held by no rule that a notice speaks of. */
function isHeld({ item, person, inside }: ItemNexus): boolean {
  return (item !== FALSE && inside === undefined) || person === TRUE
}

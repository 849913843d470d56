// Comparing the parts of a deal with each other: computed circumstances, each with both sides in words.
import type { ArrangedItem } from '../arrange.ts'
import { checkContacts } from './contacts.ts'
import type { DealView } from './deal-view.ts'
import { CrossFacts } from './facts.ts'
import { checkFiling } from './filing.ts'
import { checkGoods } from './goods.ts'
import { checkHistory } from './history.ts'
import { checkNotices } from './notices.ts'
import { checkPayment } from './payment.ts'
import { checkDocuments, checkPersons, checkRoute } from './route.ts'
import { checkStatedLists } from './stated-lists.ts'
import { checkStatement } from './statement.ts'
import { checkUseWords } from './use-words.ts'
import { checkReceivers } from './who-receives.ts'

export { type ComparedWith, type DealView, dealView } from './deal-view.ts'
export { CrossFacts } from './facts.ts'
export { comparesAmounts, shownOfGoods } from './goods.ts'
export { Lexicon } from './lexicon.ts'
export { isSameName } from './same-name.ts'
export { crossCheckTables } from './tables.ts'
export { createPhraseFinder, type PhraseFinder, plain, sentencesOf } from './words.ts'

/** Circumstances of single items: a rule that reads one of them is read for each item. */
export const OF_ITEMS: ReadonlySet<string> = new Set([
  'item_kind',
  'hs_high_priority',
  'hs_fits_kind',
  'description_tells',
  'weight_fits_kind',
  'value_fits_kind',
  'site_power_percent',
  'business_fits_goods',
  'goods_to_stay',
  'goods_named_as_arms',
])

/** What the deal as a whole shows. */
export function checkDeal(view: DealView): CrossFacts {
  const facts = new CrossFacts()
  checkRoute(view, facts)
  checkReceivers(view, facts)
  checkContacts(view, facts)
  checkPayment(view, facts)
  checkStatement(view, facts)
  checkUseWords(view, facts)
  checkFiling(view, facts)
  checkDocuments(view, facts)
  checkPersons(view, facts)
  checkHistory(view, facts)
  checkNotices(view, facts)
  checkStatedLists(view, facts)
  return facts
}

/** What one item of it shows. */
export function checkItem(view: DealView, item: ArrangedItem): CrossFacts {
  const facts = new CrossFacts()
  checkGoods(view, item, facts)
  return facts
}

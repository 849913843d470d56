import { type DealView, inRoles } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'

/**
 * The words that describe the use against what the deal says of it: who writes of weapons and denies a
 * military use has not been asked (15 CFR 732 Supp. 3). Words that deny such a use speak of it too.
 */
export function checkUseWords(view: DealView, facts: CrossFacts): void {
  const { endUse } = view.transaction
  if (endUse === undefined) return
  const told = [
    endUse.description,
    ...inRoles(view, 'end-user', 'service-customer').map(({ business }) => business),
  ].filter((text) => text !== undefined)
  for (const text of told) {
    const use = deniedUse(view, text)
    if (use === undefined) continue
    const what = use === 'wmd' ? 'weapons of mass destruction' : 'a military use'
    facts.say('use_words_agree', false, `“${text}” speaks of ${what}, which the deal denies`)
    return
  }
}

function deniedUse({ lexicon, transaction }: DealView, text: string): string | undefined {
  const { military, wmd } = transaction.endUse ?? {}
  if (lexicon.deniesMilitary(text) !== undefined) return undefined
  const named = lexicon.usesNamedIn(text)
  if (named.has('wmd') && wmd === false) return 'wmd'
  return named.has('military') && military === false ? 'military' : undefined
}

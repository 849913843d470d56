import { type DealView, inRoles } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'
import { sentencesOf, shortened } from './words.ts'

/**
 * The words that describe the use against what the deal says of it: who writes of weapons and denies a
 * military use has not been asked (15 CFR 732 Supp. 3). Words that deny such a use speak of it too. Of
 * rockets and of listening in, which are for weapons or listed at some places alone, rules ask more.
 */
export function checkUseWords(view: DealView, facts: CrossFacts): void {
  const { endUse, statement, documents = [] } = view.transaction
  if (endUse === undefined) return
  const papers = documents.flatMap(({ text }) => sentencesOf(text ?? ''))
  const told = [
    endUse.description,
    ...inRoles(view, 'end-user', 'service-customer').map(({ business }) => business),
    ...papers.filter((sentence) => view.lexicon.onlyMentioned(sentence) === undefined),
  ].filter((text) => text !== undefined)
  for (const text of told) compareWeapons(view, text, facts)
  // Whether the statement names weapons that the deal denies is told with all that conflicts between the two.
  const stated = statement?.endUse
  for (const text of stated === undefined ? told : [...told, stated]) {
    compareOthers(view, text, facts)
  }
}

function compareWeapons({ lexicon, transaction }: DealView, text: string, facts: CrossFacts): void {
  if (facts.has('use_words_agree') || lexicon.deniesMilitary(text) !== undefined) return
  const { military, wmd } = transaction.endUse ?? {}
  const named = lexicon.usesNamedIn(text)
  const says = (what: string): string =>
    `“${shortened(text)}” speaks of ${what}, which the deal denies`
  if (named.has('wmd') && wmd === false) {
    facts.say('use_words_agree', false, says('weapons of mass destruction'))
  } else if (named.has('military') && military === false) {
    facts.say('use_words_agree', false, says('a military use'))
  }
}

function compareOthers({ lexicon, transaction }: DealView, text: string, facts: CrossFacts): void {
  if (lexicon.deniesMilitary(text) !== undefined) return
  const { wmd, uses = [] } = transaction.endUse ?? {}
  const named = lexicon.usesNamedIn(text)
  if (named.has('rocket') && wmd === false) {
    facts.add('use_words', 'rocket', `“${shortened(text)}” speaks of rockets`)
  }
  if (named.has('interception') && !uses.includes('surveillance')) {
    const because = `“${shortened(text)}” speaks of listening in, and the deal names no surveillance`
    facts.add('use_words', 'interception', because)
  }
}

import type { DealView } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'
import { sentencesOf, shortened, titled } from './words.ts'

/** Where the goods go and pass, for rules that compare it with where the parties are. */
export function checkRoute({ transaction }: DealView, facts: CrossFacts): void {
  const { to, via = [] } = transaction.route ?? {}
  if (to !== undefined) facts.say('route_to', to, () => `booked to ${to}`)
  for (const place of via) facts.add('route_via', place, () => `by way of ${place}`)
}

/**
 * Countries that papers of the deal, the description of its end use and the business of those who take
 * part name as part of it, requests to take part in a boycott, and words that ask to hide something.
 */
export function checkDocuments(view: DealView, facts: CrossFacts): void {
  const { endUse, statement } = view.transaction
  if (endUse?.description !== undefined) addPlaces(view, facts, 'end use', endUse.description)
  if (statement?.endUse !== undefined) addPlaces(view, facts, 'statement', statement.endUse)
  for (const { role, name, business } of view.parties) {
    if (role === 'exporter' || business === undefined) continue
    addPlaces(view, facts, `business of ${name}`, business)
  }
  for (const { type, text } of view.transaction.documents ?? []) {
    if (text === undefined) continue
    for (const sentence of sentencesOf(text)) {
      const request = boycottRequest(view, sentence)
      if (request) facts.say('boycott_request', true, `${type}: “${shortened(sentence)}”`)
      const hides = view.lexicon.conceals(sentence) !== undefined
      if (hides) facts.say('papers_conceal', true, `${type}: “${shortened(sentence)}”`)
    }
    addPlaces(view, facts, type, text)
  }
}

/** A clause that forbids a destination names it too, so sentences that forbid say nothing here. */
function addPlaces({ lexicon }: DealView, facts: CrossFacts, source: string, text: string): void {
  for (const sentence of sentencesOf(text)) {
    if (lexicon.onlyMentioned(sentence) !== undefined) continue
    for (const { country, word } of lexicon.placesNamedIn(sentence)) {
      facts.add('document_countries', country, `the ${source} names ${titled(word)} (${country})`)
    }
  }
}

function boycottRequest({ lexicon }: DealView, sentence: string): boolean {
  return lexicon.boycott.some((all) => all.every((finds) => finds(sentence) !== undefined))
}

/** What is said of how those who act came by what they send. */
export function checkPersons({ transaction, lexicon }: DealView, facts: CrossFacts): void {
  for (const { name, activity } of transaction.persons ?? []) {
    const words = activity === undefined ? undefined : lexicon.withoutLeave(activity)
    if (words === undefined) continue
    facts.say('taken_without_leave', true, `${name ?? 'a person'}: “${activity ?? ''}”`)
  }
}

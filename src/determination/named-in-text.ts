import type { PartyQuery } from '../screening/index.ts'
import { type PhraseFinder, plain, sentencesOf } from './cross-checks/index.ts'
import type { FlagResolver } from './flag-resolver.ts'
import type { RedFlag } from './model.ts'
import { isSameParty, type PartyScreener, partyQueries } from './parties.ts'
import type { Transaction } from './transaction.ts'

/** A word that begins with a capital letter or a figure; a lower-case one breaks a name off. */
const CAPITAL = /^[\p{Lu}\p{Lt}\d]/u
const JOINS = new Set(['of', 'and', 'for', 'the', 'de', 'di', 'du', '&', 'und', 'et'])
const FEWEST_WORDS = 2
const MOST_WORDS = 12
/** Names looked up in one deal: papers are long, and each costs a search. */
const MOST_NAMES = 60

/**
 * Runs of capitalised words, as names of firms are written in Latin letters: `the clean room of
 * National University of Defense Technology`. Single words and acronyms are names of too many things.
 */
export function namesIn(text: string): readonly string[] {
  const names: string[] = []
  for (const part of text.split(/[,;:()"“”\n]+|[.](?:\s|$)/u)) {
    let run: string[] = []
    const close = (): void => {
      while (JOINS.has(run.at(-1) ?? '')) run.pop()
      const capitals = run.filter((word) => !JOINS.has(word)).length
      if (capitals >= FEWEST_WORDS && run.length <= MOST_WORDS) names.push(run.join(' '))
      run = []
    }
    for (const word of part.split(/\s+/)) {
      if (CAPITAL.test(word) || (run.length > 0 && JOINS.has(word))) run.push(word)
      else close()
    }
    close()
  }
  return names
}

/**
 * What of a transaction is screened: an answer changes with a list only where one of these is answered
 * otherwise.
 */
export function screenedQueries(transaction: Transaction): readonly PartyQuery[] {
  const named = namesInTexts(transaction, () => undefined)
  return [...partyQueries(transaction), ...named.map((name) => ({ name }))]
}

/**
 * Listed parties that the papers of a deal name and that take no part in it by name (15 CFR 744.11(a):
 * a party to the transaction is also who will use the item). Where a sentence only mentions somebody,
 * to keep the item from him, say, nothing is raised.
 */
export function flagsOfNamesInText(
  transaction: Transaction,
  screener: PartyScreener,
  onlyMentioned: PhraseFinder,
  resolver: FlagResolver,
): readonly RedFlag[] {
  return namesInTexts(transaction, onlyMentioned).flatMap((name) => {
    const hit = screener.screen({ name }).hits.find(isSameParty)
    if (hit === undefined) return []
    const { list, id, name: listed, rule } = hit.party
    return [
      resolver.flagOf({
        id: `listed-party-named/${list}/${id}`,
        rule: 'listed-party-named',
        because: `What is stated of the deal names ${name}, who is ${listed} on ${list} and no party to it.`,
        cite: rule.citation ?? list,
      }),
    ]
  })
}

/** Names that its texts state and no party bears. */
function namesInTexts(
  { parties = [], endUse, statement, documents = [] }: Transaction,
  onlyMentioned: PhraseFinder,
): readonly string[] {
  const taking = parties.map(({ name }) => plain(name))
  const isParty = (name: string): boolean =>
    taking.some((own) => own.includes(plain(name)) || plain(name).includes(own))
  const texts = [
    endUse?.description,
    statement?.endUse,
    statement?.site,
    ...parties.map(({ business }) => business),
    ...documents.map(({ text }) => text),
  ]
  const named = texts.flatMap((text) =>
    sentencesOf(text ?? '').flatMap((sentence) =>
      onlyMentioned(sentence) === undefined ? namesIn(sentence) : [],
    ),
  )
  return [...new Set(named)].filter((name) => !isParty(name)).slice(0, MOST_NAMES)
}

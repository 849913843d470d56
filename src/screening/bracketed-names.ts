import { isPlace, legalForm, legalPhraseAt } from './word-classes.ts'
import { isGenericWord } from './word-weight.ts'

const AT_END = /^([^()[\]]{2,200})[([]([^()[\]]{5,200})[)\]]\s*(?:\([A-Z0-9-]{2,12}\))?$/u
const SAID =
  /^\s*(?:[afn]\.?\s?k\.?\s?a\.?|formerly|previously|also known as|latin:)(?![\p{L}\p{N}])[.:,\s]*/iu
/** What is told of somebody, not a name: `(DPRK national)`, `(a subsidiary of …)`, `(Lebanon branch)`. */
const IN_PASSING = /^\p{Ll}/u
const NOTE =
  /\d|\b(?:national|citizen|individual|entity|person|branch|office|unit|brand|located|location|listed|only|president|director|subsidiary|subordinate|partnership|unitary|united enterprise|off[\s-]shore|public organi[sz]ation)\b/iu

/**
 * The other names that an authority prints in brackets behind a name: `Rostec (Russian Technologies State
 * Corporation)`, `LTS Holding Limited (f.k.a. IPP-International Petroleum Products Ltd.)`; none for a place, a legal form,
 * an abbreviation alone, a note.
 */
export function bracketedNames(printed: string, schema?: string): readonly string[] {
  if (schema === 'Person' || schema === 'Vessel' || schema === 'Aircraft') return []
  const [, before = '', within = ''] = AT_END.exec(printed) ?? []
  const name = within.replace(SAID, '').trim()
  if (name !== within.trim()) return name.split(/\s*;\s*/u).filter((part) => part !== '')
  if (wordsOf(before).every(saysNothing)) return []
  return name.split(/\s*;\s*/u).filter((part) => isName(part, wordsOf(before).length === 1))
}

/** What an abbreviation stands for may be made of general words alone. */
function isName(text: string, isExpanded: boolean): boolean {
  if (IN_PASSING.test(text) || NOTE.test(text)) return false
  const words = wordsOf(text)
  const isTelling = words.some((word) => !saysNothing(word)) || (isExpanded && words.length > 2)
  return words.length > 1 && isTelling && !areForms(words)
}

function areForms(words: readonly string[]): boolean {
  const phrase = legalPhraseAt(words, 0)
  return words.every(isForm) || phrase?.length === words.length
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function saysNothing(word: string): boolean {
  return isPlace(word) || isGenericWord(word) || isForm(word)
}

function isForm(word: string): boolean {
  return word.length < 2 || legalForm(word) !== undefined
}

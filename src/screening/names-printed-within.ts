import { MAX_CHARACTERS } from './read-name.ts'
import { isPlace, legalForm, legalPhraseAt } from './word-classes.ts'
import { isGenericWord } from './word-weight.ts'

const AT_END =
  /^([^()[\]（）]{2,200})[([（]([^()[\]（）]{4,200})[)\]）]\s*(?:\([A-Z0-9-]{2,12}\))?$/u
/** A name in its own letters, which are written without spaces. */
const EASTERN = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}\d]{4,}$/u
const LABEL = /^\s*(?:latin:|formerly\s|previously\s)\s*/iu
const MOST_PARTS = 12
const IN_PASSING = /^\p{Ll}/u
/** What is told of somebody, not a name: `(DPRK national)`, `(Lebanon branch)`. */
const NOTE =
  /\d|\b(?:national|citizen|individual|entity|person|branch|office|unit|brand|located|location|listed|only|president|director|subsidiary|subordinate|partnership|unitary|united enterprise|off[\s-]shore|public organi[sz]ation)\b/iu

/** Between two names of one, where an authority says so. */
const OTHERWISE =
  /[\s,;([-]+(?:a\.?\s?k\.?\s?a\.?|f\.?\s?k\.?\s?a\.?|also known as|formerly known as)(?![\p{L}\p{N}])[.:,\s-]*|;(?![^()]*\))/iu
/** Before the name of one that is listed with another. */
const LISTED_WITH =
  /^.*[.,]?\s(?:affiliated entity|subordinate institution|subordinate entity)\s*[:–-]?\s+/iu
/** Whom a listing reaches besides, which is no part of the name. */
const HEIRS = /[\s,;]+and any successor\b.*$/iu

/**
 * The other names that an authority prints within one: in brackets behind it (`Rostec (Russian Technologies State
 * Corporation)`), behind `a.k.a.` or a semicolon, in two languages (`Iranian Navy/Force navale iranienne`), behind
 * whom it is listed with (`Huawei Technologies Co., Ltd. Affiliated Entity: Huawei Marine Networks`); none for a place, a legal form, an abbreviation alone, a note.
 */
export function namesPrintedWithin(printed: string, schema?: string): readonly string[] {
  if (schema === 'Vessel' || schema === 'Aircraft') return []
  const split = printed
    .slice(0, MAX_CHARACTERS)
    .replace(HEIRS, '')
    .replace(LISTED_WITH, '')
    .split(OTHERWISE)
  const parts = split.length === 1 ? split : split.map(bare).filter((part) => part !== '')
  const others = schema === 'Person' ? parts : parts.flatMap((part) => [part, ...partsOf(part)])
  return others.filter((name) => name !== printed).slice(0, MOST_PARTS)
}

/** Without brackets that only one end of has been left to it. */
function bare(part: string): string {
  const name = part.trim()
  return /[([]/u.test(name) === /[)\]]/u.test(name)
    ? name
    : name.replaceAll(/[()[\]]/gu, ' ').trim()
}

function partsOf(name: string): readonly string[] {
  const [, before = '', within = ''] = AT_END.exec(name) ?? []
  const others = wordsOf(before).every(saysNothing) ? [] : within.split(';')
  const isOneWord = wordsOf(before).length === 1
  const languages = name.split('/')
  const inTwo =
    languages.length === 2 &&
    !/\bc\/o\b/iu.test(name) &&
    languages.every((one) => isName(one, true))
  return [
    ...others.map((one) => one.replace(LABEL, '').trim()).filter((one) => isName(one, isOneWord)),
    ...(inTwo ? languages : []),
  ]
}

/** What an abbreviation stands for may be made of general words alone. */
function isName(text: string, isExpanded: boolean): boolean {
  if (EASTERN.test(text)) return true
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

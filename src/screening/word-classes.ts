import { LEGAL_PHRASES } from './legal-phrases.ts'
import { NICKNAMES } from './nicknames.ts'
import { CITY_WORDS, COUNTRY_WORDS, PLACE_PHRASES, TOWN_WORDS } from './place-words.ts'
import { LEGAL_WORDS, SMALL_WORDS, SPELLINGS, TITLES } from './word-lists.ts'

/** A legal form of so many letters is told by all but one of them. */
const LONG = 10

function setOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}

function rowsOf(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
}

const LEGAL: ReadonlyMap<string, string> = new Map(
  rowsOf(LEGAL_WORDS).flatMap(([form = '', ...words]) =>
    words.map((word): [string, string] => [word, form]),
  ),
)
const SMALL = setOf(SMALL_WORDS)
const TITLE = setOf(TITLES)
const COUNTRY = setOf(COUNTRY_WORDS)
const TOWN = setOf(TOWN_WORDS)
const PLACE = setOf(`${COUNTRY_WORDS} ${CITY_WORDS}`)

/** Phrases by their first word, the longest first. */
type Phrases = ReadonlyMap<
  string,
  readonly { readonly form: string; readonly words: readonly string[] }[]
>

const LEGAL_BY_FIRST = phrasesOf(LEGAL_PHRASES)
const PLACES_BY_FIRST = phrasesOf(PLACE_PHRASES)

/** By their first word, the longest first. */
function phrasesOf(rows: string): Phrases {
  const byFirst = new Map<string, { readonly form: string; readonly words: readonly string[] }[]>()
  for (const [form = '', ...words] of rowsOf(rows)) {
    const [first = ''] = words
    const row = byFirst.get(first) ?? []
    row.push({ form, words })
    byFirst.set(first, row)
  }
  for (const row of byFirst.values()) row.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}

/** A group has its first word as its name. */
const SPELLING: ReadonlyMap<string, string> = new Map(
  rowsOf(SPELLINGS).flatMap(([canonical = '', ...others]) =>
    [canonical, ...others].map((word): [string, string] => [word, canonical]),
  ),
)

/** A word may be short for several: `Alex` for Alexander and Alexandra. */
const NICKNAME_GROUPS: ReadonlyMap<string, readonly number[]> = (() => {
  const groups = new Map<string, number[]>()
  rowsOf(NICKNAMES).forEach((words, group) => {
    for (const word of words) {
      const known = groups.get(word)
      if (known === undefined) groups.set(word, [group])
      else known.push(group)
    }
  })
  return groups
})()

const LONG_FORMS = [...LEGAL].filter(([word]) => word.length >= LONG)

/** The class of a legal form (`limited`, `stock`, `nonprofit`, …), or undefined; a long one may miss a letter. */
export function legalForm(word: string): string | undefined {
  const form = LEGAL.get(word)
  if (form !== undefined || word.length < LONG) return form
  return LONG_FORMS.find(([known]) => differByOne(word, known))?.[1]
}

/** One letter more, less or different. */
export function differByOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at)
  return rest === long.slice(at + 1)
}

export function isSmallWord(word: string): boolean {
  return SMALL.has(word)
}

export function isTitle(word: string): boolean {
  return TITLE.has(word)
}

export function isPlace(word: string): boolean {
  return PLACE.has(word)
}

/** A place that tells one firm from another, though not a branch from its firm. */
export function isTown(word: string): boolean {
  return TOWN.has(word)
}

/** A country, a region of the world or a direction. */
export function isCountryWord(word: string): boolean {
  return COUNTRY.has(word)
}

/** The one word that stands for all spellings of a word. */
export function canonicalWord(word: string): string {
  return SPELLING.get(word) ?? word
}

/** Whether one may be short for the other, or both for the same name. */
export function areNicknames(left: string, right: string): boolean {
  const groups = NICKNAME_GROUPS.get(left)
  if (groups === undefined) return false
  const others = NICKNAME_GROUPS.get(right)
  return others?.some((group) => groups.includes(group)) === true
}

/** Whether a word is a first name or what is said for one. */
export function isNickname(word: string): boolean {
  return NICKNAME_GROUPS.has(word)
}

/** All words that {@link areNicknames} of a word. */
export function nicknamesOf(word: string): readonly string[] {
  return (NICKNAME_GROUPS.get(word) ?? []).flatMap((group) => NICKNAME_ROWS[group] ?? [])
}

const NICKNAME_ROWS = rowsOf(NICKNAMES)

/** The spellings that share a canonical word. */
export function spellingsOf(word: string): readonly string[] {
  const canonical = SPELLING.get(word)
  return canonical === undefined ? [] : (SPELLING_ROWS.get(canonical) ?? [])
}

const SPELLING_ROWS: ReadonlyMap<string, readonly string[]> = new Map(
  rowsOf(SPELLINGS).map((words) => [words[0] ?? '', words]),
)

interface Phrase {
  readonly form: string
  readonly length: number
}

/** The legal form of several words that begins at a place, with how many words it takes. */
export function legalPhraseAt(words: readonly string[], at: number): Phrase | undefined {
  return phraseAt(LEGAL_BY_FIRST, words, at)
}

/** The same of a place (`united arab emirates`, `prc`). */
export function placePhraseAt(words: readonly string[], at: number): Phrase | undefined {
  return phraseAt(PLACES_BY_FIRST, words, at)
}

function phraseAt(byFirst: Phrases, words: readonly string[], at: number): Phrase | undefined {
  const phrases = byFirst.get(words[at] ?? '')
  const phrase = phrases?.find((candidate) =>
    candidate.words.every((word, index) => words[at + index] === word),
  )
  return phrase === undefined ? undefined : { form: phrase.form, length: phrase.words.length }
}

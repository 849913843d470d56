import {
  CUSTOMARY_SOUNDS,
  FOREIGN_IN_HANGUL,
  KOREAN_SURNAMES,
  LETTERS_IN_HANGUL,
} from './hangul-tables.ts'
import { lazily, tableRows } from './tokens.ts'

const FIRST_SYLLABLE = 0xac00
const LAST_SYLLABLE = 0xd7a3

interface Letters {
  readonly initials: readonly string[]
  readonly vowels: readonly string[]
  readonly finals: readonly string[]
}

/** Revised Romanisation of 2000. */
const REVISED: Letters = {
  initials: 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' '),
  vowels: 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' '),
  finals: '- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' '),
}

/** McCune–Reischauer without its marks, which is also how Pyongyang writes: plain stops are k, t, p, ch. */
const MCCUNE: Letters = {
  initials: 'k kk n t tt r m p pp s ss - ch tch ch k t p h'.split(' '),
  vowels: 'a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i'.split(' '),
  finals: REVISED.finals,
}

/** As Pyongyang writes the names of persons, each syllable apart: Jang Song Thaek. */
const NORTHERN: Letters = {
  initials: 'k kk n t tt r m p pp s ss - j jj ch kh th ph h'.split(' '),
  vowels: MCCUNE.vowels,
  finals: REVISED.finals,
}

/** Plain stops, which McCune–Reischauer voices between vowels and after n, ng, m, l. */
const VOICED: Readonly<Record<string, string>> = { k: 'g', t: 'd', p: 'b', ch: 'j' }
/** ㄱ, ㄷ, ㅂ, ㅈ: the stops that are voiced; the aspirated ones share their letters and are not. */
const PLAIN_STOPS = new Set([0, 3, 7, 12])
const RIEUL = 5
/** Sounds behind which they are. */
const VOICING = /[aeiounmlg]$/

interface Syllable {
  readonly initial: number
  readonly vowel: number
  readonly final: number
}

function partsOf(letter: string): Syllable | undefined {
  const code = letter.charCodeAt(0)
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return undefined
  const index = code - FIRST_SYLLABLE
  return {
    initial: Math.floor(index / 588),
    vowel: Math.floor((index % 588) / 28),
    final: index % 28,
  }
}

/** Finals that are heard as themselves when a vowel follows: ㄱ as g, ㅂ as b, ㅅ as s … */
const LINKED = '- g kk ks n nj n d r lg lm lb ls lt lp r m b ps s ss ng j ch k t p -'.split(' ')

/** How a run of syllables sounds, with the assimilations that romanisations write: rr as ll, kn as ngn. */
function soundOf(text: string, letters: Letters, north: boolean): string {
  const syllables = [...text].map(partsOf)
  let result = ''
  let before: Syllable | undefined
  syllables.forEach((syllable, at) => {
    if (syllable === undefined) {
      result += text[at] ?? ''
    } else {
      result = joined(result, before, syllable, { letters, north })
    }
    before = syllable
  })
  return before === undefined ? result : result + finalOf(before, letters)
}

interface Manner {
  readonly letters: Letters
  readonly north: boolean
}

/** Adds the syllable's beginning and vowel after the final that waits before it. */
function joined(
  result: string,
  before: Syllable | undefined,
  syllable: Syllable,
  manner: Manner,
): string {
  const { letters } = manner
  const vowel = letters.vowels[syllable.vowel] ?? ''
  const own = dash(letters.initials[syllable.initial])
  if (before === undefined) return result + own + vowel
  const final = finalOf(before, letters)
  if (own === '' && before.final > 0) return result + dash(LINKED[before.final]) + vowel
  const [end, start] = manner.north ? [final, own] : assimilated(final, own, syllable.initial)
  const voiced =
    letters === MCCUNE &&
    PLAIN_STOPS.has(syllable.initial) &&
    (before.final === 0 || VOICING.test(end))
      ? (VOICED[start] ?? start)
      : start
  return result + end + voiced + vowel
}

function assimilated(final: string, own: string, initial: number): readonly [string, string] {
  if (initial === RIEUL) {
    if (final === 'l' || final === 'n') return ['l', 'l']
    if (final === 'm' || final === 'ng') return [final, 'n']
    if (final === 'k') return ['ng', 'n']
    if (final === 'p') return ['m', 'n']
  }
  if (own === 'n' || own === 'm') {
    if (final === 'k') return ['ng', own]
    if (final === 't') return ['n', own]
    if (final === 'p') return ['m', own]
    if (final === 'l' && own === 'n') return ['l', 'l']
  }
  return [final, own]
}

function finalOf(syllable: Syllable, letters: Letters): string {
  return syllable.final === 0 ? '' : dash(letters.finals[syllable.final])
}

function dash(letters: string | undefined): string {
  return letters === undefined || letters === '-' ? '' : letters
}

/** Revised Romanisation of a stretch of syllables. */
export function revised(text: string): string {
  return soundOf(text, REVISED, false)
}

/** McCune–Reischauer with voicing, as old lists and libraries write. */
export function mccune(text: string): string {
  return soundOf(text, MCCUNE, false)
}

/** As the North writes: voiced as McCune–Reischauer, without assimilation ("Amrokkang", "Ryongwang"). */
export function northern(text: string): string {
  return soundOf(text, MCCUNE, true)
}

/** As the North writes the names of its people, a word a syllable; a plain stop is voiced behind another one: `Pak Il Gyu`. */
export function northernName(text: string): readonly string[] {
  let before = ''
  return [...text].map((syllable) => {
    const plain = soundOf(syllable, NORTHERN, true)
    const isVoiced = VOICING.test(before) && PLAIN_STOPS.has(partsOf(syllable)?.initial ?? -1)
    const start = plain.charAt(0)
    before = plain
    return isVoiced ? (VOICED[start] ?? start) + plain.slice(1) : plain
  })
}

const SURNAMES = lazily(
  () => new Map(tableRows(KOREAN_SURNAMES).map(([name = '', ...spellings]) => [name, spellings])),
)
const SOUNDS = lazily(
  () => new Map(tableRows(CUSTOMARY_SOUNDS).map(([key = '', sound = '']) => [key, sound])),
)
const FOREIGN = lazily(
  () => new Map(tableRows(FOREIGN_IN_HANGUL).map(([key = '', ...words]) => [key, words])),
)

export function foreignInHangul(word: string): readonly string[] | undefined {
  return FOREIGN().get(word)
}

/** The surname a personal name of two to five syllables begins with, and the rest. */
export function splitKoreanName(word: string): readonly [string, string] | undefined {
  if (word.length < 2 || word.length > 5) return undefined
  const two = word.slice(0, 2)
  if (word.length > 2 && SURNAMES().has(two)) return [two, word.slice(2)]
  const one = word.slice(0, 1)
  return SURNAMES().has(one) && word.length <= 4 ? [one, word.slice(1)] : undefined
}

export function surnameSpellings(surname: string): readonly string[] {
  return SURNAMES().get(surname) ?? []
}

/** A given name as its bearer writes it: young, hyun, joon. */
export function customary(given: string): readonly string[] {
  return [...given].map((syllable) => SOUNDS().get(syllable) ?? revised(syllable))
}

const LETTERS = lazily(
  () => new Map(tableRows(LETTERS_IN_HANGUL).map(([name = '', letter = '']) => [name, letter])),
)
const LONGEST_LETTER = 3

/** Latin letters spelt out (`에스케이` is SK), if all of a stretch is such; undefined otherwise. */
export function lettersInHangul(text: string): string | undefined {
  let letters = ''
  let isCertain = false
  for (let at = 0; at < text.length; ) {
    let length = Math.min(LONGEST_LETTER, text.length - at)
    while (length > 0 && !LETTERS().has(text.slice(at, at + length))) length -= 1
    if (length === 0) return undefined
    letters += LETTERS().get(text.slice(at, at + length)) ?? ''
    isCertain ||= length > 1 || text.charAt(at) === '엘'
    at += length
  }
  return isCertain && letters.length > 1 ? letters : undefined
}

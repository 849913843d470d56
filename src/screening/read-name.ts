import { figureOf, loneRoman, together } from './figures.ts'
import { easternOf, readings, untranslated } from './readings/index.ts'
import {
  canonicalWord,
  isSmallWord,
  isTitle,
  legalForm,
  legalPhraseAt,
  placePhraseAt,
} from './word-classes.ts'
import { FIGURE, INITIAL, LEGAL, SMALL, TITLE, WORD, type WordKind } from './word-kinds.ts'

/** One word of a reading, with what it is. */
export interface NameWord {
  readonly text: string
  readonly kind: WordKind
}

/** One way to read a printed name. */
export interface NameReading {
  readonly words: readonly NameWord[]
  /** 0 to 1: how much the reading is to be trusted. */
  readonly trust: number
  /** Printed in other letters than Latin ones. */
  readonly isForeign: boolean
  /** The words are translations, not sounds. */
  readonly isTranslated: boolean
  /** The name stands in a script without vowels. */
  readonly isLoose: boolean
  /**
   * Where the name is written in ideographs or syllables, those that tell it apart: of a translation what is not
   * translated, which may be nothing, otherwise all.
   */
  readonly native: string | undefined
  /** The printed name tells the family name from the others: `AL-TIKRITI, Saddam Hussein`. */
  readonly isOrdered: boolean
  /** It was cut by the field that it stood in. */
  readonly isCut?: boolean
}

export interface ReadOptions {
  readonly schema?: string | undefined
  readonly country?: string | undefined
}

/** No name is longer. */
export const MAX_CHARACTERS = 600
const MAX_WORDS = 28
const PLAIN = /^[\x20-\x7e]*$/

/** `M/V Halcyon Dawn`: how a ship is driven and what she is. */
const BEFORE_SHIP =
  /^\s*(?:m\/?[vtsy]\.?|m\.\s?[vtsy]\.?|s\/?s|s\.\s?s\.?|f\/?v|t\/[tx]|vsl\.?|vessel|barge|tug|osv|fpso|(?:motor )?(?:vessel|tanker|ship|yacht)|(?:lng|lpg)\/?c|vlcc)[\s:]+(?=\S)/iu

/** All ways to read a name; none where it has no letter and no figure. */
export function readName(printed: string, options: ReadOptions = {}): readonly NameReading[] {
  const cut = printed.slice(0, MAX_CHARACTERS)
  const text = options.schema === 'Vessel' ? cut.replace(BEFORE_SHIP, '') : cut
  const isPlain = PLAIN.test(text)
  const isPerson = options.schema === 'Person'
  const eastern = isPlain ? '' : easternOf(text)
  const byTheirSound = eastern === '' || isPerson ? '' : untranslated(eastern)
  const turned = isPerson ? familyNameLast(text) : undefined
  const parts = isPerson ? [initialsApart(turned ?? text)] : [text, ...otherNames(text)]
  return parts.flatMap((part, at) =>
    readings(joinDotted(part, isPlain, isPerson), { country: options.country, isPerson }).flatMap(
      (reading): readonly NameReading[] => {
        const isTranslated = reading.system.startsWith('translation')
        // Nobody translates the name of a person: العسكري is Al-Askari, not "the military".
        if (isPerson && isTranslated) return []
        const words = wordsOf(reading.tokens, options.schema, isEastern(reading.system))
        if (words.length === 0) return []
        const isNative = eastern !== '' && at === 0 && !isTranscribed(reading.system, isPerson)
        const trust = at === 0 ? reading.weight : reading.weight * 0.97
        return [
          {
            words,
            trust,
            isForeign: !reading.system.startsWith('latin'),
            isTranslated,
            isLoose: isLoose(reading.system, part),
            native: !isNative ? undefined : isTranslated ? byTheirSound : eastern,
            isOrdered: turned !== undefined,
          },
        ]
      },
    ),
  )
}

const SUFFIX = /^\s*(?:jr|sr|junior|senior|[ivx]+|\p{L}{1,4}\.)\.?\s*$/iu

/** `FAMILY, Given` as `Given FAMILY`; undefined where a comma parts something else or nothing. */
function familyNameLast(text: string): string | undefined {
  const [family = '', given = '', more] = text.split(',')
  if (more !== undefined || given.trim() === '' || SUFFIX.test(given)) return undefined
  return `${given.trim()} ${family.trim()}`
}

const TWO_INITIALS = /(?<![\p{L}.])([B-DF-HJ-NP-TV-Z])([B-DF-HJ-NP-TV-Z])(?![\p{L}.])/gu

/** `JC Juncker` as `J C Juncker`: capitals without a vowel, where not all is in capitals. */
function initialsApart(text: string): string {
  return /\p{Ll}/u.test(text) ? text.replace(TWO_INITIALS, '$1 $2') : text
}

const INDIC = /[\u0900-\u0dff]/

/** Semitic scripts write no short vowels, those of India leave out the one that every letter has. */
function isLoose(system: string, text: string): boolean {
  if (system === 'other') return INDIC.test(text)
  return system.startsWith('arabic') || system.startsWith('hebrew')
}

/** Read by ideographs or syllables, of which each is a word of its own: `Bin`, `An` and `Hon` are names there. */
function isEastern(system: string): boolean {
  return /^(?:han|hangul|japanese|kana)/.test(system) && system !== 'han-foreign'
}

/** Characters that stand for the sounds of a foreign name: its words are as long as those of any other. */
function isTranscribed(system: string, isPerson: boolean): boolean {
  return system.endsWith('-foreign') || (isPerson && system.startsWith('kana'))
}

/**
 * `Al-Qa'ida/Islamic Army` is two names, and so is `… Corporation (SMIC)`, `… 38th Institute (CETC 38)`, `… Institute of
 * Chemistry (GosNIIOKhT)` or `Huawei Technologies (Huawei)`.
 */
function otherNames(text: string): readonly string[] {
  const [, before = '', within = ''] = ONE_IN_BRACKETS.exec(text) ?? []
  const isShort = ABBREVIATION.test(within) || before.split(/[\s,.-]+/u).includes(within)
  if (before !== '' && isShort) return [before, within]
  const halves = text.split('/')
  return halves.length === 2 && halves.every((half) => half.trim().length > 5) ? halves : []
}

const ONE_IN_BRACKETS = /^(.*\S)\s*\((\p{Lu}[\p{L}\p{N}&-]{2,14}(?: \d{1,4})?)\)\s*$/u
const ABBREVIATION = /^[A-Z][A-Z0-9&-]{2,9}(?: \d{1,4})?$|^\p{Lu}+\p{Ll}+\p{Lu}/u

const APOSTROPHES = /['’‘`´ʻʼʾʿ]/g
const DOTTED =
  /(?<![\p{L}\p{N}])(?:(?:\p{L}\.\s?){2,}\p{L}?|\p{L}\.\p{L})(?![\p{L}\p{N}])|(?<!\p{L})\p{L}\/\p{L}(?!\p{L})/gu

/** `SiemensAG`: small letters, then a legal form in capitals. */
const WRITTEN_TO_FORM =
  /(?<=\p{Ll})(?=(?:AG|SA|SAS|SE|NV|BV|LLC|LTD|Ltd|INC|Inc|GmbH|GMBH|PLC|LLP|OOO|SRL|SpA|SPA|OY|AB|KG|Corp|CORP|Co|CO)(?!\p{L}))/gu

/** `Int'l` with its apostrophe lost. */
const INTERNATIONAL = /(?<!\p{L})int l(?!\p{L})/giu

/** Hong Kong in brackets or before the legal form. */
const HONG_KONG = /(?<!\p{L})h\s?\.\s?k\s?\.?(?=\s*\)|\s*(?:co|ltd|limited|company)\b)/giu

/** Industry and trade, as nearly every Turkish firm has them: `San. ve Tic.`. */
const TURKISH = /(?<!\p{L})san(?:ayi)?(?:\.\s*|\s+|(?=&))(?:(ve|&)\s*)?tic\.?(?!\p{L})/giu

/** `X-3` is X3, and `27-th` 27th. */
const DASHED =
  /(?<![\p{L}\p{N}])(\p{L})-(?=\d)|(?<=\d)-(?=(?:\p{L}|st|nd|rd|th)(?![\p{L}\p{N}]))/giu

/** `s.a.`, `a/s` and `a.b.c.` are one word; the initials `j.r.` are two. */
function joinDotted(text: string, isPlain: boolean, isPerson: boolean): string {
  const bare = text
    .replace(APOSTROPHES, isPlain ? '' : "'")
    .replaceAll('%', ' percent ')
    .replace(WRITTEN_TO_FORM, ' ')
    .replace(INTERNATIONAL, 'intl')
    .replace(HONG_KONG, 'hk')
    .replace(TURKISH, 'sanayi $1 ticaret')
    .replace(DASHED, '$1')
  if (!bare.includes('.') && !bare.includes('/')) return bare
  return bare.replace(DOTTED, (dotted) => {
    const joined = dotted.replaceAll(/[./\s]/g, '')
    return joined.length > 2 || (!isPerson && legalForm(joined.toLowerCase()) !== undefined)
      ? `${joined} `
      : dotted
  })
}

function wordsOf(
  tokens: readonly string[],
  schema: string | undefined,
  isEastern: boolean,
): readonly NameWord[] {
  const words: NameWord[] = []
  const isPerson = schema === 'Person'
  for (let at = 0; at < tokens.length && words.length < MAX_WORDS; at += 1) {
    const place = isPerson ? undefined : placePhraseAt(tokens, at)
    if (place !== undefined) {
      words.push({ text: place.form, kind: WORD })
      at += place.length - 1
      continue
    }
    const phrase = isPerson ? undefined : legalPhraseAt(tokens, at)
    if (phrase === undefined) {
      const isAtEnd = at === 0 || at === tokens.length - 1
      const isBeforeNames =
        isPerson && tokens.length - at >= FULL && words.every(({ kind }) => kind === TITLE)
      const where = { isPerson, isEastern, isFirst: at === 0, isAtEnd, isBeforeNames }
      const text = tokens[at] ?? ''
      const isSmall = !isPerson && (isNumberWord(tokens, at) || isNamedAfter(tokens, at))
      push(words, isSmall ? { text, kind: SMALL } : wordOf(text, where))
      continue
    }
    words.push({ text: phrase.form, kind: LEGAL })
    at += phrase.length - 1
  }
  if (!isPerson && schema !== undefined) readLastAsFigure(words)
  return words
}

const NUMBER_WORDS = new Set(['no', 'nr', 'num', 'number', 'nomer', 'numero', 'nummer'])

/** `No. 27 Institute` is the 27th Institute. */
function isNumberWord(tokens: readonly string[], at: number): boolean {
  return NUMBER_WORDS.has(tokens[at] ?? '') && figureOf(tokens[at + 1] ?? '') !== undefined
}

/** `Plant named after Tavarin` is the Tavarin plant. */
function isNamedAfter(tokens: readonly string[], at: number): boolean {
  const [word, next, before] = [tokens[at], tokens[at + 1], tokens[at - 1]]
  return (
    word === 'imeni' ||
    (word === 'named' && next === 'after') ||
    (word === 'after' && before === 'named')
  )
}

function push(words: NameWord[], word: NameWord): void {
  const last = words.at(-1)
  const sum =
    word.kind === FIGURE && last?.kind === FIGURE ? together(last.text, word.text) : undefined
  if (sum === undefined) words.push(word)
  else words[words.length - 1] = { text: sum, kind: FIGURE }
}

/** Ships and firms are numbered `I`, `V` and `X` at the end. */
function readLastAsFigure(words: NameWord[]): void {
  let last = words.length - 1
  while (last > 0 && words[last]?.kind === LEGAL) last -= 1
  const word = words[last]
  const figure = last > 0 && word?.kind === INITIAL ? loneRoman(word.text) : undefined
  if (figure !== undefined) words[last] = { text: figure, kind: FIGURE }
}

interface WordPlace {
  readonly isPerson: boolean
  readonly isEastern: boolean
  readonly isFirst: boolean
  readonly isAtEnd: boolean
  /** Two words follow at least, and none but titles stand before. */
  readonly isBeforeNames: boolean
}

/** `Seyyed Ali Tavari` is also Ali Tavari: a title before a name of two words at least. */
const DESCENDANT = 'sayyid'
const FULL = 3

/** Family names before they are eleven and six. */
const NAMES_BEFORE_FIGURES = new Set(['xi', 'vi'])

function wordOf(text: string, place: WordPlace): NameWord {
  const { isPerson, isEastern, isFirst, isAtEnd, isBeforeNames } = place
  const figure = figureOf(text)
  const isName = (isPerson || isFirst) && NAMES_BEFORE_FIGURES.has(text)
  if (figure !== undefined && !isName) return { text: figure, kind: FIGURE }
  const form = legalForm(text)
  if (form !== undefined && !(isPerson && text.length <= 4)) return { text: form, kind: LEGAL }
  const isInitial = text.length === 1 && isPerson && (isAtEnd || text === 'a')
  if (isInitial || (text.length === 1 && !isSmallWord(text))) return { text, kind: INITIAL }
  if (isSmallWord(text) && !isEastern) return { text, kind: SMALL }
  if (isTitle(text) && !isEastern) return { text, kind: TITLE }
  if (isBeforeNames && canonicalWord(text) === DESCENDANT) return { text: DESCENDANT, kind: TITLE }
  return { text: text.slice(0, 48), kind: WORD }
}

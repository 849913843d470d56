import { guessVowels, plainShape, withoutSigns } from './arabic-letters.ts'
import { ARABIC_NAMES } from './arabic-names.ts'
import { ARABIC_WORDS } from './lexicon-arabic.ts'
import { PERSIAN_WORDS } from './lexicon-persian.ts'
import type { Reading } from './model.ts'
import { lazily, tableRows } from './tokens.ts'

type Spelling = 0 | 1 | 2
const LIBRARY: Spelling = 0
const PERSIAN: Spelling = 1
const SPOKEN: Spelling = 2

const NAMES = lazily(
  () =>
    new Map(
      tableRows(ARABIC_NAMES).map(([key = '', ...spellings]) => [plainShape(key), spellings]),
    ),
)
const WORDS = lazily(() => ({ arabic: wordTable(ARABIC_WORDS), persian: wordTable(PERSIAN_WORDS) }))

function wordTable(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(tableRows(text).map(([key = '', ...english]) => [plainShape(key), english]))
}

/** Letters and shapes that Arabic itself does not write. */
const PERSIAN_LETTER = /[پچژگکی]/
const URDU_OR_PERSIAN_SHAPE = /[ہھۀےں]/

/** The readings of a stretch of Arabic letters. */
export function readArabic(text: string): readonly Reading[] {
  const printed = (
    withoutSigns(text).match(/\p{L}\.(?:\p{L}\.)+\p{L}?|[\p{L}\p{M}]+|\d+/gu) ?? []
  ).slice(0, 64)
  const persian = PERSIAN_LETTER.test(text) || URDU_OR_PERSIAN_SHAPE.test(text)
  const words = persian ? withEndings(printed) : printed
  const library: Reading = {
    tokens: spelt(words, LIBRARY),
    system: 'arabic',
    weight: persian ? 0.95 : 1,
  }
  const iranian: Reading = {
    tokens: spelt(words, PERSIAN),
    system: 'arabic-persian',
    weight: persian ? 1 : 0.9,
  }
  const spoken: Reading = { tokens: spelt(words, SPOKEN), system: 'arabic-spoken', weight: 0.95 }
  const translated = translate(words, persian)
  return [...(persian ? [iranian, library, spoken] : [library, spoken, iranian]), ...translated]
}

/** Endings that Persian parts from the word by a non-joiner or a blank, and what they sound like. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['اي', 'i'],
  ['ها', 'ha'],
  ['هاي', 'haye'],
  ['هايي', 'hayi'],
])
/** The ezafe behind a silent h, which Latin letters leave out. */
const EZAFE = 'ي'
const SILENT_H = /[هة]$/u

/** Puts endings to their words: "خامنه ای" is Khamenei, "هسته ای" nuclear, "سامانه های" systems. */
function withEndings(words: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const word of words) {
    const shape = plainShape(word)
    const before = joined.at(-1)
    if (before === undefined || before.length < 2) joined.push(word)
    else if (ENDINGS.has(shape)) joined[joined.length - 1] = before + word
    else if (shape !== EZAFE || !SILENT_H.test(before)) joined.push(word)
  }
  return joined
}

/** The word and the sound of the plural behind it, of a word that no table knows with its ending. */
function withoutEnding(shape: string): readonly [string, string] | undefined {
  const [, stem = '', ending = ''] = /^(.{2,}?)(هايي|هاي|ها)$/u.exec(shape) ?? []
  return stem === '' ? undefined : [stem, ENDINGS.get(ending) ?? '']
}

const ABD = 'عبد'
/** "الله" and "الدين" behind a name make one word with it: "Matiullah", "Shamsuddin". */
const TAIL_WORDS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['الله', ['ullah', 'allah']],
  ['اله', ['ullah', 'allah']],
  ['الدين', ['uddin', 'eddine']],
])

function spelt(words: readonly string[], spelling: Spelling): readonly string[] {
  const tokens: string[] = []
  words.forEach((word, at) => {
    const before = words[at - 1]
    const tail = TAIL_WORDS.get(plainShape(word))
    const stem = tokens.at(-1)
    if (tail === undefined || stem === undefined || spelling === LIBRARY || isKinship(before)) {
      tokens.push(...speltWord(word, spelling, before))
    } else {
      const own = before === ABD ? 'abd' : stem
      tokens[tokens.length - 1] = own + tail[spelling === PERSIAN ? 0 : 1]
    }
  })
  return tokens
}

/** Words that stand apart from the name behind them. */
function isKinship(word: string | undefined): boolean {
  return word === 'بن' || word === 'ابن' || word === 'ابو' || word === 'ابي' || word === 'و'
}

function speltWord(
  word: string,
  spelling: Spelling,
  before: string | undefined,
): readonly string[] {
  if (/^\d/.test(word)) return [word]
  const shape = plainShape(word)
  const known = NAMES().get(shape)
  if (known !== undefined) return [pick(known, spelling)]
  if (shape.startsWith('ال') && (shape.length > 4 || NAMES().has(shape.slice(2)))) {
    const name = before === undefined ? undefined : TITLES_AS_NAMES.get(shape.slice(2))
    return withArticle(word, shape.slice(2), spelling, before === ABD, name)
  }
  return (
    ofTwoNames(shape, spelling) ?? [
      withEnding(shape, spelling) ?? guessVowels(word, spelling === PERSIAN),
    ]
  )
}

/** A name that only a plural of it is written of: "parvazhaye". */
function withEnding(shape: string, spelling: Spelling): string | undefined {
  const parts = withoutEnding(shape)
  if (parts === undefined) return undefined
  const [stem, ending] = parts
  const known = NAMES().get(stem)
  const name = known === undefined ? guessVowels(stem, spelling === PERSIAN) : pick(known, spelling)
  return name.replace(/h$/, '') + ending
}

function pick(spellings: readonly string[], spelling: Spelling): string {
  return spellings[spelling] ?? spellings.at(-1) ?? ''
}

/** Titles, which are names where they do not stand first: Abu Mahdi al-Muhandis, "the engineer". */
const TITLES_AS_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['مهندس', ['muhandis', 'mohandes']],
])

/** Before these the l of the article is lost in speech: "Essadi", "Ettunsi". */
const SUN_LETTER = /^[dnrstz]/

/** "al tikriti"; after `abdul` the article stands there already. */
function withArticle(
  word: string,
  rest: string,
  spelling: Spelling,
  served: boolean,
  known: readonly string[] | undefined = NAMES().get(rest),
): readonly string[] {
  const name =
    known === undefined ? guessVowels(word.slice(2), spelling === PERSIAN) : pick(known, spelling)
  if (spelling === PERSIAN || (served && spelling !== LIBRARY)) return [name]
  if (spelling === LIBRARY) return ['al', name]
  return SUN_LETTER.test(name) ? [`e${name.charAt(0)}${name}`] : ['el', name]
}

const TAILS: readonly (readonly [string, readonly string[]])[] = [
  ['الدين', ['al din', 'oddin', 'eddine']],
  ['الله', ['allah', 'ollah', 'allah']],
  ['اله', ['allah', 'ollah', 'allah']],
]

/** "محمدعلی", "عبدالکریم", "نورالدین" are two names in one word. */
function ofTwoNames(shape: string, spelling: Spelling): readonly string[] | undefined {
  if (shape.startsWith(`${ABD}ال`)) {
    const name = NAMES().get(shape.slice(5))
    const rest =
      name === undefined ? guessVowels(shape.slice(5), spelling === PERSIAN) : pick(name, spelling)
    return spelling === LIBRARY
      ? ['abd', 'al', rest]
      : [spelling === PERSIAN ? 'abdul' : 'abdel', rest]
  }
  for (const [tail, spellings] of TAILS) {
    if (!shape.endsWith(tail) || shape.length < tail.length + 2) continue
    const first = shape.slice(0, -tail.length)
    const name = NAMES().get(first)
    const stem = name === undefined ? guessVowels(first, false) : pick(name, spelling)
    const [own = '', second] = pick(spellings, spelling).split(' ')
    return second === undefined ? [stem + own] : [stem, own, second]
  }
  for (let at = shape.length - 2; at > 1; at -= 1) {
    const first = NAMES().get(shape.slice(0, at))
    const second = NAMES().get(shape.slice(at))
    if (first !== undefined && second !== undefined)
      return [pick(first, spelling), pick(second, spelling)]
  }
  return undefined
}

/** Names printed as translations: words of organisations in English, the rest by its sound. */
function translate(words: readonly string[], persian: boolean): readonly Reading[] {
  const { arabic, persian: iranian } = WORDS()
  const tables = persian ? [iranian, arabic] : [arabic, iranian]
  const spelling = persian ? PERSIAN : LIBRARY
  let known = 0
  const tokens = asWords(words, tables).flatMap((word, at, all) => {
    const english = inEnglish(plainShape(word), tables)
    if (english === undefined) return speltWord(word, spelling, all[at - 1])
    if (english.length > 0 && english[0] !== 'and') known += 1
    return english
  })
  if (known === 0) return []
  const names = words.filter((word) => NAMES().has(plainShape(word))).length
  return [{ tokens, system: 'translation', weight: known > names ? 1 : 0.85 }]
}

/** Two words that a table has as one: "سرمایه گذاری" is investment, "خلیج فارس" the Persian Gulf. */
function asWords(
  words: readonly string[],
  tables: readonly ReadonlyMap<string, readonly string[]>[],
): readonly string[] {
  const joined: string[] = []
  for (const word of words) {
    const both = (joined.at(-1) ?? '') + word
    const isOne = joined.length > 0 && tables.some((table) => table.has(plainShape(both)))
    if (isOne) joined[joined.length - 1] = both
    else joined.push(word)
  }
  return joined
}

/** A word by itself, else without the letters of "and", "by", "for", "as" and the article before it, or the ending behind it. */
function inEnglish(
  shape: string,
  tables: readonly ReadonlyMap<string, readonly string[]>[],
): readonly string[] | undefined {
  for (const table of tables) {
    const whole = table.get(shape)
    if (whole !== undefined) return whole
  }
  const base = withoutEnding(shape)?.[0]
  const plural = base === undefined ? undefined : tables[0]?.get(base)
  if (plural !== undefined) return plural
  const [, and, rest = ''] = /^(و(?=ال|لل))?(?:[بكف]?ال|لل)(.+)$/u.exec(shape) ?? []
  for (const stem of rest.length > 1 ? [rest] : [shape.slice(1)]) {
    if (rest === '' && (stem.length < 3 || !/^[وبل]/u.test(shape))) return undefined
    for (const table of tables) {
      const english = table.get(stem)
      if (english !== undefined) return and === undefined ? english : ['and', ...english]
    }
  }
  return undefined
}

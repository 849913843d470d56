import { foldHan } from './han-fold.ts'
import { hongKong, wadeGiles } from './han-romanisations.ts'
import { DOUBLE_SURNAMES, HONG_KONG_SURNAMES, SURNAME_SOUNDS, WORD_SOUNDS } from './han-tables.ts'
import { hangulOfHan } from './hanja.ts'
import { JAPANESE_NAMES, ON_SOUNDS } from './japanese-tables.ts'
import { hepburn, shortVowels } from './kana.ts'
import { jyutpingOf, pinyinOf } from './load-han-libraries.ts'
import { lazily, tableRows } from './tokens.ts'

const DOUBLE = lazily(() => new Set(DOUBLE_SURNAMES.split(' ')))
const SURNAMES = lazily(() => soundTable(SURNAME_SOUNDS))
const WORDS = lazily(() => soundTable(WORD_SOUNDS))
const HONG_KONG = lazily(() => soundTable(HONG_KONG_SURNAMES))
const HAN = /^\p{Script=Han}$/u

function soundTable(text: string): ReadonlyMap<string, string> {
  return new Map(tableRows(text).map(([key = '', sound = '']) => [key, sound]))
}

/** Pinyin, a syllable a character; words whose characters sound otherwise together stay whole. */
export function pinyinSyllables(folded: string): readonly string[] {
  const syllables: string[] = []
  const characters = [...folded]
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? ''
    const word = WORDS().get(character + (characters[at + 1] ?? ''))
    if (word !== undefined) {
      syllables.push(word)
      at += 1
    } else syllables.push(HAN.test(character) ? pinyinOf(character) : hepburn(character))
  }
  return syllables
}

export function wadeGilesSyllables(folded: string): readonly string[] {
  return pinyinSyllables(folded).map(wadeGiles)
}

/** Cantonese wants the shapes as written, for the dictionary knows both. */
export function cantoneseSyllables(text: string): readonly string[] {
  return jyutpingOf(text).flatMap((sound) => (sound === '' ? [] : [hongKong(sound)]))
}

/** The name of a person as Hong Kong writes it, surname first. 華 is Wah in names of persons, and Wa in those of firms. */
export function cantoneseName(surname: string, given: string): readonly string[] {
  const usual = HONG_KONG().get(foldHan(surname))
  const own = usual === undefined ? cantoneseSyllables(surname) : [usual]
  const spelt = [...own, ...cantoneseSyllables(given)]
  return spelt.map((syllable) => (syllable === 'wa' ? 'wah' : syllable))
}

/** Whether a part of a name can only be the surname beside a longer one: one character, or a surname of two. */
export function isHanSurname(part: string): boolean {
  return [...part].length === 1 || DOUBLE().has(foldHan(part))
}

/** A Chinese name's surname and the rest. */
export function splitHanName(name: string): readonly [string, string] {
  const two = name.slice(0, 2)
  return name.length > 2 && DOUBLE().has(foldHan(two))
    ? [two, name.slice(2)]
    : [name.slice(0, 1), name.slice(1)]
}

export function surnamePinyin(surname: string): string {
  return SURNAMES().get(surname) ?? pinyinSyllables(surname).join('')
}

/** Hangul of Han text as the North reads it; undefined where a character has no sound in the table. */
export const koreanOf = hangulOfHan

const ON = lazily(() => {
  const sounds = new Map<string, string>()
  for (const group of ON_SOUNDS.trim().split(/\s+/)) {
    const [, sound = '', characters = ''] = /^([a-z]+)(.+)$/u.exec(group) ?? []
    for (const character of characters) {
      const plain = foldHan(character)
      if (!sounds.has(plain)) sounds.set(plain, sound)
    }
  }
  return sounds
})
const NAMES = lazily(
  () => new Map(tableRows(JAPANESE_NAMES).map(([key = '', sound = '']) => [foldHan(key), sound])),
)

/** A surname and a given name that are both among the common ones of Japan. */
export function knownJapaneseName(text: string): readonly string[] | undefined {
  const folded = foldHan(text)
  for (let at = folded.length - 1; at > 0; at -= 1) {
    const surname = NAMES().get(folded.slice(0, at))
    const given = NAMES().get(folded.slice(at))
    if (surname !== undefined && given !== undefined) return [surname, given]
  }
  return undefined
}

/** Japanese words of a stretch of Kana and Han: names whole, else surname and given name, else sound by sound. */
export function japaneseWords(text: string): readonly string[] | undefined {
  const folded = foldHan(text)
  const whole = NAMES().get(folded)
  if (whole !== undefined) return [whole]
  const name = knownJapaneseName(text)
  if (name !== undefined) return name
  for (let at = Math.min(3, folded.length - 1); at > 0; at -= 1) {
    const surname = NAMES().get(folded.slice(0, at))
    const given = onSounds(folded.slice(at))
    if (surname !== undefined && at > 1 && given !== undefined) return [surname, given]
  }
  const sounds = onSounds(folded)
  return sounds === undefined ? undefined : [sounds]
}

function onSounds(folded: string): string | undefined {
  let result = ''
  for (const character of folded) {
    const sound = HAN.test(character) && character !== '々' ? ON().get(character) : character
    if (sound === undefined) return undefined
    result += sound
  }
  return shortVowels(hepburn(result))
}

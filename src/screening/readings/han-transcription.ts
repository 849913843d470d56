import { foldHan } from './han-fold.ts'
import { pinyinSyllables } from './han-sounds.ts'
import { FOREIGN_IN_HAN, TRANSCRIBING } from './han-tables.ts'
import { lazily, tableRows } from './tokens.ts'

/** Names that news agencies always write alike, by their characters. */
const NAMES = lazily(
  () =>
    new Map(
      tableRows(FOREIGN_IN_HAN).map(([key = '', ...words]): [string, readonly string[]] => [
        foldHan(key),
        words,
      ]),
    ),
)

/** A character and what it stands for in a foreign name: within the name, and at its end where that differs. */
const SOUNDS = lazily(() => {
  const sounds = new Map<string, readonly [string, string]>()
  for (const group of TRANSCRIBING.trim().split(/\s+/)) {
    const [, sound = '', end = sound, characters = ''] =
      /^([a-z]+)(?:-([a-z]+))?(\p{Script=Han}+)$/u.exec(group) ?? []
    for (const character of characters) sounds.set(foldHan(character), [sound, end])
  }
  return sounds
})

/** Where a family name of the East Slavs ends, if a name is written without a dot between its parts. */
const SLAVIC_END = /(?<=..(?:夫|斯基|诺娃|耶娃|维奇|申科|琴科))(?=..)/u
const SLAVIC = /夫$|斯基|诺娃|耶娃|维奇|夫娜/u
const SHARE_KNOWN = 0.7

/**
 * A foreign name from the characters it is transcribed with (`拉夫罗夫` is Lavrov), not from what they
 * sound like in Chinese (`lafuluofu`); undefined where the characters are not those of a transcription.
 */
export function transcribed(parts: readonly string[]): readonly string[] | undefined {
  const isSlavic = parts.some((part) => SLAVIC.test(part) || SLAVIC_END.test(part))
  const all = isSlavic ? parts.flatMap((part) => part.split(SLAVIC_END)) : parts
  const known = [...all.join('')].filter((character) => SOUNDS().has(character)).length
  if (all.length === 0 || known < SHARE_KNOWN * all.join('').length) return undefined
  return all.flatMap((part) => wordsOf(part, isSlavic))
}

const SHORTEST_BRAND = 3

/** The same of a brand of no other characters: `伊诺波利斯` is Innopolis. */
export function transcribedBrand(brand: string): readonly string[] | undefined {
  const isKnown = [...brand].every((character) => SOUNDS().has(character))
  return brand.length >= SHORTEST_BRAND && isKnown ? transcribed([brand]) : undefined
}

function wordsOf(part: string, isSlavic: boolean): readonly string[] {
  const known = namesIn(part)
  if (known !== undefined) return known
  const sounds = Array.from(part, (_, at) => soundAt(part, at, isSlavic))
  // A nasal before another is written twice: 伊万诺夫 is Ivanov.
  return [sounds.join('').replaceAll('nn', 'n')]
}

/** A name of the table, or two written together; part of a longer name (`伊万` of `伊万诺夫`) is none. */
function namesIn(part: string): readonly string[] | undefined {
  const names = NAMES()
  const whole = names.get(part)
  if (whole !== undefined) return whole
  for (let at = 2; at <= part.length - 2; at += 1) {
    const [first, second] = [names.get(part.slice(0, at)), names.get(part.slice(at))]
    if (first !== undefined && second !== undefined) return [...first, ...second]
  }
  return undefined
}

function soundAt(part: string, at: number, isSlavic: boolean): string {
  const character = part.charAt(at)
  // One character for both liquids: Lavrov begins with it, and so does Ramzan.
  if (character === '拉') return at === 0 ? 'la' : 'ra'
  if (character === '杰') return isSlavic ? 'de' : 'je'
  const [within, end] = SOUNDS().get(character) ?? []
  const sound = at === part.length - 1 ? end : within
  return sound ?? pinyinSyllables(character).join('')
}

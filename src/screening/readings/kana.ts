import { lazyAlphabet } from './alphabet.ts'
import { FOREIGN_IN_KANA } from './japanese-tables.ts'
import { lazily, tableRows } from './tokens.ts'

/** Hepburn; Katakana is looked up as Hiragana. */
const KANA = lazyAlphabet(
  'あ a い i う u え e お o か ka き ki く ku け ke こ ko が ga ぎ gi ぐ gu げ ge ご go さ sa し shi す su せ se そ so ' +
    'ざ za じ ji ず zu ぜ ze ぞ zo た ta ち chi つ tsu て te と to だ da ぢ ji づ zu で de ど do な na に ni ぬ nu ね ne の no ' +
    'は ha ひ hi ふ fu へ he ほ ho ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po ま ma み mi む mu め me も mo ' +
    'や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa ゐ i ゑ e を o ん n ゔ vu ゎ wa ゕ ka ゖ ka',
)

/** A small vowel after a consonant's syllable: きゃ kya, しゃ sha, ティ ti, ファ fa, ヴァ va, ウィ wi. */
const SMALL: Readonly<Record<string, string>> = {
  ゃ: 'ya',
  ゅ: 'yu',
  ょ: 'yo',
  ぁ: 'a',
  ぃ: 'i',
  ぅ: 'u',
  ぇ: 'e',
  ぉ: 'o',
}

function hiragana(character: string): string {
  const code = character.charCodeAt(0)
  return code >= 0x30a1 && code <= 0x30f6 ? String.fromCharCode(code - 0x60) : character
}

/** Long vowels stay as they are written: "とうきょう" toukyou, "プーチン" puuchin. */
export function hepburn(text: string): string {
  let result = ''
  let doubled = false
  for (const character of text) {
    const kana = hiragana(character)
    if (kana === 'っ') {
      doubled = true
      continue
    }
    if (kana === 'ー') {
      result += /[aeiou]$/.test(result) ? (result.at(-1) ?? '') : ''
      continue
    }
    const small = SMALL[kana]
    if (small !== undefined) {
      result = withSmall(result, small)
      continue
    }
    const sound = KANA().get(kana) ?? character
    result += doubled ? (sound.startsWith('ch') ? 't' : sound.slice(0, 1)) + sound : sound
    doubled = false
  }
  return result
}

function withSmall(result: string, small: string): string {
  const stem = result.replace(/[aeiou]$/, '')
  if (stem === result) return result + small
  if (small.startsWith('y')) return stem + (/(?:sh|ch|j)$/.test(stem) ? small.slice(1) : small)
  if (/[^aeiou]u$/.test(result) || /(?:sh|ch|j|t|d)[ieo]$/.test(result)) return stem + small
  return result.endsWith('u') ? `${stem}w${small}` : result + small
}

/** Hepburn as passports have it: no vowel is written long. */
export function shortVowels(romaji: string): string {
  return romaji
    .replaceAll(/o[uo]/g, 'o')
    .replaceAll(/([aeiu])\1/g, (pair, vowel: string) => (vowel === 'i' ? pair : vowel))
}

const FOREIGN = lazily(
  () => new Map(tableRows(FOREIGN_IN_KANA).map(([key = '', ...words]) => [key, words])),
)

export function foreignInKana(word: string): readonly string[] | undefined {
  return FOREIGN().get(word)
}

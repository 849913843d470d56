import { asciiTokens } from './tokens.ts'

/** Letters that Unicode does not take apart into a plain one and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ə: 'a',
  ɛ: 'e',
  ɔ: 'o',
  ĸ: 'k',
  ŧ: 't',
  ƙ: 'k',
  ɓ: 'b',
  ɗ: 'd',
  ƴ: 'y',
  ʼ: "'",
  ʻ: "'",
  ʾ: "'",
  ʿ: "'",
  ʹ: "'",
  ʺ: "'",
  '’': "'",
  '‘': "'",
  '´': "'",
  ʽ: "'",
  '“': "'",
  '”': "'",
}

/** What national spellings put for a marked letter where marks are not to be had. */
const SPELT_OUT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  č: 'ch',
  ç: 'ch',
  ć: 'ch',
  š: 'sh',
  ş: 'sh',
  ș: 'sh',
  ś: 'sh',
  ž: 'zh',
  ż: 'zh',
  ź: 'zh',
  đ: 'dj',
  ţ: 'ts',
  ț: 'ts',
  ñ: 'ny',
  ń: 'ny',
  ğ: 'gh',
  ĝ: 'gh',
  ḥ: 'h',
  ḫ: 'kh',
  ẖ: 'kh',
  ṯ: 'th',
  ḏ: 'dh',
  ḡ: 'gh',
  ǧ: 'j',
  ř: 'rz',
  ŭ: 'w',
  ÿ: 'ij',
}

/** Russian letters by ISO 9 that others have too. */
const ISO_9: Readonly<Record<string, string>> = { â: 'ya', û: 'yu', ŝ: 'shch' }

const MARK = /\p{M}+/gu

/** Latin without marks: ß becomes ss, ø o, ä a. */
export function plainLatin(text: string): string {
  return spell(text, undefined)
}

/** Latin with marks written as letters: ä becomes ae, č ch; undefined where that changes nothing. */
export function speltOutLatin(text: string): string | undefined {
  const marked = /[čšžŝ]/u.test(text)
    ? text.replaceAll(/[âûŝ]/gu, (letter) => ISO_9[letter] ?? letter)
    : text
  const isMarked = marked !== text || [...marked].some((letter) => SPELT_OUT[letter] !== undefined)
  return isMarked ? spell(marked, SPELT_OUT) : undefined
}

function spell(text: string, first: Readonly<Record<string, string>> | undefined): string {
  let result = ''
  for (const letter of text) {
    result += first?.[letter] ?? PLAIN[letter] ?? letter
  }
  const bare = result.normalize('NFD').replace(MARK, '')
  if (isAscii(bare)) return bare
  let plain = ''
  for (const letter of bare) plain += PLAIN[letter] ?? letter
  return plain
}

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 126) return false
  return true
}

export function latinTokens(text: string): readonly string[] {
  return asciiTokens(plainLatin(text))
}

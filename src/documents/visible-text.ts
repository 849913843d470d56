import type { Fonts } from './fonts.ts'

// Controls, marks that turn the direction of a line, and other characters that show nothing could make
// one name read as another. Joiners are letters' business in Persian and the scripts of India.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u
const JOINERS = new Set(['\u200c', '\u200d'])
const BREAKS = /[\t\r\n\u0085\u2028\u2029]+/gu

/** Room for a word before it may be broken anywhere: codes, digests and addresses know no spaces. */
const LONGEST_WORD = 20
const BREAKABLE = new RegExp(`[^\\s\\u200b]{${LONGEST_WORD + 1},}`, 'gu')
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{M}\u200c\u200d]/u

/**
 * Text of which nothing is dropped on paper: a character that no font has, or that would show nothing,
 * is written as its code point, `[U+1F600]`.
 */
export function visibleText(text: string, fonts: Fonts): string {
  let shown = ''
  for (const character of text.normalize('NFC').replaceAll(BREAKS, ' ')) {
    const code = character.codePointAt(0) ?? 0
    const isShown = JOINERS.has(character) || (!HIDDEN.test(character) && fonts.has(code))
    shown += isShown ? character : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  }
  return shown
}

/** Lets long words break: after their own marks, and at the latest after {@link LONGEST_WORD} characters. */
export function breakable(text: string): string {
  return text.replaceAll(BREAKABLE, (word) => {
    if (NO_SPACES.test(word)) return word
    let since = 0
    let broken = ''
    for (const character of word) {
      broken += character
      since += 1
      if (since >= LONGEST_WORD || (since > 3 && /[,;:/._\-)]/.test(character))) {
        broken += '\u200b'
        since = 0
      }
    }
    return broken
  })
}

import anyAscii from 'any-ascii'
import type { Reading } from './model.ts'
import { asciiTokens } from './tokens.ts'

/** Signs that the general table would spell as words: dashes, bullets, emoji and the like part words instead. */
const SIGN = /(?!\p{ASCII})[\p{P}\p{S}\p{Z}\p{C}]/gu

/** A script without a reader of its own, letter by letter by the general table. */
export function readOther(text: string): readonly Reading[] {
  const tokens = asciiTokens(anyAscii(text.replace(SIGN, ' ')).replaceAll("'", ''))
  return tokens.length === 0 ? [] : [{ tokens, system: 'other', weight: 1 }]
}

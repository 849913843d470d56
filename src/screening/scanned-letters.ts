import { isKnownWord } from './word-weight.ts'

/** What a scanner reads for one letter. */
const TAKEN_APART = [
  [/rn/gu, 'm'],
  [/(?<=\p{L})cl/gu, 'd'],
  [/vv/gu, 'w'],
] as const
/** What it may have read for two, and what begins many a word. */
const TAKEN_TOGETHER = [
  [/^cl/gu, 'd'],
  [/m/gu, 'rn'],
  [/d/gu, 'cl'],
] as const

const LATIN_WORD = /(?<!\p{L})\p{Script=Latin}{4,}(?!\p{L})/gu

/**
 * A name as it was before a scanner read it: `Flarnar`, `Mahmoucl`, `Intemational`. Words that many names have are left
 * as they are; where a letter may have been two, only those are written that many names have.
 */
export function beforeScanning(name: string): string {
  return name.replaceAll(LATIN_WORD, (word) => {
    const lower = word.toLowerCase()
    if (isKnownWord(lower)) return word
    const known = [...TAKEN_APART, ...TAKEN_TOGETHER].flatMap(([read, written]) =>
      eachReplaced(lower, read, written).filter(isKnownWord),
    )
    const before = (text: string, [read, written]: readonly [RegExp, string]): string =>
      text.replaceAll(read, written)
    const found = known[0] ?? TAKEN_APART.reduce(before, lower)
    return found === lower ? word : found
  })
}

/** A word with all, and with each of what a pattern finds written otherwise. */
function eachReplaced(word: string, pattern: RegExp, written: string): readonly string[] {
  const found = [...word.matchAll(pattern)]
  const each = found.map(
    ({ 0: read, index }) => word.slice(0, index) + written + word.slice(index + read.length),
  )
  return found.length > 1 ? [...each, word.replaceAll(pattern, written)] : each
}

/** Text as it is compared: one case, one width, no marks of punctuation, single spaces, one at each end. */
export function plain(text: string): string {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const made = evened(text)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  if (text.length <= LONGEST_REMEMBERED) remembered.set(text, made)
  return made
}

/** Names and words of a firm come again with each of its deals. */
const remembered = new Map<string, string>()
const MOST_REMEMBERED = 5_000
const LONGEST_REMEMBERED = 200

function evened(text: string): string {
  const even = text.normalize('NFKC').toLowerCase()
  return ` ${even.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()} `
}

/** Scripts that write without spaces, where a word is found inside a text. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

interface Phrase {
  readonly asWritten: string
  readonly sought: string
}

/** Finds the first of some phrases in a text; `forward*` is any word that begins so. */
export type PhraseFinder = (text: string) => string | undefined

export function createPhraseFinder(phrases: readonly string[]): PhraseFinder {
  const sought = phrases.map(phraseOf)
  return (text) => {
    const within = plain(text)
    return sought.find((phrase) => within.includes(phrase.sought))?.asWritten
  }
}

function phraseOf(asWritten: string): Phrase {
  return { asWritten, sought: soughtOf(asWritten) }
}

/** Words as they are sought in a plain text: whole, but with a * or in a script that writes without spaces. */
export function soughtOf(words: string): string {
  const even = plain(words)
  if (UNSPACED.test(even)) return even.trim()
  return words.endsWith('*') ? even.trimEnd() : even
}

/** Words of a text that tell one thing from another. */
export function tellingWords(text: string, common: ReadonlySet<string>): readonly string[] {
  return plain(text)
    .split(' ')
    .filter((word) => word.length > 1 && !/^\d+$/.test(word) && !common.has(word))
}

/** The sentences of a text, so that a word is read with those beside it; none ends after St. (Petersburg). */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.;!?。；！？])(?<!\bSt\.)\s*|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

/** Each word with a capital. */
export function titled(words: string): string {
  return words.replaceAll(/\p{L}+/gu, (word) => word[0]?.toUpperCase() + word.slice(1))
}

const MOST_QUOTED = 200

/** As much of a sentence as is quoted. */
export function shortened(sentence: string): string {
  return sentence.length <= MOST_QUOTED ? sentence : `${sentence.slice(0, MOST_QUOTED)}…`
}

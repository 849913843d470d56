import type { TokenKind } from './token-kind.ts'
import { likeness } from './token-likeness.ts'
import { plainLetters } from './transliterate.ts'
import { canonicalWord, figureOf, isLegalWord, isSmallWord, legalPhraseAt } from './word-classes.ts'
import { weightOfWord } from './word-weight.ts'

export interface NameToken {
  /** As compared: plain letters, one spelling for words that have several. */
  readonly text: string
  /** As written in the name, in plain letters. */
  readonly written: string
  readonly kind: TokenKind
  /** How much the word tells, 0 to 1: a rare one 1, a legal form next to nothing. */
  readonly weight: number
}

/** A name as it is compared: blind to case, accents, punctuation, script where there is a table. */
export interface NameForm {
  readonly tokens: readonly NameToken[]
  readonly weight: number
}

const MAX_CHARACTERS = 600
const MAX_TOKENS = 40

export function readName(name: string): NameForm {
  const tokens = tokensOf(wordsOf(name))
  return { tokens, weight: tokens.reduce((sum, token) => sum + token.weight, 0) }
}

function wordsOf(name: string): readonly string[] {
  const plain = plainLetters(name.slice(0, MAX_CHARACTERS))
    .replaceAll(/['’‘`´ʻʼʾʿ"“”„«»]/g, '')
    .replaceAll('&', ' and ')
    .replaceAll(
      /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])|\b\p{L}\/\p{L}\b/gu,
      joinLegal,
    )
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_TOKENS)
}

/** `s.a.` and `a/s` are one word, and so is `a.b.c.`; the initials `j.r.` are two. */
function joinLegal(dotted: string): string {
  const joined = dotted.replaceAll(/[./]/g, '')
  return isLegalWord(joined) || joined.length > 2 ? `${joined} ` : dotted
}

function tokensOf(words: readonly string[]): readonly NameToken[] {
  const tokens: NameToken[] = []
  for (let at = 0; at < words.length; at += 1) {
    const phrase = legalPhraseAt(words, at)
    if (phrase > 0) {
      const written = words.slice(at, at + phrase).join(' ')
      tokens.push({ text: written, written, kind: 'legal', weight: weightOfWord('', 'legal') })
      at += phrase - 1
    } else tokens.push(tokenOf(words[at] ?? ''))
  }
  return tokens
}

function tokenOf(written: string): NameToken {
  const figure = figureOf(written)
  const kind = figure === undefined ? kindOf(written) : 'number'
  const text =
    kind === 'number'
      ? (figure ?? written.replace(/(?<=\d)(?:st|nd|rd|th)$/, ''))
      : canonicalWord(written)
  return { text, written, kind, weight: weightOfWord(text, kind) }
}

function kindOf(word: string): TokenKind {
  if (/^\d/.test(word)) return 'number'
  if (isLegalWord(word) || isMisspeltLegalWord(word)) return 'legal'
  if (isSmallWord(word)) return 'small'
  return /^[a-z]$/.test(word) ? 'initial' : 'word'
}

const LONG_LEGAL_WORDS = ['company', 'corporation', 'incorporated', 'limited']

/** `Corpration` and `Limitd` are no more telling than what they stand for. */
function isMisspeltLegalWord(word: string): boolean {
  if (word.length < 6 || word.length > 13) return false
  return LONG_LEGAL_WORDS.some((legal) => likeness(word, legal) >= 0.85)
}

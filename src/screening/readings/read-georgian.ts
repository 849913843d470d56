import { georgianLetters } from './alphabet.ts'
import { latinTokens } from './latin.ts'
import { GEORGIAN_STEMS } from './lexicon-georgian.ts'
import type { Reading } from './model.ts'
import { lazily, tableRows } from './tokens.ts'

const STEMS = lazily(
  () => new Map(tableRows(GEORGIAN_STEMS).map(([key = '', ...english]) => [key, english])),
)
const LONGEST_STEM = 16
/** Endings of case and plural: "უნივერსიტეტის", "სისტემების". */
const LONGEST_ENDING = 5
/** Behind a stem as short as these, which is as often the beginning of a name, nothing but the case. */
const SHORT_STEM = 4
const CASE_ENDING = 2

/** The readings of a stretch of Georgian letters: by its sound, and in English where it has words of organisations. */
export function readGeorgian(text: string): readonly Reading[] {
  const plain: Reading = {
    tokens: latinTokens(georgianLetters(text)),
    system: 'georgian',
    weight: 1,
  }
  if (plain.tokens.length === 0) return []
  const words = text.match(/[\p{L}\p{M}]+|\d+/gu) ?? []
  let known = 0
  const tokens = words.flatMap((word) => {
    const english = byStem(word)
    if (english === undefined) return latinTokens(georgianLetters(word))
    known += 1
    return english.filter((one) => one !== '-')
  })
  return known === 0 ? [plain] : [plain, { tokens, system: 'translation', weight: 0.99 }]
}

function byStem(word: string): readonly string[] | undefined {
  for (let length = Math.min(LONGEST_STEM, word.length); length > 1; length -= 1) {
    const ending = word.length - length
    if (ending > LONGEST_ENDING) return undefined
    const english = STEMS().get(word.slice(0, length))
    if (english !== undefined && (length > SHORT_STEM || ending <= CASE_ENDING)) return english
  }
  return undefined
}

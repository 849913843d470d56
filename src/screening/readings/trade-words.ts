import { ARABIC_WORDS } from './lexicon-arabic.ts'
import { HAN_ORGANISATION_WORDS, HAN_OTHER_WORDS } from './lexicon-han.ts'
import { HANGUL_WORDS } from './lexicon-hangul.ts'
import { PERSIAN_WORDS } from './lexicon-persian.ts'
import { CYRILLIC_STEMS, CYRILLIC_WORDS } from './lexicon-russian.ts'
import { lazily, tableRows } from './tokens.ts'

const WORDS = lazily(
  () =>
    new Set(
      [
        ARABIC_WORDS,
        CYRILLIC_STEMS,
        CYRILLIC_WORDS,
        HANGUL_WORDS,
        HAN_ORGANISATION_WORDS,
        HAN_OTHER_WORDS,
        PERSIAN_WORDS,
      ].flatMap((table) => tableRows(table).flatMap(([, ...english]) => english)),
    ),
)

/** Whether a word is the English of what organisations do, and so nobody's brand. */
export function isTradeWord(word: string): boolean {
  return WORDS().has(word)
}

import { isTradeWord } from './readings/index.ts'
import { canonicalWord, isNickname, spellingsOf } from './word-classes.ts'
import { WORD_FREQUENCY } from './word-frequency.ts'
import { FIGURE, INITIAL, LEGAL, SMALL, TITLE, type WordKind } from './word-kinds.ts'

const LOG_FREQUENCY: ReadonlyMap<string, number> = new Map(
  WORD_FREQUENCY.trim()
    .split('\n')
    .flatMap((row) => {
      const [frequency = '', words = ''] = row.split(': ')
      return words.split(' ').map((word): [string, number] => [word, Number(frequency)])
    }),
)

const RARE = 3
const PER_STEP = 0.1
/** No word weighs less. */
export const LEAST_OF_WORD = 0.15
/** A word of trade is no brand, however seldom it is printed: less than what makes one. */
const TRADE = 0.79

/** 1 for a word of fewer than ten parties, falling by a tenth for every doubling. */
export function weightOfWord(word: string, kind: WordKind): number {
  switch (kind) {
    case LEGAL:
      return 0.03
    case SMALL:
      return 0.06
    case TITLE:
      return 0.1
    case INITIAL:
      return 0.2
    case FIGURE:
      return word.length <= 2 ? 0.7 : 0.9
    default: {
      const frequency = LOG_FREQUENCY.get(word) ?? LOG_FREQUENCY.get(canonicalWord(word)) ?? RARE
      const most = isTradeWord(word) ? TRADE : 1
      return Math.max(LEAST_OF_WORD, Math.min(most, 1 - (frequency - RARE) * PER_STEP))
    }
  }
}

const GENERIC_WORDS = new Set(
  (
    'technology trading group electronics industry institute international research science center engineering ' +
    'plant service shipping bank development enterprise general holding management production state association ' +
    'aviation bureau design investment commercial energy equipment federal global information institution ' +
    'logistics marine national oil organization aerospace building capital central communication construction ' +
    'defence east exchange export factory gas import machine manufacturing material new petrochemical sea ' +
    'security semiconductor ship solution star technical united aircraft airlines branch chemical complex concern ' +
    'foreign foundation joint laboratory machinery maritime mechanical military ministry ocean repair special ' +
    'stock advanced agency army business cargo consulting control department digital electric estate federation ' +
    'finance lines microelectronics mining office petroleum power precision product public real republic shipyard ' +
    'space steel transport transportation trust automation city cloud committee computer credit devices economic ' +
    'entity establishment experimental financial force forces fund innovation instruments insurance integrated ' +
    'leasing media medical metal navigation offshore optical partners physics port project properties resources ' +
    'society supply support telecommunication union unit world university university network system systems ' +
    'china beijing shanghai shenzhen hongkong russia russian moscow iran iranian tehran korea asia europe ' +
    'circuit microwave radio radar laser optics photonics optoelectronics vacuum battery parts component software ' +
    'data internet biotechnology pharmaceutical textile food agricultural printing lighting cable tool supply chip ' +
    'north south east west person unknown none test name sample example'
  ).split(' '),
)

/** So general that it makes nobody known alone: `trading`, `international`, `Beijing`. */
export function isGenericWord(word: string): boolean {
  return GENERIC_WORDS.has(word)
}

const FILLING_WORDS = new Set(['technology', 'group', 'holding'])

/** A word that firms put behind their name or leave out: `Halcyon` is Halcyon Technologies, not Halcyon Insurance. */
export function isFillingWord(word: string): boolean {
  return FILLING_WORDS.has(canonicalWord(word))
}

const ANYWHERE = new Set(['international', 'global', 'worldwide', 'overseas'])

/** A word that stands for a place without saying one. */
export function isAnywhere(word: string): boolean {
  return ANYWHERE.has(canonicalWord(word))
}

/** A word or name in common use: one typed wrong is seldom another of them. */
export function isKnownWord(word: string): boolean {
  return LOG_FREQUENCY.has(word) || isNickname(word) || spellingsOf(word).length > 0
}

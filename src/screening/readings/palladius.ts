import { lazily } from './tokens.ts'

/** Beginnings of a Chinese syllable in Cyrillic letters and in pinyin; `j`, `q` and `x` stand before i and ü. */
const INITIALS =
  'б b п p м m ф f д d т t н n л l г g к k х h чж zh ч ch ш sh ж r цз z ц c с s'.split(' ')
const BEFORE_I: Readonly<Record<string, string>> = { z: 'j', c: 'q', s: 'x' }
/** Behind others than these an о is uo: 国 is го and guo. */
const LABIALS = new Set(['b', 'p', 'm', 'f'])
const FINALS = (
  'а a о o э e и i у u ы i ай ai эй ei ао ao оу ou ань an энь en ан ang эн eng ун ong я ia е ie яо iao ю iu янь ian инь in ян iang ин ing ' +
  'юн iong уа ua уо uo уай uai уй ui уэй ui уань uan унь un уан uang юй u юэ ue юань uan юнь un'
).split(' ')
/** Syllables without a beginning. */
const ALONE = (
  'а a э e о o ай ai ао ao оу ou ань an ан ang энь en эр er я ya е ye яо yao ю you янь yan инь yin ян yang ин ying юн yong и yi ' +
  'у wu ва wa во wo вай wai вэй wei вань wan вэнь wen ван wang вэн weng юй yu юэ yue юань yuan юнь yun'
).split(' ')
const LONGEST = 6
const MOST_SYLLABLES = 3
/** Stretches that stand in Chinese names and hardly in others. */
const CHINESE = /чж|цз|[бпмфдтнлгкхчшжцс]э|[юу]э|юй|[эяиюуа]нь|ао|оу|сю|сяо?|цю|уа/

const SYLLABLES = lazily(() => {
  const syllables = new Map<string, string>()
  for (let at = 0; at < INITIALS.length; at += 2) {
    for (let end = 0; end < FINALS.length; end += 2) {
      const [written = '', final = ''] = [FINALS[end], FINALS[end + 1]]
      const initial = INITIALS[at + 1] ?? ''
      const isSoft = /^[иеяюё]/.test(written)
      const begin = isSoft ? (BEFORE_I[initial] ?? initial) : initial
      const isRound = written === 'о' && !LABIALS.has(initial)
      syllables.set((INITIALS[at] ?? '') + written, begin + (isRound ? 'uo' : final))
    }
  }
  for (let at = 0; at < ALONE.length; at += 2) syllables.set(ALONE[at] ?? '', ALONE[at + 1] ?? '')
  return syllables
})

/** A word of such syllables in pinyin, the longest first; undefined where it is none. */
function inPinyin(word: string, most = MOST_SYLLABLES): string | undefined {
  if (word === '') return ''
  if (most === 0) return undefined
  for (let length = Math.min(LONGEST, word.length); length > 0; length -= 1) {
    const syllable = SYLLABLES().get(word.slice(0, length))
    if (syllable === undefined) continue
    const rest = inPinyin(word.slice(length).replace(/^ъ/, ''), most - 1)
    if (rest !== undefined) return syllable + rest
  }
  return undefined
}

/**
 * A Chinese name in Cyrillic letters by the system of Palladius: `Чжао Сяомин` is Zhao Xiaoming. Undefined
 * where a word is not made of its syllables, or nothing in the name tells it from others. Words in small letters.
 */
export function fromPalladius(words: readonly string[]): readonly string[] | undefined {
  if (words.length < 2 || !CHINESE.test(words.join(' '))) return undefined
  const read = words.map((word) => inPinyin(word))
  return read.every((word) => word !== undefined) ? read : undefined
}

/** No name is longer; what is, is a text, and its first part tells who it is about. */
export const MAX_CHARACTERS = 600

/** Zero-width and direction characters, soft hyphens, variation selectors, tags: they are not seen and not read. */
const UNSEEN =
  /\u034f|\u061c|\u180e|\ufeff|\u200d|[\u00ad\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\uffa0]|\p{Variation_Selector}|[\u{e0000}-\u{e007f}]/gu

/** Between Arabic letters the non-joiner parts two words that are one in writing: "محمد‌علی". */
const NON_JOINER = /\u200c/g

/** `㈱` and `(有)`, as firms of Japan shorten their form. */
const SHORT_FORM = /\(([株有])\)/g

function shortFormAtLength(_: string, form: string): string {
  return form === '株' ? ' 株式会社 ' : ' 有限会社 '
}

/** Letters of phonetics that look like small capitals. */
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ'
const SMALL_CAPITAL = new RegExp(`[${SMALL_CAPITALS}]`, 'gu')

function largeLetter(letter: string): string {
  return 'abcdefghijklmnoprstuvwyz'.charAt(SMALL_CAPITALS.indexOf(letter))
}

const DIGIT = /(?![0-9])\p{Nd}/gu

/** Compatibility forms, full width, foreign digits and unseen characters away; lower case. */
export function cleanText(name: string): string {
  // An astral pair cut in two would be a character of its own.
  const cut = name.length > MAX_CHARACTERS ? Array.from(name.slice(0, MAX_CHARACTERS)) : undefined
  const text = (cut === undefined ? name : cut.join(''))
    .normalize('NFKC')
    .replace(SMALL_CAPITAL, largeLetter)
    .replace(SHORT_FORM, shortFormAtLength)
    .replace(UNSEEN, '')
    .replace(NON_JOINER, ' ')
    .toLowerCase()
    .replace(DIGIT, plainDigit)
    .slice(0, 2 * MAX_CHARACTERS)
  const one = MIXED.test(text) ? text.replace(WORD, oneAlphabet) : text
  return CYRILLIC.test(one) ? one.replace(LATIN_FORM, (form) => form.replace(/[oa]/g, twin)) : one
}

/** Decimal digits of every script stand in runs of ten that begin at a multiple of ten from zero. */
function plainDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0
  let zero = codePoint
  while (codePoint - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(codePoint - zero)
}

const CYRILLIC = /\p{Script=Cyrillic}/u
/** Legal forms of Cyrillic names that are as often typed with Latin letters: OOO, AO, OAO. */
const LATIN_FORM = /(?<![a-z\p{L}])(?:ooo|oao|ao)(?!\p{L})/gu

function twin(letter: string): string {
  return letter === 'o' ? 'о' : 'а'
}

const MIXED = /[a-z]\p{Script=Cyrillic}|\p{Script=Cyrillic}[a-z]/u
const WORD = /[a-z\p{Script=Cyrillic}]+/gu
const LATIN_TWINS = 'aceiopxyhkmtbsjdqwl'
const CYRILLIC_TWINS = 'асеіорхункмтвѕјԁԛԝӏ'

/**
 * A Cyrillic word typed with Latin letters that look the same ("Мiкалай") is Cyrillic, and the reverse: the one
 * alphabet in which all letters are, else the one of most.
 */
function oneAlphabet(word: string): string {
  const letters = [...word]
  const latin = letters.filter((letter) => letter <= 'z').length
  if (latin === 0 || latin === word.length) return word
  const isLatin = letters.every((letter) => letter <= 'z' || CYRILLIC_TWINS.includes(letter))
  const isCyrillic = letters.every((letter) => letter > 'z' || LATIN_TWINS.includes(letter))
  const toCyrillic = isLatin === isCyrillic ? 2 * latin <= word.length : isCyrillic
  const [from, to] = toCyrillic ? [LATIN_TWINS, CYRILLIC_TWINS] : [CYRILLIC_TWINS, LATIN_TWINS]
  let result = ''
  for (const letter of word) {
    const at = from.indexOf(letter)
    result += at < 0 ? letter : (to[at] ?? letter)
  }
  return result
}

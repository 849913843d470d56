/** Vowel signs, tatweel, Koranic signs. */
const SIGNS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g

/** Letters of one sound in several shapes, as words of the tables are kept. */
const SHAPES: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ێ: 'ي',
  ۍ: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ۆ: 'و',
  ۇ: 'و',
  ۈ: 'و',
  ۋ: 'و',
  ء: '',
  ٴ: '',
  ة: 'ه',
  ۃ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ۂ: 'ه',
  ک: 'ك',
  ګ: 'گ',
  ڪ: 'ك',
  ڭ: 'گ',
  ټ: 'ت',
  ٹ: 'ت',
  ډ: 'د',
  ڈ: 'د',
  ړ: 'ر',
  ڑ: 'ر',
  ڕ: 'ر',
  ں: 'ن',
  ڼ: 'ن',
  ڵ: 'ل',
  ڤ: 'ف',
  ځ: 'ز',
  څ: 'س',
  ښ: 'ش',
  ږ: 'ژ',
}

const ALEF_WITH_MADDA = /آ/g

export function withoutSigns(text: string): string {
  return text.replace(SIGNS, '')
}

/** The shape in which a word is looked up. */
export function plainShape(word: string): string {
  let result = ''
  for (const letter of word) result += SHAPES[letter] ?? letter
  return result
}

const CONSONANTS: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'p',
  ت: 't',
  ث: 'th',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'w',
  ي: 'y',
  ع: "'",
}

/** Letters Iran says otherwise than the Arabs. */
const PERSIAN: Readonly<Record<string, string>> = {
  ث: 's',
  ذ: 'z',
  ض: 'z',
  ق: 'gh',
  و: 'v',
}

/** How a word that no table knows may sound: its letters with the short vowels Arabic patterns make likely. */
export function guessVowels(word: string, persian: boolean): string {
  const letters = [...plainShape(word.replace(ALEF_WITH_MADDA, 'اا').replace(/ة$/u, 'ه'))]
  const sounds = letters.map((letter, at) => soundAt(letters, at, persian) ?? letter)
  return sounding(sounds, letters.at(-1) === 'ه', persian)
}

/** A vowel letter, a consonant, or undefined for what is neither. */
function soundAt(letters: readonly string[], at: number, persian: boolean): string | undefined {
  const letter = letters[at] ?? ''
  if (letter === 'ا') return 'a'
  if (letter === 'و' || letter === 'ي') {
    const vowel = letter === 'و' ? 'u' : 'i'
    const next = letters[at + 1]
    const bare = at > 0 && letters[at - 1] !== 'ا' && next !== 'ا'
    if (bare && !(next === 'و' || next === 'ي')) return vowel
    if (at > 0 && next === undefined) return vowel
  }
  return (persian ? PERSIAN[letter] : undefined) ?? CONSONANTS[letter]
}

const VOWEL = /^[aiu]$/

/** Puts short vowels between the consonants, stretch by stretch. */
function sounding(sounds: readonly string[], endsInH: boolean, persian: boolean): string {
  let result = ''
  let stretch: string[] = []
  const open = (last: boolean): void => {
    result += vowelled(stretch, result, last)
    stretch = []
  }
  for (const sound of sounds) {
    if (VOWEL.test(sound)) {
      open(false)
      result += sound
    } else stretch.push(sound)
  }
  const feminine =
    endsInH && stretch.length > 0 && sounds.length > 3 && !VOWEL.test(sounds.at(-2) ?? 'a')
  if (feminine) stretch.pop()
  open(true)
  if (feminine) result += persian ? 'eh' : 'a'
  return result
    .replaceAll("'", '')
    .replaceAll(/(.)\1\1+/g, '$1$1')
    .replaceAll(/aa|ii|uu/g, (pair) => pair.charAt(0))
}

/**
 * Vowels of a stretch of consonants: behind ا a pair at the end is of the pattern fāʿil ("tahir"), a word
 * of three is faʿal, and no syllable begins with two consonants.
 */
function vowelled(stretch: readonly string[], before: string, last: boolean): string {
  if (stretch.length === 0) return ''
  if (before === '') return initial(stretch, last)
  if (!last)
    return stretch.length < 3
      ? stretch.join('')
      : `${stretch.slice(0, 2).join('')}a${stretch.slice(2).join('')}`
  if (stretch.length === 1) return stretch.join('')
  if (stretch.length === 2) return stretch.join(before.endsWith('a') ? 'i' : 'a')
  return `${stretch[0] ?? ''}${stretch.slice(1).join('a')}`
}

function initial(stretch: readonly string[], last: boolean): string {
  const [first = '', second = '', third = '', ...others] = stretch
  if (stretch.length === 1) return first
  if (stretch.length === 2) return `${first}a${second}`
  if (stretch.length === 3)
    return last ? `${first}a${second}a${third}` : `${opening(first)}${second}${third}`
  const rest = last ? others.join('a') : others.join('')
  return `${opening(first)}${second}${third}${rest === '' ? '' : `a${rest}`}`
}

/** Participles begin with mu-. */
function opening(first: string): string {
  return first === 'm' ? 'mu' : `${first}a`
}

/** What is known of the letters of a word before it is compared with another. */

/** Consonants that are spelt for each other count as one; `h`, `j`, `w` and `y` count as none. */
const CLASSES = ['ckq', 'szx', 'dt', 'lr', 'mn', 'bp', 'vf', 'g'] as const
const VOWELS = 'aeiou'
const VOWELS_FROM = CLASSES.length * 3
const SLOT = new Uint8Array(128).fill(255)
CLASSES.forEach((letters, at) => {
  for (const letter of letters) SLOT[letter.charCodeAt(0)] = at
})
for (const letter of VOWELS) SLOT[letter.charCodeAt(0)] = CLASSES.length

const MOST_OF_CLASS = 3
const MOST_VOWELS = 6
/** Marks a word with `j`, `w` or `y`: some edits of those change a count for less than half. */
const HAS_GLIDE = 1 << 30

/**
 * How often each class of letters stands in a word, as bits: as many as there are letters, up to three
 * of a class and six vowels, so that the bits in which two words differ are letters that one has more.
 */
export function countsOf(word: string): number {
  let counts = 0
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at)
    if (code === 106 || code === 119 || code === 121) counts |= HAS_GLIDE
    const slot = code < 128 ? (SLOT[code] ?? 255) : 255
    if (slot === 255) continue
    const from = slot * 3
    const most = from === VOWELS_FROM ? MOST_VOWELS : MOST_OF_CLASS
    for (let bit = from; bit < from + most; bit += 1) {
      if ((counts & (1 << bit)) !== 0) continue
      counts |= 1 << bit
      break
    }
  }
  return counts
}

/** Letters that repeat the one before: leaving one out costs least of all. */
export function repeatsOf(word: string): number {
  let repeats = 0
  for (let at = 1; at < word.length; at += 1) {
    if (word.charCodeAt(at) === word.charCodeAt(at - 1)) repeats += 1
  }
  return Math.min(repeats, 255)
}

/** Which letters stand in a word, a bit each. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - 97)
  return letters
}

/** The bits of consonants. */
const CONSONANTS = (1 << VOWELS_FROM) - 1
/** The bits of all letters, without the mark of a glide. */
const COUNTED = HAS_GLIDE - 1
/** Leaving out a consonant costs 1; `h` for `k` costs less. */
const CONSONANT = 0.7
const VOWEL = 0.5
/** What a repeated letter saves at most: it is left out for .25. */
const REPEAT = CONSONANT - 0.25

/**
 * The least that edits between two words can cost. Where there is no glide, a consonant for one of another
 * class, or for a vowel, costs 1 and changes two counts; the consonants that one word has more are left
 * out, each for itself, and so are vowels. With a glide each edit changes one count for .4 at least.
 */
export function leastCost(left: number, right: number, repeats: number): number {
  if (((left | right) & HAS_GLIDE) !== 0) {
    const differing = bitsOf((left ^ right) & COUNTED) - repeats
    return differing <= 0 ? 0 : differing * 0.4
  }
  const more = bitsOf(left & ~right & CONSONANTS)
  const less = bitsOf(right & ~left & CONSONANTS)
  const vowels = bitsOf((left ^ right) & COUNTED & ~CONSONANTS)
  const single = Math.abs(more - less)
  const changed = Math.min(single, vowels)
  const cost =
    Math.min(more, less) +
    changed +
    (single - changed) * CONSONANT +
    (vowels - changed) * VOWEL -
    repeats * REPEAT
  return cost <= 0 ? 0 : cost
}

function bitsOf(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

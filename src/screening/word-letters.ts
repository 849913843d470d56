/** What is known of the letters of a word before it is compared with another. */

/** Consonants that are spelt for each other count as one; `h`, `j`, `w` and `y` count as none. */
const CONSONANTS = ['ckq', 'szx', 'dt', 'lr', 'mn', 'bp', 'vf', 'g'] as const
const VOWELS = 'aeiou'
const NONE = 255
/** Consonants by class, then vowels, each for itself. */
const SLOT = new Uint8Array(128).fill(NONE)
CONSONANTS.forEach((letters, at) => {
  for (const letter of letters) SLOT[letter.charCodeAt(0)] = at
})
Array.from(VOWELS).forEach((letter, at) => {
  SLOT[letter.charCodeAt(0)] = CONSONANTS.length + at
})

const MOST_OF_CLASS = 3

/**
 * How often each class of consonants stands in a word, as bits: as many as there are letters, up to three,
 * so that the bits in which two words differ are letters that one has more.
 */
export function countsOf(word: string): number {
  let counts = 0
  for (let at = 0; at < word.length; at += 1) {
    const slot = slotOf(word.charCodeAt(at))
    if (slot < CONSONANTS.length) counts = oneMore(counts, slot)
  }
  return counts
}

/**
 * The same for each vowel, and behind these bits how many letters are glides (`j`, `w`, `y`: some edits
 * of those change a count for less than half), how many repeat the one before, which is cheapest to
 * leave out, and how many are an `h` and a `k`, which stand for each other.
 */
export function vowelsOf(word: string): number {
  let [vowels, glides, repeats, breaths, stops] = [0, 0, 0, 0, 0]
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at)
    if (at > 0 && code === word.charCodeAt(at - 1)) repeats += 1
    if (code === 106 || code === 119 || code === 121) glides += 1
    if (code === 104) breaths += 1
    if (code === 107) stops += 1
    const slot = slotOf(code) - CONSONANTS.length
    if (slot >= 0 && slot < VOWELS.length) vowels = oneMore(vowels, slot)
  }
  return (
    vowels |
    (Math.min(glides, MOST_GLIDES) << GLIDES_AT) |
    (Math.min(repeats, MOST_REPEATS) << REPEATS_AT) |
    (Math.min(breaths, MOST_BREATHS) << BREATHS_AT) |
    (Math.min(stops, MOST_BREATHS) << STOPS_AT)
  )
}

function slotOf(code: number): number {
  return code < 128 ? (SLOT[code] ?? NONE) : NONE
}

function oneMore(counts: number, slot: number): number {
  for (let bit = slot * MOST_OF_CLASS; bit < (slot + 1) * MOST_OF_CLASS; bit += 1) {
    if ((counts & (1 << bit)) === 0) return counts | (1 << bit)
  }
  return counts
}

const MOST_CONSONANTS = 8

/**
 * The consonants of a word in their order, each as its class in four bits, the first the lowest; all bits
 * where there are more than fit.
 */
export function orderOf(word: string): number {
  let [order, count] = [0, 0]
  for (let at = 0; at < word.length; at += 1) {
    const slot = slotOf(word.charCodeAt(at))
    if (slot >= CONSONANTS.length) continue
    if (count === MOST_CONSONANTS) return UNKNOWN_ORDER
    order |= (slot + 1) << (count * 4)
    count += 1
  }
  return order >>> 0
}

export const UNKNOWN_ORDER = 0xffffffff

/** Which letters stand in a word, a bit each. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - 97)
  return letters
}

export const GLIDES_AT = VOWELS.length * MOST_OF_CLASS
export const MOST_GLIDES = 63
export const REPEATS_AT = GLIDES_AT + 6
const MOST_REPEATS = 63
export const BREATHS_AT = REPEATS_AT + 6
const STOPS_AT = BREATHS_AT + 2
const MOST_BREATHS = 3
export const VOWEL_BITS = (1 << GLIDES_AT) - 1

/** Leaving out a consonant costs 1; `h` for `k`, and two swapped, cost less. */
const CONSONANT = 0.7
const VOWEL = 0.5
const OTHER_VOWEL = 0.4
/** What a repeated letter saves at most: it is left out for .25. */
const REPEAT = CONSONANT - 0.25
/** What a glide saves at most: it is changed to a letter that is counted for .4. */
const GLIDE = CONSONANT - 0.4
/**
 * The least that edits between two words can cost, by their consonants ({@link countsOf}) and vowels
 * ({@link vowelsOf}). A consonant for one of another class, or for a vowel, costs 1 and changes two counts;
 * the consonants that one word has more are left out, each for itself, and so are vowels; one vowel for
 * another costs .4.
 */
export function leastCost(
  left: number,
  leftVowels: number,
  right: number,
  rightVowels: number,
): number {
  const more = bitsOf(left & ~right)
  const less = bitsOf(right & ~left)
  const moreVowels = bitsOf(leftVowels & ~rightVowels & VOWEL_BITS)
  const lessVowels = bitsOf(rightVowels & ~leftVowels & VOWEL_BITS)
  const vowels = Math.abs(moreVowels - lessVowels)
  const single = Math.abs(more - less)
  const changed = Math.min(single, vowels)
  const cost =
    Math.min(more, less) +
    changed +
    (single - changed) * CONSONANT +
    (vowels - changed) * VOWEL +
    Math.min(moreVowels, lessVowels) * OTHER_VOWEL -
    savedBy(leftVowels, rightVowels)
  return cost <= 0 ? 0 : cost
}

/**
 * The least that so many edits between all letters of two words cost: each costs .4 at least, and .7 where it changes the
 * order of the consonants, but for those that repeat a letter and for glides.
 */
export function leastCostOfEdits(
  edits: number,
  inOrder: number,
  leftVowels: number,
  rightVowels: number,
): number {
  return (
    edits * OTHER_VOWEL +
    inOrder * (CONSONANT - OTHER_VOWEL) -
    glidesOf(leftVowels, rightVowels) * (CONSONANT - OTHER_VOWEL) -
    repeatsOf(leftVowels, rightVowels) * REPEAT
  )
}

/** Of each number behind the vowels the greater one: the most that either of two words can save. */
export function mostSaved(left: number, right: number): number {
  const of = (at: number, bits: number): number =>
    Math.max((left >>> at) & bits, (right >>> at) & bits) << at
  return (
    of(GLIDES_AT, MOST_GLIDES) |
    of(REPEATS_AT, MOST_REPEATS) |
    of(BREATHS_AT, MOST_BREATHS) |
    of(STOPS_AT, MOST_BREATHS)
  )
}

/** The least that so many edits of the outline cost, whatever the vowels. */
export function leastCostOfOutline(edits: number, left: number, right: number): number {
  return (
    edits * CONSONANT -
    breathsOf(left, right) * (1 - CONSONANT) -
    glidesOf(left, right) * (1 - OTHER_VOWEL) -
    repeatsOf(left, right) * (1 - 0.25)
  )
}

/** How many vowels there are at least, by {@link vowelsOf}. */
export function vowelsIn(vowels: number): number {
  return bitsOf(vowels & VOWEL_BITS)
}

/** What glides and repeated letters of both words save at most. */
function savedBy(left: number, right: number): number {
  return glidesOf(left, right) * GLIDE + repeatsOf(left, right) * REPEAT
}

function glidesOf(left: number, right: number): number {
  return ((left >>> GLIDES_AT) & MOST_GLIDES) + ((right >>> GLIDES_AT) & MOST_GLIDES)
}

function repeatsOf(left: number, right: number): number {
  return ((left >>> REPEATS_AT) & MOST_REPEATS) + ((right >>> REPEATS_AT) & MOST_REPEATS)
}

/** How often an `h` of the one may stand for a `k` of the other. */
export function breathsOf(left: number, right: number): number {
  const one = Math.min((left >>> BREATHS_AT) & MOST_BREATHS, (right >>> STOPS_AT) & MOST_BREATHS)
  const other = Math.min((right >>> BREATHS_AT) & MOST_BREATHS, (left >>> STOPS_AT) & MOST_BREATHS)
  return one === MOST_BREATHS || other === MOST_BREATHS ? MOST_GLIDES : one + other
}

export function bitsOf(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

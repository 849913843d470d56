/**
 * How alike two words are, 0 to 1. Edits that transliteration and typing make (a vowel for another, a
 * doubled letter, k for q) cost less than the others; each length has a budget, and above it words are
 * simply different, so that short words must agree.
 */
const CHEAP_GROUPS = [
  'aeiouy',
  'ckq',
  'szx',
  'dt',
  'gj',
  'vwf',
  'bp',
  'iyj',
  'lr',
  'mn',
  'hk',
  'ouw',
]

const SIZE = 26
const SUBSTITUTION = new Float64Array(SIZE * SIZE).fill(1)
for (const group of CHEAP_GROUPS) {
  for (const left of group) {
    for (const right of group) {
      const cost = group === 'lr' || group === 'mn' || group === 'bp' || group === 'hk' ? 0.7 : 0.4
      const at = (left.charCodeAt(0) - 97) * SIZE + right.charCodeAt(0) - 97
      SUBSTITUTION[at] = left === right ? 0 : Math.min(cost, SUBSTITUTION[at] ?? 1)
    }
  }
}

const GAP_VOWEL = 0.5
const MAX_LENGTH = 48
const ROWS = [0, 1, 2].map(() => new Float64Array(MAX_LENGTH + 1))

/** The most that two words of this length may differ. */
function budgetOf(length: number): number {
  if (length <= 1) return 0
  if (length === 2) return 0.5
  if (length === 3) return 1
  if (length === 4) return 1.5
  if (length <= 6) return 2
  if (length <= 9) return 2.5
  return 3.4
}

export function likeness(left: string, right: string): number {
  if (left === right) return 1
  const longest = Math.max(left.length, right.length)
  const shortest = Math.min(left.length, right.length)
  const budget = budgetOf(shortest)
  if (budget === 0 || longest > MAX_LENGTH || longest - shortest > 3) return 0
  if (leastDistance(left, right) > budget) return 0
  const cost = distance(left, right, budget)
  return cost > budget ? 0 : Math.max(0, 1 - (0.9 * cost) / Math.sqrt(longest * shortest))
}

/** No edit that changes which letters occur costs less than a fifth for each of them. */
function leastDistance(left: string, right: string): number {
  let different = lettersOf(left) ^ lettersOf(right)
  let count = 0
  for (; different !== 0; different &= different - 1) count += 1
  return count * 0.2
}

function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - 97)
  return letters
}

/** Weighted optimal string alignment; stops once every way costs more than the budget. */
function distance(left: string, right: string, budget: number): number {
  let [before, previous, current] = ROWS as [Float64Array, Float64Array, Float64Array]
  previous[0] = 0
  for (let j = 1; j <= right.length; j += 1)
    previous[j] = (previous[j - 1] ?? 0) + gap(right, j - 1)
  for (let i = 1; i <= left.length; i += 1) {
    const remove = gap(left, i - 1)
    current[0] = (previous[0] ?? 0) + remove
    let least = current[0]
    for (let j = 1; j <= right.length; j += 1) {
      let cost = (previous[j - 1] ?? 0) + substitution(left, i - 1, right, j - 1)
      cost = Math.min(cost, (previous[j] ?? 0) + remove, (current[j - 1] ?? 0) + gap(right, j - 1))
      if (isSwap(left, i, right, j)) cost = Math.min(cost, (before[j - 2] ?? 0) + 0.7)
      current[j] = cost
      if (cost < least) least = cost
    }
    if (least > budget) return least
    ;[before, previous, current] = [previous, current, before]
  }
  return previous[right.length] ?? 0
}

function isSwap(left: string, i: number, right: string, j: number): boolean {
  return (
    i > 1 &&
    j > 1 &&
    left.charCodeAt(i - 1) === right.charCodeAt(j - 2) &&
    left.charCodeAt(i - 2) === right.charCodeAt(j - 1)
  )
}

function substitution(left: string, i: number, right: string, j: number): number {
  const [a, b] = [left.charCodeAt(i), right.charCodeAt(j)]
  if (a === b) return 0
  if (a < 97 || a > 122 || b < 97 || b > 122) return 1
  const cost = SUBSTITUTION[(a - 97) * SIZE + b - 97] ?? 1
  // The first letter is the one that is typed right.
  return i === 0 && j === 0 ? cost + (cost < 1 ? 0.3 : 0.5) : cost
}

/** What it costs to leave out the letter at a place. */
function gap(word: string, at: number): number {
  const letter = word.charCodeAt(at)
  if (at > 0 && letter === word.charCodeAt(at - 1)) return 0.25
  return isVowel(letter) || letter === 104 ? GAP_VOWEL : 1
}

function isVowel(letter: number): boolean {
  return (
    letter === 97 ||
    letter === 101 ||
    letter === 105 ||
    letter === 111 ||
    letter === 117 ||
    letter === 121
  )
}

/** Consonants by class, without doubles: words likely to be spellings of each other share it. */
export function skeleton(word: string): string {
  let result = ''
  let last = ''
  for (const letter of word) {
    const consonant = CLASSES[letter] ?? letter
    if (consonant === '' || consonant === last) continue
    result += consonant
    last = consonant
  }
  return result
}

const CLASSES: Readonly<Record<string, string>> = {
  a: '',
  e: '',
  i: '',
  o: '',
  u: '',
  y: '',
  h: '',
  w: 'v',
  f: 'v',
  q: 'k',
  c: 'k',
  x: 's',
  z: 's',
  d: 't',
  j: 'g',
}

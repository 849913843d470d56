import { EditRows } from './edit-rows.ts'
import { likeness } from './token-likeness.ts'
import { areNicknames, differByOne } from './word-classes.ts'
import { WordEdits } from './word-edits.ts'
import { doGendersDiffer } from './word-genders.ts'
import { FIGURE, INITIAL, LEGAL, SMALL, WORD } from './word-kinds.ts'
import { vowelsIn } from './word-letters.ts'
import { soundOf } from './word-sound.ts'
import type { WordTable } from './word-table.ts'

/** Spellings of one word (`Mohammed`, `Muhammad`), short names, abbreviations, initials. */
export const SAME_GROUP = 0.96
const NICKNAME = 0.82
const SAME_SKELETON = 0.85
const SAME_SKELETON_LOOSE = 0.93
const NEAR_SKELETON_LOOSE = 0.68
const SAME_SOUND = 0.955
const ABBREVIATION = 0.76
const PREFIX = 0.66
const REVERSED = 0.8
const MISTYPED = 0.8
/** Below what counts as one word where vowels are not written. */
const RELATED = 0.86
export const INITIAL_OF = 0.6

/**
 * Names are found by the words that are at least so alike: where there is none, nothing makes them one
 * name. Short forms, spellings and typing errors are; beginnings of words are not.
 */
export const CLEARLY_ALIKE = 0.77

/** Letters of an abbreviation. */
const SHORTEST = 3

const CACHE_BITS = 17
const CACHE = 1 << CACHE_BITS

/** How two words differ, in bits: letters typed otherwise, a man's and a woman's name, one short for the other. */
export const EDITS = 3
export const GENDERS = 4
export const SHORTENED = 8

/**
 * How alike two words of one table are, 0 to 1, remembered for the pairs asked last. `loose` is for a
 * reading of a script that writes no vowels: equal consonants are all that can be had.
 */
export class WordLikeness {
  readonly #words: WordTable
  readonly #left = new Int32Array(CACHE).fill(-1)
  readonly #right = new Int32Array(CACHE)
  readonly #known = new Float32Array(CACHE)
  readonly #marks = new Uint8Array(CACHE)
  readonly #edits: WordEdits
  readonly #rows = new EditRows()
  /** The word whose edits are told. */
  #begun = -1
  #mark = 0

  constructor(words: WordTable) {
    this.#words = words
    this.#edits = new WordEdits(words)
  }

  /** Numbers of words were given away anew. */
  forget(): void {
    this.#left.fill(-1)
    this.#begun = -1
  }

  of(left: number, right: number, loose: boolean): number {
    if (left === right) return 1
    if (!this.#canBeAlike(left, right, loose)) return 0
    const a = (left < right ? left : right) * 2 + (loose ? 1 : 0)
    const b = left < right ? right : left
    const slot = slotOf(a, b)
    if (this.#left[slot] === a && this.#right[slot] === b) return this.#known[slot] ?? 0
    this.#mark = 0
    const alike = Math.fround(this.#compute(a >> 1, b, loose))
    this.#left[slot] = a
    this.#right[slot] = b
    this.#known[slot] = alike
    this.#marks[slot] = this.#mark
    return alike
  }

  /** How two words differ that are spelt otherwise; nothing where both are forms of one name. */
  marks(left: number, right: number, loose: boolean): number {
    if (left === right) return 0
    this.of(left, right, loose)
    const a = (left < right ? left : right) * 2 + (loose ? 1 : 0)
    const b = left < right ? right : left
    return this.#marks[slotOf(a, b)] ?? 0
  }

  /** Whether two words can be alike at all: what is false here, {@link #compute} finds unlike. */
  #canBeAlike(left: number, right: number, loose: boolean): boolean {
    const words = this.#words
    if (words.kind(left) !== WORD || words.kind(right) !== WORD) {
      return this.#canBeAlikeOtherwise(left, right)
    }
    if (this.canBeSame(left, right)) return true
    if (left !== this.#begun) {
      this.#edits.begin(left)
      this.#begun = left
    }
    if (this.#edits.canBeWithin(right)) return true
    if (loose && Math.abs(words.skeletonLength(left) - words.skeletonLength(right)) <= 1)
      return true
    return this.canBeShort(left, right)
  }

  /** Spellings, short names, and words written backwards, whatever edits lie between them. */
  canBeSame(left: number, right: number): boolean {
    const words = this.#words
    return (
      words.skeleton(left) === words.skeleton(right) ||
      words.group(left) === words.group(right) ||
      words.sound(left) === words.sound(right) ||
      (words.isFirstName(left) && words.isFirstName(right)) ||
      (words.length(left) === words.length(right) &&
        words.firstLetter(left) === words.lastLetter(right))
    )
  }

  /** Figures, legal forms and small words are alike when they are the same, initials by their letter. */
  #canBeAlikeOtherwise(left: number, right: number): boolean {
    const words = this.#words
    const [kind, other] = [words.kind(left), words.kind(right)]
    if (words.group(left) === words.group(right)) return true
    if (kind === FIGURE || other === FIGURE || kind === LEGAL || other === LEGAL) return false
    if (kind === INITIAL || other === INITIAL) {
      return words.firstLetter(left) === words.firstLetter(right)
    }
    if (kind === SMALL && other === SMALL) return true
    return kind === SMALL || other === SMALL ? this.#isMistyped(left, right) : true
  }

  /** `xal-Assad`: a small word with a letter too many or another one, which makes it no word known. */
  #isMistyped(left: number, right: number): boolean {
    const words = this.#words
    const [small, word] = words.kind(left) === SMALL ? [left, right] : [right, left]
    if (words.kind(small) !== SMALL || words.kind(word) !== WORD || words.isKnown(word))
      return false
    const [length, other] = [words.length(small), words.length(word)]
    if (length < 2 || other < length || other > 4) return false
    return differByOne(words.text(small), words.text(word))
  }

  /** An abbreviation begins like the word and has none but its letters: the first of them, or hardly a vowel. */
  canBeShort(left: number, right: number): boolean {
    const words = this.#words
    if (words.firstLetter(left) !== words.firstLetter(right)) return false
    const isFirst = words.length(left) < words.length(right)
    const [short, long] = isFirst ? [left, right] : [right, left]
    const [length, whole] = [words.length(short), words.length(long)]
    if (length < SHORTEST || whole < length + 2) return false
    if ((words.alphabet(short) & ~words.alphabet(long)) !== 0) return false
    const isTelling = vowelsIn(words.vowels(short)) * 4 <= length && length * 3 >= whole
    return isTelling || this.#beginsWith(long, short)
  }

  #beginsWith(long: number, short: number): boolean {
    const { letters } = this.#words
    const [start, other, length] = [
      this.#words.start(long),
      this.#words.start(short),
      this.#words.length(short),
    ]
    for (let at = 0; at < length; at += 1) {
      if (letters[start + at] !== letters[other + at]) return false
    }
    return true
  }

  #compute(left: number, right: number, loose: boolean): number {
    const words = this.#words
    const [kind, other] = [words.kind(left), words.kind(right)]
    const [a, b] = [words.text(left), words.text(right)]
    if (a === b) return 1
    if (kind === FIGURE || other === FIGURE || kind === LEGAL || other === LEGAL) return 0
    if (kind === INITIAL || other === INITIAL) {
      return kind !== other &&
        a.charCodeAt(0) === b.charCodeAt(0) &&
        kind !== SMALL &&
        other !== SMALL
        ? INITIAL_OF
        : 0
    }
    if (words.group(left) === words.group(right)) return SAME_GROUP
    if (kind !== WORD || other !== WORD) {
      if (kind !== SMALL && other !== SMALL) return likeness(a, b)
      return this.#isMistyped(left, right) ? MISTYPED : smallAlike(a, b)
    }
    return this.#computeWords(left, right, loose)
  }

  /** Two words that no table holds for one. */
  #computeWords(left: number, right: number, loose: boolean): number {
    const words = this.#words
    const [a, b] = [words.text(left), words.text(right)]
    if (words.sound(left) === words.sound(right)) return SAME_SOUND
    const isName = words.isFirstName(left) && words.isFirstName(right)
    if (isName && areNicknames(a, b)) return Math.max(NICKNAME, this.#edited(left, right))
    if (isRelated(a, b)) {
      this.#mark = differences(a, b)
      return RELATED
    }
    const alike = Math.max(this.#edited(left, right), this.#bySkeleton(left, right, loose))
    const short = Math.max(abbreviated(a, b), isReverse(a, b) ? REVERSED : 0)
    if (alike < ABBREVIATION && short > alike) {
      this.#mark = EDITS + SHORTENED
      return short
    }
    if (isAcronym(a) && isAcronym(b)) return 0
    if (alike > 0) this.#mark = differences(a, b)
    return alike
  }

  /** How alike edits make them. */
  #edited(left: number, right: number): number {
    const words = this.#words
    this.#rows.begin(words.letters, words.length(left), words.start(left))
    const any = Number.POSITIVE_INFINITY
    return this.#rows.alike(words.letters, words.length(right), any, words.start(right))
  }

  #areVowelsNear(left: number, right: number): boolean {
    const words = this.#words
    return editsOf(soundOf(words.text(left)), soundOf(words.text(right))) <= MOST_OF_SKELETON
  }

  #bySkeleton(left: number, right: number, loose: boolean): number {
    const words = this.#words
    if (words.skeleton(left) === words.skeleton(right)) {
      const length = words.skeletonLength(left)
      if (length < 2) return 0
      if (loose) return SAME_SKELETON_LOOSE
      return length > 2 && this.#areVowelsNear(left, right) ? SAME_SKELETON : 0
    }
    if (!loose) return 0
    const [a, b] = [words.skeletonText(left), words.skeletonText(right)]
    if (Math.min(a.length, b.length) < 3 || Math.abs(a.length - b.length) > 1) return 0
    return differByOne(a, b) ? NEAR_SKELETON_LOOSE : 0
  }
}

/** More edits between two sounds than this make another word of the same consonants: `Shenyang`, `Changhe`. */
const MOST_OF_SKELETON = 3

function differences(a: string, b: string): number {
  return Math.min(editsOf(soundOf(a), soundOf(b)), EDITS) + (doGendersDiffer(a, b) ? GENDERS : 0)
}

/** Letters more, less, different or swapped with their neighbour. */
export function editsOf(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (previous[j - 1] ?? 0) + (isSame ? 0 : 1),
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
      )
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      current.push(cost)
    }
    ;[before, previous] = [previous, current]
  }
  return previous[b.length] ?? 0
}

function slotOf(a: number, b: number): number {
  return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> (32 - CACHE_BITS)
}

function smallAlike(a: string, b: string): number {
  return PARTICLES.has(a) && PARTICLES.has(b) ? SAME_GROUP : 0
}

const PARTICLES = new Set([
  'al',
  'el',
  'ul',
  'ur',
  'as',
  'ad',
  'an',
  'ar',
  'az',
  'ash',
  'ed',
  'ez',
  'the',
])

/**
 * `grp` for group, `srvces` for services, `tech` for technopark: the first letters agree, the letters of
 * the short stand in the long in order, and what is left out are mostly vowels or the end.
 */
export function abbreviated(left: string, right: string): number {
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  if (short.length < SHORTEST || long.length < short.length + 2 || short[0] !== long[0]) return 0
  if (long.startsWith(short)) return short.length >= 4 ? PREFIX : 0
  let at = 0
  let vowels = 0
  for (const letter of short) {
    if (isVowel(letter)) vowels += 1
    at = long.indexOf(letter, at) + 1
    if (at === 0) return 0
  }
  return vowels * 4 <= short.length && short.length * 3 >= long.length ? ABBREVIATION : 0
}

/** `Mohammadi` is of the family of a Mohammad, `Hosseini` of a Hossein: the ending is written in every script. */
function isRelated(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 5 && (long === `${short}i` || long === `${short}y`)
}

/** Letters that stand for words: another one is another name. */
function isAcronym(word: string): boolean {
  return word.length <= 5 && !/[aeiouy]/.test(word)
}

function isVowel(letter: string): boolean {
  return 'aeiou'.includes(letter)
}

function isReverse(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 4) return false
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[b.length - 1 - at]) return false
  return true
}

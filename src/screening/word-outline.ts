import { hash } from './flat.ts'
import { UNKNOWN_ORDER } from './word-letters.ts'

/**
 * The outline of a word: its consonants by class, without vowels, `h`, `y` and doubled letters.
 * Spellings of one word seldom differ in it by more than one, and a typing error changes one of it at most.
 */
const CLASSES = ['ckq', 'szx', 'dt', 'lr', 'mn', 'bp', 'vfw', 'gj'] as const
const CLASS = new Uint8Array(128)
CLASSES.forEach((letters, at) => {
  for (const letter of letters) CLASS[letter.charCodeAt(0)] = at + 1
})
/** Digits and whatever else is no Latin letter. */
const OTHER = CLASSES.length + 1
const ALL_CLASSES = OTHER

const LONGEST = 48
const MOST_OUTLINE = 20
const OUTLINE = new Uint8Array(LONGEST)
const EDITED = new Uint8Array(LONGEST + 1)

/** Reads the outline of a text into room of its own; gives its length. */
function readOutline(text: string): number {
  let length = 0
  for (let at = 0; at < text.length && length < LONGEST; at += 1) {
    const code = text.charCodeAt(at)
    if (at > 0 && code === text.charCodeAt(at - 1)) continue
    const kind = code < 128 ? (CLASS[code] ?? 0) : OTHER
    const found = kind === 0 && code >= 48 && code <= 57 ? OTHER : kind
    if (found === 0) continue
    OUTLINE[length] = found
    length += 1
  }
  return length
}

function keyOf(outline: Uint8Array, length: number, salt: number): number {
  let key = (0x811c9dc5 ^ salt) | 0
  for (let at = 0; at < length; at += 1) key = Math.imul(key ^ (outline[at] ?? 0), 0x01000193)
  key ^= key >>> 15
  key = Math.imul(key, 0x2c1b3c6d)
  return (key ^ (key >>> 13)) >>> 0
}

/** The outline with the places `first` and `second` left out (`second` may be -1). */
function without(length: number, first: number, second: number): number {
  let count = 0
  for (let at = 0; at < length; at += 1) {
    if (at === first || at === second) continue
    EDITED[count] = OUTLINE[at] ?? 0
    count += 1
  }
  return count
}

/** Shorter words may differ in one letter if in anything but the outline, longer ones in one or two of it. */
const ONE_FROM = 6
const TWO_FROM = 8

/** How much of its outline a word of this length may have otherwise to be clearly like another one. */
export function mostOtherwise(length: number): number {
  return length < ONE_FROM ? 0 : length < TWO_FROM ? 1 : 2
}

const LETTER_FROM = 4
const LETTER_TO = 6

/** Keys that short words share which are the same but for a letter. */
export function letterKeys(text: string): readonly number[] {
  if (text.length < LETTER_FROM || text.length > LETTER_TO) return []
  const keys = [hash(text)]
  for (let at = 0; at < text.length; at += 1)
    keys.push(hash(text.slice(0, at) + text.slice(at + 1)))
  return keys
}

/** Keys that outlines share which are the same but for so many. */
export function outlineKeys(text: string, most: number): readonly number[] {
  const length = readOutline(text)
  const keys = [keyOf(OUTLINE, length, 0)]
  if (most === 0 || length > MOST_OUTLINE) return keys
  for (let first = 0; first < length; first += 1) {
    keys.push(keyOf(EDITED, without(length, first, -1), 1))
    if (most === 1) continue
    for (let second = first + 1; second < length; second += 1) {
      keys.push(keyOf(EDITED, without(length, first, second), 1))
    }
  }
  keys.push(keyOf(OUTLINE, length, 1))
  return keys
}

/** An outline as a text, so that those of words can be told apart and put in order. */
export function outlineOf(text: string): string {
  return String.fromCharCode(...OUTLINE.subarray(0, readOutline(text)))
}

const MOST_PACKED = 8

/** An outline as `orderOf` gives the consonants of a word: four bits each, all bits where they do not fit. */
export function packedOutline(text: string): number {
  const length = readOutline(text)
  if (length > MOST_PACKED) return UNKNOWN_ORDER
  let packed = 0
  for (let at = 0; at < length; at += 1) packed |= (OUTLINE[at] ?? 0) << (at * 4)
  return packed >>> 0
}

/** Shorter texts written together must have the same outline. */
const EDITED_FROM = 7

/** The key of words written together: they begin with the same letter. */
export function joinedKey(text: string): number {
  return keyOf(OUTLINE, readOutline(text), text.charCodeAt(0))
}

/** Keys of all texts that begin alike and whose outline differs by one at most. */
export function joinedKeys(text: string): readonly number[] {
  const salt = text.charCodeAt(0)
  const length = readOutline(text)
  const keys = [keyOf(OUTLINE, length, salt)]
  if (text.length < EDITED_FROM) return keys
  for (let at = 0; at < length; at += 1) keys.push(keyOf(EDITED, without(length, at, -1), salt))
  EDITED.set(OUTLINE)
  for (let at = 0; at < length; at += 1) {
    const kept = EDITED[at] ?? 0
    for (let kind = 1; kind <= ALL_CLASSES; kind += 1) {
      EDITED[at] = kind
      if (kind !== kept) keys.push(keyOf(EDITED, length, salt))
    }
    EDITED[at] = kept
  }
  for (let at = length; at >= 0; at -= 1) {
    EDITED[at + 1] = EDITED[at] ?? 0
    for (let kind = 1; kind <= ALL_CLASSES; kind += 1) {
      EDITED[at] = kind
      keys.push(keyOf(EDITED, length + 1, salt))
    }
  }
  return keys
}

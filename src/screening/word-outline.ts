import { hash } from './flat.ts'

/**
 * The outline of a word: its consonants by class, without vowels, `h`, `y` and doubled letters. Spellings
 * of one word seldom differ in it by more than one, and a typing error changes one of it at most.
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
const LETTER_FROM = 4
const LETTER_TO = 6

/** Keys that words share whose outlines are the same but for one, or `most` where they are long. */
export function outlineKeys(text: string, most: 1 | 2 = 2): readonly number[] {
  const length = readOutline(text)
  const keys = [keyOf(OUTLINE, length, 0)]
  if (text.length >= LETTER_FROM && text.length <= LETTER_TO) {
    keys.push(hash(text))
    for (let at = 0; at < text.length; at += 1)
      keys.push(hash(text.slice(0, at) + text.slice(at + 1)))
  }
  if (text.length < ONE_FROM || length > MOST_OUTLINE) return keys
  for (let first = 0; first < length; first += 1) {
    keys.push(keyOf(EDITED, without(length, first, -1), 1))
    if (most === 1 || text.length < TWO_FROM) continue
    for (let second = first + 1; second < length; second += 1) {
      keys.push(keyOf(EDITED, without(length, first, second), 1))
    }
  }
  keys.push(keyOf(OUTLINE, length, 1))
  return keys
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

/** What tells words apart, {@link LINE} numbers of each beside each other, so that one look in memory reads them all. */
export const LINE = 8
/** Where in its line stands how often consonants of each class and vowels stand in a word, and their order. */
export const COUNTS = 0
export const VOWELS = 1
export const ORDER = 2
export const SKELETON = 3
/** Words of one group are spellings of one word. */
export const GROUP = 4
export const SOUND = 5
/** Letters that stand in the word. */
export const ALPHABET = 6
/**
 * The kind in three bits, then whether the word is general, a place, known, a first name, a patronymic; its
 * length, its first letter and its last one, in eight bits each.
 */
export const INFO = 7
export const LENGTH_AT = 8
export const FIRST_AT = 16
export const LAST_AT = 24
export const BYTE = 255

export const GENERAL = 8
export const PLACE = 16
export const KNOWN = 32
export const FIRST_NAME = 64
export const PATRONYMIC = 128

/** How many letters a word of a line has, as far as eight bits tell. */
export function lengthIn(info: number): number {
  return (info >>> LENGTH_AT) & BYTE
}

/** Whether two words, by what their lines tell, may be each other written backwards, or short forms of a first name. */
export function mayBeTurned(info: number, other: number): boolean {
  return (
    (info & other & FIRST_NAME) !== 0 ||
    (lengthIn(info) === lengthIn(other) && ((info >>> FIRST_AT) & BYTE) === other >>> LAST_AT)
  )
}

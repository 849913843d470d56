/** The script families that have a reader of their own; Han and Kana are one, for they make up one word. */
export type Script =
  | 'latin'
  | 'cyrillic'
  | 'greek'
  | 'georgian'
  | 'armenian'
  | 'hangul'
  | 'han'
  | 'arabic'
  | 'hebrew'
  | 'other'

/** First and last code point of each block, ascending; blocks left out are `other` when they hold letters. */
const BLOCKS: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x24f, 'latin'],
  [0x250, 0x2af, 'latin'],
  [0x370, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x531, 0x58f, 'armenian'],
  [0x590, 0x5ff, 'hebrew'],
  [0x600, 0x6ff, 'arabic'],
  [0x750, 0x77f, 'arabic'],
  [0x8a0, 0x8ff, 'arabic'],
  [0x10a0, 0x10ff, 'georgian'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1c80, 0x1c8f, 'cyrillic'],
  [0x1c90, 0x1cbf, 'georgian'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x2c60, 0x2c7f, 'latin'],
  [0x2d00, 0x2d2f, 'georgian'],
  [0x2de0, 0x2dff, 'cyrillic'],
  [0x2e80, 0x2fdf, 'han'],
  [0x3005, 0x3007, 'han'],
  [0x3040, 0x30ff, 'han'],
  [0x3130, 0x318f, 'hangul'],
  [0x31f0, 0x31ff, 'han'],
  [0x3400, 0x4dbf, 'han'],
  [0x4e00, 0x9fff, 'han'],
  [0xa640, 0xa69f, 'cyrillic'],
  [0xac00, 0xd7a3, 'hangul'],
  [0xf900, 0xfaff, 'han'],
  [0x20000, 0x3ffff, 'han'],
]

/** The script of a letter. */
export function scriptOf(codePoint: number): Script {
  for (const [first, last, script] of BLOCKS) {
    if (codePoint < first) return 'other'
    if (codePoint <= last) return script
  }
  return 'other'
}

/** A stretch of one script, with the digits, blanks and signs that follow it. */
export interface Run {
  readonly script: Script
  readonly text: string
}

const LETTER = /\p{L}|\p{M}|[\u3007]/u

/** Takes a text apart where the script changes; signs and digits stay with what stands before them. */
export function runsOf(text: string): readonly Run[] {
  const runs: Run[] = []
  let script: Script | undefined
  let start = 0
  let at = 0
  for (const letter of text) {
    const codePoint = letter.codePointAt(0) ?? 0
    if (codePoint > 0x40 && LETTER.test(letter) && !isMark(codePoint)) {
      const own = scriptOf(codePoint)
      if (script !== undefined && own !== script) {
        runs.push({ script, text: text.slice(start, at) })
        start = at
      }
      script = own
    }
    at += letter.length
  }
  runs.push({ script: script ?? 'latin', text: text.slice(start) })
  return runs
}

/** Combining marks and the modifier letters used as apostrophes belong to whatever they stand on. */
function isMark(codePoint: number): boolean {
  return (codePoint >= 0x2b0 && codePoint <= 0x36f) || codePoint === 0x30fc
}

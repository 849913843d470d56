import { EditRows, LONGEST } from './edit-rows.ts'

const LEFT = new Uint16Array(LONGEST)
const RIGHT = new Uint16Array(LONGEST)
const ROWS = new EditRows()

/** How alike two words are, 0 to 1, by what edits between them cost for each letter. */
export function likeness(left: string, right: string): number {
  if (left === right) return 1
  if (left.length > LONGEST || right.length > LONGEST) return 0
  readCodes(left, LEFT)
  readCodes(right, RIGHT)
  ROWS.begin(LEFT, left.length)
  return ROWS.alike(RIGHT, right.length, Number.POSITIVE_INFINITY)
}

/** The letters of a text as numbers. */
export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length)
  readCodes(text, codes)
  return codes
}

function readCodes(text: string, codes: Uint16Array): void {
  for (let at = 0; at < text.length; at += 1) codes[at] = text.charCodeAt(at)
}

import type { Paint } from '../output/paint.ts'
import { printable } from '../output/printable.ts'
import { widthOf, wrap } from '../output/wrap.ts'

/** What the parts of an answer are written with. */
export interface Page {
  readonly width: number
  readonly paint: Paint
}

/**
 * A paragraph behind a head: the head may be painted, and the lines after the first stand under the
 * first word. All text is made safe for a terminal here.
 */
export function paragraph(
  page: Page,
  head: string,
  text: string,
  painted = head,
): readonly string[] {
  const room = Math.max(24, page.width - widthOf(head))
  const blanks = ' '.repeat(widthOf(head))
  return wrap(printable(text), room).map((line, at) => `${at === 0 ? painted : blanks}${line}`)
}

export function heading(page: Page, text: string): readonly string[] {
  return ['', ...wrap(printable(text), page.width).map((line) => page.paint('bold', line))]
}

/** `1 item`, `2 items`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function listing(words: readonly string[], most = 4): string {
  const shown = words.length <= most ? words : words.slice(0, most - 1)
  const rest = words.length - shown.length
  const all = rest === 0 ? [...shown] : [...shown, `${rest} more`]
  const last = all.pop() ?? ''
  return all.length === 0 ? last : `${all.join(', ')} and ${last}`
}

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

/**
 * A paragraph that begins with a name, painted; the lines after the first stand two columns in,
 * however long the name is.
 */
export function named(
  page: Page,
  indent: string,
  name: string,
  text: string,
  style: Parameters<Paint>[0] = 'bold',
): readonly string[] {
  const safe = printable(name)
  const inner = `${indent}  `
  const apart = safe.endsWith(':') ? ' ' : '  '
  const room = Math.max(24, page.width - inner.length)
  const lines = wrap(`${safe}${apart}${printable(text)}`, room)
  return lines.map((line, at) => {
    if (at > 0) return `${inner}${line}`
    return line.startsWith(safe)
      ? `${indent}${page.paint(style, safe)}${line.slice(safe.length)}`
      : `${indent}${line}`
  })
}

export function heading(page: Page, text: string): readonly string[] {
  return ['', ...wrap(printable(text), page.width).map((line) => page.paint('bold', line))]
}

export function section(page: Page, title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [...heading(page, title), ...lines]
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

/** Things under what they have in common, in the order in which it first appears. */
export function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): readonly T[][] {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    groups.set(key, [...(groups.get(key) ?? []), thing])
  }
  return [...groups.values()]
}

/** Without the full stop at its end, for use inside a sentence. */
export function clause(text: string): string {
  return text.replace(/\.$/, '')
}

/** A number for reading: `≈ 19.4496` for the many digits of a quotient. The answer itself keeps all. */
export function readable(number: string): string {
  const [, whole = '', decimals = ''] = /^(-?\d+)\.(\d+)$/.exec(number) ?? []
  return decimals.length > 6 ? `≈ ${Number(`${whole}.${decimals}`).toPrecision(6)}` : number
}

/** Reasons that name very many rules are cut; the answer as JSON names them all. */
const LONG_REASON = 240

export function shortened(reason: string): string {
  if (reason.length <= LONG_REASON) return reason
  const cut = reason.slice(0, LONG_REASON).replace(/,?[^,]*$/, '')
  return `${cut === '' ? reason.slice(0, LONG_REASON) : cut} … (--json has it whole)`
}

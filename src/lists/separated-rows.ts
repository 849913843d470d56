import type { SourceFile } from './source-file.ts'

/**
 * Rows of a comma or tab separated file (RFC 4180), one after the other.
 *
 * Official files have rows with a missing quote. A reader that follows RFC 4180 to the letter takes
 * everything up to the next quote for one field and loses the rows in between without a word: a party
 * that nobody screens against. So a row may continue over a line break only where it closes within a
 * few lines *and* then has the number of fields its file has; else its first line alone is bad, and
 * reading goes on with the next line.
 */
export interface Row {
  /** 1-based, of the row's first line. */
  readonly line: number
  readonly fields: readonly string[]
}

export interface BadRow {
  readonly line: number
  readonly reason: string
}

export interface RowShape {
  readonly separator: ',' | '\t'
  /** Fields of every row; absent: taken from the first row. */
  readonly width?: number
  /** Lines that one row may run over, default 24. */
  readonly maxLines?: number
}

const MAX_LINES_A_ROW = 24
/** After so many bad rows none is looked for over many lines, which would take time without end. */
const MAX_FAR_LOOKS = 100
const MAX_LINE = 1024 * 1024
/** DOS end-of-file mark, last line of the files of OFAC. */
const END_OF_FILE = '\u001a'

export async function* readRows(file: SourceFile, shape: RowShape): AsyncGenerator<Row | BadRow> {
  const waiting: string[] = []
  let line = 1
  let width = shape.width
  const { maxLines = MAX_LINES_A_ROW } = shape
  let patience = MAX_FAR_LOOKS
  function* drain(isEnd: boolean): Generator<Row | BadRow> {
    while (waiting.length >= maxLines || (isEnd && waiting.length > 0)) {
      const reach = patience > 0 ? maxLines : MAX_LINES_A_ROW
      const { row, lines } = takeRow(waiting, { separator: shape.separator, width, reach })
      if (typeof row === 'string') patience -= 1
      waiting.splice(0, lines)
      if (row !== undefined)
        yield Array.isArray(row) ? { line, fields: row } : { line, reason: row }
      if (Array.isArray(row)) width ??= row.length
      line += lines
    }
  }
  for await (const text of linesOf(file)) {
    waiting.push(text)
    if (waiting.length >= maxLines * 64) yield* drain(false)
  }
  yield* drain(true)
}

export function isBad(row: Row | BadRow): row is BadRow {
  return 'reason' in row
}

interface Taken {
  /** The fields, or why there are none, or nothing for an empty line. */
  readonly row: string[] | string | undefined
  readonly lines: number
}

interface Expected {
  readonly separator: string
  readonly width: number | undefined
  /** Lines to look ahead for the end of the row. */
  readonly reach: number
}

function takeRow(waiting: readonly string[], { separator, width, reach }: Expected): Taken {
  let text = waiting[0] ?? ''
  if (text.trim() === '' || text === END_OF_FILE) return { row: undefined, lines: 1 }
  if (text.length > MAX_LINE)
    return { row: 'The line is longer than a million characters', lines: 1 }
  const first = splitRow(text, separator)
  if (first !== undefined) return { row: ofWidth(first, width), lines: 1 }
  for (let lines = 2; lines <= Math.min(reach, waiting.length); lines += 1) {
    text += `\n${waiting[lines - 1] ?? ''}`
    const fields = splitRow(text, separator)
    if (fields !== undefined && fields.length === (width ?? fields.length))
      return { row: fields, lines }
  }
  return { row: 'A quotation mark is opened and not closed', lines: 1 }
}

function ofWidth(fields: string[], width: number | undefined): string[] | string {
  if (width === undefined || fields.length === width) return fields
  return `The row has ${fields.length} fields where ${width} are expected`
}

/** The fields of a row; undefined where a quoted field does not end, or a line breaks outside of one. */
export function splitRow(text: string, separator: string): string[] | undefined {
  const fields: string[] = []
  for (let at = 0; at >= 0; ) {
    const isQuoted = text.charAt(at) === '"'
    const end = isQuoted ? closingQuote(text, at) : at
    if (end < 0) return undefined
    const bare = isQuoted ? end + 1 : at
    const next = text.indexOf(separator, bare)
    const rest = text.slice(bare, next < 0 ? text.length : next)
    if (rest.includes('\n')) return undefined
    const quoted = text.slice(at + 1, end).replaceAll('""', '"')
    fields.push(isQuoted ? quoted + rest.trimEnd() : rest)
    at = next < 0 ? -1 : next + 1
  }
  return fields
}

function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1)
  while (at >= 0 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2)
  return at
}

export async function* linesOf(file: SourceFile): AsyncGenerator<string> {
  let rest = ''
  let isFirst = true
  for await (const chunk of file.chunks()) {
    const text = isFirst ? chunk.replace(/^\uFEFF/, '') : chunk
    if (text !== '') isFirst = false
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    // A line that never ends is cut, so that memory stays bounded; its row is then reported as bad.
    if (rest.length > MAX_LINE * 2) rest = rest.slice(0, MAX_LINE + 1)
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line
  }
  if (rest !== '') yield rest.endsWith('\r') ? rest.slice(0, -1) : rest
}

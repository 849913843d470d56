import { isUtf8 } from 'node:buffer'
import { type Problem, ProblemError } from '../kernel/index.ts'

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
export const MAX_LINE_BYTES = 16 * 1024 * 1024

/** A line of a batch. Lines that cannot be read are told of, so that none is lost from the order. */
export type Line =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly unreadable: 'not text' | 'too long' }

/**
 * The lines of a file, in order, as many at a time as a chunk of it holds: memory stays bounded
 * however long the file is. Blank lines are passed over but counted. @throws ProblemError
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly Line[]> {
  const splitter = new LineSplitter()
  for await (const chunk of chunks) yield splitter.split(chunk)
  yield splitter.end()
}

/** Cuts chunks into lines at bytes, so that a character cut in two by a chunk is whole again. */
export class LineSplitter {
  private rest: Buffer[] = []
  private size = 0
  private number = 0

  split(chunk: Buffer): readonly Line[] {
    const lines: Line[] = []
    let start = 0
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, start)
      if (end === -1) break
      this.add(chunk.subarray(start, end))
      this.take(lines)
      start = end + 1
    }
    this.add(chunk.subarray(start))
    return lines
  }

  /** The last line, where no line feed ends it. */
  end(): readonly Line[] {
    const lines: Line[] = []
    if (this.size > 0) this.take(lines)
    return lines
  }

  /** Of a line that is too long only the length is kept. */
  private add(piece: Buffer): void {
    if (piece.length === 0) return
    this.size += piece.length
    if (this.size <= MAX_LINE_BYTES) this.rest.push(piece)
    else this.rest = []
  }

  private take(lines: Line[]): void {
    this.number += 1
    const line = lineOf(this.number, this.size, this.rest)
    this.rest = []
    this.size = 0
    if (!('text' in line) || line.text.trim() !== '') lines.push(line)
  }
}

function lineOf(number: number, size: number, pieces: readonly Buffer[]): Line {
  if (size > MAX_LINE_BYTES) return { number, unreadable: 'too long' }
  const [only] = pieces
  const bytes = pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces)
  const whole = bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes
  if (!isUtf8(whole)) return { number, unreadable: 'not text' }
  const text = whole.toString('utf8')
  return { number, text: number === 1 ? text.replace(/^\ufeff/, '') : text }
}

/** Why a line has no text. */
export function unreadableLine(line: Line): ProblemError {
  if ('unreadable' in line && line.unreadable === 'too long') {
    return new ProblemError({
      code: 'input.too-large',
      detail: `The line holds more than ${MAX_LINE_BYTES / 1024 / 1024} MB.`,
      remedy: 'Give it as a document of its own.',
    })
  }
  return new ProblemError(notText())
}

export function notText(): Problem {
  return {
    code: 'input.not-text',
    detail: 'The bytes are not UTF-8 text.',
    remedy: 'Save it as UTF-8; other encodings are not guessed, a name could be misread.',
  }
}

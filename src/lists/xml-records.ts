import { SaxesParser } from 'saxes'
import { ProblemError } from '../kernel/index.ts'
import type { XmlElement } from './xml-element.ts'

/**
 * Reads a long XML file record by record, so that memory holds one record and not the file. A record
 * is bounded in depth, in elements and in text. Entities of a document type are not resolved: an
 * undefined one is an error. A file that breaks off is refused whole, for what is missing of it would
 * never be screened.
 */
export interface XmlReading {
  /** Names of the elements that are one record each, wherever they stand. */
  readonly records: ReadonlySet<string>
  /** What the file is called, for messages. */
  readonly file: string
  /** What to do where the file is not that format. */
  readonly remedy: string
}

const MAX_DEPTH = 64
const MAX_ELEMENTS = 200_000
const MAX_TEXT = 16 * 1024 * 1024

/** Yields the root, without its children, and then every record in order. */
export async function* readXmlRecords(
  chunks: AsyncIterable<string>,
  reading: XmlReading,
): AsyncGenerator<XmlElement> {
  const ready: XmlElement[] = []
  const builder = new RecordBuilder(reading, (element) => ready.push(element))
  const parser = new SaxesParser()
  let failure: ProblemError | undefined
  const refuse = (detail: string): void => {
    failure ??= notThatFormat(reading, parser.line, detail)
  }
  parser.on('error', (error) =>
    refuse(`is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, '').slice(0, 120)}`),
  )
  parser.on('opentag', ({ name, attributes }) =>
    builder.open(name, attributes, parser.line, refuse),
  )
  parser.on('text', (text) => builder.text(text, refuse))
  parser.on('cdata', (text) => builder.text(text, refuse))
  parser.on('closetag', () => builder.close())
  for await (const chunk of chunks) {
    parser.write(chunk)
    if (failure !== undefined) throw failure
    yield* ready.splice(0)
  }
  parser.close()
  if (failure !== undefined) throw failure
  yield* ready.splice(0)
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[]
  text: string
}

class RecordBuilder {
  readonly #reading: XmlReading
  readonly #emit: (element: XmlElement) => void
  /** Open elements of the record that is being read, outermost first. */
  readonly #open: OpenElement[] = []
  #depth = 0
  #elements = 0
  #length = 0

  constructor(reading: XmlReading, emit: (element: XmlElement) => void) {
    this.#reading = reading
    this.#emit = emit
  }

  open(
    printed: string,
    attributes: Readonly<Record<string, string>>,
    line: number,
    refuse: (detail: string) => void,
  ): void {
    const name = printed.slice(printed.indexOf(':') + 1)
    this.#depth += 1
    if (this.#depth > MAX_DEPTH) refuse(`is nested more than ${MAX_DEPTH} deep`)
    const element: OpenElement = { name, attributes, children: [], text: '', line }
    if (this.#depth === 1) this.#emit(element)
    const parent = this.#open.at(-1)
    if (parent === undefined && !this.#reading.records.has(name)) return
    this.#elements += 1
    if (this.#elements > MAX_ELEMENTS) {
      refuse(`has a record of more than ${MAX_ELEMENTS} elements`)
      return
    }
    parent?.children.push(element)
    this.#open.push(element)
  }

  text(text: string, refuse: (detail: string) => void): void {
    const element = this.#open.at(-1)
    if (element === undefined) return
    this.#length += text.length
    if (this.#length > MAX_TEXT) refuse('has a record that is far too long')
    else element.text += text
  }

  close(): void {
    this.#depth -= 1
    // Elements outside of records are not kept, so only those as deep as the open ones close one.
    const element = this.#open.at(-1)
    if (element === undefined) return
    this.#open.pop()
    if (this.#open.length > 0) return
    this.#elements = 0
    this.#length = 0
    this.#emit(element)
  }
}

function notThatFormat({ file, remedy }: XmlReading, line: number, detail: string): ProblemError {
  return new ProblemError({
    code: 'list.not-the-format',
    detail: `The file ${detail}.`,
    where: { file, line },
    remedy: `${remedy} A file that breaks off is not complete.`,
  })
}

import { readJson } from '../kernel/index.ts'
import { JsonSlices } from './json-slices.ts'
import { frozen, Memo } from './memo.ts'
import { LISTS, OF_LINE, type PartReader } from './part-reader.ts'
import type { Transaction } from './transaction.ts'

/** Of each sort of part. */
const KEPT = 4096

/**
 * Reads a transaction from its JSON text, part by part, and remembers each part by the text of it: what
 * comes again in a batch is not even parsed. A part met for the first time is read as JSON and by its
 * schema. @returns nothing where any part has a problem: whoever reads the whole tells what and where.
 */
export class LineReader {
  readonly #parts: PartReader
  readonly #known: Kept = new Map()
  /** Of elements of lists, and of what differs from line to line. */
  readonly #elements: Kept = new Map()

  constructor(parts: PartReader) {
    this.#parts = parts
  }

  read(text: string): Transaction | undefined {
    const read: Record<string, unknown> = {}
    const isWhole = new JsonSlices(text).object((name, from, to) => {
      if (!this.#parts.has(name) || Object.hasOwn(read, name)) return false
      read[name] = this.#read(name, text.slice(from, to))
      return read[name] !== undefined
    })
    return isWhole && read.items !== undefined ? (read as unknown as Transaction) : undefined
  }

  #read(name: string, text: string): unknown {
    if (name === 'id') return this.#part(name, text)
    if (name === 'items') return this.#list(name, text, (one) => this.#item(one))
    return remembered(this.#known, name, text, () =>
      LISTS[name] === undefined
        ? this.#part(name, text)
        : this.#list(name, text, (one) =>
            remembered(this.#elements, name, one, () => this.#part(name, one)),
          ),
    )
  }

  #list(
    name: string,
    text: string,
    read: (element: string) => unknown,
  ): readonly unknown[] | undefined {
    const found: unknown[] = []
    const isWhole = new JsonSlices(text).list((from, to) => {
      const part = read(text.slice(from, to))
      found.push(part)
      return part !== undefined && found.length <= (LISTS[name] ?? 0)
    })
    return isWhole && (found.length > 0 || name !== 'items') ? found : undefined
  }

  /** What is ordered again is the same thing: what differs from line to line is read beside it. */
  #item(text: string): unknown {
    const line: Record<string, unknown> = {}
    let thing = ''
    const isWhole = new JsonSlices(text).object((key, from, to) => {
      if (!OF_LINE.has(key)) {
        thing += `${thing === '' ? '{' : ','}"${key}":${text.slice(from, to)}`
        return true
      }
      if (Object.hasOwn(line, key)) return false
      const value = text.slice(from, to)
      const read = remembered(this.#elements, key, value, () =>
        this.#part('items', `{"${key}":${value}}`),
      )
      line[key] = (read as Readonly<Record<string, unknown>> | undefined)?.[key]
      return line[key] !== undefined
    })
    if (!isWhole) return undefined
    const all = thing === '' ? '{}' : `${thing}}`
    const read = remembered(this.#elements, 'items', all, () => this.#part('items', all))
    return read === undefined ? undefined : { ...read, ...line }
  }

  /** Within the brackets that may stand around it, so that the whole is not deeper than it may be. */
  #part(name: string, text: string): unknown {
    const value = readJson(`[[${text}]]`)
    if (!value.ok) return undefined
    const [[part]] = value.value as [[unknown]]
    return this.#parts.part(name, part)
  }
}

/** What was read before, by its sort and its text. */
type Kept = Map<string, Memo<unknown>>

function remembered(kept: Kept, sort: string, text: string, read: () => unknown): unknown {
  let memo = kept.get(sort)
  if (memo === undefined) {
    memo = new Memo(KEPT)
    kept.set(sort, memo)
  }
  const known = memo.get(text)
  if (known !== undefined) return known
  const found = read()
  if (found !== undefined) memo.set(text, frozen(found))
  return found
}

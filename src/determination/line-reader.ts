import { readJson } from '../kernel/index.ts'
import { JsonSlices } from './json-slices.ts'
import { keepLineKey } from './line-key.ts'
import { frozen, Memo } from './memo.ts'
import { LISTS, OF_LINE, type PartReader } from './part-reader.ts'
import type { Transaction } from './transaction.ts'

/** Of each sort of part. */
const KEPT = 4096

/** A part as it was read, and a number that no other text of a part has. */
interface ReadPart {
  readonly value: unknown
  readonly number: number
}

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
  #numbers = 0

  constructor(parts: PartReader) {
    this.#parts = parts
  }

  read(text: string): Transaction | undefined {
    const read: Record<string, unknown> = {}
    let key = ''
    const isWhole = new JsonSlices(text).object((name, from, to) => {
      if (!this.#parts.has(name) || Object.hasOwn(read, name)) return false
      const value = text.slice(from, to)
      if (name === 'id') {
        read.id = this.#id(value)
        key += 'id '
        return read.id !== undefined
      }
      const part = name === 'items' ? this.#items(value) : this.#part(name, value)
      if (part === undefined) return false
      read[name] = part.value
      key += `${part.key} `
      return true
    })
    if (!isWhole || read.items === undefined) return undefined
    const transaction = read as unknown as Transaction
    keepLineKey(transaction, key)
    return transaction
  }

  #part(name: string, text: string): Keyed | undefined {
    const part = this.#remembered(this.#known, name, text, () =>
      LISTS[name] === undefined ? this.#read(name, text) : this.#list(name, text),
    )
    return part === undefined ? undefined : { value: part.value, key: String(part.number) }
  }

  #list(name: string, text: string): readonly unknown[] | undefined {
    const found: unknown[] = []
    const isWhole = new JsonSlices(text).list((from, to) => {
      const one = text.slice(from, to)
      const part = this.#remembered(this.#elements, name, one, () =>
        name === 'parties' ? this.#party(one) : this.#read(name, one),
      )
      found.push(part?.value)
      return part !== undefined && found.length <= (LISTS[name] ?? 0)
    })
    return isWhole ? found : undefined
  }

  #items(text: string): Keyed | undefined {
    const found: unknown[] = []
    let key = '['
    const isWhole = new JsonSlices(text).list((from, to) => {
      const item = this.#item(text.slice(from, to))
      found.push(item?.value)
      key += `${item?.key};`
      return item !== undefined && found.length <= (LISTS.items ?? 0)
    })
    return isWhole && found.length > 0 ? { value: found, key } : undefined
  }

  /** What is ordered again is the same thing: what differs from line to line is read beside it. */
  #item(text: string): Keyed | undefined {
    const line: Record<string, unknown> = {}
    let thing = ''
    let key = ''
    const isWhole = new JsonSlices(text).object((name, from, to) => {
      const value = text.slice(from, to)
      if (!OF_LINE.has(name)) {
        thing += `${thing === '' ? '{' : ','}"${name}":${value}`
        return true
      }
      if (Object.hasOwn(line, name)) return false
      const part = this.#remembered(this.#elements, name, value, () => this.#ofLine(name, value))
      if (part === undefined) return false
      line[name] = part.value
      // How many there are is told beside the key.
      key += name === 'quantity' ? 'q,' : `${part.number},`
      return true
    })
    if (!isWhole) return undefined
    const all = thing === '' ? '{}' : `${thing}}`
    const read = this.#remembered(this.#elements, 'items', all, () => this.#read('items', all))
    if (read === undefined) return undefined
    return { value: { ...(read.value as object), ...line }, key: `${key}${read.number}` }
  }

  /** Many that are met for the first time state what others do, but for the name. */
  #party(text: string): unknown {
    let name: string | undefined
    let rest = ''
    const isPlain = new JsonSlices(text).object((key, from, to) => {
      const value = text.slice(from, to)
      if (key !== 'name') rest += `,"${key}":${value}`
      else if (name === undefined && PLAIN_STRING.test(value)) name = value.slice(1, -1)
      else return false
      return true
    })
    if (!isPlain || name === undefined) return this.#read('parties', text)
    const own = this.#parts.partyName(name)
    const nameless = `{"name":"-"${rest}}`
    const read = this.#remembered(this.#elements, 'parties', nameless, () =>
      this.#read('parties', nameless),
    )
    return own === undefined || read === undefined
      ? undefined
      : { ...(read.value as object), name: own }
  }

  #ofLine(name: string, text: string): unknown {
    const read = this.#read('items', `{"${name}":${text}}`)
    return (read as Readonly<Record<string, unknown>> | undefined)?.[name]
  }

  /** It comes once: nothing is remembered of it. */
  #id(text: string): unknown {
    return PLAIN_STRING.test(text)
      ? this.#parts.part('id', text.slice(1, -1))
      : this.#read('id', text)
  }

  /** Within the brackets that may stand around it, so that the whole is not deeper than it may be. */
  #read(name: string, text: string): unknown {
    const value = readJson(`[[${text}]]`)
    if (!value.ok) return undefined
    const [[part]] = value.value as [[unknown]]
    return this.#parts.part(name, part)
  }

  #remembered(kept: Kept, sort: string, text: string, read: () => unknown): ReadPart | undefined {
    let memo = kept.get(sort)
    if (memo === undefined) {
      memo = new Memo(KEPT)
      kept.set(sort, memo)
    }
    const known = memo.get(text)
    if (known !== undefined) return known
    const value = read()
    if (value === undefined) return undefined
    this.#numbers += 1
    const part = { value: frozen(value), number: this.#numbers }
    memo.set(text, part)
    return part
  }
}

interface Keyed {
  readonly value: unknown
  readonly key: string
}

/** What was read before, by its sort and its text. */
type Kept = Map<string, Memo<ReadPart>>

/** As JSON has it, with nothing in it that is written otherwise than it reads. */
const PLAIN_STRING = /^"[^"\\\p{Cc}]*"$/u

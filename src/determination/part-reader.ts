import type { z } from 'zod'
import { frozen, Memo } from './memo.ts'
import { type Transaction, transactionSchema } from './transaction.ts'
import { party } from './transaction-parties.ts'

/** Holds the words of one part against the law. `undefined` where there is a problem to be told. */
export type PartFinish = (name: string, part: unknown) => unknown

const KEPT = 4096
/** Of an item: each alone, without bearing on how the rest of it is read. */
export const OF_LINE: ReadonlySet<string> = new Set(['id', 'quantity', 'value', 'serialNumbers'])
/** Most elements of the lists that are read one by one. */
export const LISTS: Readonly<Record<string, number>> = { items: 1000, parties: 200 }

/**
 * Reads a transaction part by part and remembers each part as it was written: items, parties and routes
 * of a batch come again and again. Each part is held against its own schema, so that the whole is read
 * as if at once. @returns nothing where any part has a problem: the whole then tells what and where.
 */
export class PartReader {
  readonly #schemas = new Map<string, z.ZodType>(Object.entries(transactionSchema.shape))
  readonly #known = new Memo<unknown>(KEPT)
  readonly #finish: PartFinish

  constructor(finish: PartFinish) {
    this.#finish = finish
    for (const name of Object.keys(LISTS)) {
      const schema = elementOf(this.#schemas.get(name))
      this.#schemas.set(name, schema)
    }
  }

  read(value: unknown): Transaction | undefined {
    if (!isJson(value) || typeof value !== 'object' || value === null || Array.isArray(value)) {
      return undefined
    }
    const read: Record<string, unknown> = {}
    for (const [name, part] of Object.entries(value)) {
      const found = LISTS[name] === undefined ? this.#part(name, part) : this.#list(name, part)
      if (found === undefined) return undefined
      read[name] = found
    }
    return read.items === undefined ? undefined : (read as unknown as Transaction)
  }

  has(name: string): boolean {
    return this.#schemas.has(name)
  }

  /** One part of a transaction, or one element of a part that is a list of {@link LISTS}. */
  part(name: string, value: unknown): unknown {
    return isJson(value) ? this.#part(name, value) : undefined
  }

  /** The name of a party alone, which bears on nothing that is read beside it. */
  partyName(value: string): string | undefined {
    const shaped = party.shape.name.safeParse(value)
    return shaped.success ? shaped.data : undefined
  }

  #list(name: string, value: unknown): readonly unknown[] | undefined {
    if (!Array.isArray(value) || value.length > (LISTS[name] ?? 0)) return undefined
    if (name === 'items' && value.length === 0) return undefined
    const found: unknown[] = []
    for (const one of value) {
      const part = name === 'items' ? this.#item(one) : this.#part(name, one)
      if (part === undefined) return undefined
      found.push(part)
    }
    return found
  }

  /** What is ordered again is the same thing: what differs from line to line is read beside it. */
  #item(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const thing: Record<string, unknown> = {}
    const line: Record<string, unknown> = {}
    for (const [key, stated] of Object.entries(value)) {
      if (OF_LINE.has(key)) line[key] = stated
      else thing[key] = stated
    }
    const read = this.#part('items', thing)
    const ofLine = this.#part('items', line)
    if (read === undefined || ofLine === undefined) return undefined
    const item: Record<string, unknown> = { ...read }
    for (const key of Object.keys(line)) item[key] = (ofLine as Record<string, unknown>)[key]
    return item
  }

  #part(name: string, value: unknown): unknown {
    // An id comes once.
    if (name === 'id') return this.#shaped(name, value)
    const key = `${name} ${JSON.stringify(value)}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const read = this.#shaped(name, value)
    if (read !== undefined) this.#known.set(key, frozen(read))
    return read
  }

  #shaped(name: string, value: unknown): unknown {
    const shaped = this.#schemas.get(name)?.safeParse(value)
    return shaped?.success === true ? this.#finish(name, shaped.data) : undefined
  }
}

function elementOf(schema: z.ZodType | undefined): z.ZodType {
  const { innerType, element } = (schema?.def ?? {}) as {
    readonly innerType?: z.ZodType
    readonly element?: z.ZodType
  }
  if (element !== undefined) return element
  if (innerType === undefined) throw new TypeError('a list has elements')
  return elementOf(innerType)
}

/** Whether its JSON text says all of it: no dates, no gaps, no numbers that are none. */
function isJson(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object') return false
  if (Array.isArray(value)) return value.every(isJson)
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  for (const key of Object.keys(value)) {
    if (!isJson((value as Readonly<Record<string, unknown>>)[key])) return false
  }
  return true
}

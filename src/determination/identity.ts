import { Memo } from './memo.ts'

/** Tells things apart by what they are, not by what they say: only what is frozen stays what it is. */
export class Identities {
  readonly #numbers = new WeakMap<object, number>()
  #last = 0

  /** A text that no other value has; undefined where the value may change. */
  of(value: unknown): string | undefined {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '-'
    const known = this.#numbers.get(value) ?? this.#numberOf(value)
    if (known !== undefined) return `#${known}`
    return Array.isArray(value) ? this.ofAll(value) : undefined
  }

  ofAll(values: readonly unknown[]): string | undefined {
    let text = '['
    for (const value of values) {
      const one = this.of(value)
      if (one === undefined) return undefined
      text += `${one},`
    }
    return `${text}]`
  }

  #numberOf(thing: object): number | undefined {
    if (!Object.isFrozen(thing)) return undefined
    this.#last += 1
    this.#numbers.set(thing, this.#last)
    return this.#last
  }
}

/** Short names for long texts. One that was forgotten gets another name, and none is given twice. */
export class Names {
  readonly #known: Memo<number>
  #last = 0

  constructor(limit: number) {
    this.#known = new Memo(limit)
  }

  of(text: string): number {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    this.#last += 1
    this.#known.set(text, this.#last)
    return this.#last
  }
}

/**
 * What was worked out before, by key, of bounded weight: as many keys, or so many bytes where values are
 * weighed. Two generations instead of a list of uses: what was not asked for while the younger one filled
 * up is forgotten with the older.
 */
export class Memo<T> {
  readonly #limit: number
  readonly #weigh: ((value: T) => number) | undefined
  #young = new Map<string, T>()
  #old = new Map<string, T>()
  /** Of the younger one. */
  #weight = 0

  /** @param limit of each generation: of values, or of what they weigh */
  constructor(limit: number, weigh?: (value: T) => number) {
    this.#limit = limit
    this.#weigh = weigh
  }

  get(key: string): T | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: string, value: T): void {
    if (this.#weight >= this.#limit) {
      this.#old = this.#young
      this.#young = new Map()
      this.#weight = 0
    }
    if (this.#weigh !== undefined) this.#weight += this.#weigh(value)
    else if (!this.#young.has(key)) this.#weight += 1
    this.#young.set(key, value)
  }
}

const OF_ITS_DAY = Symbol('of its day')

/** The same by what holds for a whole period of the law; what says a day in words holds for that day alone. */
export class DatedMemo<T> {
  readonly #memo: Memo<T | typeof OF_ITS_DAY>

  constructor(limit: number, weigh: (value: T) => number) {
    this.#memo = new Memo(limit, (value) => (value === OF_ITS_DAY ? 0 : weigh(value)))
  }

  get(key: string, day: string): T | undefined {
    const found = this.#memo.get(key)
    const ofDay = found === OF_ITS_DAY ? this.#memo.get(`${key} ${day}`) : found
    return ofDay === OF_ITS_DAY ? undefined : ofDay
  }

  set(key: string, day: string, value: T, isOfDay: boolean): void {
    this.#memo.set(key, isOfDay ? OF_ITS_DAY : value)
    if (isOfDay) this.#memo.set(`${key} ${day}`, value)
  }
}

/** Plain data, to be shared. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

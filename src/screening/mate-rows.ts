/** What is known of a pair of words: two bits. */
const STATES_A_BYTE = 4
const UNKNOWN = 0
const UNLIKE = 1
const ALIKE = 2

/** Bytes for all rows together, as far as there are enough rows for one name then. */
const ROOM = 1 << 23
const MOST_ROWS = 1024
const NEVER = -1

/**
 * Which listed words a word asked for is like, as far as they were compared: a row for each of the words asked
 * for last, kept from one name to the next, since names share their words. A row of an earlier word is taken
 * when there is no other.
 */
export class MateRows {
  readonly #width: number
  readonly #states: Uint8Array
  readonly #keys: Int32Array
  readonly #rounds: Int32Array
  readonly #rows = new Map<number, number>()
  #next = 0

  /** `least` rows can be used in one round. */
  constructor(listed: number, least: number) {
    this.#width = Math.ceil(listed / STATES_A_BYTE)
    const rows = Math.min(MOST_ROWS, Math.max(least + 1, Math.floor(ROOM / (this.#width + 1))))
    this.#states = new Uint8Array(rows * this.#width)
    this.#keys = new Int32Array(rows).fill(NEVER)
    this.#rounds = new Int32Array(rows).fill(NEVER)
  }

  /** Numbers of words were given away anew. */
  forget(): void {
    this.#rows.clear()
    this.#states.fill(0)
    this.#keys.fill(NEVER)
    this.#rounds.fill(NEVER)
  }

  /** Where the row of a key begins; it is not taken for another one in the same round. */
  of(key: number, round: number): number {
    const known = this.#rows.get(key)
    const row = known ?? this.#take(key, round)
    this.#rounds[row] = round
    return row * this.#width
  }

  #take(key: number, round: number): number {
    while (this.#rounds[this.#next] === round) this.#next = (this.#next + 1) % this.#keys.length
    const row = this.#next
    this.#next = (row + 1) % this.#keys.length
    const before = this.#keys[row] ?? NEVER
    if (before !== NEVER) {
      this.#rows.delete(before)
      this.#states.fill(0, row * this.#width, (row + 1) * this.#width)
    }
    this.#keys[row] = key
    this.#rows.set(key, row)
    return row
  }

  /** Whether the word of a row is like a listed one; undefined where that was never asked. */
  get(row: number, listed: number): boolean | undefined {
    const byte = this.#states[row + (listed >> 2)] ?? 0
    const state = (byte >> ((listed & 3) << 1)) & 3
    return state === UNKNOWN ? undefined : state === ALIKE
  }

  set(row: number, listed: number, isAlike: boolean): void {
    const at = row + (listed >> 2)
    this.#states[at] = (this.#states[at] ?? 0) | ((isAlike ? ALIKE : UNLIKE) << ((listed & 3) << 1))
  }
}

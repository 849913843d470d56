import type { ItemView } from './item-view.ts'
import type { Filling } from './skeleton.ts'

/** What an order fills the open places of its answer with; texts as they stand within a text of JSON. */
export interface OwnTexts {
  /** In JSON. */
  readonly id: string
  readonly input: string
  readonly asOf: string
  readonly knownAt: string
  /** In JSON. */
  readonly parties: Uint8Array
  readonly names: readonly Uint8Array[]
  readonly itemIds: readonly Uint8Array[]
  readonly items: readonly ItemView[]
  readonly destinations: readonly Uint8Array[]
}

const NOTHING = new Uint8Array()

const ID = 0
const INPUT = 1
const PARTIES = 2
const AS_OF = 3
const KNOWN_AT = 4
const NAMES = 5

/** The same for another order: its id in JSON, and its input. */
export function refilled(
  fillings: readonly Filling[],
  id: string,
  input: string,
): readonly Filling[] {
  const own = [...fillings]
  own[ID] = id
  own[INPUT] = input
  return own
}

/** The open places of an answer: its id, its input, its days, its parties, each name, each item, what lists say of it. */
export class Places {
  readonly id = ID
  readonly input = INPUT
  readonly parties = PARTIES
  readonly asOf = AS_OF
  readonly knownAt = KNOWN_AT
  readonly #names: number
  readonly #items: number
  readonly #lists: readonly string[]

  /** @param lists of the jurisdictions that may hold the deal, and those for reference */
  constructor(names: number, items: number, lists: readonly string[]) {
    this.#names = names
    this.#items = items
    this.#lists = lists
  }

  ofName(at: number): number {
    return NAMES + at
  }

  ofItem(at: number): number {
    return NAMES + this.#names + at
  }

  /** What one list says of an item. */
  ofFinding(list: string, at: number): number {
    return this.ofItem(0) + (1 + this.#lists.indexOf(list)) * this.#items + at
  }

  /** One of the stated places where it goes. */
  ofDestination(at: number): number {
    return this.ofItem(0) + (1 + this.#lists.length) * this.#items + at
  }

  fillings({
    id,
    input,
    asOf,
    knownAt,
    parties,
    names,
    itemIds,
    items,
    destinations,
  }: OwnTexts): readonly Filling[] {
    const fillings: Filling[] = [id, input, parties, asOf, knownAt, ...names, ...itemIds]
    for (const list of this.#lists) {
      for (let at = 0; at < this.#items; at += 1) {
        const [seen, own] = [items[at]?.seenBy(list), itemIds[at]]
        if (seen === undefined || own === undefined) fillings.push(NOTHING)
        else fillings.push({ wording: seen.finding, own: [own] })
      }
    }
    fillings.push(...destinations)
    return fillings
  }
}

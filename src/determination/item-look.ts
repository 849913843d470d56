import type { Item } from '../classification/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import { canonicalInput } from './canonical.ts'
import { type Identities, Names } from './identity.ts'
import type { ItemCircumstances } from './item-circumstances.ts'
import { Memo } from './memo.ts'

/** What is stated of an item in short numbers, the same for all of which the same is stated. */
export interface ItemLook {
  /** The item is itself an act, which has no origin and no content. */
  readonly isActivity: boolean
  /** Stands for all that lists read of it. */
  readonly listed: number
  /** For where it comes from, what is in it and what it is made with. */
  readonly made: number
  /** For the same and what it is worth: what is read and told of content and production. */
  readonly reached: number
  /** For what rules see of the line of the order. */
  readonly line: number
}

/** Things kept at once. */
const KEPT = 8192

/** Looks at items: those whose parts were read before are known by them. */
export class ItemLooks {
  readonly #rulebook: Rulebook
  readonly #circumstances: ItemCircumstances
  readonly #identities: Identities
  readonly #known = new Memo<ItemLook>(KEPT)
  readonly #names = new Names(4 * KEPT)

  constructor(rulebook: Rulebook, circumstances: ItemCircumstances, identities: Identities) {
    this.#rulebook = rulebook
    this.#circumstances = circumstances
    this.#identities = identities
  }

  of(item: Item): ItemLook {
    const { kind, characteristics, claims, content, origin, madeWith, value, hs } = item
    const parts = [kind, characteristics, claims, content, origin, madeWith, value, hs]
    const key = this.#identities.ofAll(parts)
    const known = key === undefined ? undefined : this.#known.get(key)
    if (known !== undefined) return known
    const look = this.#look(item)
    if (key !== undefined) this.#known.set(key, look)
    return look
  }

  #look(item: Item): ItemLook {
    const { kind = null, characteristics, claims, content = null, origin = null, madeWith } = item
    const made = canonicalInput([origin, content, madeWith])
    return {
      isActivity: this.#rulebook.kinds.get(kind ?? '')?.class === 'activity',
      listed: this.#names.of(canonicalInput([kind, characteristics, claims, content])),
      made: this.#names.of(`made ${made}`),
      reached: this.#names.of(`reached ${canonicalInput(item.value ?? null)} ${made}`),
      line: this.#names.of(`line ${this.#circumstances.sightOfLine(item)}`),
    }
  }
}

import { Memo } from './memo.ts'
import { lawText } from './wording.ts'

/** Lists kept at once: the law names few sets of its rules together. */
const KEPT = 8192

/**
 * Ids of rules, sorted, each once. Lists of the same rules are one object as long as it is kept, so that what
 * two of them are together is worked out once, and so is their text.
 */
export class RuleList {
  readonly ids: readonly string[]
  readonly #united = new WeakMap<RuleList, RuleList>()
  #text: string | undefined

  private constructor(ids: readonly string[]) {
    this.ids = ids
  }

  static of(ids: Iterable<string>): RuleList {
    const sorted = [...new Set(ids)].sort()
    const key = sorted.join('\n')
    const known = lists.get(key)
    if (known !== undefined) return known
    const list = new RuleList(sorted)
    lists.set(key, list)
    return list
  }

  with(other: RuleList): RuleList {
    if (other === this) return this
    const known = this.#united.get(other)
    if (known !== undefined) return known
    const united = RuleList.of([...this.ids, ...other.ids])
    this.#united.set(other, united)
    return united
  }

  /** Elements of a list in JSON, without its brackets. */
  get text(): string {
    this.#text ??= this.ids.map(lawText).join()
    return this.#text
  }
}

const lists = new Memo<RuleList>(KEPT)

/**
 * Records by their author and what the author calls them, never changed in place. In two levels, since a
 * change copies one author's records only: a fold over ten thousand entries would otherwise copy all of
 * them ten thousand times.
 */
export class Records<T> {
  readonly #byAuthor: ReadonlyMap<string, ReadonlyMap<string, T>>

  constructor(byAuthor: ReadonlyMap<string, ReadonlyMap<string, T>> = new Map()) {
    this.#byAuthor = byAuthor
  }

  get(author: string, id: string): T | undefined {
    return this.#byAuthor.get(author)?.get(id)
  }

  with(author: string, id: string, record: T): Records<T> {
    const own = new Map(this.#byAuthor.get(author)).set(id, record)
    return new Records(new Map(this.#byAuthor).set(author, own))
  }

  /** Those of one author, in the order of what it calls them. */
  of(author: string): readonly T[] {
    return inCodeOrder(this.#byAuthor.get(author) ?? new Map<string, T>()).map(([, one]) => one)
  }

  /** All records, in an order that does not depend on the language of the machine. */
  all(): readonly T[] {
    return inCodeOrder(this.#byAuthor).flatMap(([, own]) => inCodeOrder(own).map(([, one]) => one))
  }
}

function inCodeOrder<V>(map: ReadonlyMap<string, V>): readonly (readonly [string, V])[] {
  return [...map].sort(([one], [other]) => (one < other ? -1 : 1))
}

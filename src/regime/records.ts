/**
 * Records by their author and what the author calls them, never changed in place. The records of an author lie in
 * buckets by their names, since a change copies one bucket only: a fold over ten thousand entries of one author
 * would otherwise copy all of them ten thousand times.
 */
export class Records<T> {
  readonly #byAuthor: ReadonlyMap<string, Buckets<T>>

  constructor(byAuthor: ReadonlyMap<string, Buckets<T>> = new Map()) {
    this.#byAuthor = byAuthor
  }

  get(author: string, id: string): T | undefined {
    return this.#byAuthor.get(author)?.[bucketOf(id)]?.get(id)
  }

  with(author: string, id: string, record: T): Records<T> {
    const own = (this.#byAuthor.get(author) ?? EMPTY).slice()
    const at = bucketOf(id)
    own[at] = new Map(own[at]).set(id, record)
    return new Records(new Map(this.#byAuthor).set(author, own))
  }

  /** Those of one author, in the order of what it calls them. */
  of(author: string): readonly T[] {
    const own = this.#byAuthor.get(author) ?? []
    return inCodeOrder(own.flatMap((bucket) => [...(bucket ?? [])])).map(([, one]) => one)
  }

  /** All records, in an order that does not depend on the language of the machine. */
  all(): readonly T[] {
    return inCodeOrder(this.#byAuthor).flatMap(([author]) => this.of(author))
  }
}

type Buckets<T> = readonly (ReadonlyMap<string, T> | undefined)[]

const BUCKETS = 512
const EMPTY = Array.from({ length: BUCKETS }, () => undefined)

/** By a hash after Fowler, Noll and Vo. */
function bucketOf(id: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return (hash >>> 0) % BUCKETS
}

function inCodeOrder<V>(
  entries: Iterable<readonly [string, V]>,
): readonly (readonly [string, V])[] {
  return [...entries].sort(([one], [other]) => (one < other ? -1 : 1))
}

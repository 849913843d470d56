import type { Item } from '../classification/index.ts'
import { type Digest, digestOfBytes } from '../kernel/index.ts'
import { canonicalInput } from './canonical.ts'
import type { Transaction } from './transaction.ts'
import type { Party, Person } from './transaction-parties.ts'

/** A transaction in the one order in which it is evaluated, digested and answered. */
export interface ArrangedTransaction {
  readonly transaction: Transaction
  readonly items: readonly ArrangedItem[]
  readonly parties: readonly Party[]
  /** As canonical JSON, and its digest. */
  readonly text: string
  readonly input: Digest
}

export interface ArrangedItem {
  /** As stated, else the name, else its place in the order. Unique in the transaction. */
  readonly id: string
  readonly item: Item
  /** Where it stands in the transaction as given, for messages. */
  readonly index: number
}

/** Order that means nothing must not change the answer: items, parties and persons are sorted. */
export function arrange(transaction: Transaction): ArrangedTransaction {
  const indexed = transaction.items.map((item, index) => ({ item, index }))
  const sorted = inOrder(
    indexed,
    ({ item }) => sortedBy(item),
    ({ item }) => item,
  )
  const parties = arrangedOnce(transaction.parties ?? [], arrangeParties)
  const persons = arrangedOnce(transaction.persons ?? [], arrangePersons)
  const arranged: Transaction = {
    ...transaction,
    items: sorted.map(({ item }) => item),
    ...(transaction.parties === undefined ? {} : { parties }),
    ...(transaction.persons === undefined ? {} : { persons }),
  }
  const text = canonicalInput(arranged)
  return {
    transaction: arranged,
    items: withIds(sorted),
    parties,
    text,
    input: digestOfBytes(text),
  }
}

/** What items are sorted by before their whole content decides. */
export function sortedBy({ id, name }: Pick<Item, 'id' | 'name'>): string {
  return id ?? name ?? ''
}

function arrangeParties(parties: readonly Party[]): Party[] {
  return inOrder(
    parties,
    ({ role, name }) => `${role}\u0000${name}`,
    (party) => party,
  )
}

function arrangePersons(persons: readonly Person[]): Person[] {
  return inOrder(
    persons,
    ({ name }) => name ?? '',
    (person) => person,
  )
}

/** A list that was read once and is frozen is arranged once. */
function arrangedOnce<T>(list: readonly T[], arrangeList: (list: readonly T[]) => T[]): T[] {
  if (!Object.isFrozen(list)) return arrangeList(list)
  const known = arrangedBefore.get(list)
  if (known !== undefined) return known as T[]
  const found = arrangeList(list)
  Object.freeze(found)
  arrangedBefore.set(list, found)
  return found
}

const arrangedBefore = new WeakMap<readonly unknown[], unknown[]>()

/** Sorted by a key, and where keys are equal by the whole content. */
function inOrder<T>(
  list: readonly T[],
  key: (one: T) => string,
  content: (one: T) => unknown,
): T[] {
  if (list.length < 2) return [...list]
  return list
    .map((one) => ({ one, key: key(one) }))
    .sort((left, right) => {
      if (left.key !== right.key) return left.key < right.key ? -1 : 1
      const [a, b] = [canonicalInput(content(left.one)), canonicalInput(content(right.one))]
      return a === b ? 0 : a < b ? -1 : 1
    })
    .map(({ one }) => one)
}

function withIds(sorted: readonly { readonly item: Item; readonly index: number }[]) {
  const taken = new Set<string>()
  return sorted.map(({ item, index }, place): ArrangedItem => {
    const wanted = item.id ?? item.name ?? `item ${place + 1}`
    let id = wanted
    for (let more = 2; taken.has(id); more += 1) id = `${wanted} (${more})`
    taken.add(id)
    return { id, item, index }
  })
}

import type { Item } from '../classification/index.ts'
import { type Digest, digestOfBytes } from '../kernel/index.ts'
import { canonicalInput } from './canonical.ts'
import type { Transaction } from './transaction.ts'
import type { Party } from './transaction-parties.ts'

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
    ({ item }) => item.id ?? item.name ?? '',
    ({ item }) => item,
  )
  const parties = inOrder(
    transaction.parties ?? [],
    (party) => `${party.role}\u0000${party.name}`,
    (party) => party,
  )
  const persons = inOrder(
    transaction.persons ?? [],
    (person) => person.name ?? '',
    (it) => it,
  )
  const arranged: Transaction = {
    ...transaction,
    items: sorted.map(({ item }) => item),
    ...(transaction.parties === undefined ? {} : { parties: [...parties] }),
    ...(transaction.persons === undefined ? {} : { persons: [...persons] }),
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

/** Sorted by a key, and where keys are equal by the whole content. */
function inOrder<T>(
  list: readonly T[],
  key: (one: T) => string,
  content: (one: T) => unknown,
): readonly T[] {
  if (list.length < 2) return list
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

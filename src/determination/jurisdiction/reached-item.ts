import type { Classification, Item } from '../../classification/index.ts'
import { disjoin, FALSE, TRUE, type TruthCode, UNKNOWN } from '../../kernel/index.ts'
import type { Jurisdiction } from '../../rulebook/index.ts'

/** An item, or a piece of what it contains, with its classification. */
export interface ReachedItem {
  readonly item: Item
  readonly facts: Classification
  /** `content[0].content[2]`; empty for the item itself. */
  readonly path: string
  /** Undefined where nobody states what it contains. */
  readonly content: readonly ReachedItem[] | undefined
}

export function reachedItem(item: Item, facts: Classification, path = ''): ReachedItem {
  return {
    item,
    facts,
    path,
    content: item.content?.flatMap((piece, index) => {
      const classified = facts.content[index]
      const place = `${path === '' ? '' : `${path}.`}content[${index}]`
      return classified === undefined ? [] : [reachedItem(piece, classified, place)]
    }),
  }
}

/** Everything inside, at any depth, each piece once. */
export function* piecesOf(whole: ReachedItem): Generator<ReachedItem> {
  for (const piece of whole.content ?? []) {
    yield piece
    yield* piecesOf(piece)
  }
}

/** Whether it, or something inside it, says nothing of what it contains. */
export function isContentOpen(whole: ReachedItem): boolean {
  return whole.content === undefined || whole.content.some(isContentOpen)
}

/** A region lies in its country: `UA-43` in `UA`. */
export function isHome(place: string, { territory }: Jurisdiction): boolean {
  return territory.some((home) => place === home || place.startsWith(`${home}-`))
}

export function originatesIn(
  { origin }: { readonly origin?: string },
  home: Jurisdiction,
): TruthCode {
  if (origin === undefined) return UNKNOWN
  return isHome(origin, home) ? TRUE : FALSE
}

export function called({ item, path }: ReachedItem): string {
  return item.name ?? item.id ?? (path === '' ? 'the item' : path)
}

export function anyOf<T>(list: Iterable<T>, test: (one: T) => TruthCode): TruthCode {
  let found: TruthCode = FALSE
  for (const one of list) {
    found = disjoin(found, test(one))
    if (found === TRUE) return TRUE
  }
  return found
}

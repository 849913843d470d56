import { Refusal } from './http/refusal.ts'

export interface Page<T> {
  readonly items: readonly T[]
  /** The cursor of the next page; absent on the last. */
  readonly next?: string
}

/**
 * A page of an ordered list. The cursor is the key of the last one given, so that a page begins in the
 * right place even where the list has changed since.
 */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Page<T> {
  const after = cursor === undefined ? -1 : all.findIndex((one) => keyOf(one) === decoded(cursor))
  if (cursor !== undefined && after < 0) {
    throw new Refusal(422, {
      code: 'request.cursor',
      detail: 'The cursor is not of this list, or the list has changed.',
      where: { path: '/cursor' },
      remedy: 'Begin again without it.',
    })
  }
  const items = all.slice(after + 1, after + 1 + limit)
  const last = items.at(-1)
  const isMore = after + 1 + limit < all.length && last !== undefined
  return { items, ...(isMore ? { next: encoded(keyOf(last)) } : {}) }
}

function encoded(key: string): string {
  return Buffer.from(key, 'utf8').toString('base64url')
}

function decoded(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString('utf8')
}

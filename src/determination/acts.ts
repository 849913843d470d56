import type { Act } from '../rulebook/index.ts'
import type { Transaction } from './transaction.ts'

/** What a transaction does with one item. */
export interface ItemActs {
  readonly acts: ReadonlySet<Act>
  /** The item is itself an act, which has no origin and no content. */
  readonly isActivity: boolean
}

export const SUPPLY: ReadonlySet<Act> = new Set<Act>(['supply'])
const SERVICE: ReadonlySet<Act> = new Set<Act>(['service'])
export const BROKERING: ReadonlySet<Act> = new Set<Act>(['brokering'])
const BOTH: ReadonlySet<Act> = new Set<Act>(['supply', 'service'])

/**
 * A service is given on tools that stay where they are; parts, software and technology that come with
 * it are supplied. A service that does not say on what leaves both open, and rules of both are read.
 */
export function actsOn(
  item: string,
  { kind, service }: Transaction,
  isActivity: boolean,
): ItemActs {
  if (isActivity) return { acts: SERVICE, isActivity }
  if (service !== undefined) {
    const isTool = service.tools.includes(item)
    return { acts: isTool ? SERVICE : SUPPLY, isActivity }
  }
  return { acts: kind === 'service' ? BOTH : SUPPLY, isActivity }
}

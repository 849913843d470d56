import type { ListedParty, PartyQuery } from './model.ts'

export interface Comparison {
  /** 0 to 1, two decimals: that the two are the same, all evidence together. */
  readonly score: number
  /** Whether `score` reaches the one threshold. */
  readonly match: boolean
  /** 0 to 1, two decimals: likeness of the names alone. */
  readonly nameScore: number
  readonly because: readonly string[]
}

/** The name parts of a listed party; all else is optional evidence. */
export type ComparedParty = Pick<ListedParty, 'name'> &
  Partial<Omit<ListedParty, 'name' | 'rule' | 'id' | 'list' | 'source'>>

export function compareParties(_query: PartyQuery, _candidate: ComparedParty): Comparison {
  throw new Error('Not written yet')
}

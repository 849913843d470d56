import {
  buildIndex,
  type ComparedParty,
  createNameSearch,
  type ListedParty,
  type NameIndex,
} from 'navicert/screening'

export interface FoundParty {
  readonly party: ListedParty
  readonly logOdds: number
}

export type Find = (asked: ComparedParty, least?: number) => readonly FoundParty[]

/** Finds parties by name alone, the likeliest first. */
export function createFinder(
  parties: readonly ListedParty[],
  index: NameIndex = buildIndex(parties),
): Find {
  const search = createNameSearch(index)
  return (asked, least = 0) =>
    search(asked, least)
      .flatMap(({ party: at, logOdds }) => {
        const party = parties[at]
        return party === undefined ? [] : [{ party, logOdds }]
      })
      .toSorted((a, b) => b.logOdds - a.logOdds)
}

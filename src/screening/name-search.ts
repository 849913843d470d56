import { NameFinder } from './find-names.ts'
import type { NameIndex } from './name-index.ts'
import { type NamedParty, namesOf } from './printed-names.ts'

/** A party by its place in what the index was made of, with the log-odds of the names alone. */
export interface NameHit {
  readonly party: number
  readonly logOdds: number
}

export interface NameSearchOptions {
  /** Compares with every name there is instead of those that can match: slow, to show that none is missed. */
  readonly isExhaustive?: boolean
}

export type NameSearch = (asked: NamedParty, least?: number) => readonly NameHit[]

/** Searches an index by names alone, all whose log-odds reach `least` (0 is even). One for each thread. */
export function createNameSearch(index: NameIndex, options: NameSearchOptions = {}): NameSearch {
  const finder = new NameFinder(index)
  return (asked, least = 0) => {
    finder.begin()
    const names = namesOf(asked, finder.words, true)
    const query = { schema: asked.schema, least }
    const found =
      options.isExhaustive === true ? finder.findAll(names, query) : finder.find(names, query)
    return [...found.values()].map(({ party, logOdds }) => ({ party, logOdds }))
  }
}

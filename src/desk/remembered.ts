import type { ListScreener, ScreeningResult } from '../screening/index.ts'
import { Recent } from './recent.ts'

/** Parties whose result is kept: the customers of a large firm. A result is some hundred bytes. */
const MOST_PARTIES = 20_000

/** The same screener, which screens a party once however often it is asked: in orders they come again. */
export function remembered(screener: ListScreener): ListScreener {
  const known = new Recent<ScreeningResult>(MOST_PARTIES)
  return {
    lists: screener.lists,
    names: screener.names,
    covers: (list) => screener.covers(list),
    gaps: (jurisdictions) => screener.gaps(jurisdictions),
    screen(query, jurisdictions) {
      const key = JSON.stringify([query, jurisdictions])
      const before = known.get(key)
      if (before !== undefined) return before
      const result = screener.screen(query, jurisdictions)
      known.keep(key, result)
      return result
    },
  }
}

import { FiledParties, type MonitoringPorts, type PartyQuery } from '../../screening/index.ts'

type NearOf = NonNullable<MonitoringPorts['nearOf']>

/** Looking a row up among the parties takes as long as screening about so many of them. */
const PARTIES_FOR_A_ROW = 20
/** Of fewer parties an index is made soon enough when it is asked for. */
const FEWEST = 5_000
/** So many that are not in the index are screened each, sooner than all are indexed again. */
const MOST_BESIDE = 1_000

interface Indexed {
  readonly at: ReadonlyMap<PartyQuery, number>
  readonly filed: FiledParties
}

/**
 * Searches the parties on file by the rows that changed, where that is sooner than screening each. The names are
 * held in memory alone: in a file they would stand beside the sealed record in clear, and outlast an erasure.
 */
export class NearParties {
  #indexed: Indexed | undefined

  /** Those of the parties that the rows may match, none left out. */
  readonly of: NearOf = (parties, rows) => {
    if (parties.length < rows.length * PARTIES_FOR_A_ROW) return parties
    const { at, filed } = this.#indexOf(parties)
    const near = filed.near(rows)
    return parties.filter(({ query }) => {
      const place = at.get(query)
      return place === undefined || near.has(place)
    })
  }

  /** Makes the index before it is asked for, so that whoever waits for a change need not wait for it. */
  prepare(parties: Parameters<NearOf>[0]): void {
    if (parties.length >= FEWEST) this.#indexOf(parties)
  }

  #indexOf(parties: Parameters<NearOf>[0]): Indexed {
    const { at } = this.#indexed ?? {}
    const beside =
      at === undefined ? parties.length : parties.filter(({ query }) => !at.has(query)).length
    if (this.#indexed !== undefined && beside <= MOST_BESIDE) return this.#indexed
    const queries = parties.map(({ query }) => query)
    this.#indexed = {
      at: new Map(queries.map((query, place) => [query, place])),
      filed: new FiledParties(queries),
    }
    return this.#indexed
  }
}

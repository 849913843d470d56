import { keptFiledIndex } from '../../lists/index.ts'
import { FiledParties, type MonitoringPorts } from '../../screening/index.ts'

/** Looking a row up among the parties takes as long as screening about so many of them. */
const PARTIES_FOR_A_ROW = 20

/** Searches the parties on file by the rows that changed, where that is sooner than screening each. */
export function nearParties(dataFolder: string): NonNullable<MonitoringPorts['nearOf']> {
  return (parties, rows) => {
    if (parties.length < rows.length * PARTIES_FOR_A_ROW) return parties
    const queries = parties.map(({ query }) => query)
    const near = new FiledParties(queries, keptFiledIndex(dataFolder, queries)).near(rows)
    return parties.filter((_, at) => near.has(at))
  }
}

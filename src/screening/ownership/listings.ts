import type { PartyQuery, Screener } from '../model.ts'
import type { GraphParty, Listing } from './model.ts'
import type { PartyGraph } from './party-graph.ts'
import { type OwnershipRules, screenedLists } from './rules.ts'

/** Screens every party of a graph against the lists that rules name; claims stand beside the hits. */
export function listingsOf(
  { parties }: PartyGraph,
  screener: Pick<Screener, 'screen' | 'covers'>,
  { rules }: Pick<OwnershipRules, 'rules'>,
): readonly Listing[] {
  const lists = [...new Set(rules.flatMap(screenedLists))]
  const uncovered = lists.filter((list) => screener.covers(list) !== 'true')
  return parties.map((party): Listing => {
    const hits = party.isUnnamed === true ? [] : screener.screen(queryOf(party)).hits
    const unseen = party.isUnnamed === true ? lists : uncovered
    const holds = new Set([...(party.claimedLists ?? []), ...hits.map((hit) => hit.party.list)])
    return {
      holds,
      open: new Set(unseen.filter((list) => !holds.has(list))),
      rows: hits.map(({ party: { list, name, rule } }) => ({ list, name, rule })),
    }
  })
}

function queryOf({
  name,
  otherNames,
  kind,
  country,
  birthDate,
  identifiers,
}: GraphParty): PartyQuery {
  return {
    name,
    ...(otherNames === undefined ? {} : { otherNames }),
    ...(kind === 'person' ? { schema: 'Person' } : {}),
    ...(country === undefined ? {} : { country }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(identifiers === undefined ? {} : { identifiers }),
  }
}

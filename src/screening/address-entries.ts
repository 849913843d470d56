import { addressLikeness } from './evidence.ts'
import type { Hit, ListedParty, PartyQuery, Snapshot } from './model.ts'
import { demandInWords } from './row-demand.ts'

const ADDRESS_ENTRY = /^address \d+$/i
const LEAST = 0.75

/**
 * The Entity List has rows that name an address and no one (`Address 01`): whoever is there needs a
 * licence (15 CFR 744.16). They are found by the address of the party, not by its name.
 */
export function addressHits(
  { address }: PartyQuery,
  rows: readonly { readonly party: ListedParty; readonly snapshot: Snapshot }[],
): readonly Hit[] {
  if (address === undefined) return []
  return rows
    .filter(({ party }) => ADDRESS_ENTRY.test(party.name))
    .flatMap(({ party, snapshot }): Hit[] => {
      const matches = party.addresses.map((listed) => addressLikeness(address, listed))
      const best = Math.max(0, ...matches)
      if (best < LEAST) return []
      return [
        {
          party,
          snapshot: snapshot.digest,
          probability: Math.round(best * 95) / 100,
          nameScore: 0,
          matchedName: party.name,
          because: [
            `The address is the listed ${party.name}: ${party.addresses[matches.indexOf(best)]}`,
            ...demandInWords(party),
          ],
        },
      ]
    })
}

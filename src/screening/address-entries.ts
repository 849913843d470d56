import { type AddressWords, addressLikeness, addressWords } from './addresses.ts'
import type { Hit, ListedParty, PartyQuery, Snapshot } from './model.ts'
import { demandInWords } from './row-demand.ts'

const ADDRESS_ENTRY = /^address \d+$/i
const LEAST = 0.75

interface AddressRow {
  readonly party: ListedParty
  readonly snapshot: Snapshot
  readonly addresses: readonly { readonly printed: string; readonly words: AddressWords }[]
}

/**
 * The Entity List has rows that name an address and no one (`Address 01`): whoever is there needs a
 * licence (15 CFR 744.16). They are found by the address of the party, not by its name.
 */
export class AddressRows {
  readonly #rows: readonly AddressRow[]

  constructor(rows: readonly { readonly party: ListedParty; readonly snapshot: Snapshot }[]) {
    this.#rows = rows
      .filter(({ party }) => ADDRESS_ENTRY.test(party.name))
      .map(({ party, snapshot }) => ({
        party,
        snapshot,
        addresses: party.addresses.map((printed) => ({ printed, words: addressWords(printed) })),
      }))
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0
  }

  hits({ address }: PartyQuery): readonly Hit[] {
    if (address === undefined || this.isEmpty) return []
    const asked = addressWords(address)
    return this.#rows.flatMap(({ party, snapshot, addresses }): Hit[] => {
      const likeness = addresses.map(({ words }) => addressLikeness(asked, words))
      const best = Math.max(0, ...likeness)
      if (best < LEAST) return []
      return [
        {
          party,
          snapshot: snapshot.digest,
          probability: Math.round(best * 95) / 100,
          nameScore: 0,
          matchedName: party.name,
          because: [
            `The address is the listed ${party.name}: ${addresses[likeness.indexOf(best)]?.printed}`,
            ...demandInWords(party),
          ],
        },
      ]
    })
  }
}

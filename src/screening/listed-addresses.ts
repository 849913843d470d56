import { type AddressWords, addressLikeness, addressWords } from './addresses.ts'
import type { ListedNeighbour, ListedParty, PartyQuery } from './model.ts'
import { isCountryWord } from './word-classes.ts'

interface ListedAddress extends ListedNeighbour {
  readonly words: AddressWords
}

/** Share of the words of the shorter address that the other has. */
const LEAST = 0.85
/** Besides the number of the house: a street and a town, say. */
const LEAST_NAMES = 2

const GENERIC = new Set(
  'no st ave rd bldg fl rm ste apt dist prov center unit block tower plaza zone area park lot lane industrial city'.split(
    ' ',
  ),
)

/**
 * Addresses of listed rows by the number of the house. A town, a street or a postcode alone is no
 * address; two that agree in house, street and town are one place, whoever is said to be there.
 */
export class ListedAddresses {
  readonly #rows: () => readonly ListedParty[]
  #byHouse: ReadonlyMap<string, readonly ListedAddress[]> | undefined

  /** @param rows worked through when somebody with an address is first screened */
  constructor(rows: () => readonly ListedParty[]) {
    this.#rows = rows
  }

  at({ address }: PartyQuery): readonly ListedNeighbour[] {
    if (address === undefined) return []
    const asked = wordsOf(address)
    const houses = [...asked].filter(isHouse)
    if (houses.length === 0 || namesIn(asked) < LEAST_NAMES) return []
    this.#byHouse ??= this.#index()
    const found = new Map<ListedParty, ListedNeighbour>()
    for (const house of houses) {
      for (const one of this.#byHouse.get(house) ?? []) {
        if (isOnePlace(asked, one.words)) found.set(one.party, one)
      }
    }
    return [...found.values()].map(({ party, address: printed }) => ({ party, address: printed }))
  }

  #index(): ReadonlyMap<string, readonly ListedAddress[]> {
    const byHouse = new Map<string, ListedAddress[]>()
    for (const party of this.#rows()) {
      for (const address of party.addresses) {
        const words = wordsOf(address)
        if (namesIn(words) < LEAST_NAMES) continue
        for (const house of [...words].filter(isHouse)) {
          const known = byHouse.get(house)
          if (known === undefined) byHouse.set(house, [{ party, address, words }])
          else known.push({ party, address, words })
        }
      }
    }
    return byHouse
  }
}

function wordsOf(address: string): AddressWords {
  return new Set([...addressWords(address)].filter((word) => !isCountryWord(word)))
}

/** Postcodes have more figures; they say no more than the town. */
function isHouse(word: string): boolean {
  return /^\d{1,4}[a-z]?$/.test(word)
}

function namesIn(words: AddressWords): number {
  return [...words].filter((word) => !/\d/.test(word) && !GENERIC.has(word)).length
}

function isOnePlace(left: AddressWords, right: AddressWords): boolean {
  const [short, long] = left.size <= right.size ? [left, right] : [right, left]
  const shared = new Set([...short].filter((word) => long.has(word)))
  if (namesIn(shared) < LEAST_NAMES || ![...shared].some(isHouse)) return false
  return addressLikeness(left, right) >= LEAST
}

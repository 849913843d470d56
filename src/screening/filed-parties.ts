import { AddressRows } from './address-entries.ts'
import { comparedQuery, numbersOf } from './compare-parties.ts'
import { NameFinder } from './find-names.ts'
import { numberKey } from './identifiers.ts'
import { ListedAddresses } from './listed-addresses.ts'
import type { ListedParty, PartyQuery, Snapshot } from './model.ts'
import { mostEvidence, mostEvidenceOf, OTHER_KIND } from './most-evidence.ts'
import { buildIndex, type NameIndex } from './name-index.ts'
import { namesOf } from './printed-names.ts'
import { canonicalWord, isPlace, isTown } from './word-classes.ts'

/** Whether a name may say a place, as far as is told before it is read. */
function mayBeBranch({ name, otherNames = [], schema }: PartyQuery): boolean {
  if (schema === 'Person') return false
  const isPlaceIn = (text: string): boolean =>
    OTHER_LETTERS.test(text) || text.toLowerCase().split(BETWEEN_LETTERS).some(saysWhere)
  return [name, ...otherNames].some(isPlaceIn)
}

function saysWhere(word: string): boolean {
  const written = canonicalWord(word)
  return isPlace(written) || isTown(written)
}

/** Letters that are read as others, and an apostrophe between two (`Xi'an`): what they say is not told before. */
const OTHER_LETTERS = /[^A-Za-z\P{L}]|\p{M}|\p{L}['’ʼ´`]\p{L}/u
const BETWEEN_LETTERS = /\P{L}+/u

/** The names of parties on file as they are searched by listed names. */
export function indexFiled(parties: readonly PartyQuery[]): NameIndex {
  return buildIndex(parties.map(comparedQuery), true)
}

/**
 * Parties on file, to be searched by listed row: screening turned round. What it gives is not a hit but
 * whom to screen, so that hits are made in one place. The index is of the same parties, in order.
 */
export class FiledParties {
  readonly #parties: readonly PartyQuery[]
  readonly #finder: NameFinder
  /** What is known of any of them, so that nothing else is expected to speak for one. */
  readonly #hasBirths: boolean
  readonly #hasCountries: boolean
  readonly #hasAddresses: boolean

  constructor(parties: readonly PartyQuery[], index: NameIndex = indexFiled(parties)) {
    this.#parties = parties
    this.#finder = new NameFinder(index)
    this.#hasBirths = parties.some(({ birthDate }) => birthDate !== undefined)
    this.#hasCountries = parties.some(({ country }) => country !== undefined)
    this.#hasAddresses = parties.some(({ address }) => address !== undefined)
  }

  /** Places of the parties that a screener over these rows would find something for, and of few others. */
  near(rows: readonly ListedParty[]): ReadonlySet<number> {
    const near = new Set<number>()
    for (const row of rows) this.#addByName(row, near)
    this.#addByNumber(rows, near)
    this.#addByAddress(rows, near)
    return near
  }

  #addByName(row: ListedParty, near: Set<number>): void {
    this.#finder.begin()
    const names = namesOf(row, this.#finder.words)
    const leastOf = (at: number): number => {
      const party = this.#parties[at]
      if (party === undefined) return 0
      return -mostEvidenceOf(comparedQuery(party), row, mayBeBranch(party))
    }
    const least = -mostEvidence({
      birthDates: this.#hasBirths ? row.birthDates : undefined,
      countries: this.#hasCountries ? row.countries : undefined,
      addresses: this.#hasAddresses ? row.addresses : undefined,
    })
    const query = { schema: row.schema, least, leastOf, otherKind: OTHER_KIND, isListed: true }
    for (const party of this.#finder.find(names, query).keys()) near.add(party)
  }

  #addByNumber(rows: readonly ListedParty[], near: Set<number>): void {
    const numbers = new Set(
      rows.flatMap(({ identifiers }) =>
        Object.entries(identifiers).flatMap(([kind, values]) =>
          values.map((value) => numberKey(kind, value)),
        ),
      ),
    )
    if (numbers.size === 0) return
    this.#parties.forEach((party, at) => {
      const identifiers = numbersOf(party)
      if (identifiers === undefined) return
      const keys = Object.entries(identifiers).map(([kind, value]) => numberKey(kind, value))
      if (keys.some((key) => numbers.has(key))) near.add(at)
    })
  }

  /** Rows that name an address and no one, and whoever has the address of a row under another name. */
  #addByAddress(rows: readonly ListedParty[], near: Set<number>): void {
    const snapshot = { digest: 'sha256:' } as Snapshot
    const addresses = new AddressRows(rows.map((party) => ({ party, snapshot })))
    const shared = new ListedAddresses(() => rows)
    this.#parties.forEach((party, at) => {
      if (addresses.hits(party).length > 0 || shared.at(party).length > 0) near.add(at)
    })
  }
}

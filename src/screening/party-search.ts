import { AddressRows } from './address-entries.ts'
import {
  type ComparedParty,
  comparedQuery,
  isPersonPair,
  isShipPair,
  numbersOf,
  overallOdds,
} from './compare-parties.ts'
import { weighEvidence } from './evidence.ts'
import { explain } from './explain.ts'
import { type FoundName, NameFinder } from './find-names.ts'
import { numberKey } from './identifiers.ts'
import type { Hit, ListedParty, PartyQuery, Snapshot } from './model.ts'
import { mostEvidence, mostEvidenceOf, OTHER_KIND } from './most-evidence.ts'
import type { NameIndex } from './name-index.ts'
import {
  bestNames,
  isBranch,
  type MatchedNames,
  nameAt,
  namesOf,
  type PrintedName,
  saysPlace,
} from './printed-names.ts'
import { demandInWords } from './row-demand.ts'
import { likelihood, MATCH_FROM } from './threshold.ts'

/** A listed party with the snapshot it stands in. */
export interface ListedRow {
  readonly party: ListedParty
  readonly snapshot: Snapshot
  /** Whether it is to be found: its list is taken from this snapshot, and its own days hold. */
  readonly isActive: boolean
}

/** Listed parties by name, by number and by address. The index is over the parties of all rows, in order. */
export class PartySearch {
  readonly #rows: readonly ListedRow[]
  readonly #finder: NameFinder
  readonly #addresses: AddressRows
  #numbers: ReadonlyMap<string, readonly number[]> | undefined

  constructor(rows: readonly ListedRow[], index: NameIndex) {
    this.#rows = rows
    this.#finder = new NameFinder(index)
    this.#addresses = new AddressRows(rows.filter(({ isActive }) => isActive))
  }

  hits(query: PartyQuery): readonly Hit[] {
    const asked = comparedQuery(query)
    this.#finder.begin()
    const names = namesOf(asked, this.#finder.words, true)
    const least = -mostEvidence(asked)
    const mayBeBranch = saysPlace(names, this.#finder.words)
    const leastOf = (at: number): number => -this.#mostEvidenceAt(asked, at, mayBeBranch)
    const { schema } = asked
    const found = this.#finder.find(names, { schema, least, leastOf, otherKind: OTHER_KIND })
    const hits: Hit[] = []
    for (const name of found.values())
      this.#hit(asked, name.party, () => this.#matched(asked, name), hits)
    for (const row of this.#withNumber(query)) {
      if (!found.has(row)) this.#hit(asked, row, () => this.#anyNames(asked, names, row), hits)
    }
    return [...hits, ...this.#addresses.hits(query)].toSorted(byProbability)
  }

  #mostEvidenceAt(asked: ComparedParty, at: number, mayBeBranch: boolean): number {
    const party = this.#rows[at]?.party
    return party === undefined ? 0 : mostEvidenceOf(asked, party, mayBeBranch)
  }

  #hit(asked: ComparedParty, at: number, match: () => MatchedNames | undefined, hits: Hit[]): void {
    const row = this.#rows[at]
    if (row === undefined || !row.isActive) return
    const names = match()
    const { matcher } = this.#finder
    const indications = weighEvidence(asked, row.party, isBranch(names, matcher))
    const probability = likelihood(overallOdds(names?.logOdds, indications))
    if (probability < MATCH_FROM) return
    hits.push({
      party: row.party,
      snapshot: row.snapshot.digest,
      probability,
      nameScore: likelihood(names?.logOdds ?? Number.NEGATIVE_INFINITY),
      matchedName: names?.listed.printed ?? row.party.name,
      because: [...explain(names, indications, matcher), ...demandInWords(row.party)],
    })
  }

  #matched(asked: ComparedParty, found: FoundName): MatchedNames | undefined {
    const party = this.#rows[found.party]?.party
    if (party === undefined) return undefined
    const listedForm = this.#finder.view(found.form)
    const place = this.#finder.forms.arrays.names[found.form] ?? 0
    const { isWeak } = listedForm
    return {
      logOdds: found.logOdds,
      asked: found.asked,
      askedForm: found.askedForm,
      listed: { printed: nameAt(party, place), isWeak, place, forms: [listedForm] },
      listedForm,
      isPerson: isPersonPair(asked, party),
    }
  }

  #anyNames(
    asked: ComparedParty,
    names: readonly PrintedName[],
    at: number,
  ): MatchedNames | undefined {
    const party = this.#rows[at]?.party
    if (party === undefined) return undefined
    const { matcher } = this.#finder
    const listed = namesOf(party, matcher.words)
    return bestNames(names, listed, matcher, isPersonPair(asked, party), isShipPair(asked, party))
  }

  #withNumber(query: PartyQuery): readonly number[] {
    const asked = Object.entries(numbersOf(query) ?? {})
    if (asked.length === 0) return []
    this.#numbers ??= this.#readNumbers()
    const numbers = this.#numbers
    return asked.flatMap(([kind, value]) => numbers.get(numberKey(kind, value)) ?? [])
  }

  #readNumbers(): ReadonlyMap<string, readonly number[]> {
    const numbers = new Map<string, number[]>()
    this.#rows.forEach(({ party }, at) => {
      for (const [kind, values] of Object.entries(party.identifiers)) {
        for (const value of values) {
          const key = numberKey(kind, value)
          const rows = numbers.get(key)
          if (rows === undefined) numbers.set(key, [at])
          else rows.push(at)
        }
      }
    })
    return numbers
  }
}

function byProbability(a: Hit, b: Hit): number {
  if (a.probability !== b.probability) return b.probability - a.probability
  if (a.nameScore !== b.nameScore) return b.nameScore - a.nameScore
  const [left, right] = [orderOf(a.party), orderOf(b.party)]
  return left < right ? -1 : left > right ? 1 : 0
}

function orderOf(party: ListedParty): string {
  return `${party.list} ${party.name} ${party.id}`
}

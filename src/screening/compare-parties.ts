import { type Indication, type PartyEvidence, weighEvidence } from './evidence.ts'
import { explain } from './explain.ts'
import { saysFirm } from './firm-said.ts'
import { isChecked } from './identifiers.ts'
import type { PartyQuery } from './model.ts'
import { NameMatcher } from './name-matcher.ts'
import { bestNames, isBranch, type NamedParty, namesOf } from './printed-names.ts'
import { likelihood, MATCH_FROM, NO_NAME } from './threshold.ts'
import { WordTable } from './word-table.ts'

export interface Comparison {
  /** 0 to 1, two decimals: that the two are the same, all evidence together. */
  readonly score: number
  /** Whether `score` reaches the one threshold. */
  readonly match: boolean
  /** 0 to 1, two decimals: likeness of the names alone. */
  readonly nameScore: number
  readonly because: readonly string[]
}

/** A party on either side: names, and what else is known. */
export interface ComparedParty extends PartyEvidence, NamedParty {}

const MOST_WORDS = 50_000
let shared: NameMatcher | undefined

/** One matcher for comparisons without an index; it forgets what it read when that has grown long. */
export function sharedMatcher(): NameMatcher {
  shared ??= new NameMatcher(new WordTable())
  if (shared.words.added > MOST_WORDS) shared.forget()
  return shared
}

/** Whether two parties are one and the same: the best pair of their names, then all other evidence. */
export function compareParties(asked: ComparedParty, listed: ComparedParty): Comparison {
  const matcher = sharedMatcher()
  const best = bestNames(
    namesOf(asked, matcher.words, true),
    namesOf(listed, matcher.words),
    matcher,
    isPersonPair(asked, listed),
    isShipPair(asked, listed),
  )
  const indications = weighEvidence(asked, listed, isBranch(best, matcher))
  const score = likelihood(overallOdds(best?.logOdds, indications))
  return {
    score,
    match: score >= MATCH_FROM,
    nameScore: likelihood(best?.logOdds ?? Number.NEGATIVE_INFINITY),
    because: explain(best, indications, matcher),
  }
}

export function isPersonPair(asked: PartyEvidence, listed: PartyEvidence | undefined): boolean {
  return asked.schema === 'Person' || listed?.schema === 'Person'
}

export function isShipPair(asked: PartyEvidence, listed: PartyEvidence | undefined): boolean {
  return asked.schema === 'Vessel' || listed?.schema === 'Vessel'
}

/** Names and evidence together. A number that both bear outweighs names that differ: ships are renamed. */
export function overallOdds(
  nameOdds: number | undefined,
  indications: readonly Indication[],
): number {
  let evidence = 0
  let sharesNumber = false
  for (const { logOdds, isSameNumber } of indications) {
    evidence += logOdds
    if (isSameNumber === true) sharesNumber = true
  }
  const names = nameOdds ?? NO_NAME
  return (sharesNumber ? Math.max(names, NO_NAME) : names) + evidence
}

const NUMBER_OF_SHIP = /\bIMO(?:\s*(?:no|nr|number))?[\s.:#-]*(\d{7})(?!\d)/iu

/** The numbers of a party, among them the one that is written into the name of a ship: `HALCYON DAWN IMO 9187629`. */
export function numbersOf({ name, identifiers }: PartyQuery): PartyQuery['identifiers'] {
  const [, imo] = NUMBER_OF_SHIP.exec(name) ?? []
  if (imo === undefined || !isChecked('imo', imo)) return identifiers
  return { imo, ...identifiers }
}

/** A party to screen as one side of a comparison. */
export function comparedQuery(query: PartyQuery): ComparedParty {
  const { name, otherNames, country, birthDate, address } = query
  const isFirm = otherNames === undefined && birthDate === undefined && saysFirm(name)
  const schema = query.schema ?? (isFirm ? 'Organization' : undefined)
  const identifiers = numbersOf(query)
  return {
    name,
    aliases: otherNames,
    schema,
    countries: country === undefined ? undefined : [country],
    birthDates: birthDate === undefined ? undefined : [birthDate],
    addresses: address === undefined ? undefined : [address],
    identifiers:
      identifiers === undefined
        ? undefined
        : Object.fromEntries(Object.entries(identifiers).map(([kind, value]) => [kind, [value]])),
  }
}

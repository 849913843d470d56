import { type Indication, type PartyEvidence, weighEvidence } from './evidence.ts'
import { explain } from './explain.ts'
import type { MatchedNames, PrintedName } from './matched-names.ts'
import type { PartyQuery } from './model.ts'
import { type NameForm, readName } from './name-form.ts'
import {
  compareNames,
  isComplete,
  isSameName,
  type NameComparison,
  saysNothing,
} from './name-score.ts'
import { readings } from './readings/index.ts'
import { likelihood, MATCH_FROM, WEAK_ALIAS } from './threshold.ts'

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
export interface ComparedParty extends PartyEvidence {
  readonly name: string
  readonly aliases?: readonly string[] | undefined
  /** Names the publisher calls weak: they speak less. */
  readonly weakAliases?: readonly string[] | undefined
}

const MOST_NAMES = 80

/** Whether two parties are one and the same: the best pair of their names, then all other evidence. */
export function compareParties(asked: ComparedParty, listed: ComparedParty): Comparison {
  const isPerson = asked.schema === 'Person' || listed.schema === 'Person'
  const best = bestNames(namesOf(asked), namesOf(listed), isPerson)
  const indications = weighEvidence(asked, listed)
  const score = likelihood(overallOdds(best, indications))
  return {
    score,
    match: score >= MATCH_FROM,
    nameScore: likelihood(best?.logOdds ?? Number.NEGATIVE_INFINITY),
    because: explain(best, indications),
  }
}

/** Where names say nothing, evidence alone has to carry: a shared number does, a country does not. */
const NO_NAME = -4

/** Names and evidence together. A number that both bear outweighs names that differ: ships are renamed. */
export function overallOdds(
  names: NameComparison | undefined,
  indications: readonly Indication[],
): number {
  const evidence = indications.reduce((sum, { logOdds }) => sum + logOdds, 0)
  const nameOdds = names?.logOdds ?? NO_NAME
  const sharesNumber = indications.some(({ isSameNumber }) => isSameNumber === true)
  return (sharesNumber ? Math.max(nameOdds, NO_NAME) : nameOdds) + evidence
}

/** A party to screen as one side of a comparison. */
export function comparedQuery(query: PartyQuery): ComparedParty {
  const { name, otherNames, schema, country, birthDate, address, identifiers } = query
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

export function namesOf(party: ComparedParty): readonly PrintedName[] {
  const strong = [party.name, ...(party.aliases ?? [])].map((printed) => ({
    printed,
    isWeak: false,
  }))
  const weak = (party.weakAliases ?? []).map((printed) => ({ printed, isWeak: true }))
  return [...strong, ...weak]
    .slice(0, MOST_NAMES)
    .flatMap(({ printed, isWeak }) => formsOf(printed).map((form) => ({ printed, isWeak, form })))
    .filter(({ form }) => form.tokens.length > 0)
}

const LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u

/** A name in another script is read in every way the script is romanised, and as it is printed. */
function formsOf(printed: string): readonly NameForm[] {
  const own = readName(printed)
  if (LATIN.test(printed)) return [own]
  return [own, ...readings(printed).map(({ tokens }) => readName(tokens.join(' ')))]
}

export function bestNames(
  asked: readonly PrintedName[],
  listed: readonly PrintedName[],
  isPerson: boolean,
): MatchedNames | undefined {
  let best: MatchedNames | undefined
  for (const left of asked) {
    for (const right of listed) {
      const found = matchNames(left, right, isPerson)
      if (best === undefined || found.logOdds > best.logOdds) best = found
    }
  }
  return best
}

export function matchNames(
  asked: PrintedName,
  listed: PrintedName,
  isPerson: boolean,
): MatchedNames {
  const comparison = compareNames(asked.form, listed.form, isPerson)
  const isSame = isSameName(comparison)
  let logOdds = comparison.logOdds
  const isEmpty = saysNothing(asked.form) || saysNothing(listed.form)
  if (isEmpty && !isComplete(comparison)) logOdds = Math.min(logOdds, NO_NAME)
  else if (isSame) logOdds = Math.max(logOdds, SAME_NAME)
  const weak = (asked.isWeak || listed.isWeak) && !isSame ? WEAK_ALIAS : 0
  return { ...comparison, logOdds: logOdds + weak, asked, listed }
}

/** The same words, whatever their order and the legal form: found, however common they are. */
const SAME_NAME = 2

import { compareBirths } from './births.ts'
import type { PartyEvidence } from './evidence.ts'
import { WEIGHTS } from './weights.ts'

const { evidence: EVIDENCE } = WEIGHTS

/** The most that what is known beside the names can add to them; numbers are searched on their own. */
export function mostEvidence({ birthDates, countries, addresses }: PartyEvidence): number {
  return (
    (birthDates === undefined ? 0 : Math.max(0, EVIDENCE.sameBirthDay, EVIDENCE.sameBirthYear)) +
    (countries === undefined ? 0 : Math.max(0, EVIDENCE.sameCountry)) +
    (addresses === undefined ? 0 : Math.max(0, EVIDENCE.sameAddress))
  )
}

/** The most that what is known of both can add to the names; addresses are not compared for it. */
export function mostEvidenceOf(
  { birthDates = [], countries = [], addresses }: PartyEvidence,
  listed: PartyEvidence,
): number {
  const birth = compareBirths(birthDates, listed.birthDates ?? [])
  const there = listed.countries ?? []
  const isSameCountry = countries.some((code) => there.includes(code))
  const isOtherCountry = !isSameCountry && countries.length > 0 && there.length > 0
  return (
    (birth === undefined ? 0 : EVIDENCE[birth.relation]) +
    (isSameCountry ? EVIDENCE.sameCountry : isOtherCountry ? EVIDENCE.otherCountry : 0) +
    (addresses === undefined ? 0 : Math.max(0, EVIDENCE.sameAddress))
  )
}

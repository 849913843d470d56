import type { EntryFinding, JurisdictionClassification } from '../classification/index.ts'
import { TRUE, type TruthCode, UNKNOWN } from '../kernel/index.ts'
import type { Entry } from '../rulebook/index.ts'
import { ANYTHING, type Circumstances, type KnownSet, knownSet } from './circumstances.ts'
import type { EntryLaw, LawInForce } from './law-in-force.ts'

/** What requirement rules are read for: one entry the item is on or may be on, or none. */
export interface Subject {
  /** As shown: the code, `EAR99`, `not-listed`, or `not decided`. */
  readonly label: string
  /** Value of the circumstance `entry`. */
  readonly entry: KnownSet
  /** Value of the circumstance `entry_reasons`. */
  readonly reasons: KnownSet
  /** Whether the item is on it. */
  readonly truth: TruthCode
  readonly suspended: boolean
  readonly finding?: EntryFinding
  readonly law?: EntryLaw
}

const UNLISTED = ['EAR99', 'not-listed']

/**
 * Entries met and undecided, each by itself; where none is met, the item as it stands without one.
 * `metAlone` leaves out what is undecided beside an entry that is surely met.
 */
export function subjectsOf(
  classification: JurisdictionClassification,
  law: LawInForce,
  metAlone: boolean,
): readonly Subject[] {
  const { met, undecided, listed } = classification
  const subjects = met.map((finding) => subjectOf(finding, law, TRUE))
  const settled = metAlone && met.some(({ provisional }) => !provisional)
  if (!settled) subjects.push(...undecided.map((finding) => subjectOf(finding, law, UNKNOWN)))
  if (met.length > 0) return subjects
  if (listed === 'not-listed') {
    subjects.push({
      label: law.unlisted,
      entry: knownSet(UNLISTED),
      reasons: knownSet([]),
      truth: TRUE,
      suspended: false,
    })
  } else {
    // It is on some entry or on none; rules that ask which one stay open.
    subjects.push({
      label: 'not decided',
      entry: knownSet([], new Set(['*', ...UNLISTED])),
      reasons: knownSet([], ANYTHING),
      truth: TRUE,
      suspended: false,
    })
  }
  return subjects
}

function subjectOf(finding: EntryFinding, law: LawInForce, truth: TruthCode): Subject {
  return {
    label: finding.entry.code,
    entry: knownSet([finding.entry.code], finding.oneOf && new Set(finding.oneOf)),
    reasons: reasonsOf(finding.entry),
    truth,
    suspended: finding.suspended,
    finding,
    law: law.namedBy(finding.entry, finding.oneOf),
  }
}

/** A reason that holds only under a condition may or may not be one; without any, nobody read them. */
function reasonsOf({ reasons }: Entry): KnownSet {
  if (reasons.length === 0) return knownSet([], ANYTHING)
  const sure = reasons.filter(({ when }) => when === undefined)
  return knownSet(
    sure.map(({ reason }) => reason),
    new Set(reasons.map(({ reason }) => reason)),
  )
}

/** Every entry of the jurisdiction that the item is on, and those it may be on. */
export function itemEntries(
  classification: JurisdictionClassification,
  isConfirmed: boolean,
): KnownSet {
  const { met, undecided } = classification
  const open = isConfirmed ? new Set(undecided.map(({ entry }) => entry.code)) : ANYTHING
  return knownSet(
    met.map(({ entry }) => entry.code),
    open,
  )
}

export function setSubject(circumstances: Circumstances, subject: Subject): void {
  circumstances.setMembers('entry', subject.entry)
  circumstances.setMembers('entry_reasons', subject.reasons)
}

/**
 * Whether the answer may rest on what was found: the list covers the kind wholly on the day, or
 * somebody claims the classification and nothing contradicts the claim.
 */
export function isConfirmed(classification: JurisdictionClassification, claimed: boolean): boolean {
  return (
    classification.coverage === 'complete' ||
    (claimed && classification.contradictions.length === 0)
  )
}

import type { Classification, JurisdictionClassification } from '../classification/index.ts'
import { FALSE, type LegalDate, TRUE, type TruthCode, UNKNOWN } from '../kernel/index.ts'
import type { ArrangedItem, ArrangedTransaction } from './arrange.ts'
import { ExceptionReader, type FormalityOwed, yieldsToAny } from './authorisations.ts'
import type { Circumstances } from './circumstances.ts'
import { type CompiledGap, openGaps } from './gaps.ts'
import {
  type AskedEntry,
  type LicenceFit,
  licenceFits,
  type OtherEndUser,
} from './held-licences.ts'
import type { LawInForce } from './law-in-force.ts'
import type { AssumptionFinding, ExceptionFinding } from './model.ts'
import type { ItemNexus } from './nexus.ts'
import type { NoticeReader } from './notice-reader.ts'
import type { PerformanceReader } from './performance.ts'
import {
  isRequirement,
  type ReadingObserver,
  type Requirements,
  type RuleReading,
  readRequirements,
  requiredBy,
} from './requirements.ts'
import { isConfirmed, itemEntries, type Subject, subjectsOf } from './subjects.ts'
import type { HeldAuthorisation } from './transaction.ts'

/** What one jurisdiction asks for one item. */
export interface ItemRequirement {
  readonly item: ArrangedItem
  readonly classification: JurisdictionClassification
  readonly facts: Classification
  readonly nexus: ItemNexus
  readonly subjects: readonly Subject[]
  readonly requirements: Requirements
  readonly asWritten: TruthCode
  readonly asAdministered: TruthCode
  readonly exceptions: readonly ExceptionFinding[]
  /** Of the exceptions that can be used. */
  readonly formalities: readonly FormalityOwed[]
  /** Ids of licences held that cover it. */
  readonly heldBy: readonly string[]
  /** Licences held that do not, where one is needed. */
  readonly misfits: readonly LicenceFit[]
  /** The classification rests on complete coverage or on a claim that nothing contradicts, or a licence is held whatever it is. */
  readonly confirmed: boolean
  /** Rules that are true, not prohibitions, and overcome by nothing. */
  readonly uncovered: readonly RuleReading[]
  readonly undecided: readonly RuleReading[]
  /** Parts of the law that no rule decides and that may matter, with the circumstances that leave it open whether they do. */
  readonly openAreas: ReadonlyMap<string, ReadonlySet<string>>
  /** How notices of authorities were read that say what they cover. */
  readonly noticed: readonly AssumptionFinding[]
}

export interface ItemRequirementInput {
  readonly item: ArrangedItem
  readonly facts: Classification
  readonly classification: JurisdictionClassification
  readonly nexus: ItemNexus
  readonly circumstances: Circumstances
  readonly destinations: readonly (string | undefined)[]
  /** How they are worded, where that is not by their names. */
  readonly shownTo?: readonly (string | undefined)[]
  readonly law: LawInForce
  readonly gaps: readonly CompiledGap[]
  readonly arranged: ArrangedTransaction
  readonly day: LegalDate
  /** Of a worked case: beside an entry surely met, entries not decided are left out. */
  readonly metAlone: boolean
  readonly otherEndUser: OtherEndUser
  readonly performance: PerformanceReader
  readonly observe?: ReadingObserver
  readonly notices: NoticeReader
}

export function requirementOfItem(input: ItemRequirementInput): ItemRequirement {
  const { item, facts, classification, nexus, circumstances, law, arranged, day } = input
  const { jurisdiction } = classification
  const held = arranged.transaction.authorisations ?? []
  const claimed = item.item.claims.some((claim) => claim.jurisdiction === jurisdiction)
  const confirmed = isConfirmed(classification, claimed)
  const subjects = subjectsOf(classification, law, input.metAlone)
  circumstances.setMembers('item_entries', itemEntries(classification, confirmed))
  const notices = input.notices({ arranged, item, classification, confirmed, day })
  if (notices !== undefined) circumstances.setMembers('informed_by', notices.informedBy)
  const { authorisations, grantors } = law
  const { performance } = input
  const need = { authorisations, grantors, held, jurisdiction, item, arranged, day, performance }
  const exceptions = new ExceptionReader(need)
  let ofNoRule = false
  const openAreas = new Map<string, Set<string>>()
  const permitting = new Set<string>()
  const read = readRequirements(
    circumstances,
    subjects,
    input.destinations,
    law,
    nexus,
    (reading, table) => {
      exceptions.observe(reading, table)
      input.observe?.(reading, table)
    },
    (table) => {
      for (const gap of openGaps(input.gaps, table)) {
        ofNoRule ||= gap.ofWholeKind
        if (gap.permits) permitting.add(gap.area)
        const open = openAreas.get(gap.area) ?? new Set()
        gap.when?.collectMissing(table, open)
        openAreas.set(gap.area, open)
      }
    },
    input.shownTo,
  )
  const found = exceptions.findings()
  const fits = licencesOf(input, held, read)
  const fitting = fits.filter(({ misfits }) => misfits.length === 0)
  const requirements = withoutLicensed(read, fitting)
  const standing = uncovered(requirements, found, fitting)
  // What could only permit matters to nobody who may go ahead.
  const mayGo = standing.uncovered.length === 0 && standing.undecided.length === 0
  if (mayGo) for (const area of permitting) openAreas.delete(area)
  // Lists matter to what is held through the item; acts of persons and services are held by rules that
  // are read for an open entry too.
  const matters = nexus.item !== FALSE && nexus.inside === undefined && nexus.acts.has('supply')
  const open = ofNoRule || (matters && isOpen(classification, confirmed))
  return {
    item,
    classification,
    facts,
    nexus,
    subjects,
    requirements,
    asWritten: atLeast(requiredBy(requirements, 'truth'), open),
    asAdministered: atLeast(requiredBy(requirements, 'administered'), open),
    exceptions: found,
    formalities: exceptions.owed(found),
    heldBy: fitting.map(({ id }) => id),
    misfits: fits.filter(({ misfits }) => misfits.length > 0),
    confirmed: confirmed || !matters || fitting.some(({ speaksOfAny }) => speaksOfAny),
    ...standing,
    openAreas,
    noticed: notices?.assumptions ?? [],
  }
}

/** Whatever else an entry may require, a licence that is held for it was granted by whoever requires it. */
function withoutLicensed(
  requirements: Requirements,
  licences: readonly LicenceFit[],
): Requirements {
  if (licences.length === 0 || requirements.open.length === 0) return requirements
  const open = requirements.open.filter(
    ({ subject }) => !licences.some((one) => one.speaksOf(subject.label)),
  )
  return { ...requirements, open }
}

/** Licences matter where something is required: for the places and entries for which it is. */
function licencesOf(
  { item, arranged, classification, law, day, otherEndUser, performance }: ItemRequirementInput,
  held: readonly HeldAuthorisation[],
  { readings }: Requirements,
): readonly LicenceFit[] {
  const asked = readings.filter(
    ({ inForce, truth }) => yieldsToAny(inForce.rule) && truth !== FALSE,
  )
  if (held.length === 0 || asked.length === 0) return []
  const need = {
    item,
    arranged,
    jurisdiction: classification.jurisdiction,
    grantors: law.grantors,
    day,
    otherEndUser,
    performance,
    entries: askedEntries(asked),
    destinations: [...new Set(asked.map(({ destination }) => destination))],
  }
  return licenceFits(need, held)
}

function askedEntries(asked: readonly RuleReading[]): readonly AskedEntry[] {
  const sure = new Map<string, boolean>()
  for (const { subject, truth } of asked) {
    const isSure = truth === TRUE || sure.get(subject.label) === true
    sure.set(subject.label, isSure)
  }
  return [...sure].map(([code, isSure]) => ({ code, isSure }))
}

/** Nothing is met, or what is set aside may list it too, and nobody can say that nothing does. */
function isOpen(
  { met, listed, setAside }: JurisdictionClassification,
  confirmed: boolean,
): boolean {
  if (setAside === true && !confirmed) return true
  return met.length === 0 && (listed === 'not-covered' || !confirmed)
}

function atLeast(truth: TruthCode, open: boolean): TruthCode {
  return open && truth === FALSE ? UNKNOWN : truth
}

/**
 * A licence held for the item, or an authorisation that can be used, lifts a requirement; a prohibition only where it names
 * authorisations, which is how the law says that it can be licensed at all.
 */
function uncovered(
  { readings }: Requirements,
  exceptions: readonly ExceptionFinding[],
  licences: readonly LicenceFit[],
): Pick<ItemRequirement, 'uncovered' | 'undecided'> {
  const lifted = new Set(
    exceptions.filter(({ usable }) => usable === true).flatMap(({ overcomes }) => overcomes),
  )
  const standing = readings.filter(
    ({ inForce, subject }) =>
      isRequirement(inForce) &&
      (!yieldsToAny(inForce.rule) ||
        !(lifted.has(inForce.rule.id) || licences.some((one) => one.speaksOf(subject.label)))),
  )
  return {
    uncovered: standing.filter(({ truth }) => truth === TRUE),
    undecided: standing.filter(({ truth }) => truth === UNKNOWN),
  }
}

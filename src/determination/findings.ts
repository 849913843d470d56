import type { Claim, EntryFinding, JurisdictionClassification } from '../classification/index.ts'
import { disjoin, FALSE, TRUE, type TruthCode, truthOf, UNKNOWN } from '../kernel/index.ts'
import type { Jurisdiction, Margin } from '../rulebook/index.ts'
import { answerOf } from './answers.ts'
import type { ArrangedTransaction } from './arrange.ts'
import type { ItemRequirement } from './item-requirement.ts'
import type { MissingFacts } from './missing.ts'
import type { EntryAnswer, ItemFinding, JurisdictionFinding, RuleFinding } from './model.ts'
import { mayHold, strongestOf } from './nexus.ts'
import { isRequirement, type RuleReading } from './requirements.ts'
import { judgeJurisdiction } from './verdict.ts'

// Keys of every part of an answer stand in the order of canonical JSON (see assemble.ts).

/** The answer of one jurisdiction; what would decide it is gathered on the way. */
export function findingOfJurisdiction(
  jurisdiction: Jurisdiction,
  items: readonly ItemRequirement[],
  arranged: ArrangedTransaction,
  missing: MissingFacts,
): JurisdictionFinding {
  const { code, name, authority } = jurisdiction
  const held = items.filter(({ nexus }) => mayHold(nexus))
  for (const item of held) gatherMissing(code, item, arranged, missing)
  const { verdict, because } = judgeJurisdiction(code, held)
  return {
    because,
    items: held.map(({ item, classification }) => itemFinding(item.id, classification)),
    jurisdiction: code,
    licence: {
      authority,
      by: held.flatMap((item) =>
        item.requirements.readings.map((reading) => ruleFinding(reading, item)),
      ),
      exceptions: held.flatMap(({ exceptions }) => exceptions),
      heldBy: [...new Set(held.flatMap(({ heldBy }) => heldBy))],
      notFitting: held.flatMap(({ item, misfits }) =>
        misfits.map(({ id, misfits: because }) => ({ because, id, item: item.id })),
      ),
      required: {
        asAdministered: answerOf(highest(held, 'asAdministered')),
        asWritten: answerOf(highest(held, 'asWritten')),
      },
    },
    name,
    nexus: strongestOf(items.map(({ nexus }) => nexus)),
    verdict,
  }
}

function highest(
  items: readonly ItemRequirement[],
  side: 'asWritten' | 'asAdministered',
): TruthCode {
  return items.reduce<TruthCode>((most, item) => disjoin(most, item[side]), FALSE)
}

export function itemFinding(id: string, classification: JurisdictionClassification): ItemFinding {
  const { listed, entries, eliminated } = classification
  return { eliminated, entries: entries.map(entryAnswer), item: id, listed }
}

function entryAnswer(finding: EntryFinding): EntryAnswer {
  const { entry, truth, basis, claim, suspended, margins, missing } = finding
  const claimed = claim === undefined ? undefined : claimOf(claim)
  return {
    basis,
    cite: entry.cite,
    ...(claimed && { claimed }),
    code: entry.code,
    margins: margins.map(marginOf),
    missing,
    ...(suspended ? { suspended } : {}),
    title: entry.title,
    truth,
    version: entry.version,
  }
}

function marginOf({ parameter, percent, truth, unit, value, wanted }: Margin): Margin {
  return {
    parameter,
    ...(percent === undefined ? {} : { percent }),
    truth,
    ...(unit === undefined ? {} : { unit }),
    value,
    wanted,
  }
}

function claimOf({ code, basis, evidence }: Claim): NonNullable<EntryAnswer['claimed']> {
  return { basis, code, ...(evidence === undefined ? {} : { evidence }) }
}

function ruleFinding(reading: RuleReading, { item }: ItemRequirement): RuleFinding {
  const { inForce, truth, administered, subject, destination, policy } = reading
  const { rule } = inForce
  const applied = inForce.administered
  const finding = {
    cite: rule.cite,
    destination: destination ?? null,
    effect: rule.effect,
    entry: subject.label,
    item: item.id,
    policy,
    rule: rule.id,
    title: rule.title,
    truth: truthOf(truth),
  }
  if (applied === undefined) return finding
  const { cite, what } = applied
  return { administered: { cite, truth: truthOf(administered), what }, ...finding }
}

/** Circumstances, characteristics of entries whose rules are not all false, the classification, the nexus. */
function gatherMissing(
  jurisdiction: string,
  item: ItemRequirement,
  arranged: ArrangedTransaction,
  missing: MissingFacts,
): void {
  const { requirements, classification, confirmed, nexus } = item
  for (const { inForce, missing: open } of requirements.readings) {
    if (!isRequirement(inForce)) continue
    for (const id of open) missing.addCircumstance(id, arranged, item.item, inForce.rule.id)
  }
  const matter = requirements.readings.some(
    ({ inForce, truth }) => isRequirement(inForce) && truth !== FALSE,
  )
  const decisive = new Set(
    requirements.readings.filter(({ truth }) => truth === UNKNOWN).map(({ subject }) => subject),
  )
  const claim = `claimed.${jurisdiction}`
  const ask = (why: string, decides: string): void => missing.add(claim, item.item.id, why, decides)
  for (const subject of item.subjects) {
    const { finding } = subject
    if (subject.truth === TRUE || finding === undefined || !decisive.has(subject)) continue
    const id = `${jurisdiction}:${finding.entry.code}`
    for (const name of finding.missing) missing.addCharacteristic(name, item.item, id)
    if (finding.missing.length === 0) ask(CLASSIFICATION, id)
  }
  if (!confirmed) ask(CLASSIFICATION, `${jurisdiction}: whether anything else lists it`)
  for (const { subject } of requirements.open) {
    ask(
      'What does the list require for this entry on that day?',
      `${jurisdiction}:${subject.label}`,
    )
  }
  if (nexus.item === UNKNOWN && (matter || !confirmed || classification.undecided.length > 0)) {
    gatherNexus(jurisdiction, item, arranged, missing)
  }
}

const CLASSIFICATION = 'What is its classification, confirmed by maker, authority or yourself?'

function gatherNexus(
  jurisdiction: string,
  { item, nexus }: ItemRequirement,
  arranged: ArrangedTransaction,
  missing: MissingFacts,
): void {
  const { transaction } = arranged
  const decides = `${jurisdiction}: jurisdiction`
  for (const { fact, why, decides: by } of nexus.asked ?? []) {
    missing.add(fact, item.id, why, decides)
    missing.add(fact, item.id, why, by)
  }
  for (const { circumstance, decides: by } of nexus.open ?? []) {
    missing.addCircumstance(circumstance, arranged, item, by)
  }
  const open = new Set(
    nexus.findings.filter(({ truth }) => truth === 'unknown').map(({ kind }) => kind),
  )
  if (open.has('territory') && transaction.route?.from === undefined) {
    missing.add('route.from', 'transaction', 'From which country does the item leave?', decides)
  }
  if (open.has('origin')) {
    missing.add('origin', item.id, 'In which country does the item originate?', decides)
  }
  // Read against its tables, it has said above what it asks.
  if (nexus.byDestination !== undefined) return
  if (open.has('de-minimis')) {
    const why = 'What does it contain, of which origin, and may any of it be controlled?'
    missing.add('content', item.id, why, decides)
  }
  if (open.has('direct-product')) {
    const why = 'With technology, software and equipment of which origin is it made?'
    missing.add('madeWith', item.id, why, decides)
  }
}

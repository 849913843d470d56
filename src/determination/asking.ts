import { FALSE, TRUE, UNKNOWN } from '../kernel/index.ts'
import type { ItemRequirement } from './item-requirement.ts'
import type { AskedFacts } from './missing.ts'
import { isRequirement, isUnplaced } from './requirements.ts'

/** Circumstances, characteristics of entries whose rules are not all false, the classification, the nexus. */
export function askFor(
  jurisdiction: string,
  item: ItemRequirement,
  leavesFrom: string | undefined,
  asked: AskedFacts,
): void {
  const { requirements, classification, confirmed, nexus } = item
  const matters = gatherReadings(item, asked)
  const decisive = new Set(
    requirements.readings.filter(({ truth }) => truth === UNKNOWN).map(({ subject }) => subject),
  )
  const claim = `claimed.${jurisdiction}`
  const ask = (why: string, decides: string): void => asked.add(claim, item.item.id, why, decides)
  for (const subject of item.subjects) {
    const { finding } = subject
    if (subject.truth === TRUE || finding === undefined || !decisive.has(subject)) continue
    const id = `${jurisdiction}:${finding.entry.code}`
    for (const name of finding.missing) asked.addCharacteristic(name, item.item.id, id)
    if (finding.missing.length === 0) ask(CLASSIFICATION, id)
  }
  if (!nexus.acts.has('supply') && [...decisive].some(isUnplaced)) ask(TOOL, TOOL_DECIDES)
  for (const [area, open] of item.openAreas) {
    for (const id of open) asked.addCircumstance(id, `${jurisdiction}: ${area}`)
  }
  if (!confirmed) ask(CLASSIFICATION, `${jurisdiction}: whether anything else lists it`)
  for (const { subject } of requirements.open) {
    ask(
      'What does the list require for this entry on that day?',
      `${jurisdiction}:${subject.label}`,
    )
  }
  if (nexus.item === UNKNOWN && (matters || !confirmed || classification.undecided.length > 0)) {
    gatherNexus(jurisdiction, item, leavesFrom, asked)
  }
}

/** What the rules ask; whether one of them asks for a licence, or may. */
function gatherReadings(item: ItemRequirement, asked: AskedFacts): boolean {
  const { requirements, nexus } = item
  for (const { inForce, missing: open } of requirements.readings) {
    for (const id of open) {
      if (!isAskedByReach(id, item)) asked.addCircumstance(id, inForce.rule.id)
    }
  }
  const mattering = requirements.readings.filter(
    ({ inForce, truth }) => isRequirement(inForce) && truth !== FALSE,
  )
  if (nexus.acts.has('supply') && nexus.acts.has('service')) {
    for (const { inForce } of mattering) {
      asked.add('service.tools', 'transaction', STAYING, inForce.rule.id)
    }
  }
  return mattering.length > 0
}

/** How an item is held is asked for by its origin; once that is stated, its reach asks for content and making. */
function isAskedByReach(circumstance: string, { item }: ItemRequirement): boolean {
  return circumstance === 'subject_through' && item.item.origin !== undefined
}

const STAYING = 'Which items are tools that stay where they are while the service is given on them?'
const TOOL = 'On which entry of the list is the tool that the service is given on?'
const TOOL_DECIDES = 'rules on services that name entries'
const CLASSIFICATION = 'What is its classification, confirmed by maker, authority or yourself?'

function gatherNexus(
  jurisdiction: string,
  { item, nexus }: ItemRequirement,
  leavesFrom: string | undefined,
  asked: AskedFacts,
): void {
  const decides = `${jurisdiction}: jurisdiction`
  for (const { fact, why, decides: by } of nexus.asked ?? []) {
    asked.add(fact, item.id, why, decides)
    asked.add(fact, item.id, why, by)
  }
  for (const { circumstance, decides: by } of nexus.open ?? []) {
    asked.addCircumstance(circumstance, by)
  }
  const open = new Set(
    nexus.findings.filter(({ truth }) => truth === 'unknown').map(({ kind }) => kind),
  )
  if (open.has('territory') && leavesFrom === undefined) {
    asked.add('route.from', 'transaction', 'From which country does the item leave?', decides)
  }
  if (open.has('origin')) {
    asked.add('origin', item.id, 'In which country does the item originate?', decides)
  }
  // Read against its tables, it has said above what it asks.
  if (nexus.byDestination !== undefined) return
  if (open.has('de-minimis')) {
    const why = 'What does it contain, of which origin, and may any of it be controlled?'
    asked.add('content', item.id, why, decides)
  }
  if (open.has('direct-product')) {
    const why = 'With technology, software and equipment of which origin is it made?'
    asked.add('madeWith', item.id, why, decides)
  }
}

import type { Classification } from '../classification/index.ts'
import { digestOfCanonical } from './canonical.ts'
import { coverageOfJurisdiction, undecidedAreas } from './coverage.ts'
import { dutiesOf } from './duties.ts'
import type { DealContext, Engine } from './engine.ts'
import { findingOfJurisdiction, itemFinding } from './findings.ts'
import { MissingFacts } from './missing.ts'
import type {
  AssumptionFinding,
  Determination,
  MissingFact,
  RedFlag,
  ReferenceFinding,
} from './model.ts'
import { type PartiesScreened, screenParties } from './parties.ts'
import { Reasons } from './reasons.ts'
import { contradictionFlags, inconsistencyFlags, statedFlags } from './red-flags.ts'
import { assumptionsOf } from './unstated.ts'
import { judgeDeal } from './verdict.ts'

/** The whole answer, in one fixed order, with its digest. */
export function determinationOf(
  engine: Engine,
  deal: DealContext,
  classified: ReadonlyMap<string, Classification>,
  engineVersion: string,
): Determination {
  const { arranged, asOf, knownAt, screener } = deal
  const { transaction } = arranged
  const { rulebook } = engine
  const resolutions = transaction.knowledge?.resolved ?? []
  const screened = screenParties(
    arranged,
    screener,
    engine.jurisdictionsOf(arranged, asOf),
    resolutions,
  )
  const reasons = deal.explain ? new Reasons() : undefined
  const missing = new MissingFacts(rulebook)
  const required = [
    ...engine.requirements(deal, classified, engine.circumstances(deal, screened), reasons),
  ]
  const jurisdictions = required.map(([jurisdiction, items]) =>
    findingOfJurisdiction(jurisdiction, items, arranged, missing),
  )
  const flags = [...screened.flags, ...flagsOf(deal, classified)]
  const assumptions = [
    ...assumptionsOf(transaction, deal),
    ...[...classified.values()].flatMap((one) => one.assumptions),
  ]
  const areas = undecidedAreas(transaction, rulebook)
  const { verdict, because } = judgeDeal({
    jurisdictions,
    parties: screened.findings,
    flags,
    assumptions,
    undecidedAreas: areas.sentences,
    workedCase: deal.closed || deal.metAlone,
  })
  const answer: Omit<Determination, 'digest'> = {
    id: transaction.id ?? null,
    asOf,
    knownAt,
    engine: { version: engineVersion },
    rulebook: { edition: rulebook.edition, digest: rulebook.digest },
    lists: screener?.lists ?? [],
    input: arranged.input,
    verdict,
    because,
    jurisdictions,
    references: referencesOf(engine, deal, classified),
    parties: screened.findings,
    redFlags: flags,
    duties: required.flatMap(([{ authority }, items]) => dutiesOf(authority, items)),
    missing: withParties(missing.list(), deal, screened),
    assumptions: distinct(assumptions),
    coverage: [
      ...required.flatMap(([{ code }, items]) => coverageOfJurisdiction(code, items, transaction)),
      ...areas.coverage,
    ],
  }
  const digest = digestOfCanonical(answer)
  return { ...answer, ...(reasons === undefined ? {} : { reasons: reasons.list }), digest }
}

function flagsOf(
  { arranged }: DealContext,
  classified: ReadonlyMap<string, Classification>,
): readonly RedFlag[] {
  const { transaction, items } = arranged
  const resolutions = transaction.knowledge?.resolved ?? []
  return [
    ...items.flatMap(({ id }) => {
      const classification = classified.get(id)
      return classification === undefined ? [] : contradictionFlags(id, classification, resolutions)
    }),
    ...inconsistencyFlags(transaction),
    ...statedFlags(transaction),
  ]
}

function referencesOf(
  engine: Engine,
  { arranged }: DealContext,
  classified: ReadonlyMap<string, Classification>,
): readonly ReferenceFinding[] {
  return engine.references.map(({ code, name }) => ({
    jurisdiction: code,
    name,
    items: arranged.items.flatMap(({ id }) => {
      const classification = classified.get(id)?.byJurisdiction.get(code)
      return classification === undefined ? [] : [itemFinding(id, classification)]
    }),
  }))
}

/** Who takes part is asked before everything else. */
function withParties(
  missing: readonly MissingFact[],
  { arranged }: DealContext,
  { findings }: PartiesScreened,
): readonly MissingFact[] {
  const asked: MissingFact[] = []
  const decides = ['verdict']
  const { parties } = arranged
  if (!parties.some(({ role }) => RECEIVES.has(role))) {
    asked.push({
      fact: 'parties[end-user]',
      of: 'transaction',
      why: 'Who gets the item, and who uses it?',
      wouldDecide: decides,
    })
  }
  const unscreened = findings.filter(
    ({ screening }) => screening.state === 'not-screened' || screening.state === 'stale',
  )
  for (const { name, screening } of unscreened) {
    asked.push({
      fact: 'screening',
      of: name,
      why: screening.because.join(' ') || 'Is the party on a list?',
      wouldDecide: decides,
    })
  }
  return [...asked, ...missing]
}

const RECEIVES: ReadonlySet<string> = new Set([
  'end-user',
  'ultimate-consignee',
  'purchaser',
  'service-customer',
])

function distinct(assumptions: readonly AssumptionFinding[]): readonly AssumptionFinding[] {
  return [...new Map(assumptions.map((one) => [one.what, one])).values()]
}

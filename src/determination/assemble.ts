import type { Classification } from '../classification/index.ts'
import { digestOfBytes } from '../kernel/index.ts'
import type { SnapshotReference } from '../screening/index.ts'
import { coverageOfJurisdiction, undecidedAreas } from './coverage.ts'
import { dutiesOf } from './duties.ts'
import type { DealContext, Engine } from './engine.ts'
import { findingOfJurisdiction, itemFinding } from './findings.ts'
import { createFlagResolver, type FlagResolver } from './flag-resolver.ts'
import { MissingFacts } from './missing.ts'
import type {
  AssumptionFinding,
  Determination,
  MissingFact,
  PartyFinding,
  RedFlag,
  ReferenceFinding,
} from './model.ts'
import type { OwnersJudged } from './owners.ts'
import { type PartiesScreened, screenParties } from './parties.ts'
import { Reasons } from './reasons.ts'
import { contradictionFlags, inconsistencyFlags, statedFlags } from './red-flags.ts'
import { assumptionsOf } from './unstated.ts'
import { judgeDeal } from './verdict.ts'

/**
 * The whole answer with its digest. Every object is made with its keys in the order of RFC 8785, so that
 * its plain JSON text is its canonical form: a batch writes and digests each answer once, natively.
 */
export function determinationOf(
  engine: Engine,
  deal: DealContext,
  classified: ReadonlyMap<string, Classification>,
  engineVersion: string,
): Determination {
  const { arranged, asOf, knownAt, screener } = deal
  const { transaction } = arranged
  const { rulebook } = engine
  const resolver = createFlagResolver(rulebook.clearance, transaction.knowledge?.resolved ?? [])
  const screened = screenParties(
    arranged,
    screener,
    deal.holds.map(({ seat }) => seat.jurisdiction.code),
    resolver,
  )
  const reasons = deal.explain ? new Reasons() : undefined
  const missing = new MissingFacts(rulebook)
  const {
    circumstances,
    owners,
    assumptions: assumed,
  } = engine.circumstances(deal, screened, resolver)
  const parties = screened.findings.map((party) => withOwners(party, owners))
  const required = [...engine.requirements(deal, classified, circumstances, reasons)]
  const jurisdictions = required.map(([jurisdiction, items]) =>
    findingOfJurisdiction(jurisdiction, items, arranged, missing),
  )
  const raised = engine.flagRules.read({
    arranged,
    asOf,
    circumstances,
    classified,
    required: new Map(required.map(([{ code }, items]) => [code, items])),
    resolver,
  })
  const settled = [
    ...screened.flags,
    ...owners.flags,
    ...flagsOf(deal, classified, resolver),
    ...raised.flags,
  ]
  const flags = [...settled, ...resolver.unfit(settled)]
  const assumptions = [
    ...assumptionsOf(transaction, deal),
    ...assumed,
    ...[...classified.values()].flatMap((one) => one.assumptions),
    ...required.flatMap(([, items]) => items.flatMap(({ nexus }) => nexus.presumed ?? [])),
  ]
  const areas = undecidedAreas(arranged, rulebook)
  const { verdict, because } = judgeDeal({
    jurisdictions,
    parties,
    flags,
    assumptions,
    undecidedAreas: areas.sentences,
    workedCase: deal.closed || deal.metAlone,
  })
  const answer: Omit<Determination, 'digest'> = {
    asOf,
    assumptions: distinct(assumptions),
    because,
    coverage: [
      ...required.flatMap(([{ code }, items]) => coverageOfJurisdiction(code, items)),
      ...areas.coverage,
    ],
    duties: [
      ...required.flatMap(([{ authority }, items]) => dutiesOf(authority, items)),
      ...raised.duties,
    ],
    engine: { version: engineVersion },
    id: transaction.id ?? null,
    input: arranged.input,
    jurisdictions,
    knownAt,
    lists: (screener?.lists ?? []).map(listOf),
    missing: withParties(missing.list(), deal, screened),
    parties,
    redFlags: flags,
    references: referencesOf(engine, deal, classified),
    rulebook: { digest: rulebook.digest, edition: rulebook.edition },
    verdict,
  }
  const text = JSON.stringify(answer)
  const digest = digestOfBytes(text)
  if (reasons !== undefined) return { ...answer, reasons: reasons.list, digest }
  const whole = { ...answer, digest }
  written.set(whole, `${text.slice(0, -1)},"digest":"${digest}"}`)
  return whole
}

function withOwners(party: PartyFinding, { answers }: OwnersJudged): PartyFinding {
  const ownership = answers.get(party.name) ?? []
  if (ownership.length === 0 || party.role === 'owner') return party
  const { name, role, screening } = party
  return { name, ownership, role, screening }
}

const written = new WeakMap<Determination, string>()

/** The JSON text of an answer: that which was digested, where it is still at hand. For batches. */
export function writeDetermination(determination: Determination): string {
  return written.get(determination) ?? JSON.stringify(determination)
}

function listOf({ date, digest, snapshot, source }: SnapshotReference): SnapshotReference {
  return { date, digest, snapshot, source }
}

function flagsOf(
  { arranged }: DealContext,
  classified: ReadonlyMap<string, Classification>,
  resolver: FlagResolver,
): readonly RedFlag[] {
  const { transaction, items } = arranged
  return [
    ...items.flatMap(({ id }) => {
      const classification = classified.get(id)
      return classification === undefined ? [] : contradictionFlags(id, classification, resolver)
    }),
    ...inconsistencyFlags(transaction, resolver),
    ...statedFlags(transaction, resolver),
  ]
}

function referencesOf(
  engine: Engine,
  { arranged }: DealContext,
  classified: ReadonlyMap<string, Classification>,
): readonly ReferenceFinding[] {
  return engine.references.map(({ code, name }) => ({
    items: arranged.items.flatMap(({ id }) => {
      const classification = classified.get(id)?.byJurisdiction.get(code)
      return classification === undefined ? [] : [itemFinding(id, classification)]
    }),
    jurisdiction: code,
    name,
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
  return [...new Map(assumptions.map(({ cite, what }) => [what, { cite, what }])).values()]
}

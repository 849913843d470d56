import { digestOfBytes } from '../kernel/index.ts'
import type { SnapshotReference } from '../screening/index.ts'
import type { DealContext, Engine } from './engine.ts'
import type { FlagResolver } from './flag-resolver.ts'
import type { ItemView } from './item-view.ts'
import { jurisdictionAnswerOf } from './jurisdiction-answer.ts'
import { MissingFacts } from './missing.ts'
import type {
  AssumptionFinding,
  Duty,
  MissingFact,
  PartyFinding,
  ReasonFinding,
  RedFlag,
} from './model.ts'
import { Reasons } from './reasons.ts'
import { contradictionFlags, inconsistencyFlags, statedFlags } from './red-flags.ts'
import { judgeDeal } from './verdict.ts'
import { inText, worded } from './wording.ts'

/** An answer as its JSON text, and the reasons under it where they were asked for. */
export interface Answered {
  readonly text: string
  readonly reasons?: readonly ReasonFinding[]
}

/**
 * The whole answer with its digest, as canonical JSON (RFC 8785). It is put together from texts, most of
 * which were worked out before for what looks alike to the law; keys of every part stand in order.
 */
export function answerOf(
  engine: Engine,
  deal: DealContext,
  items: readonly ItemView[],
  coming: readonly Duty[],
  engineVersion: string,
): Answered {
  const { arranged, asOf, knownAt, screener } = deal
  const { transaction } = arranged
  const { rulebook } = engine
  const view = engine.dealView(deal)
  const { areas, parties } = view
  const reasons = deal.explain ? new Reasons() : undefined
  const missing = new MissingFacts()
  const jurisdictions = deal.holds.map((hold) =>
    jurisdictionAnswerOf(engine, deal, view, hold, items, missing, reasons),
  )
  const lists = [
    ...deal.holds.map(({ seat }) => seat.jurisdiction.code),
    ...engine.references.map(({ code }) => code),
  ]
  const { resolver } = view
  const raised = engine.redFlags(deal, view, items)
  const settled = [...view.flags, ...flagsOf(deal, items, lists, resolver), ...raised.flags]
  const flags = [...settled, ...resolver.unfit(settled)]
  const assumptions = [
    ...view.assumptions,
    ...items.flatMap((one) => lists.flatMap((code) => one.seenBy(code).assumptions)),
    ...jurisdictions.flatMap((one) => one.presumed),
  ]
  const { verdict, because } = judgeDeal({
    jurisdictions,
    parties,
    flags,
    assumptions,
    undecidedAreas: areas.sentences,
    workedCase: deal.closed || deal.metAlone,
  })
  const coverage = [
    ...jurisdictions.flatMap((one) => one.coverage),
    ...areas.coverage.map((one) => JSON.stringify(one)),
  ]
  const duties = [
    ...jurisdictions.flatMap((one) => one.duties),
    ...[...raised.duties, ...coming].map((one) => JSON.stringify(one)),
  ]
  const text =
    `{"asOf":"${asOf}","assumptions":${JSON.stringify(distinct(assumptions))},` +
    `"because":[${because.join()}],"coverage":[${coverage.join()}],"duties":[${duties.join()}],` +
    `"engine":${JSON.stringify({ version: engineVersion })},` +
    `"id":${JSON.stringify(transaction.id ?? null)},"input":"${arranged.input}",` +
    `"jurisdictions":[${jurisdictions.map((one) => one.text).join()}],"knownAt":"${knownAt}",` +
    `"lists":${JSON.stringify((screener?.lists ?? []).map(listOf))},` +
    `"missing":${JSON.stringify(withParties(missing.list(), parties))},` +
    `"parties":${view.partiesText},"redFlags":${JSON.stringify(flags)},` +
    `"references":[${referencesOf(engine, deal, items)}],` +
    `"rulebook":${JSON.stringify({ digest: rulebook.digest, edition: rulebook.edition })},` +
    `"verdict":"${verdict}"`
  const digest = digestOfBytes(`${text}}`)
  return {
    text: `${text},"digest":"${digest}"}`,
    ...(reasons === undefined ? {} : { reasons: reasons.list }),
  }
}

function listOf({ date, digest, snapshot, source }: SnapshotReference): SnapshotReference {
  return { date, digest, snapshot, source }
}

function flagsOf(
  { arranged }: DealContext,
  views: readonly ItemView[],
  lists: readonly string[],
  resolver: FlagResolver,
): readonly RedFlag[] {
  const { transaction, items } = arranged
  return [
    ...items.flatMap(({ id }, index) => {
      const view = views[index]
      return lists.flatMap((code) =>
        view?.seenBy(code).isContradicted === true
          ? contradictionFlags(id, view.classification(code), code, resolver)
          : [],
      )
    }),
    ...inconsistencyFlags(transaction, resolver),
    ...statedFlags(transaction, resolver),
  ]
}

function referencesOf(
  engine: Engine,
  { arranged }: DealContext,
  items: readonly ItemView[],
): string {
  return engine.references
    .map(({ code, name }) => {
      const findings = arranged.items.flatMap(({ id }, index) => {
        const view = items[index]
        return view === undefined ? [] : [worded(view.seenBy(code).finding, inText(id))]
      })
      return `{"items":[${findings.join()}],"jurisdiction":${JSON.stringify(code)},"name":${JSON.stringify(name)}}`
    })
    .join()
}

/** Who takes part is asked before everything else. */
function withParties(
  missing: readonly MissingFact[],
  parties: readonly PartyFinding[],
): readonly MissingFact[] {
  const asked: MissingFact[] = []
  const decides = ['verdict']
  if (!parties.some(({ role }) => RECEIVES.has(role))) {
    asked.push({
      fact: 'parties[end-user]',
      of: 'transaction',
      why: 'Who gets the item, and who uses it?',
      wouldDecide: decides,
    })
  }
  const unscreened = parties.filter(
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

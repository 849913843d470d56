import { codeOf, disjoin, FALSE, type Truth, type TruthCode } from '../kernel/index.ts'
import { answerOf, worse } from './answers.ts'
import type { DealView } from './deal-view.ts'
import { type DealContext, type Engine, heldItems } from './engine.ts'
import type { Hold } from './holds.ts'
import type { ItemAnswer } from './item-answer.ts'
import type { ItemView } from './item-view.ts'
import { MissingFacts } from './missing.ts'
import type { AssumptionFinding, JurisdictionFinding, Verdict } from './model.ts'
import type { Reasons } from './reasons.ts'
import { inText, type Wording, worded } from './wording.ts'

/** What one jurisdiction answers, in JSON, with what the whole answer takes from it. */
export interface JurisdictionAnswer {
  readonly text: string
  readonly verdict: Verdict
  /** In JSON. */
  readonly because: readonly string[]
  readonly duties: readonly string[]
  readonly coverage: readonly string[]
  readonly presumed: readonly AssumptionFinding[]
}

/** Brings together what was answered for each item; what it asks for is added to what is missing. */
export function jurisdictionAnswerOf(
  engine: Engine,
  deal: DealContext,
  view: DealView,
  hold: Hold,
  items: readonly ItemView[],
  missing: MissingFacts,
  reasons: Reasons | undefined,
): JurisdictionAnswer {
  const { code, name } = hold.seat.jurisdiction
  const reached = heldItems(deal, hold, items)
  if (reasons !== undefined) for (const one of reached) engine.explain(deal, view, one, reasons)
  const all = reached.map((one): AnsweredItem => {
    const id = inText(one.item.id)
    const finding = one.seen.seenBy(code).finding
    return { id, item: one.item.id, finding, answer: engine.itemAnswer(deal, view, one) }
  })
  const held = all.filter(({ answer }) => answer.isHeld)
  for (const one of held) ask(one, deal.mark, view, missing)
  const verdict = held.reduce<Verdict>((worst, { answer }) => worse(worst, answer.verdict), 'clear')
  const because = sentencesOf(held, verdict)
  const text =
    `{"because":[${because.join()}],"items":[${held.map(({ id, finding }) => worded(finding, id)).join()}],` +
    `"jurisdiction":${JSON.stringify(code)},"licence":${licenceOf(held, hold)},` +
    `"name":${JSON.stringify(name)},"nexus":[${nexusOf(all)}],"verdict":"${verdict}"}`
  return {
    text,
    verdict,
    because,
    duties: eachOnce(all, 'duties'),
    coverage: eachOnce(all, 'coverage'),
    presumed: all.flatMap(({ answer }) => answer.presumed),
  }
}

/** The same as an object, by itself. */
export function findingOf(
  engine: Engine,
  deal: DealContext,
  hold: Hold,
  items: readonly ItemView[],
): JurisdictionFinding {
  const view = engine.dealView(deal)
  const { text } = jurisdictionAnswerOf(
    engine,
    deal,
    view,
    hold,
    items,
    new MissingFacts(),
    undefined,
  )
  return JSON.parse(text) as JurisdictionFinding
}

interface AnsweredItem {
  /** As it stands within a text of JSON. */
  readonly id: string
  readonly item: string
  readonly finding: Wording
  readonly answer: ItemAnswer
}

function sentencesOf(held: readonly AnsweredItem[], verdict: Verdict): readonly string[] {
  const because = new Set<string>()
  for (const { id, answer } of held) {
    if (answer.verdict !== verdict) continue
    for (const sentence of answer.because) because.add(worded(sentence, id))
  }
  return [...because]
}

function licenceOf(held: readonly AnsweredItem[], { seat }: Hold): string {
  const elements = (of: 'by' | 'exceptions' | 'notFitting'): string =>
    held
      .map(({ id, answer }) => worded(answer[of], id))
      .filter((text) => text !== '')
      .join()
  const required = {
    asAdministered: answerOf(highest(held, 'asAdministered')),
    asWritten: answerOf(highest(held, 'asWritten')),
  }
  const heldBy = [...new Set(held.flatMap(({ answer }) => answer.heldBy))]
  return (
    `{"authority":${JSON.stringify(seat.jurisdiction.authority)},"by":[${elements('by')}],` +
    `"exceptions":[${elements('exceptions')}],"heldBy":${JSON.stringify(heldBy)},` +
    `"notFitting":[${elements('notFitting')}],"required":${JSON.stringify(required)}}`
  )
}

function highest(held: readonly AnsweredItem[], side: 'asWritten' | 'asAdministered'): TruthCode {
  return held.reduce<TruthCode>((most, { answer }) => disjoin(most, answer[side]), FALSE)
}

/** All findings of the items, each once, the strongest truth of each kind. */
function nexusOf(all: readonly AnsweredItem[]): string {
  const byKind = new Map<string, { readonly truth: Truth; readonly text: string }>()
  for (const { id, answer } of all) {
    for (const { kind, truth, text } of answer.nexus) {
      const known = byKind.get(kind)
      if (known !== undefined && codeOf(truth) <= codeOf(known.truth)) continue
      byKind.set(kind, { truth, text: worded(text, id) })
    }
  }
  return [...byKind.values()].map(({ text }) => text).join()
}

/** Of what is said of several items the last word counts, in the place of the first. */
function eachOnce(all: readonly AnsweredItem[], of: 'duties' | 'coverage'): readonly string[] {
  const said = new Map<string, string>()
  for (const { id, answer } of all) {
    for (const [key, wording] of answer[of]) said.set(worded(key, id), worded(wording, id))
  }
  return [...said.values()]
}

function ask(
  { item, answer }: AnsweredItem,
  mark: string,
  view: DealView,
  missing: MissingFacts,
): void {
  const own = (of: string): string => (of === mark ? item : of)
  for (const [id, decides] of answer.asked.circumstances) {
    for (const { fact, of, why } of view.places(id)) missing.add(fact, own(of), why, decides)
  }
  for (const { fact, of, why, wouldDecide } of answer.asked.facts) {
    missing.add(fact, own(of), why, wouldDecide)
  }
}

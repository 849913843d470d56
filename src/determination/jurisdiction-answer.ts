import { disjoin, FALSE, type TruthCode } from '../kernel/index.ts'
import { answerOf, worse } from './answers.ts'
import type { DealView } from './deal-view.ts'
import type { DealContext, Engine, HeldItem, Hold } from './engine.ts'
import type { ItemAnswer } from './item-answer.ts'
import type { ItemView } from './item-view.ts'
import type { MissingFacts } from './missing.ts'
import type { Verdict } from './model.ts'
import { mayHold, strongestOf } from './nexus.ts'
import type { Reasons } from './reasons.ts'
import { inText, worded } from './wording.ts'

/** What one jurisdiction answers, in JSON, with what the whole answer takes from it. */
export interface JurisdictionAnswer {
  readonly text: string
  readonly verdict: Verdict
  /** In JSON. */
  readonly because: readonly string[]
  readonly duties: readonly string[]
  readonly coverage: readonly string[]
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
  const held = heldItems(deal, hold, items)
  if (reasons !== undefined) for (const one of held) engine.explain(deal, view, one, reasons)
  const answers = held.map((one) => engine.itemAnswer(deal, view, one))
  const ids = held.map(({ item }) => inText(item.id))
  for (const [index, { item }] of held.entries()) {
    ask(answers[index], item.id, deal.mark, view, missing)
  }
  const verdict = answers.reduce<Verdict>((worst, one) => worse(worst, one.verdict), 'clear')
  const because = new Set<string>()
  for (const [index, one] of answers.entries()) {
    if (one.verdict !== verdict) continue
    for (const sentence of one.because) because.add(worded(sentence, ids[index] ?? ''))
  }
  const { code, name } = hold.seat.jurisdiction
  const findings = held.map(({ seen }, index) =>
    worded(seen.seenBy(code).finding, ids[index] ?? ''),
  )
  const sentences = [...because]
  const text =
    `{"because":[${sentences.join()}],"items":[${findings.join()}],"jurisdiction":${JSON.stringify(code)},` +
    `"licence":${licenceOf(answers, ids, hold)},"name":${JSON.stringify(name)},` +
    `"nexus":${JSON.stringify(strongestOf(hold.nexus.filter(mayHold)))},"verdict":"${verdict}"}`
  return {
    text,
    verdict,
    because: sentences,
    duties: eachOnce(answers.map(({ duties }) => duties)),
    coverage: eachOnce(answers.map(({ coverage }) => coverage)),
  }
}

function heldItems(
  { arranged }: DealContext,
  { seat, nexus }: Hold,
  items: readonly ItemView[],
): readonly HeldItem[] {
  return arranged.items.flatMap((item, index) => {
    const [seen, how] = [items[index], nexus[index]]
    return seen === undefined || how === undefined || !mayHold(how)
      ? []
      : [{ seat, item, seen, nexus: how }]
  })
}

function licenceOf(answers: readonly ItemAnswer[], ids: readonly string[], { seat }: Hold): string {
  const elements = (of: 'by' | 'exceptions'): string =>
    answers
      .map((answer, index) => worded(answer[of], ids[index] ?? ''))
      .filter((text) => text !== '')
      .join()
  const required = {
    asAdministered: answerOf(highest(answers, 'asAdministered')),
    asWritten: answerOf(highest(answers, 'asWritten')),
  }
  const heldBy = [...new Set(answers.flatMap((answer) => answer.heldBy))]
  return (
    `{"authority":${JSON.stringify(seat.jurisdiction.authority)},"by":[${elements('by')}],` +
    `"exceptions":[${elements('exceptions')}],"heldBy":${JSON.stringify(heldBy)},` +
    `"required":${JSON.stringify(required)}}`
  )
}

function highest(answers: readonly ItemAnswer[], side: 'asWritten' | 'asAdministered'): TruthCode {
  return answers.reduce<TruthCode>((most, one) => disjoin(most, one[side]), FALSE)
}

/** Of what is said of several items the last word counts, in the place of the first. */
function eachOnce(said: readonly ReadonlyMap<string, string>[]): readonly string[] {
  const [only] = said
  if (only !== undefined && said.length === 1) return [...only.values()]
  return [...new Map(said.flatMap((one) => [...one])).values()]
}

function ask(
  answer: ItemAnswer | undefined,
  item: string,
  mark: string,
  view: DealView,
  missing: MissingFacts,
): void {
  const { circumstances = [], facts = [] } = answer?.asked ?? {}
  const own = (of: string): string => (of === mark ? item : of)
  for (const [id, decides] of circumstances) {
    for (const { fact, of, why } of view.places(id)) missing.add(fact, own(of), why, decides)
  }
  for (const { fact, of, why, wouldDecide } of facts) missing.add(fact, own(of), why, wouldDecide)
}

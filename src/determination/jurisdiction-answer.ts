import type { Item } from '../classification/index.ts'
import { codeOf, disjoin, FALSE, TRUE, type Truth, type TruthCode } from '../kernel/index.ts'
import { answerOf, worse } from './answers.ts'
import type { ArrangedItem } from './arrange.ts'
import { type DealContext, heldItems } from './deal-context.ts'
import type { DealView } from './deal-view.ts'
import type { Engine } from './engine.ts'
import type { Hold } from './holds.ts'
import type { ItemAnswer } from './item-answer.ts'
import type { ItemView } from './item-view.ts'
import { type AskedFact, MissingFacts } from './missing.ts'
import type { AssumptionFinding, JurisdictionFinding, Verdict } from './model.ts'
import { Places } from './places.ts'
import { Sheet } from './sheet.ts'
import {
  type Composer,
  type Own,
  type Placed,
  type Said,
  SheetComposer,
  saidOf,
} from './skeleton.ts'
import { bytesInText, inText, lawText } from './wording.ts'

/** A jurisdiction with what it answers for each item that it may hold. */
export interface AnsweredHold {
  readonly hold: Hold
  readonly items: readonly AnsweredItem[]
}

export interface AnsweredItem {
  readonly item: ArrangedItem
  readonly answer: ItemAnswer
  /** Its id, and the places where it goes. */
  readonly own: Own
  /** Where that stands which the list says of it. */
  readonly findingPlace: number
}

/** What one jurisdiction answers, with what the whole answer takes from it. */
export interface JurisdictionAnswer {
  readonly verdict: Verdict
  readonly because: readonly Said[]
  readonly duties: readonly Placed[]
  readonly coverage: readonly Placed[]
  readonly presumed: readonly AssumptionFinding[]
  /** In JSON. */
  compose(into: Composer): void
}

/** What was answered before, or is now, for each item that a jurisdiction may hold. */
export function answeredHold(
  engine: Engine,
  deal: DealContext,
  view: DealView,
  hold: Hold,
  items: readonly ItemView[],
  places: Places,
): AnsweredHold {
  const { code } = hold.seat.jurisdiction
  const { bySeat, texts } = engine.seatViews(deal, view)
  const to = bySeat.get(code)?.to ?? []
  const answered = heldItems(deal, hold, items).map((one): AnsweredItem => {
    const { at, item } = one
    return {
      item,
      answer: engine.itemAnswer(deal, view, one),
      own: {
        texts: [inText(item.id), ...to.map((place) => texts[place] ?? '')],
        places: [places.ofItem(at), ...to.map((place) => places.ofDestination(place))],
      },
      findingPlace: places.ofFinding(code, at),
    }
  })
  return { hold, items: answered }
}

/** Brings together what was answered for each item. */
export function jurisdictionAnswerOf({ hold, items: all }: AnsweredHold): JurisdictionAnswer {
  const { code, name } = hold.seat.jurisdiction
  const held = all.filter(({ answer }) => answer.isHeld)
  const verdict = held.reduce<Verdict>((worst, { answer }) => worse(worst, answer.verdict), 'clear')
  const because = sentencesOf(held, verdict)
  return {
    verdict,
    because,
    duties: eachOnce(all, 'duties'),
    coverage: eachOnce(all, 'coverage'),
    presumed: all.flatMap(({ answer }) => answer.presumed),
    compose: (into) => {
      into.text('{"because":[')
      into.said(because)
      into.text('],"items":[')
      for (const [at, { findingPlace }] of held.entries()) {
        if (at > 0) into.text(',')
        into.open(findingPlace)
      }
      into.text(`],"jurisdiction":${lawText(code)},"licence":`)
      composeLicence(held, hold, into)
      into.text(`,"name":${lawText(name)},"nexus":[`)
      into.said(nexusOf(all))
      into.text(`],"verdict":"${verdict}"}`)
    },
  }
}

/** What the items that a jurisdiction holds ask for. */
export function askAll(
  answered: readonly AnsweredHold[],
  mark: string,
  view: DealView,
): readonly AskedFact[] {
  const missing = new MissingFacts()
  for (const { items } of answered) {
    for (const one of items) if (one.answer.isHeld) ask(one, mark, view, missing)
  }
  return missing.list()
}

/** The same as an object, by itself. */
export function findingOf(
  engine: Engine,
  deal: DealContext,
  hold: Hold,
  items: readonly ItemView[],
): JurisdictionFinding {
  const view = engine.dealView(deal)
  const { code } = hold.seat.jurisdiction
  const places = new Places(0, items.length, [code])
  const answered = answeredHold(engine, deal, view, hold, items, places)
  const itemIds = deal.arranged.items.map(({ id }) => bytesInText(id))
  const destinations = engine.seatViews(deal, view).bytes
  const none = { id: '', input: '', asOf: '', knownAt: '', parties: EMPTY, names: [], destinations }
  const sheet = ownSheet
  sheet.backTo(0)
  const composer = new SheetComposer(sheet, places.fillings({ ...none, itemIds, items }))
  jurisdictionAnswerOf(answered).compose(composer)
  composer.end()
  return JSON.parse(sheet.from(0).toString()) as JurisdictionFinding
}

const EMPTY = new Uint8Array()
/** Written and read at once, again and again. */
const ownSheet = new Sheet()

function sentencesOf(held: readonly AnsweredItem[], verdict: Verdict): readonly Said[] {
  const because = new Map<string, Said>()
  for (const { answer, own } of held) {
    if (answer.verdict !== verdict) continue
    for (const sentence of answer.because) {
      const said = saidOf(sentence, own)
      if (!because.has(said.text)) because.set(said.text, said)
    }
  }
  return [...because.values()]
}

function composeLicence(held: readonly AnsweredItem[], { seat }: Hold, into: Composer): void {
  const elements = (of: 'by' | 'exceptions' | 'notFitting'): void => {
    let isFirst = true
    for (const { answer, own } of held) {
      const wording = answer[of]
      if (wording.isEmpty) continue
      if (!isFirst) into.text(',')
      into.wording(wording, own.places)
      isFirst = false
    }
  }
  const administered = answerOf(highest(held, 'asAdministered'))
  const written = answerOf(highest(held, 'asWritten'))
  const heldBy = [...new Set(held.flatMap(({ answer }) => answer.heldBy))]
  into.text(`{"authority":${lawText(seat.jurisdiction.authority)},"by":[`)
  elements('by')
  into.text('],"exceptions":[')
  elements('exceptions')
  into.text(`],"heldBy":${JSON.stringify(heldBy)},"notFitting":[`)
  elements('notFitting')
  into.text(
    `],"required":{"asAdministered":${JSON.stringify(administered)},"asWritten":${JSON.stringify(written)}}}`,
  )
}

function highest(held: readonly AnsweredItem[], side: 'asWritten' | 'asAdministered'): TruthCode {
  return held.reduce<TruthCode>((most, { answer }) => disjoin(most, answer[side]), FALSE)
}

/** All findings of the items, each once, the strongest truth of each kind. */
function nexusOf(all: readonly AnsweredItem[]): readonly Placed[] {
  const byKind = new Map<string, { readonly truth: Truth; readonly said: Placed }>()
  for (const { answer, own } of all) {
    for (const { kind, truth, text } of answer.nexus) {
      const known = byKind.get(kind)
      if (known !== undefined && codeOf(truth) <= codeOf(known.truth)) continue
      byKind.set(kind, { truth, said: { wording: text, places: own.places } })
    }
  }
  return [...byKind.values()].map(({ said }) => said)
}

/** Of what is said of several items the last word counts, in the place of the first. */
function eachOnce(all: readonly AnsweredItem[], of: 'duties' | 'coverage'): readonly Placed[] {
  const said = new Map<string, Placed>()
  for (const { answer, own } of all) {
    for (const { key, text } of answer[of])
      said.set(key.with(own.texts), { wording: text, places: own.places })
  }
  return [...said.values()]
}

function ask(
  { item, answer }: AnsweredItem,
  mark: string,
  view: DealView,
  missing: MissingFacts,
): void {
  const own = (of: string): string => (of === mark ? item.id : of)
  const applies = answer.nexus.some(({ truth }) => codeOf(truth) === TRUE)
  for (const [id, decides] of answer.asked.circumstances) {
    for (const { fact, of, why } of view.places(id))
      missing.add(fact, own(of), why, decides, applies)
  }
  for (const { fact, of, why, decides } of answer.asked.facts) {
    const asked = fact === 'kind' ? askedOfKind(item.item, why) : why
    missing.add(fact, own(of), asked, decides, applies)
  }
}

/** Of a kind that is stated and too wide: who stated `sme.etch` is not to be asked what kind of item it is. */
function askedOfKind({ kind }: Item, why: string): string {
  return kind === undefined || kind === 'unknown'
    ? why
    : `Of which kind within ${kind} is it? \`navicert find ${kind}\` shows kinds.`
}

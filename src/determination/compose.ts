import type { SnapshotReference } from '../screening/index.ts'
import type { DealContext } from './deal-context.ts'
import type { DealView } from './deal-view.ts'
import type { Engine } from './engine.ts'
import type { ItemView } from './item-view.ts'
import {
  type AnsweredHold,
  askAll,
  type JurisdictionAnswer,
  jurisdictionAnswerOf,
} from './jurisdiction-answer.ts'
import type { AskedFact } from './missing.ts'
import type { AssumptionFinding, Duty, PartyFinding, RedFlag } from './model.ts'
import type { Places } from './places.ts'
import { RuleList } from './rule-list.ts'
import { type Composer, type Placed, type Said, saidOf } from './skeleton.ts'
import { judgeDeal, partySentences } from './verdict.ts'
import { inText, lawText, wordingOf } from './wording.ts'

/** All that an answer is put together from. */
export interface AskedAnswer {
  readonly engine: Engine
  readonly deal: DealContext
  readonly view: DealView
  readonly items: readonly ItemView[]
  /** Of the jurisdictions that may hold the deal, and those for reference. */
  readonly lists: readonly string[]
  readonly holds: readonly AnsweredHold[]
  readonly flags: readonly RedFlag[]
  /** Owed whatever single items ask. */
  readonly duties: readonly Duty[]
  readonly engineVersion: string
  readonly places: Places
}

/** An answer but for its digest and last brace; keys of every part stand in the order of canonical JSON. */
export function composeAnswer(asked: AskedAnswer, into: Composer): void {
  const { deal, view, holds, flags, duties, engineVersion, places } = asked
  const { screener } = deal
  const { rulebook } = asked.engine
  const jurisdictions = holds.map(jurisdictionAnswerOf)
  const assumptions = assumptionsOf(asked, jurisdictions)
  const { verdict, because } = judgeDeal({
    jurisdictions: jurisdictions.map((one) => ({
      verdict: one.verdict,
      because: one.because.map(({ text }) => text),
    })),
    parties: view.parties,
    flags,
    assumptions,
    undecidedAreas: view.areas.sentences,
    workedCase: deal.closed || deal.metAlone,
  })
  into.text('{"asOf":"')
  into.open(places.asOf)
  into.text(`","assumptions":${distinct(assumptions)},"because":[`)
  composeSentences(because, sentencesOf(asked, jurisdictions), into)
  into.text('],"coverage":[')
  composeList(
    jurisdictions.flatMap(({ coverage }) => coverage),
    view.areas.coverage,
    into,
  )
  into.text('],"duties":[')
  composeList(
    jurisdictions.flatMap((one) => one.duties),
    duties,
    into,
  )
  into.text(`],"engine":${JSON.stringify({ version: engineVersion })},"id":`)
  into.open(places.id)
  into.text(',"input":"')
  into.open(places.input)
  into.text('","jurisdictions":[')
  for (const [at, one] of jurisdictions.entries()) {
    if (at > 0) into.text(',')
    one.compose(into)
  }
  const lists = JSON.stringify((screener?.lists ?? []).map(listOf))
  into.text('],"knownAt":"')
  into.open(places.knownAt)
  into.text(`","lists":${lists},"missing":[`)
  composeMissing(asked, into)
  into.text('],"parties":')
  into.open(places.parties)
  into.text(`,"redFlags":${JSON.stringify(flags)},"references":[`)
  composeReferences(asked, into)
  const edition = JSON.stringify({
    digest: rulebook.digest,
    edition: rulebook.edition,
  })
  into.text(`],"rulebook":${edition},"verdict":"${verdict}"`)
}

function listOf({ date, digest, snapshot, source }: SnapshotReference): SnapshotReference {
  return { date, digest, snapshot, source }
}

function assumptionsOf(
  { view, items, lists }: AskedAnswer,
  jurisdictions: readonly JurisdictionAnswer[],
): readonly AssumptionFinding[] {
  const assumptions = [...view.assumptions]
  for (const item of items) {
    for (const list of lists) assumptions.push(...item.seenBy(list).assumptions)
  }
  for (const { presumed } of jurisdictions) assumptions.push(...presumed)
  return assumptions
}

/** In JSON. Of what is assumed twice the last place of the law counts. */
function distinct(assumptions: readonly AssumptionFinding[]): string {
  const cites = new Map(assumptions.map(({ cite, what }) => [what, cite]))
  const texts = [...cites].map(
    ([what, cite]) => `{"cite":${lawText(cite)},"what":${lawText(what)}}`,
  )
  return `[${texts.join()}]`
}

/** Sentences with an open place in them, by how they read. */
function sentencesOf(
  { deal, view, places }: AskedAnswer,
  jurisdictions: readonly JurisdictionAnswer[],
): ReadonlyMap<string, Said> {
  const found = new Map<string, Said>()
  for (const { because } of jurisdictions) for (const said of because) found.set(said.text, said)
  for (const [at, party] of view.parties.entries()) {
    for (const sentence of partySentences({ ...party, name: deal.mark })) {
      const own = { texts: [inText(party.name)], places: [places.ofName(at)] }
      const said = saidOf(wordingOf(sentence, deal.mark), own)
      if (!found.has(said.text)) found.set(said.text, said)
    }
  }
  return found
}

/** @param because in JSON */
function composeSentences(
  because: readonly string[],
  said: ReadonlyMap<string, Said>,
  into: Composer,
): void {
  for (const [at, text] of because.entries()) {
    if (at > 0) into.text(',')
    const open = said.get(text)
    if (open === undefined) into.text(text)
    else into.wording(open.wording, open.places)
  }
}

function composeList(said: readonly Placed[], rest: readonly unknown[], into: Composer): void {
  into.said(said)
  for (const [at, one] of rest.entries()) {
    if (at > 0 || said.length > 0) into.text(',')
    into.text(JSON.stringify(one))
  }
}

function composeMissing({ deal, view, holds, places }: AskedAnswer, into: Composer): void {
  const missing = withParties(askAll(holds, deal.mark, view), view.parties)
  const open = new Map<string, number>()
  for (const [at, { id }] of deal.arranged.items.entries()) open.set(id, places.ofItem(at))
  for (const [at, { name }] of view.parties.entries()) open.set(name, places.ofName(at))
  for (const [at, { fact, of, why, decides }] of missing.entries()) {
    into.text(`${at > 0 ? ',' : ''}{"fact":${lawText(fact)},"of":`)
    const place = open.get(of)
    if (place === undefined) into.text(JSON.stringify(of))
    else {
      into.text('"')
      into.open(place)
      into.text('"')
    }
    into.text(`,"why":${lawText(why)},"wouldDecide":[${decides.text}]}`)
  }
}

/** Who takes part is asked before everything else. */
function withParties(
  missing: readonly AskedFact[],
  parties: readonly PartyFinding[],
): readonly AskedFact[] {
  const asked: AskedFact[] = []
  const decides = RuleList.of(['verdict'])
  if (!parties.some(({ role }) => RECEIVES.has(role))) {
    asked.push({
      fact: 'parties[end-user]',
      of: 'transaction',
      why: 'Who gets the item, and who uses it?',
      decides,
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
      decides,
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

function composeReferences({ engine, deal, places }: AskedAnswer, into: Composer): void {
  for (const [at, { code, name }] of engine.references.entries()) {
    into.text(at > 0 ? ',{"items":[' : '{"items":[')
    for (const index of deal.arranged.items.keys()) {
      if (index > 0) into.text(',')
      into.open(places.ofFinding(code, index))
    }
    into.text(`],"jurisdiction":${lawText(code)},"name":${lawText(name)}}`)
  }
}

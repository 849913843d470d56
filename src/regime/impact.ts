import { createClassifier, type Item } from '../classification/index.ts'
import {
  createDeterminer,
  type Determination,
  type JurisdictionFinding,
  type Transaction,
} from '../determination/index.ts'
import { type LegalDate, ok, type Problem, type Result } from '../kernel/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import { type NoteEffect, noteEffects } from './note-effects.ts'
import type { ProposalContent } from './proposals/messages.ts'
import { lawWith } from './proposed-law.ts'
import { type Redline, redlineOf } from './redline.ts'
import { type Trade, tradeOf } from './trade.ts'

/** What is asked: the same items and transactions under the law as it stands and as it would be. */
export interface ImpactInput {
  readonly rulebook: Rulebook
  readonly content: ProposalContent
  readonly asOf: LegalDate
  readonly items: readonly Item[]
  readonly transactions: readonly Transaction[]
  readonly engineVersion: string
  readonly ports?: ImpactPorts
}

/** What this room has no facts of; whoever has, plugs it in. */
export interface ImpactPorts {
  readonly licences?: ImpactPort
  readonly flows?: ImpactPort
  readonly supplyCost?: ImpactPort
  readonly foreignAvailability?: ImpactPort
}

export type ImpactPort = (affected: Pick<Impact, 'items' | 'transactions'>) => {
  readonly says: string
  readonly source: string
}

/** What a proposal would change, by the determination itself. */
export interface Impact {
  readonly asOf: LegalDate
  /** The redline: what differs between the two laws. */
  readonly redline: readonly Redline[]
  /** Readings of words: they change no answer, and stand beside what they may decide. */
  readonly notes: readonly NoteEffect[]
  readonly items: Affected<ItemChange>
  readonly transactions: Affected<TransactionChange>
  /** Countries that transactions changed leave from, those with most first. */
  readonly exporters: readonly { readonly country: string; readonly transactions: number }[]
  /** What the transactions changed are worth, as they state it. */
  readonly trade: Trade
  /** Each port that is plugged in, and of each that is not, that nothing is known. */
  readonly further: readonly FurtherEffect[]
}

export interface Affected<Change> {
  readonly asked: number
  readonly changed: readonly Change[]
  /** Not answered, with what was wrong: they are not counted as unchanged. */
  readonly refused: readonly { readonly id: string; readonly problems: readonly Problem[] }[]
}

export interface ItemChange {
  readonly id: string
  readonly newlyMet: readonly string[]
  readonly noLongerMet: readonly string[]
  readonly newlyOpen: readonly string[]
  readonly noLongerOpen: readonly string[]
}

export interface TransactionChange {
  readonly id: string
  readonly exporter: { readonly name?: string; readonly country?: string }
  readonly before: Determination['verdict']
  readonly after: Determination['verdict']
  /** Jurisdictions whose own answer changed. */
  readonly jurisdictions: readonly {
    readonly jurisdiction: string
    readonly before: string
    readonly after: string
    readonly newlyListed: readonly string[]
  }[]
}

export interface FurtherEffect {
  readonly what: keyof ImpactPorts
  readonly known: boolean
  readonly says: string
}

/** Fails where the proposed law does not hold against itself, or its old text is not what stands. */
export function impactOf(input: ImpactInput): Result<Impact> {
  const { rulebook: before, content, asOf } = input
  const law = lawWith(before, content, asOf)
  if (!law.ok) return law
  const laws = { ...input, before, after: law.value }
  const items = affected(input.items, (item, at) => itemChanges(laws, item, at))
  const transactions = affected(input.transactions, transactionChanges(laws))
  return ok({
    asOf,
    redline: redlineOf(before, law.value),
    notes: noteEffects(before, content, { asOf, items: input.items, classifierOf }),
    items,
    transactions,
    exporters: countriesOf(transactions.changed),
    trade: tradeOf(input.transactions, transactions.changed),
    further: further(input.ports ?? {}, { items, transactions }),
  })
}

/** The law as it stands and as it would be. */
interface Laws extends ImpactInput {
  readonly before: Rulebook
  readonly after: Rulebook
}

type Found<Change> =
  | { readonly change?: Change }
  | { readonly refused: { readonly id: string; readonly problems: readonly Problem[] } }

function affected<Thing, Change>(
  things: readonly Thing[],
  ask: (thing: Thing, at: number) => Found<Change>,
): Affected<Change> {
  const found = things.map(ask)
  return {
    asked: things.length,
    changed: found.flatMap((one) =>
      'change' in one && one.change !== undefined ? [one.change] : [],
    ),
    refused: found.flatMap((one) => ('refused' in one ? [one.refused] : [])),
  }
}

const classifiers = new WeakMap<Rulebook, ReturnType<typeof createClassifier>>()

function classifierOf(rulebook: Rulebook): ReturnType<typeof createClassifier> {
  const known = classifiers.get(rulebook) ?? createClassifier(rulebook)
  classifiers.set(rulebook, known)
  return known
}

function itemChanges({ before, after, asOf }: Laws, item: Item, at: number): Found<ItemChange> {
  const id = item.id ?? `item ${at + 1}`
  const now = classifierOf(before).classify(item, { asOf })
  const then = classifierOf(after).classify(item, { asOf })
  if (!now.ok) return { refused: { id, problems: now.problems } }
  if (!then.ok) return { refused: { id, problems: then.problems } }
  const codes = (of: typeof now, which: 'met' | 'undecided'): readonly string[] =>
    of.ok
      ? [...of.value.byJurisdiction.values()].flatMap((one) =>
          one[which].map(({ entry }) => entry.id),
        )
      : []
  const change = {
    id,
    newlyMet: added(codes(now, 'met'), codes(then, 'met')),
    noLongerMet: added(codes(then, 'met'), codes(now, 'met')),
    newlyOpen: added(codes(now, 'undecided'), codes(then, 'undecided')),
    noLongerOpen: added(codes(then, 'undecided'), codes(now, 'undecided')),
  }
  const isChanged = Object.values(change).some((one) => Array.isArray(one) && one.length > 0)
  return isChanged ? { change } : {}
}

function added(before: readonly string[], after: readonly string[]): readonly string[] {
  return [...new Set(after.filter((one) => !before.includes(one)))].toSorted()
}

function transactionChanges(
  input: Laws,
): (transaction: Transaction, at: number) => Found<TransactionChange> {
  const { before, after, asOf, engineVersion } = input
  const determiner = (rulebook: Rulebook) =>
    createDeterminer({ rulebook, classifier: classifierOf(rulebook), engineVersion })
  const [now, then] = [determiner(before), determiner(after)]
  return (transaction, at) => {
    const id = transaction.id ?? `transaction ${at + 1}`
    const first = now.determine(transaction, { asOf })
    const second = then.determine(transaction, { asOf })
    if (!first.ok) return { refused: { id, problems: first.problems } }
    if (!second.ok) return { refused: { id, problems: second.problems } }
    const jurisdictions = jurisdictionChanges(first.value, second.value)
    if (jurisdictions.length === 0 && first.value.verdict === second.value.verdict) return {}
    const exporter = transaction.parties?.find(({ role }) => role === 'exporter')
    const country = exporter?.country
    return {
      change: {
        id,
        exporter: {
          ...(exporter === undefined ? {} : { name: exporter.name }),
          ...(country === undefined ? {} : { country }),
        },
        before: first.value.verdict,
        after: second.value.verdict,
        jurisdictions,
      },
    }
  }
}

/** An answer changed where its verdict did, or what it says the items are on. */
function jurisdictionChanges(
  before: Determination,
  after: Determination,
): TransactionChange['jurisdictions'] {
  const found = (of: Determination, code: string): JurisdictionFinding | undefined =>
    of.jurisdictions.find(({ jurisdiction }) => jurisdiction === code)
  const codes = new Set(
    [...before.jurisdictions, ...after.jurisdictions].map(({ jurisdiction }) => jurisdiction),
  )
  return [...codes].toSorted().flatMap((jurisdiction) => {
    const [now, then] = [found(before, jurisdiction), found(after, jurisdiction)]
    const [listedNow, listedThen] = [listedIn(now), listedIn(then)]
    const newlyListed = added(listedNow, listedThen)
    const gone = added(listedThen, listedNow)
    if (now?.verdict === then?.verdict && newlyListed.length + gone.length === 0) return []
    return [
      {
        jurisdiction,
        before: now?.verdict ?? 'no hold',
        after: then?.verdict ?? 'no hold',
        newlyListed,
      },
    ]
  })
}

function listedIn(finding: JurisdictionFinding | undefined): readonly string[] {
  return (finding?.items ?? []).flatMap(({ item, entries }) =>
    entries.filter(({ truth }) => truth === 'true').map(({ code }) => `${item}: ${code}`),
  )
}

function countriesOf(changes: readonly TransactionChange[]): Impact['exporters'] {
  const counts = new Map<string, number>()
  for (const { exporter } of changes) {
    const country = exporter.country ?? 'not stated'
    counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  return [...counts]
    .map(([country, transactions]) => ({ country, transactions }))
    .toSorted((a, b) => b.transactions - a.transactions || (a.country < b.country ? -1 : 1))
}

const NOT_KNOWN: Readonly<Record<keyof ImpactPorts, string>> = {
  licences: 'How many licences it would add or end: no licences are on file here.',
  flows: 'Which trade it would touch: no trade data are connected.',
  supplyCost: 'What it would cost in supply: no supply model is connected.',
  foreignAvailability: 'Who else makes it outside the regime: no production data are connected.',
}

function further(
  ports: ImpactPorts,
  changed: Pick<Impact, 'items' | 'transactions'>,
): readonly FurtherEffect[] {
  return (Object.keys(NOT_KNOWN) as (keyof ImpactPorts)[]).map((what) => {
    const port = ports[what]
    if (port === undefined) return { what, known: false, says: `Not known. ${NOT_KNOWN[what]}` }
    const { says, source } = port(changed)
    return { what, known: true, says: `${says} (${source})` }
  })
}

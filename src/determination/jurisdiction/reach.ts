import type { Classification, Item } from '../../classification/index.ts'
import {
  disjoin,
  FALSE,
  type LegalDate,
  TRUE,
  type TruthCode,
  truthOf,
  UNKNOWN,
} from '../../kernel/index.ts'
import type { Jurisdiction, Rulebook } from '../../rulebook/index.ts'
import type { ArrangedItem } from '../arrange.ts'
import { type Circumstances, type KnownSet, knownSet } from '../circumstances.ts'
import type { LawInForce } from '../law-in-force.ts'
import type { NexusFinding } from '../model.ts'
import type { ItemNexus, ReachTo } from '../nexus.ts'
import { isConfirmed, itemEntries } from '../subjects.ts'
import type { CircumstanceLanguage } from '../vocabulary.ts'
import { DeMinimisReader } from './de-minimis.ts'
import { DirectProductReader } from './direct-product.ts'
import { deMinimisOf, directProductOf } from './reach-tables.ts'
import { type ReachedItem, reachedItem } from './reached-item.ts'
import type { ReachContext, Way } from './way.ts'

export interface ReachInput {
  readonly item: ArrangedItem
  readonly facts: Classification
  /** As decided by territory, origin and persons. */
  readonly nexus: ItemNexus
  readonly circumstances: Circumstances
  readonly destinations: readonly (string | undefined)[]
  readonly law: LawInForce
  readonly day: LegalDate
  readonly metAlone: boolean
  readonly closed: boolean
  readonly explain: boolean
}

/** Decides, once the item is classified, whether a seat reaches it although it was made elsewhere. */
export type Reach = (input: ReachInput) => ItemNexus

/** @throws ProblemError where a table has another shape or a criterion does not compile */
export function createReach(
  rulebook: Rulebook,
  home: Jurisdiction,
  language: CircumstanceLanguage,
): Reach {
  const levels = deMinimisOf(rulebook, home.code)
  const rules = directProductOf(rulebook, home.code)
  const readers = {
    'de-minimis': levels && new DeMinimisReader(levels, home, language),
    'direct-product':
      rules.length === 0 ? undefined : new DirectProductReader(rules, home, rulebook, language),
  }
  return (input) => {
    const { nexus } = input
    // Held by where it is or comes from: nothing else matters. Out of reach by what is stated: nothing is left.
    if (nexus.item !== UNKNOWN) return nexus
    const open = new Set(
      nexus.findings.flatMap(({ kind, truth }) => (truth === 'unknown' ? [kind] : [])),
    )
    const kinds = WAYS.filter((kind) => open.has(kind) && readers[kind] !== undefined)
    if (kinds.length === 0) return nexus
    const reached = reachedOnce(input.item.item, input.facts)
    const rest = nexus.findings.some(
      ({ kind, truth }) =>
        truth === 'unknown' && kind !== 'person' && !kinds.some((one) => one === kind),
    )
    const own = circumstancesFor(input, home)
    const found = input.destinations.map((destination): Read => {
      own.set('destination', destination)
      const context = contextOf(input, reached, own, destination, rulebook, home)
      const ways = kinds.flatMap((kind) => readers[kind]?.read(context) ?? [])
      const report = readers['de-minimis']?.reportOf(context, ways)
      return { destination, ways, report }
    })
    return combine(input, kinds, found, rest)
  }
}

/** An item is asked about for one deal after another: what is read of it alone is kept with it. */
function reachedOnce(item: Item, facts: Classification): ReachedItem {
  const known = reachedBefore.get(facts)
  if (known?.item === item) return known
  const reached = reachedItem(item, facts)
  reachedBefore.set(facts, reached)
  return reached
}

const reachedBefore = new WeakMap<Classification, ReachedItem>()

const WAYS = ['de-minimis', 'direct-product'] as const
type WayKind = (typeof WAYS)[number]

interface Read {
  readonly destination: string | undefined
  readonly ways: readonly Way[]
  readonly report: { readonly what: string; readonly cite: string } | undefined
}

function circumstancesFor({ item, facts, circumstances }: ReachInput, { code }: Jurisdiction) {
  const own = circumstances.copy()
  const classification = facts.byJurisdiction.get(code)
  if (classification !== undefined) {
    const claimed = item.item.claims.some(({ jurisdiction }) => jurisdiction === code)
    own.setMembers(
      'item_entries',
      itemEntries(classification, isConfirmed(classification, claimed)),
    )
  }
  return own
}

function contextOf(
  { law, day, metAlone, closed, explain }: ReachInput,
  reached: ReachedItem,
  circumstances: Circumstances,
  destination: string | undefined,
  rulebook: Rulebook,
  { code: jurisdiction }: Jurisdiction,
): ReachContext {
  return {
    rulebook,
    jurisdiction,
    reached,
    circumstances,
    destination,
    law,
    day,
    metAlone,
    closed,
    explain,
  }
}

function combine(
  { nexus, closed, item }: ReachInput,
  kinds: readonly WayKind[],
  found: readonly Read[],
  /** Where it is or comes from is open by itself. */
  isOpen: boolean,
): ItemNexus {
  const byDestination = new Map<string | undefined, ReachTo>()
  let most: TruthCode = FALSE
  for (const { destination, ways } of found) {
    const truth = ways.reduce<TruthCode>(
      (all, way) => disjoin(all, way.truth),
      isOpen ? UNKNOWN : FALSE,
    )
    most = disjoin(most, truth)
    byDestination.set(destination, {
      item: truth,
      subjectThrough: through(ways, truth, isOpen, closed),
    })
  }
  const ways = found.flatMap((one) => one.ways)
  const others = nexus.findings.filter(({ kind }) => !kinds.some((one) => one === kind))
  const decided = [...others, ...kinds.map((kind) => findingOf(kind, nexus, ways))]
  const open = most === TRUE ? [] : ways.filter(({ truth }) => truth === UNKNOWN)
  const reports = found.flatMap(({ report }) => (report === undefined ? [] : [report]))
  return {
    findings: most === TRUE ? decided.filter(({ truth }) => truth === 'true') : decided,
    item: most,
    person: most === TRUE && !nexus.acts.has('service') ? FALSE : nexus.person,
    acts: nexus.acts,
    subjectThrough:
      byDestination.get(found[0]?.destination)?.subjectThrough ?? nexus.subjectThrough,
    byDestination,
    asked: open.flatMap((way) => way.asked.map((asked) => ({ ...asked, decides: way.through }))),
    open: open.flatMap((way) =>
      [...way.missing].map((circumstance) => ({ circumstance, decides: way.through })),
    ),
    presumed: ways.flatMap(({ truth, presumed }) =>
      closed && truth === TRUE && presumed !== undefined ? [presumed] : [],
    ),
    explained: ways.flatMap(({ explanation, through: conclusion, truth, cite }) =>
      explanation === undefined ? [] : [{ conclusion, truth: truthOf(truth), cite, explanation }],
    ),
    duties: distinct(reports).map(({ what, cite }) => ({ cite, what: `${item.id}: ${what}` })),
  }
}

function distinct<T extends { readonly what: string }>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((one) => [one.what, one])).values()]
}

/** Where some way surely holds, a worked case leaves aside those that its author says nothing of. */
function through(
  ways: readonly Way[],
  truth: TruthCode,
  isOpen: boolean,
  closed: boolean,
): KnownSet {
  const named = (wanted: TruthCode): readonly string[] =>
    ways.flatMap((way) => (way.truth === wanted ? [way.through] : []))
  const left = closed && truth === TRUE ? [] : named(UNKNOWN)
  const elsewhere = isOpen && !(closed && truth === TRUE) ? ['us-origin', 'us-territory'] : []
  return knownSet(named(TRUE), new Set([...left, ...elsewhere]))
}

/** One finding of each kind: the ways that hold, else those that are open, else that none does. */
function findingOf(kind: WayKind, nexus: ItemNexus, all: readonly Way[]): NexusFinding {
  const ways = all.filter((way) => way.kind === kind)
  const truth = ways.reduce<TruthCode>((most, way) => disjoin(most, way.truth), FALSE)
  const deciding = ways.filter((way) => way.truth === truth)
  const before = nexus.findings.find((finding) => finding.kind === kind)
  const sentences = distinct(sentencesOf(kind, deciding))
  const shown = truth === FALSE ? sentences.slice(0, 1) : sentences
  const cites = [
    ...new Set(truth === FALSE ? [before?.cite ?? ''] : deciding.map(({ cite }) => cite)),
  ]
  return {
    because:
      truth === FALSE && kind === 'direct-product'
        ? NO_RULE
        : shown.map(({ what }) => what).join(' '),
    cite: cites.join('; '),
    kind,
    ...(truth === TRUE ? { through: [...new Set(deciding.map((way) => way.through))] } : {}),
    truth: truthOf(truth),
  }
}

/** Ways that are open by the same silence are told in one sentence: a page of them hides the question. */
function sentencesOf(kind: WayKind, ways: readonly Way[]): readonly { readonly what: string }[] {
  const silent = new Set(ways.flatMap((way) => way.silent ?? []))
  const together = silent.size > 1
  const told = ways.filter((way) => !together || way.silent === undefined)
  return [
    ...told.map(({ because }) => ({ what: because })),
    ...(together ? [{ what: `${SILENCE[kind]}: ${[...silent].join(', ')}.` }] : []),
  ]
}

const SILENCE: Readonly<Record<WayKind, string>> = {
  'de-minimis': 'Any content that counts would be enough for',
  'direct-product':
    'Nobody states what made it or what it contains (madeWith, content), which leaves open',
}

const NO_RULE =
  'No rule on direct products reaches it: by its entry, where it goes, who gets it, or what made it.'

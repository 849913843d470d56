import {
  codeOf,
  conjoin,
  FALSE,
  type LegalDate,
  TRUE,
  type TruthCode,
  truthOf,
  UNKNOWN,
} from '../../kernel/index.ts'
import type { Listing, OwnershipFinding, PartyOwnership, RedFlag, StrictestOwner } from './model.ts'
import type { PartyGraph } from './party-graph.ts'
import { type Chains, minorityChains, oddStatements, redFlags } from './red-flags.ts'
import { effectOf, type OwnershipRule, type OwnershipRules, screenedLists } from './rules.ts'
import { type Spread, spreadStatus } from './spread-status.ts'
import { strictestOwner } from './strictest-owner.ts'
import { listedAbove, MOST_SHOWN, missingFor, pathsTo, placesOf } from './trace.ts'

export interface OwnershipQuestion {
  readonly graph: PartyGraph
  /** By the place of the party in the graph. */
  readonly listings: readonly Listing[]
  readonly rules: OwnershipRules
  readonly asOf: LegalDate
}

/** Answers for single parties; what the whole graph says is worked out once. */
export interface OwnershipJudge {
  judge(id: string): PartyOwnership | undefined
}

interface RuleSpread {
  readonly rule: OwnershipRule
  readonly spread: Spread
  readonly places: ReadonlyMap<number, number>
  readonly chains: Chains
}

export function createOwnershipJudge(question: OwnershipQuestion): OwnershipJudge {
  const { graph, listings, rules } = question
  const spreads = rules.rules.map((rule): RuleSpread => {
    const listed = graph.parties.map((_, at) => listedUnder(rule, listings[at]))
    const spread = spreadStatus(graph, listed, rule.threshold)
    return { rule, spread, places: placesOf(spread), chains: minorityChains(graph, spread) }
  })
  return {
    judge: (id) => {
      const at = graph.indexOf(id)
      return at === undefined ? undefined : judgeParty(question, spreads, at)
    },
  }
}

function listedUnder({ lists, mayHold }: OwnershipRule, listing: Listing | undefined): TruthCode {
  if (listing === undefined) return UNKNOWN
  if (lists.some((list) => listing.holds.has(list))) return TRUE
  if (mayHold.some((list) => listing.holds.has(list))) return UNKNOWN
  return screenedLists({ lists, mayHold }).some((list) => listing.open.has(list)) ? UNKNOWN : FALSE
}

function judgeParty(
  question: OwnershipQuestion,
  spreads: readonly RuleSpread[],
  at: number,
): PartyOwnership | undefined {
  const { graph, listings } = question
  const party = graph.parties[at]
  if (party === undefined) return undefined
  const findings = spreads.map((one) => findingOf(question, one, at))
  const flags = spreads.flatMap(({ spread, chains }) => redFlags(graph, spread, chains, at))
  const strictest = strictestAbove(question, spreads, at)
  return {
    party,
    lists: [...(listings[at]?.holds ?? [])].toSorted(),
    listed: listedAtAll(listings[at]),
    findings,
    ...(strictest === undefined ? {} : { strictest }),
    flags: withoutRepeats([...flags, ...oddStatements(graph, at)]),
  }
}

function listedAtAll(listing: Listing | undefined): PartyOwnership['listed'] {
  if (listing === undefined) return 'unknown'
  if (listing.holds.size > 0) return 'true'
  return listing.open.size > 0 ? 'unknown' : 'false'
}

function findingOf(
  { graph, listings, asOf }: OwnershipQuestion,
  { rule, spread, places }: RuleSpread,
  at: number,
): OwnershipFinding {
  const owned = spread.owned(at)
  const effect = effectOf(rule, asOf)
  const { paths, more } = pathsTo(graph, spread, places, at)
  const missing = owned === 'unknown' ? missingFor(graph, spread, listings, rule, at) : []
  return {
    rule: rule.id,
    title: rule.title,
    owned,
    share: spread.share(at),
    threshold: rule.threshold,
    effect,
    asWritten: truthOf(conjoin(codeOf(owned), codeOf(effect.asWritten))),
    asAdministered: truthOf(conjoin(codeOf(owned), codeOf(effect.asAdministered))),
    paths,
    morePaths: more,
    missing: missing.slice(0, MOST_SHOWN),
    moreMissing: Math.max(0, missing.length - MOST_SHOWN),
    consequence: rule.consequence,
    cite: rule.cite,
    mark: rule.mark,
  }
}

/** Among the owners under every rule that the party meets. */
function strictestAbove(
  { graph, listings, rules }: OwnershipQuestion,
  spreads: readonly RuleSpread[],
  at: number,
): StrictestOwner | undefined {
  const owners = new Map<number, Set<string>>()
  for (const { rule, spread } of spreads) {
    if (spread.owned(at) !== 'true') continue
    for (const owner of listedAbove(graph, spread, at)) {
      owners.set(owner, new Set([...(owners.get(owner) ?? []), ...rule.lists]))
    }
  }
  const rows = [...owners].flatMap(([place, lists]) => {
    const owner = graph.parties[place]
    if (owner === undefined) return []
    return (listings[place]?.rows ?? [])
      .filter(({ list }) => lists.has(list))
      .map((row) => ({ owner, row }))
  })
  return strictestOwner(rows, rules)
}

/** Several rules name the same owner of one party. */
function withoutRepeats(flags: readonly RedFlag[]): readonly RedFlag[] {
  const kept = new Map<string, RedFlag>()
  for (const flag of flags) {
    const key = [flag.kind, flag.owner ?? '', flag.kind === 'control' ? '' : flag.what].join(
      '\u0000',
    )
    const before = kept.get(key)
    if (before === undefined || (before.isListed === false && flag.isListed === true))
      kept.set(key, flag)
  }
  return [...kept.values()]
}

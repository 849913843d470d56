import { type LegalDate, ProblemError, type Result } from '../kernel/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import {
  createOwnershipJudge,
  createPartyGraph,
  type Listing,
  type OwnershipFinding,
  type OwnershipRules,
  type PartyGraph,
  type PartyOwnership,
  readOwnershipRules,
} from '../screening/index.ts'
import { ANYTHING, type KnownSet, knownSet } from './circumstances.ts'
import type { FlagResolver } from './flag-resolver.ts'
import type { OwnershipAnswer, RedFlag } from './model.ts'
import { type OwnerGraph, ownerGraph } from './owner-graph.ts'
import { NOT_SCREENED, type ScreenedStatus } from './party-status.ts'
import type { Party } from './transaction-parties.ts'

/** What the stated owners of the parties come to. */
export interface OwnersJudged {
  /** Ids of the rules on ownership under which a party is read as its listed owners. */
  readonly status: KnownSet | undefined
  /** By name of a party. */
  readonly answers: ReadonlyMap<string, readonly OwnershipAnswer[]>
  readonly flags: readonly RedFlag[]
  /** A party whose owners nobody states was read as owned by nobody listed. */
  readonly isAssumed: boolean
}

export interface OwnersQuestion {
  readonly parties: readonly Party[]
  readonly screened: ReadonlyMap<string, ScreenedStatus>
  readonly rules: OwnershipRules | undefined
  readonly asOf: LegalDate
  /** Owners whom nobody states are on no list (`law/unstated.yaml`). */
  readonly othersUnlisted: boolean
  readonly resolver: FlagResolver
}

const NOTHING: OwnersJudged = {
  status: knownSet([]),
  answers: new Map(),
  flags: [],
  isAssumed: false,
}

/**
 * Judges the owners of every party over one graph: shares of listed owners add up, through others too,
 * for each rule by its own lists and threshold. What nobody states stays open, unless the law's table of
 * readings closes it and no stated owner is or may be listed.
 */
export function judgeOwners(question: OwnersQuestion): OwnersJudged {
  const { parties, rules, othersUnlisted } = question
  if (parties.length === 0) return { ...NOTHING, status: undefined }
  if (rules === undefined) return { ...NOTHING, status: knownSet([], ANYTHING) }
  // A natural person is nobody's property.
  const owned = parties.filter(({ type }) => type !== 'individual')
  const unstated = owned.some(({ owners }) => owners === undefined)
  const isOpen = unstated && !othersUnlisted
  const isAssumed = unstated && othersUnlisted
  if (!owned.some(({ owners }) => owners !== undefined)) {
    return { ...NOTHING, status: knownSet([], isOpen ? ANYTHING : undefined), isAssumed }
  }
  const stated = ownerGraph(parties, question.screened, othersUnlisted)
  const graph = createPartyGraph(stated.parties, stated.stakes, question.asOf)
  if (!graph.ok) return { ...NOTHING, status: knownSet([], ANYTHING) }
  const found = judgeStated(question, owned, stated, graph.value, rules)
  const undecided = new Set(isOpen ? ANYTHING : found.undecided)
  return {
    status: knownSet(found.members, undecided),
    answers: found.answers,
    flags: found.flags,
    isAssumed: isAssumed || (othersUnlisted && stated.isUnstated),
  }
}

interface StatedOwners {
  readonly members: ReadonlySet<string>
  readonly undecided: ReadonlySet<string>
  readonly answers: ReadonlyMap<string, readonly OwnershipAnswer[]>
  readonly flags: readonly RedFlag[]
}

function judgeStated(
  { screened, asOf, resolver }: OwnersQuestion,
  owned: readonly Party[],
  stated: OwnerGraph,
  graph: PartyGraph,
  rules: OwnershipRules,
): StatedOwners {
  const lists = rules.rules.flatMap((rule) => [...rule.lists, ...rule.mayHold])
  const listings = stated.parties.map(({ name, claimedLists }) =>
    listingOf(screened.get(name) ?? NOT_SCREENED, claimedLists ?? [], lists),
  )
  const judge = createOwnershipJudge({ graph, listings, rules, asOf })
  const members = new Set<string>()
  const undecided = new Set<string>()
  const answers = new Map<string, readonly OwnershipAnswer[]>()
  const flags: RedFlag[] = []
  for (const party of owned) {
    if (party.owners === undefined || answers.has(party.name)) continue
    const found = judge.judge(stated.idOf(party.name))
    if (found === undefined) continue
    for (const { owned: truth, rule } of found.findings) {
      if (truth === 'true') members.add(rule)
      else if (truth === 'unknown') undecided.add(rule)
    }
    answers.set(party.name, answersOf(found, stated))
    flags.push(...flagsOf(found, party, stated).map((raised) => resolver.flagOf(raised)))
  }
  return { members, undecided, answers, flags }
}

function listingOf(
  { holds, open, rows = [] }: ScreenedStatus,
  claimed: readonly string[],
  lists: readonly string[],
): Listing {
  const held = new Set([...holds, ...claimed])
  const candidates = open.has('*') ? lists : [...open]
  return { holds: held, open: new Set(candidates.filter((list) => !held.has(list))), rows }
}

/** The rules that apply to it or may. */
function answersOf(
  { findings, strictest }: PartyOwnership,
  { nameOf }: OwnerGraph,
): readonly OwnershipAnswer[] {
  return findings
    .filter(({ owned }) => owned !== 'false')
    .map((finding) => ({
      because: becauseOf(finding, nameOf),
      cite: finding.cite,
      consequence:
        strictest === undefined || finding.owned !== 'true'
          ? finding.consequence
          : `${finding.consequence} Most restricted owner: ${nameOf(strictest.owner)}${demandOf(strictest.row.rule.licenceRequirement)}.`,
      inEffect: finding.effect.asWritten,
      owned: finding.owned,
      rule: finding.rule,
      share: { least: finding.share.least.toString(), most: finding.share.most.toString() },
    }))
}

function demandOf(demand: string | undefined): string {
  return demand === undefined ? '' : ` (${demand.replace(/\.$/, '')})`
}

function becauseOf({ paths, effect }: OwnershipFinding, nameOf: OwnerGraph['nameOf']): string {
  const chains = paths.map((path) =>
    [
      ...path.map(({ owner, share }) => `${nameOf(owner)} ${percent(share.least)}`),
      nameOf(path.at(-1)?.owned ?? ''),
    ].join(' > '),
  )
  return [...chains, effect.because].join('; ')
}

function percent(share: { times(by: number): { toString(): string } }): string {
  return `${share.times(100).toString()} %`
}

/** Stakes below a threshold: no rule counts them, and a person looks at them. */
function flagsOf(
  { flags, findings }: PartyOwnership,
  { name }: Party,
  { nameOf }: OwnerGraph,
): readonly Omit<RedFlag, 'state' | 'resolvedBy'>[] {
  return flags
    .filter(({ kind }) => OF_LISTED_OWNERS.has(kind))
    .map(({ kind, owner = '', what, share }) => ({
      id: `listed-owner/${kind}/${name}/${nameOf(owner)}`,
      rule: 'listed-owner',
      because: `${name}: ${what} (${nameOf(owner)}${share === undefined ? '' : `, ${percent(share.least)}`})`,
      cite: findings[0]?.cite ?? 'ownership',
    }))
}

const OF_LISTED_OWNERS: ReadonlySet<string> = new Set([
  'minority',
  'indirect-minority',
  'indirect-claim',
])

/** @throws ProblemError where the table has another shape */
export function ownershipRulesOf(rulebook: Rulebook): OwnershipRules | undefined {
  const table = rulebook.tables.get('us/ownership-rules')
  if (table === undefined) return undefined
  const read: Result<OwnershipRules> = readOwnershipRules(table)
  if (read.ok) return read.value
  throw new ProblemError(...read.problems)
}

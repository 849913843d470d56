import { type LegalDate, parseDecimal, unwrap } from '../../kernel/index.ts'
import { createOwnershipJudge } from './judge-ownership.ts'
import type { GraphParty, Listing, PartyOwnership, ShareRange, Stake } from './model.ts'
import { createPartyGraph, UNKNOWN_SHARE } from './party-graph.ts'
import { type OwnershipRules, readOwnershipRules } from './rules.ts'

const STAY = {
  effective: { from: '2025-09-29' },
  suspended: [{ from: '2025-11-10', to: '2026-11-09' }],
  administered: [
    {
      effective: { from: '2026-11-10' },
      inEffect: 'unknown',
      what: 'Open.',
      cite: 'c 1',
      mark: 'text',
    },
  ],
}
const SOURCED = {
  title: 'a rule',
  threshold: '0.5',
  consequence: 'It follows.',
  cite: 'c 1',
  mark: 'text',
}

/** The rules of the law folder, shortened; a test holds them against it. */
export const RULES: OwnershipRules = unwrap(
  readOwnershipRules({
    rules: [
      { id: 'US:31 CFR ch. V', lists: ['us-sdn'], coveredFrom: '2014-08-13', ...SOURCED },
      { id: 'US:744.8(a)(2)', lists: ['us-sdn-744.8'], mayHold: ['us-sdn'], ...STAY, ...SOURCED },
      { id: 'US:744.11(a)(1)-50%', lists: ['us-entity-list', 'us-meu'], ...STAY, ...SOURCED },
      { id: 'US:744.21(a)(3)', lists: ['us-meu'], ...STAY, ...SOURCED },
    ],
    strictest: {
      requirement: ['all items subject to the ear'],
      policy: ['policy of denial', 'presumption of denial', 'case-by-case', 'case by case'],
      cite: 'c 1',
      mark: 'derived',
    },
  }),
)
export const [IN_FORCE, STAYED, AFTER] = ['2025-10-15', '2026-06-01', '2026-11-10'] as [
  LegalDate,
  LegalDate,
  LegalDate,
]
export const AFFILIATES = 'US:744.11(a)(1)-50%'
export const BLOCKED = 'US:31 CFR ch. V'

/** `0.25`, `0.25..0.5` or `?`. */
export function shareOf(text: string): ShareRange {
  if (text === '?') return UNKNOWN_SHARE
  const [least = '', most = least] = text.split('..')
  return { least: unwrap(parseDecimal(least)), most: unwrap(parseDecimal(most)) }
}

/** `X -0.25-> A`; the word before the arrow is a share. */
export function stake(text: string, more: Partial<Stake> = {}): Stake {
  const [, owner = '', share = '', owned = ''] = /^(\S+) -(\S+)-> (\S+)$/.exec(text) ?? []
  return {
    owner,
    owned,
    share: shareOf(share),
    interest: 'ownership',
    directness: 'direct',
    ...more,
  }
}

export interface Scene {
  readonly stakes: readonly Stake[]
  /** Party to the lists it stands on; `?us-sdn` where nobody could look. */
  readonly lists?: Readonly<Record<string, readonly string[]>>
  /** Parties of which all that is not stated is open; the others have no unlisted holder left. */
  readonly open?: readonly string[]
  readonly persons?: readonly string[]
  readonly rows?: Readonly<Record<string, Listing['rows']>>
  readonly asOf?: LegalDate
}

/** Every party named in a stake, closed unless it is said to be open. */
export function judgeScene(
  { stakes, lists = {}, open = [], persons = [], rows = {}, asOf = IN_FORCE }: Scene,
  id: string,
): PartyOwnership {
  const ids = [...new Set([...stakes.flatMap((one) => [one.owner, one.owned]), id])]
  const parties = ids.map(
    (name): GraphParty => ({
      id: name,
      name,
      kind: persons.includes(name) ? 'person' : 'entity',
      othersUnlisted: !open.includes(name),
    }),
  )
  const graph = unwrap(createPartyGraph(parties, stakes, asOf))
  const listings = ids.map((name): Listing => {
    const said = lists[name] ?? []
    return {
      holds: new Set(said.filter((list) => !list.startsWith('?'))),
      open: new Set(said.filter((list) => list.startsWith('?')).map((list) => list.slice(1))),
      rows: rows[name] ?? [],
    }
  })
  const judged = createOwnershipJudge({ graph, listings, rules: RULES, asOf }).judge(id)
  if (judged === undefined) throw new Error(`no party ${id}`)
  return judged
}

export function findingOf(
  judged: PartyOwnership,
  rule: string = AFFILIATES,
): PartyOwnership['findings'][number] {
  const found = judged.findings.find((one) => one.rule === rule)
  if (found === undefined) throw new Error(`no rule ${rule}`)
  return found
}

/** `true 0.5..0.5` */
export function inShort(judged: PartyOwnership, rule?: string): string {
  const { owned, share } = findingOf(judged, rule)
  return `${owned} ${share.least}..${share.most}`
}

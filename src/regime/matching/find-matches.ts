import type { Transaction } from '../../determination/index.ts'
import {
  codeOf,
  conjoin,
  type Digest,
  digestOf,
  disjoin,
  FALSE,
  type LegalDate,
  type Truth,
  truthOf,
} from '../../kernel/index.ts'
import type { Rulebook } from '../../rulebook/index.ts'
import type { Denial } from '../denials/fold.ts'
import { standingOf } from '../denials/standing.ts'
import type { ConsultationDemand, TermsOfRegimes } from '../denials/terms.ts'
import { type AskedItem, type ItemLikeness, likenessOf } from './item-likeness.ts'
import { type PartyLink, RefusedParties } from './party-links.ts'

/** A refusal as one who asks may know it: where it stands and whom to ask, nothing of its content. */
export interface DenialReference {
  readonly issuer: string
  readonly regime: string
  readonly denialId: string
  readonly contact: string
  readonly validUntil: LegalDate
  readonly demand: ConsultationDemand
}

export interface MatchedItem extends ItemLikeness {
  /** As the deal calls it. */
  readonly item: string
}

export interface DenialMatch {
  readonly denial: DenialReference
  /** Whether the deal is essentially identical with what was refused: item and party together. */
  readonly identical: Truth
  /** `related`: the same party and another item, or the same item and destination: nothing asks for a step. */
  readonly isRelatedOnly: boolean
  readonly items: readonly MatchedItem[]
  readonly links: readonly PartyLink[]
  /** Of what was compared: an assessment holds for these facts and no others. */
  readonly facts: Digest
}

export interface MatchingOptions {
  readonly terms: TermsOfRegimes
  readonly dictionary: Pick<Rulebook, 'characteristics'>
  readonly freeMail: ReadonlySet<string>
  readonly on: LegalDate
  /** Entries of an item, met or undecided by its classification, beside those that are claimed. */
  readonly classify?: (
    item: AskedItem['item'],
  ) => Required<Pick<AskedItem, 'entries' | 'undecided'>>
}

/** What a deal asks of the refusals in force on a day. */
export type MatchFinder = (transaction: Transaction) => readonly DenialMatch[]

/**
 * Finds the refusals that a deal may undercut, on this node alone: whom it asks learns nothing of it. What
 * is said of a match is said of the deal; the file of the refusal stays closed.
 */
export function createMatchFinder(
  denials: readonly Denial[],
  options: MatchingOptions,
): MatchFinder {
  const { terms, on } = options
  const inForce = denials.filter((denial) => standingOf(denial, on, terms).state === 'in-force')
  const parties = new RefusedParties(
    inForce.map(({ record }) => record.parties),
    options.freeMail,
  )
  const rolesOf = (at: number): readonly string[] =>
    terms.of(inForce[at]?.record.regime ?? '').identical.roles
  return (transaction) => {
    const links = new Map<number, PartyLink[]>()
    for (const party of transaction.parties ?? [])
      for (const [at, link] of parties.linksOf(party, rolesOf))
        links.set(at, [...(links.get(at) ?? []), link])
    const asked = transaction.items.map((item) => askedOf(item, options))
    return inForce
      .flatMap((denial, at) => {
        const found = matchOf(denial, asked, links.get(at) ?? [], transaction, options)
        return found === undefined ? [] : [found]
      })
      .toSorted((one, other) => rank(other) - rank(one))
  }
}

function rank({ identical, isRelatedOnly }: DenialMatch): number {
  return isRelatedOnly ? -1 : codeOf(identical)
}

export function askedOf(
  item: AskedItem['item'],
  { classify }: Pick<MatchingOptions, 'classify'>,
): AskedItem {
  const claimed = item.claims.map(({ jurisdiction, code }) => `${jurisdiction}:${code}`)
  const { entries = [], undecided = [] } = classify?.(item) ?? {}
  return { item, entries: [...new Set([...claimed, ...entries])], undecided }
}

function matchOf(
  denial: Denial,
  asked: readonly AskedItem[],
  links: readonly PartyLink[],
  transaction: Transaction,
  { terms, dictionary }: MatchingOptions,
): DenialMatch | undefined {
  const { record } = denial
  const isSamePlace =
    record.destination !== undefined && record.destination === transaction.route?.to
  if (links.length === 0 && !isSamePlace) return undefined
  const { identical } = terms.of(record.regime)
  const items = asked.map((one, at): MatchedItem => {
    const best = record.items
      .map((denied) => likenessOf(one, denied, identical, dictionary))
      .reduce((better, next) => (codeOf(next.truth) > codeOf(better.truth) ? next : better))
    return { item: one.item.id ?? one.item.name ?? `item ${at + 1}`, ...best }
  })
  const item = items.map(({ truth }) => codeOf(truth)).reduce(disjoin)
  const party = links.map(({ truth }) => codeOf(truth)).reduce(disjoin, FALSE)
  const both = conjoin(item, party)
  if (links.length === 0 && truthOf(item) !== 'true') return undefined
  return {
    denial: referenceOf(denial, terms),
    identical: truthOf(both),
    isRelatedOnly: both === FALSE,
    items: items.filter(({ truth }) => both === FALSE || truth !== 'false'),
    links,
    facts: factsOf(denial, items, links),
  }
}

export function referenceOf(
  { issuer, record, validUntil }: Denial,
  terms: TermsOfRegimes,
): DenialReference {
  const { regime, denialId, contact, catchAll } = record
  const demand = terms.of(regime).consultation[catchAll ? 'catchAll' : 'listed']
  return { issuer, regime, denialId, contact, validUntil, demand }
}

/** A change of the refusal, or of what the deal states, makes another digest. */
function factsOf(
  { acts }: Denial,
  items: readonly MatchedItem[],
  links: readonly PartyLink[],
): Digest {
  // That it was renewed changes nothing of what was refused.
  const refusal = acts.filter(({ type }) => type !== 'denial.renew').map(({ entry }) => entry)
  return digestOf({ refusal, items, links })
}

/**
 * Reads what a gold row says of a party's listed status. The words name lists, and the lists are
 * known to the law by the same ids (`us-entity-list`); what a list demands stands in the law.
 */
export interface StatedParty {
  /** As in a transaction file. */
  readonly claimedStatus: readonly ClaimedStatus[]
  /** Share of a listed owner, as a decimal. */
  readonly listedOwnerShare?: string
  /** Words that were not understood: what the party is, is then not known. */
  readonly notUnderstood: readonly string[]
}

export interface ClaimedStatus {
  readonly list: string
  readonly footnotes?: readonly number[]
  readonly basis: string
}

const ENTITY_LIST = 'us-entity-list'

/** Words of lists, in the order in which they are looked for. */
const LISTS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:military end[- ]user list|MEU(?: list)?)\b/i, 'us-meu'],
  [/\b(?:unverified list|UVL)\b/i, 'us-uvl'],
  [/\b(?:denied persons? list|DPL)\b/i, 'us-dpl'],
  [/\b(?:specially designated nationals?|SDN)(?: list)?\b/i, 'us-sdn'],
  [/\b(?:entity list(?:ed)?|EL)\b/i, ENTITY_LIST],
]
const FOOTNOTE = /\b(?:fn|footnote)s?\s*(\d)\b/gi
const SHARE = /\b(\d{1,3}(?:\.\d+)?)\s*(?:%|percent)/i
const AFFILIATE = /\b(?:affiliate|subsidiary|owned)\b/i
/** Companies of 15 CFR part 740 Supp. 8, by the name under which rows speak of them. */
const SUPPLEMENT_8 = /\b(?:G42|Core42|Supp(?:lement|\.)?\s*(?:no\.?\s*)?8)\b/i
/** Those whose approval ends by itself. */
const ENDING = /^(?:G42|Core42)$/i
const ALL_END_USERS = /\ball end[- ]users\b/i
const UNLISTED = /\b(?:unlisted|not listed|none|no listing|clear)\b/i
/** Words that carry nothing of their own. */
const FILLERS =
  /\b(?:the|a|an|and|of|on|in|by|party|parties|company|entity|listed|list|ultimate|consignee|end|user|users|approved|row|only|parent|owner|owned|subsidiary|affiliate|supp|no)\b|[^\p{L}\p{N}]+/giu

/** The lists on which an entity of Supplement 8 stands by its name. */
function approvalsOf(name: string | undefined): readonly string[] {
  if (name === undefined) return []
  return ENDING.test(name) ? ['us-740-supp8', 'us-740-supp8-ending'] : ['us-740-supp8']
}

export function readParty(words: string): StatedParty {
  let rest = words
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = 0
    const match = pattern.exec(rest)
    if (match !== null) rest = rest.replace(match[0], ' ')
    return match
  }
  const statuses: ClaimedStatus[] = []
  const state = (list: string, footnotes: readonly number[] = []): void => {
    statuses.push({
      list,
      basis: 'stated by the case',
      ...(footnotes.length > 0 ? { footnotes } : {}),
    })
  }
  const footnotes: number[] = []
  for (let match = take(FOOTNOTE); match !== null; match = take(FOOTNOTE))
    footnotes.push(Number(match[1]))
  const unlisted = take(UNLISTED) !== null
  const approvals = approvalsOf(take(SUPPLEMENT_8)?.[0])
  for (const list of approvals) state(list)
  if (approvals.length > 0 && take(ALL_END_USERS) !== null) state('us-740-supp8-all-end-users')
  const share = take(SHARE)
  const affiliate = AFFILIATE.test(rest) || share !== null
  const named = LISTS.filter(([pattern]) => take(pattern) !== null).map(([, list]) => list)
  const lists = footnotes.length > 0 && named.length === 0 ? [ENTITY_LIST] : named
  // "60 % affiliate of an Entity List party": the list is the owner's, not the party's.
  if (!affiliate) for (const list of lists) state(list, list === ENTITY_LIST ? footnotes : [])
  const left = rest.replaceAll(FILLERS, ' ').trim()
  const understood = statuses.length > 0 || unlisted || (affiliate && share !== null)
  return {
    claimedStatus: statuses,
    ...(affiliate && share?.[1] !== undefined
      ? { listedOwnerShare: String(Number(share[1]) / 100) }
      : {}),
    notUnderstood: understood && left === '' ? [] : [left === '' ? words : left],
  }
}

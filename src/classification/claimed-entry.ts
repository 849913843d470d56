import type { EccnReason, Entry, Reason, Rulebook } from '../rulebook/index.ts'
import type { EncodedEntry } from './encoded-entry.ts'
import { CLAIMED_NOT_ENCODED, CLAIMED_PARAGRAPH, type Claim } from './model.ts'

/** Entries made to carry a claim for which the rulebook has no single one. */
export interface ClaimedEntry {
  readonly entry: Entry
  readonly claim: Claim
  /** Its code and those above it. */
  readonly codes: readonly string[]
  /** See {@link EntryFinding.oneOf}. */
  readonly oneOf?: readonly string[]
}

const ECCN = /^\d[A-Z]\d{3}/

/**
 * The code as claimed, with the reasons for control that the jurisdiction's table states for the
 * nearest paragraph above it, else for its head; a reason that holds of part of the entry says so under `when`. No reasons: they were not read.
 */
export function claimedNotEncoded(
  claim: Claim,
  code: string,
  codes: readonly string[],
  rulebook: Rulebook,
): ClaimedEntry {
  const head = ECCN.exec(code.toUpperCase())?.[0] ?? ''
  const { jurisdictions, covered } = rulebook.eccnReasons
  const named = codes.find((one) => covered.has(one)) ?? head
  const control = jurisdictions.includes(claim.jurisdiction) ? covered.get(named) : undefined
  const reasons = (control?.reasons ?? []).flatMap((it): readonly Reason[] => {
    const rules = rulesOf(it)
    const when = it.scope === 'entire entry' ? {} : { when: it.scope }
    return rules.map((rule) => ({
      reason: it.reason,
      rule: `${claim.jurisdiction}:${rule}`,
      ...when,
    }))
  })
  return {
    claim,
    codes,
    entry: {
      ...frame(claim, code),
      list: `Control list of ${claim.jurisdiction}`,
      family: 'claimed',
      title: 'A code that is claimed and for which no criteria are encoded',
      reasons,
      exceptions: Object.keys(control?.exceptions ?? {}).filter(
        (id) => control?.exceptions[id] !== 'no',
      ),
      fallback: false,
      suspended: [],
      status: CLAIMED_NOT_ENCODED,
      cite: control?.cite ?? `Claim of ${claim.jurisdiction}:${claim.code}`,
      mark: control?.mark ?? 'unverified',
    },
  }
}

/**
 * A paragraph as claimed, with what all encoded paragraphs below it that may hold have in common.
 *
 * @param isAlone none of these is read beside it: a reason that only some carry stands here then, as one of part of the entry
 */
export function claimedParagraph(
  claim: Claim,
  code: string,
  codes: readonly string[],
  below: readonly EncodedEntry[],
  isAlone: boolean,
): ClaimedEntry {
  const entries = below.map(({ entry }) => entry)
  const [first] = entries
  const inAll = <T>(pick: (entry: Entry) => readonly T[]): readonly T[] =>
    (first === undefined ? [] : pick(first)).filter((one) =>
      entries.every((entry) => pick(entry).some((other) => isSame(one, other))),
    )
  const common = inAll((entry) => entry.reasons)
  return {
    claim,
    codes,
    ...(isAlone ? { oneOf: entries.map((entry) => entry.code) } : {}),
    entry: {
      ...frame(claim, code),
      list: first?.list ?? '',
      family: first?.family ?? 'claimed',
      title:
        entries.length === 1 && first !== undefined
          ? `${first.title}, as claimed`
          : `One of ${entries.map((entry) => entry.code).join(', ')}, as claimed`,
      reasons: [...common, ...(isAlone ? ofSome(entries, common) : [])],
      exceptions: inAll((entry) => entry.exceptions),
      fallback: entries.every((entry) => entry.fallback),
      suspended: inAll((entry) => entry.suspended),
      status: CLAIMED_PARAGRAPH,
      cite: first?.cite ?? '',
      mark: first?.mark ?? 'unverified',
    },
  }
}

/** The reasons that not all entries share, each once, with those of which it holds. */
function ofSome(entries: readonly Entry[], common: readonly Reason[]): readonly Reason[] {
  const carriers = new Map<string, { readonly reason: Reason; readonly codes: Set<string> }>()
  for (const { code, reasons } of entries) {
    for (const reason of reasons) {
      if (common.some((one) => isSame(one, reason))) continue
      const key = `${reason.reason} ${reason.rule}`
      const known = carriers.get(key)
      if (known === undefined) carriers.set(key, { reason, codes: new Set([code]) })
      else known.codes.add(code)
    }
  }
  return [...carriers.values()].map(({ reason: { reason, rule }, codes }) => ({
    reason,
    rule,
    when: [...codes].join(', '),
  }))
}

/** A reason without a column works through sections; one that names neither is carried as it is. */
function rulesOf({ column, sections, worldwide }: EccnReason): readonly string[] {
  if (column !== undefined) return [`chart:${column}`]
  if (sections.length > 0) return sections
  return [worldwide === true ? 'worldwide' : 'not read']
}

function frame(claim: Claim, code: string) {
  return {
    id: `${claim.jurisdiction}:${code}`,
    jurisdiction: claim.jurisdiction,
    code,
    version: 'claimed',
    criteria: { unread: 'The code rests on a claim alone.' },
    related: [],
    effective: {},
  } as const
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

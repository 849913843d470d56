import type { Digest, Problem, Result } from '../kernel/index.ts'
import type { LedgerEntry } from './ledger-entry.ts'

/** An entry that the regime does not take: kept in its log, with the reason why it has no effect. */
export interface RefusedEntry {
  readonly entry: LedgerEntry
  readonly problems: readonly Problem[]
}

/**
 * One subject of the regime, read out of the logs: a pure fold. Every node that holds the same entries has
 * the same state, whatever the order in which they reached it, since `inOrder` sorts them first.
 */
export interface Subject<State> {
  /** The message types that it reads, and no other subject does. */
  readonly types: readonly string[]
  readonly empty: State
  /**
   * The state after the entry, or why the entry has no effect. `State` is never changed in place.
   * Entries whose body is sealed to others, or which are disputed, are not handed over.
   */
  readonly apply: (state: State, entry: LedgerEntry) => Result<State>
}

/**
 * Entries in the one order that every node reads them in: by the time witnesses saw them, those not yet
 * witnessed last; then by member and place. A log's own entries keep their order, since a later one is
 * never witnessed before an earlier one. An entry that came twice is read once.
 */
export function inOrder(entries: Iterable<LedgerEntry>): readonly LedgerEntry[] {
  const once = new Map<string, LedgerEntry>()
  for (const entry of entries) {
    const place = `${entry.member} ${entry.sequence} ${entry.digest}`
    const before = once.get(place)
    // Of two copies, the one that witnesses have seen: it came later, and decides deadlines.
    if (before === undefined || seenAt(before) > seenAt(entry)) once.set(place, entry)
  }
  const sorted = [...once.values()]
    .map((entry) => ({ entry, at: seenAt(entry) }))
    .sort(
      (one, other) =>
        compare(one.at, other.at) ||
        compare(one.entry.member, other.entry.member) ||
        one.entry.sequence - other.entry.sequence,
    )
    .map(({ entry }) => entry)
  return sorted.some(({ references }) => references.length > 0) ? causesFirst(sorted) : sorted
}

/**
 * An answer never before the question, although witnesses may have seen both in one minute, or the answer
 * first: what an entry speaks of is moved before it, with what its author wrote before that.
 */
function causesFirst(sorted: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const byDigest = new Map(sorted.map((entry) => [entry.digest, entry]))
  const before = new Map<LedgerEntry, LedgerEntry>()
  const lastOf = new Map<string, LedgerEntry>()
  for (const entry of sorted.toSorted((one, other) => one.sequence - other.sequence)) {
    const last = lastOf.get(entry.member)
    if (last !== undefined) before.set(entry, last)
    lastOf.set(entry.member, entry)
  }
  const placed = new Set<LedgerEntry>()
  const opened = new Set<LedgerEntry>()
  for (const start of sorted) {
    const waiting = [start]
    for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
      const causes = [before.get(top), ...top.references.map((digest) => byDigest.get(digest))]
      // An entry opened and not placed waits for itself: no honest log says so, and it is not waited for.
      const next = causes.find((one) => one !== undefined && !placed.has(one) && !opened.has(one))
      opened.add(top)
      if (next === undefined) {
        placed.add(top)
        waiting.pop()
      } else waiting.push(next)
    }
  }
  return [...placed]
}

/** As an instant: a fraction of a second is written in more than one way. What nobody has seen comes last. */
function seenAt({ witnessedAt }: LedgerEntry): number {
  return witnessedAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(witnessedAt)
}

/** Texts by code unit, so that no node's language changes the order. */
function compare<T extends string | number>(one: T, other: T): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** What a subject reads out of all logs, and the entries that it did not take. */
export function readSubject<State>(
  subject: Subject<State>,
  entries: Iterable<LedgerEntry>,
): { readonly state: State; readonly refused: readonly RefusedEntry[] } {
  const types = new Set(subject.types)
  const refused: RefusedEntry[] = []
  const read = new Set<string>()
  let state = subject.empty
  const ordered = inOrder(entries)
  const superseded = supersededAmong(ordered)
  for (const entry of ordered) {
    if (superseded.has(placeOf(entry, entry.digest))) continue
    if (!types.has(entry.type) || entry.disputed || entry.body === undefined) continue
    // What arrives twice, by another way, was said once.
    if (read.has(entry.digest)) continue
    read.add(entry.digest)
    const applied = subject.apply(state, entry)
    if (applied.ok) state = applied.value
    else refused.push({ entry, problems: applied.problems })
  }
  return { state, refused }
}

/** What its own author has put another entry of the same type in the place of. */
function supersededAmong(entries: readonly LedgerEntry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap((entry) =>
      entry.supersedes === undefined || entry.disputed ? [] : [placeOf(entry, entry.supersedes)],
    ),
  )
}

function placeOf({ member, type }: LedgerEntry, digest: Digest): string {
  return `${member} ${type} ${digest}`
}

import type { Interval, LegalDate } from '../kernel/index.ts'
import {
  type CompileContext,
  type CoverageState,
  coverageOf,
  type Entry,
  type Presumption,
  type Rulebook,
  standingOf,
} from '../rulebook/index.ts'
import { type ClaimedCode, formOf, readClaimedCode } from './claim-code.ts'
import { EncodedEntry } from './encoded-entry.ts'
import { mayBeOfKind } from './entry-reading.ts'
import type { Claim } from './model.ts'

/** An entry that can speak of an item of some kind on some day. */
export interface Candidate {
  readonly encoded: EncodedEntry
  /** False before the day from which its text is known: it reads as unknown. */
  readonly covered: boolean
  /** Presumptions over parameters that it reads. */
  readonly presumptions: readonly Presumption[]
}

/** What one list says of a kind on a day. */
export interface Candidates {
  readonly jurisdiction: string
  readonly coverage: CoverageState
  /** The item is stated to be of none of the kinds of the dictionary, or a part of such a thing. */
  readonly isOfNoKind: boolean
  /** All entries in effect, of whatever kind. */
  readonly inEffect: readonly EncodedEntry[]
  /** Those that can speak of the kind; those which ask about the others come last. */
  readonly list: readonly Candidate[]
  /** Index of the first that is read after the others. */
  readonly firstLate: number
  readonly asksContent: boolean
}

const KEPT_EPOCHS = 64
const NO_KIND = ''

/**
 * Entries by day and kind. Law changes on few days, so that days between two changes share an epoch:
 * the same entries in effect, the same coverage. Within it the entries that can speak of a kind are
 * found once; an item meets only those, and the rest is counted.
 */
export class EntryIndex {
  /** What codes look like in the lists of the rulebook. */
  readonly codeForms: ReadonlySet<string>
  readonly #rulebook: Rulebook
  readonly #entries: ReadonlyMap<string, readonly EncodedEntry[]>
  readonly #changes: readonly string[]
  readonly #publications: readonly string[]
  /** Of texts that another follows, the day on which that one was published: before it nobody knew of their end. */
  readonly #endKnown: ReadonlyMap<Entry, LegalDate>
  readonly #epochs = new Map<number, Map<string, readonly Candidates[]>>()

  constructor(rulebook: Rulebook, context: CompileContext) {
    this.#rulebook = rulebook
    const { entries } = rulebook
    this.codeForms = new Set(entries.map(({ code }) => formOf(code)))
    this.#endKnown = endsKnown(entries)
    const all = entries.map((entry) => new EncodedEntry(entry, context)).sort(byCode)
    this.#entries = new Map(
      [...rulebook.jurisdictions.keys()].map((code) => [
        code,
        all.filter(({ entry }) => entry.jurisdiction === code),
      ]),
    )
    const coverages = [...rulebook.jurisdictions.values()].map(({ coverage }) => coverage)
    this.#changes = ascending([
      ...entries.flatMap((entry) => changesOf(entry.effective)),
      ...entries.flatMap(({ coveredFrom }) => coveredFrom ?? []),
      ...coverages.flatMap(({ complete, partly }) =>
        [...complete.values(), ...partly.values()].flatMap(changesOf),
      ),
    ])
    this.#publications = ascending(entries.flatMap(({ published }) => published ?? []))
  }

  /** What a claim says, in the words of its list. */
  readClaim({ jurisdiction, code }: Pick<Claim, 'jurisdiction' | 'code'>): ClaimedCode {
    return readClaimedCode(
      jurisdiction,
      code,
      this.#rulebook.jurisdictions.get(jurisdiction)?.catchAll,
    )
  }

  /** All entries of a jurisdiction, whenever they are in effect. */
  entriesOf(jurisdiction: string): readonly EncodedEntry[] {
    return this.#entries.get(jurisdiction) ?? []
  }

  /** Per jurisdiction of the rulebook, for one kind or, where it is not known, for any. */
  candidates(kind: string | undefined, day: LegalDate, knownAt: LegalDate): readonly Candidates[] {
    const epoch =
      position(this.#changes, day) * (this.#publications.length + 1) +
      position(this.#publications, knownAt)
    let kinds = this.#epochs.get(epoch)
    if (kinds === undefined) {
      if (this.#epochs.size >= KEPT_EPOCHS) this.#epochs.clear()
      kinds = new Map()
      this.#epochs.set(epoch, kinds)
    }
    let found = kinds.get(kind ?? NO_KIND)
    if (found === undefined) {
      found = [...this.#rulebook.jurisdictions.keys()].map((jurisdiction) =>
        this.#candidatesIn(jurisdiction, kind, day, knownAt),
      )
      kinds.set(kind ?? NO_KIND, found)
    }
    return found
  }

  /** The day for which a text is read: its last one where it was not known that it has ended by then. */
  #dayAsKnown(entry: Entry, day: LegalDate, knownAt: LegalDate): LegalDate {
    const { to } = entry.effective
    if (to === undefined || day <= to) return day
    return (this.#endKnown.get(entry) ?? knownAt) > knownAt ? to : day
  }

  #candidatesIn(
    jurisdiction: string,
    kind: string | undefined,
    day: LegalDate,
    knownAt: LegalDate,
  ): Candidates {
    const inEffect = this.entriesOf(jurisdiction).filter(({ entry }) =>
      isInEffect(entry, this.#dayAsKnown(entry, day, knownAt), knownAt),
    )
    const speaking = inEffect.filter(
      ({ kinds }) => kind === undefined || kinds === undefined || mayBeOfKind(kind, kinds),
    )
    const first = speaking.filter(({ isRead }) => isRead === 'first')
    const late = speaking.filter(({ isRead }) => isRead !== 'first')
    return {
      jurisdiction,
      coverage: kind === undefined ? 'none' : coverageOf(this.#rulebook, jurisdiction, kind, day),
      isOfNoKind: kind !== undefined && this.#rulebook.kinds.get(kind)?.class === 'other',
      inEffect,
      list: [...first, ...late].map((encoded) => ({
        encoded,
        covered:
          standingOf(encoded.entry, this.#dayAsKnown(encoded.entry, day, knownAt)) !==
          'not-covered',
        presumptions: this.#rulebook.presumptions.filter(({ parameters }) =>
          parameters.some((id) => reads(encoded, id)),
        ),
      })),
      firstLate: first.length,
      asksContent: speaking.some(({ asksContent }) => asksContent.length > 0),
    }
  }
}

/** What became public later than the day of knowledge is not seen. */
function isInEffect(entry: Entry, day: LegalDate, knownAt: LegalDate): boolean {
  if (standingOf(entry, day) === 'not-in-force') return false
  return entry.published === undefined || entry.published <= knownAt
}

/** By text: the day on which the one that follows on its last day was published. */
function endsKnown(entries: readonly Entry[]): ReadonlyMap<Entry, LegalDate> {
  const byStart = new Map<string, LegalDate>()
  for (const { jurisdiction, code, effective, published } of entries) {
    if (effective.from === undefined || published === undefined) continue
    byStart.set(`${jurisdiction} ${code} ${effective.from}`, published)
  }
  const known = new Map<Entry, LegalDate>()
  for (const entry of entries) {
    const { jurisdiction, code, effective } = entry
    if (effective.to === undefined) continue
    const published = byStart.get(`${jurisdiction} ${code} ${dayAfter(effective.to)}`)
    if (published !== undefined) known.set(entry, published)
  }
  return known
}

function reads({ criteria, excluded }: EncodedEntry, id: string): boolean {
  return criteria.parameters.includes(id) || excluded?.parameters.includes(id) === true
}

/** The first days on which an interval changes what holds. */
function changesOf(interval: Interval): readonly string[] {
  const after = interval.to === undefined ? [] : [dayAfter(interval.to)]
  return interval.from === undefined ? after : [interval.from, ...after]
}

function dayAfter(day: LegalDate): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

function ascending(days: readonly string[]): readonly string[] {
  return [...new Set(days)].sort()
}

/** How many of the days have come. */
function position(days: readonly string[], day: string): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? '') <= day) low = middle + 1
    else high = middle
  }
  return low
}

/** In the order of the list, whatever the layout of the files: `a.2` before `a.10`. */
function byCode(left: EncodedEntry, right: EncodedEntry): number {
  for (const [index, step] of left.steps.entries()) {
    const other = right.steps[index]
    if (other === undefined) return 1
    if (step === other) continue
    const numbers = Number(step) - Number(other)
    return Number.isNaN(numbers) || numbers === 0 ? byText(step, other) : numbers
  }
  if (left.steps.length < right.steps.length) return -1
  return byText(left.entry.id, right.entry.id) || byText(left.entry.version, right.entry.version)
}

function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

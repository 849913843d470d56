import type { LegalDate } from '../kernel/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import { Memo } from './memo.ts'

/** Pairs of days kept at once. */
const KEPT = 2048

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** `!= A:5` */
const OPERATOR = /^[<>=!\s]+/
/** Says when somebody read the text: the law is the same before and after. */
const NOT_LAW: ReadonlySet<string> = new Set(['textAsOf'])

/**
 * Days between two that the law of a jurisdiction names are one to whoever reads it: law is asked nothing
 * of a day but whether it lies before, on or after those that it names. What is worked out for one such
 * day holds for all of its period.
 */
export class LawPeriods {
  readonly #rulebook: Rulebook
  /** By jurisdiction, in order. */
  readonly #named = new Map<string, readonly string[]>()
  readonly #known = new Map<string, Memo<string>>()
  readonly #groups: DaysOfGroups
  readonly #pieces = new WeakMap<object, NamedDays>()
  #numbers = 0

  constructor(rulebook: Rulebook) {
    this.#rulebook = rulebook
    this.#groups = daysOfGroups(rulebook)
  }

  /** The period of a day, as what was known on another: the same text for all that are one. */
  of(jurisdiction: string, asOf: LegalDate, knownAt: LegalDate): string {
    let known = this.#known.get(jurisdiction)
    if (known === undefined) {
      known = new Memo(KEPT)
      this.#known.set(jurisdiction, known)
    }
    const key = asOf === knownAt ? asOf : `${asOf} ${knownAt}`
    const before = known.get(key)
    if (before !== undefined) return before
    const named = this.#namedBy(jurisdiction)
    const order = asOf === knownAt ? '=' : asOf < knownAt ? '<' : '>'
    const period = `${jurisdiction} ${placeAmong(named, asOf)}${order}${placeAmong(named, knownAt)}`
    known.set(key, period)
    return period
  }

  /** How one piece of law stands, apart from who is in the groups of countries that it names. */
  standingOf(piece: object, asOf: LegalDate, knownAt: LegalDate): string {
    let known = this.#pieces.get(piece)
    if (known === undefined) {
      const days = new Set<string>()
      readDays(piece, new Map(), days)
      this.#numbers += 1
      known = { number: this.#numbers, days: [...days].sort() }
      this.#pieces.set(piece, known)
    }
    const { number, days } = known
    return days.length === 0
      ? String(number)
      : `${number}:${placeAmong(days, asOf)}:${placeAmong(days, knownAt)}`
  }

  #namedBy(jurisdiction: string): readonly string[] {
    const known = this.#named.get(jurisdiction)
    if (known !== undefined) return known
    const days = new Set<string>()
    const own = (piece: { readonly jurisdiction: string }): boolean =>
      piece.jurisdiction === jurisdiction
    const { entries, rules, authorisations, restrictions, jurisdictions, tables } = this.#rulebook
    const { presumptions, kinds, characteristics, circumstances } = this.#rulebook
    const folder = `${jurisdiction.toLowerCase()}/`
    const pieces = [
      // What bears on items under any list.
      [presumptions, kinds, characteristics, circumstances],
      [...this.#groups.values()].filter(({ of }) => of === jurisdiction),
      jurisdictions.get(jurisdiction),
      ...[entries, rules, authorisations, restrictions].flatMap((list) => list.filter(own)),
      ...[...tables].flatMap(([name, table]) => (name.startsWith(folder) ? [table] : [])),
    ]
    readDays(pieces, this.#groups, days)
    const named = [...days].sort()
    this.#named.set(jurisdiction, named)
    return named
  }
}

/** Of a piece of law, which has a number of its own. */
interface NamedDays {
  readonly number: number
  readonly days: readonly string[]
}

/** Groups of countries, each with the days that who is in it depends on. */
type DaysOfGroups = ReadonlyMap<string, { readonly of: string; readonly days: ReadonlySet<string> }>

function daysOfGroups({ groupFacts }: Rulebook): DaysOfGroups {
  const { groups, moves, held, treated } = groupFacts
  return new Map(
    groups.map((group) => {
      const days = new Set<string>()
      const bearing = [
        group,
        moves.filter((one) => one.group === group.name),
        held.filter((one) => one.groups.includes(group.name)),
        treated.filter((one) => one.jurisdiction === group.jurisdiction),
      ]
      readDays(bearing, new Map(), days)
      return [group.name, { of: group.jurisdiction, days }]
    }),
  )
}

/** Every day that stands anywhere in a piece of law, and those of the groups that it names. */
function readDays(piece: unknown, groups: DaysOfGroups, days: Set<string>): void {
  if (typeof piece === 'string') {
    if (DAY.test(piece)) days.add(piece)
    for (const day of groups.get(piece.replace(OPERATOR, ''))?.days ?? []) days.add(day)
    return
  }
  if (typeof piece !== 'object' || piece === null) return
  for (const part of partsOf(piece)) readDays(part, groups, days)
}

function partsOf(piece: object): Iterable<unknown> {
  if (piece instanceof Map || piece instanceof Set || Array.isArray(piece)) return piece
  return Object.entries(piece).flatMap(([key, part]) => (NOT_LAW.has(key) ? [] : [part]))
}

/** Where a day stands among others: between two of them, or on one. */
function placeAmong(days: readonly string[], day: string): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? '') < day) low = middle + 1
    else high = middle
  }
  return 2 * low + (days[low] === day ? 1 : 0)
}

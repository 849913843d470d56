import { assert, UNKNOWN } from '../kernel/index.ts'
import type { DealContext, HeldItem } from './deal-context.ts'
import type { LawFinder } from './law-in-force.ts'
import type { LawPeriods } from './law-periods.ts'
import { type LawSight, lawSightOf, type Reached } from './law-sight.ts'
import { Memo } from './memo.ts'
import { subjectsOf } from './subjects.ts'

/** What some of the law compares, kept at once. */
const KEPT = 4096

/** Which law may be read for an item on a day: found once for what lists say of it. */
export class LawRead {
  readonly #law: LawFinder
  readonly #periods: LawPeriods
  readonly #known = new Memo<LawSight>(KEPT)

  constructor(law: LawFinder, periods: LawPeriods) {
    this.#law = law
    this.#periods = periods
  }

  of(deal: DealContext, held: HeldItem): LawSight {
    const { asOf, knownAt, metAlone } = deal
    const { seat, seen } = held
    const { code } = seat.jurisdiction
    const item = seen.seenBy(code)
    const reached = reachedBy(held)
    const how = `${metAlone} ${reached}`
    if (item.lawRead?.how === how) return item.lawRead.law
    const period = this.#periods.of(code, asOf, knownAt)
    const key = `${period} ${how} ${reached === 'parts' || item.sight}`
    const law = this.#known.get(key) ?? this.#find(deal, held, reached, period)
    this.#known.set(key, law)
    item.lawRead = { how, law }
    return law
  }

  #find(
    { asOf, knownAt, metAlone }: DealContext,
    { seat, seen }: HeldItem,
    reached: Reached,
    period: string,
  ): LawSight {
    const { code } = seat.jurisdiction
    const whole = this.#law(code, asOf, knownAt)
    const found = seen.classification(code).byJurisdiction.get(code)
    assert(found !== undefined, 'an item is classified under what holds it')
    const of = (piece: object): string => this.#periods.standingOf(piece, asOf, knownAt)
    const subjects = subjectsOf(found, whole, metAlone)
    const law = lawSightOf(whole, subjects, seat, reached, { of, whole: period })
    // Items on other entries, and other days, may meet the same law.
    const same = `same ${code} ${law.standing}`
    const known = this.#known.get(same) ?? law
    this.#known.set(same, known)
    return known
  }
}

/** Content and production are read where nothing else decides who holds it. */
function reachedBy({ item: { item }, nexus }: HeldItem): Reached {
  if (nexus.nexus.item !== UNKNOWN) return 'no'
  const { content = [], madeWith = [] } = item
  return content.length + madeWith.length === 0 ? 'unstated' : 'parts'
}

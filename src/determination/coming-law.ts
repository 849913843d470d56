import { contains, daysAfter, type LegalDate } from '../kernel/index.ts'
import type {
  Authorisation,
  Entry,
  GroupMove,
  RequirementRule,
  Rulebook,
} from '../rulebook/index.ts'
import { Memo } from './memo.ts'
import type { Duty, JurisdictionFinding } from './model.ts'

/** Law of one jurisdiction that was public before it takes effect, by the day on which it does. */
export interface ComingLaw {
  readonly day: LegalDate
  readonly jurisdiction: string
  readonly pieces: readonly ComingPiece[]
}

export type ComingPiece = Entry | RequirementRule | Authorisation | ComingMove

/** A country comes into a group of the law, or leaves it. */
export interface ComingMove extends GroupMove {
  readonly comes: 'into' | 'out of'
}

/**
 * What was published by one day and takes effect after another, and what is suspended on that day until
 * a stated one. Law whose day of publication nobody states is left out: nobody could say that it was known.
 */
export function comingLaw(
  rulebook: Rulebook,
  asOf: LegalDate,
  knownAt: LegalDate,
): readonly ComingLaw[] {
  let known = found.get(rulebook)
  if (known === undefined) {
    known = new Memo(KEPT)
    found.set(rulebook, known)
  }
  const key = `${asOf} ${knownAt}`
  const coming = known.get(key) ?? lookAhead(rulebook, asOf, knownAt)
  known.set(key, coming)
  return coming
}

/** By the two days: a batch has few. */
const found = new WeakMap<Rulebook, Memo<readonly ComingLaw[]>>()
const KEPT = 256

function lookAhead(
  { entries, rules, authorisations, groupFacts }: Rulebook,
  asOf: LegalDate,
  knownAt: LegalDate,
): readonly ComingLaw[] {
  const byDay = new Map<string, ComingLaw>()
  const add = (day: LegalDate | undefined, jurisdiction: string, piece: ComingPiece): void => {
    if (day === undefined) return
    const key = `${day} ${jurisdiction}`
    const { pieces = [] } = byDay.get(key) ?? {}
    byDay.set(key, { day, jurisdiction, pieces: [...pieces, piece] })
  }
  for (const piece of [...entries, ...rules]) {
    const day = firstDay(piece, asOf, knownAt) ?? dayOfReturn(piece, asOf, knownAt)
    add(day, piece.jurisdiction, piece)
  }
  for (const piece of authorisations) {
    add(firstDay(piece, asOf, knownAt), piece.jurisdiction, piece)
  }
  for (const { day, seat, move } of comingMoves(groupFacts, asOf, knownAt)) add(day, seat, move)
  return [...byDay.keys()].sort().flatMap((key) => byDay.get(key) ?? [])
}

/** Countries that come into a group, and those that leave it, as the end of the whole group has it. */
function comingMoves(
  { groups, moves }: Rulebook['groupFacts'],
  asOf: LegalDate,
  knownAt: LegalDate,
): readonly { readonly day: LegalDate; readonly seat: string; readonly move: ComingMove }[] {
  const seats = new Map(groups.map(({ name, jurisdiction }) => [name, jurisdiction]))
  const ends = groups.flatMap(({ name, members, effective, cite, mark }): readonly GroupMove[] =>
    effective.to === undefined
      ? []
      : members.map((country) => ({ country, group: name, effective, cite, mark })),
  )
  return [...moves, ...ends].flatMap((one) => {
    const { from, to } = one.effective
    const seat = seats.get(one.group) ?? ''
    const { published } = one
    const isKnown = published !== undefined && published <= knownAt
    // The last day of what holds stands in the text that holds.
    const isEndKnown = isKnown || (from !== undefined && from <= knownAt)
    const after = to === undefined ? undefined : daysAfter(to, 1)
    return [
      ...(from !== undefined && from > asOf && isKnown
        ? [{ day: from, seat, move: { ...one, comes: 'into' as const } }]
        : []),
      ...(after !== undefined && after > asOf && isEndKnown
        ? [{ day: after, seat, move: { ...one, comes: 'out of' as const } }]
        : []),
    ]
  })
}

function firstDay(
  { published, status, effective }: Pick<Entry, 'published' | 'status' | 'effective'>,
  asOf: LegalDate,
  knownAt: LegalDate,
): LegalDate | undefined {
  const day = effective.from
  if (day === undefined || day <= asOf || published === undefined || published > knownAt) return
  return status.startsWith('proposed') ? undefined : day
}

/** The day after a suspension that runs on `asOf` and was known by then, where its last day is stated. */
function dayOfReturn(
  { suspended, effective }: Entry | RequirementRule,
  asOf: LegalDate,
  knownAt: LegalDate,
): LegalDate | undefined {
  const now = suspended.find((one) => contains(one, asOf))
  if (now?.to === undefined || (now.from ?? asOf) > knownAt) return undefined
  const day = daysAfter(now.to, 1)
  return contains(effective, day) ? day : undefined
}

/** Whether the piece lies still on the day, and will have effect again. */
export function isSuspended({ suspended }: Pick<Entry, 'suspended'>, day: LegalDate): boolean {
  return suspended.some((one) => contains(one, day))
}

/** Entries and rules may be suspended; what may overcome them, and groups, are not. */
export function isLimit(piece: ComingPiece): piece is Entry | RequirementRule {
  return 'suspended' in piece
}

/** Whether it asks who owns somebody. */
export function readsOwners(rule: RequirementRule): boolean {
  const known = owners.get(rule)
  if (known !== undefined) return known
  const reads = JSON.stringify(rule.requires).includes('"owner_status"')
  owners.set(rule, reads)
  return reads
}

const owners = new WeakMap<RequirementRule, boolean>()

/** What the answer for its first day shows of coming law, as what is owed before it: the verdict is of today. */
export function comingDuties(
  { day, pieces }: ComingLaw,
  asOf: LegalDate,
  found: Pick<JurisdictionFinding, 'items' | 'licence' | 'jurisdiction'>,
): readonly Duty[] {
  const { items, licence, jurisdiction } = found
  const by = daysAfter(day, -1)
  const required = licence.required.asWritten
  const then =
    required === false
      ? ''
      : required === true
        ? ` Under the law of ${jurisdiction} the deal needs a licence then.`
        : ` Whether it needs a licence then under the law of ${jurisdiction} is not decided.`
  const duty = (what: string, cite: string): Duty => ({
    by,
    cite,
    to: 'the exporter',
    what: `From ${day} ${what}${then} Ask again for that day if it has not left by then.`,
  })
  return pieces.flatMap((piece) => {
    if ('comes' in piece) {
      const { country, comes, group, cite } = piece
      return [
        duty(
          `${country} is ${comes === 'into' ? 'in' : 'out of'} ${group} of ${jurisdiction}.`,
          cite,
        ),
      ]
    }
    if (!isLimit(piece)) {
      return licence.exceptions
        .filter(({ id }) => id === piece.id)
        .map(({ item, usable }) => {
          const may = usable === true ? 'can' : usable === false ? 'cannot' : 'may'
          return duty(`${piece.id} ${may} be used for ${item}: ${piece.title}.`, piece.cite)
        })
    }
    const again = isSuspended(piece, asOf) ? ' again' : ''
    if ('code' in piece) {
      return items.flatMap(({ item, entries }) =>
        entries
          .filter(({ code, version }) => code === piece.code && version === piece.version)
          .map(({ truth }) =>
            duty(
              `${jurisdiction}:${piece.code} ${truth === 'true' ? 'lists' : 'may list'} ${item}${again}: ${piece.title}.`,
              piece.cite,
            ),
          ),
      )
    }
    const holds = licence.by.some(({ rule, truth }) => rule === piece.id && truth === 'true')
    return holds ? [duty(`${piece.id} applies${again}: ${piece.title}.`, piece.cite)] : []
  })
}

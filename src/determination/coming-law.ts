import { contains, daysAfter, type LegalDate } from '../kernel/index.ts'
import type { Entry, RequirementRule, Rulebook } from '../rulebook/index.ts'
import { Memo } from './memo.ts'
import type { Duty, JurisdictionFinding } from './model.ts'

/** Law of one jurisdiction that was public before it takes effect, by the day on which it does. */
export interface ComingLaw {
  readonly day: LegalDate
  readonly jurisdiction: string
  readonly pieces: readonly (Entry | RequirementRule)[]
}

type Piece = Entry | RequirementRule

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
  { entries, rules }: Rulebook,
  asOf: LegalDate,
  knownAt: LegalDate,
): readonly ComingLaw[] {
  const byDay = new Map<string, ComingLaw>()
  for (const piece of [...entries, ...rules]) {
    const day = firstDay(piece, asOf, knownAt) ?? dayOfReturn(piece, asOf, knownAt)
    if (day === undefined) continue
    const { jurisdiction } = piece
    const key = `${day} ${jurisdiction}`
    const { pieces = [] } = byDay.get(key) ?? {}
    byDay.set(key, { day, jurisdiction, pieces: [...pieces, piece] })
  }
  return [...byDay.keys()].sort().flatMap((key) => byDay.get(key) ?? [])
}

function firstDay(piece: Piece, asOf: LegalDate, knownAt: LegalDate): LegalDate | undefined {
  const { published, status } = piece
  const day = piece.effective.from
  if (day === undefined || day <= asOf || published === undefined || published > knownAt) return
  return status.startsWith('proposed') ? undefined : day
}

/** The day after a suspension that runs on `asOf` and was known by then, where its last day is stated. */
function dayOfReturn(
  { suspended, effective }: Piece,
  asOf: LegalDate,
  knownAt: LegalDate,
): LegalDate | undefined {
  const now = suspended.find((one) => contains(one, asOf))
  if (now?.to === undefined || (now.from ?? asOf) > knownAt) return undefined
  const day = daysAfter(now.to, 1)
  return contains(effective, day) ? day : undefined
}

/** Whether the piece lies still on the day, and will have effect again. */
export function isSuspended({ suspended }: Piece, day: LegalDate): boolean {
  return suspended.some((one) => contains(one, day))
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

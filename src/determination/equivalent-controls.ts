import { isAtOrBelow, type LegalDate } from '../kernel/index.ts'
import { type Entry, type Rulebook, standingOf } from '../rulebook/index.ts'

/** A control of another legal order on the same thing, where an authorisation looks to it. */
export interface EquivalentControl {
  /** Of the item, in the jurisdiction of the authorisation. */
  readonly entry: string
  readonly destination: string
  /** `GB:PL9014` */
  readonly control: string
  /** Its first day; `null` where the list does not say. */
  readonly since: LegalDate | null
  readonly cite: string
  readonly mark: string
}

export type EquivalentControls = (code: string, destination: string) => readonly EquivalentControl[]

/**
 * Which entries of a destination's own law control the same thing on the day: those related to the entry,
 * by either list. It shows what partners have implemented and when; whether an authority recognises it
 * is a condition of the authorisation.
 */
export function equivalentControlsOn(
  rulebook: Rulebook,
  jurisdiction: string,
  day: LegalDate,
  knownAt: LegalDate,
): EquivalentControls {
  const standing = rulebook.entries.filter(
    (entry) => (entry.published ?? knownAt) <= knownAt && standingOf(entry, day) === 'in-force',
  )
  const own = standing.filter((entry) => entry.jurisdiction === jurisdiction)
  const others = standing.filter((entry) => entry.jurisdiction !== jurisdiction)
  return (code, destination) => {
    const id = `${jurisdiction}:${code}`
    const named = new Set(
      own.filter((entry) => isAtOrBelow(entry.id, id)).flatMap(({ related }) => related),
    )
    return others
      .filter((entry) => isTerritory(rulebook, entry, destination))
      .filter((entry) => named.has(entry.id) || entry.related.some((one) => isOfOne(one, id)))
      .map((entry) => ({
        cite: entry.cite,
        control: entry.id,
        destination,
        entry: code,
        mark: entry.mark,
        since: entry.effective.from ?? null,
      }))
  }
}

/** A relation to a paragraph holds for what lies under it, and one to what lies under it for a part. */
function isOfOne(related: string, id: string): boolean {
  return isAtOrBelow(related, id) || isAtOrBelow(id, related)
}

function isTerritory({ jurisdictions }: Rulebook, { jurisdiction }: Entry, place: string): boolean {
  return jurisdictions.get(jurisdiction)?.territory.includes(place) === true
}

import type { HitFinding, PartyFinding } from '../../determination/index.ts'
import { groupBy, listing, named, type Page, paragraph } from './page.ts'

const STATE: Readonly<Record<PartyFinding['screening']['state'], string>> = {
  clear: 'No hit',
  hit: 'LISTED',
  'not-screened': 'NOT SCREENED',
  stale: 'LISTS TOO OLD',
}
const COLOUR = { clear: 'green', hit: 'red', 'not-screened': 'yellow', stale: 'yellow' } as const

/** Who takes part, and what the lists say. A reason that all parties share is told once. */
export function partyLines(page: Page, parties: readonly PartyFinding[]): readonly string[] {
  const shared = sharedReasons(parties)
  const same = ({ name, screening }: PartyFinding): string => JSON.stringify([name, screening])
  return [
    ...groupBy(parties, same).flatMap((group) => onePartyLines(page, group, shared)),
    ...reasonLines(page, '  ', shared),
  ]
}

function sharedReasons(parties: readonly PartyFinding[]): readonly string[] {
  const [first, ...others] = parties
  if (first === undefined || others.length === 0) return []
  return first.screening.because.filter((reason) =>
    others.every((party) => party.screening.because.includes(reason)),
  )
}

/** One party in all its roles. */
function onePartyLines(
  page: Page,
  group: readonly PartyFinding[],
  shared: readonly string[],
): readonly string[] {
  const [first] = group
  if (first === undefined) return []
  const { state, because, hits } = first.screening
  const roles = listing(
    group.map(({ role }) => role),
    6,
  )
  const own = because.filter((reason) => !shared.includes(reason))
  return [
    ...named(page, '  ', STATE[state], `${first.name} (${roles})`, COLOUR[state]),
    ...reasonLines(page, '    ', own),
    ...hits.flatMap((hit, at) =>
      at < WHOLE_HITS ? hitLines(page, hit, hits.slice(0, at)) : shortHitLines(page, hit),
    ),
  ]
}

/** `Entity List: no copy …` and `Unverified List: no copy …` are told together. */
export function reasonLines(
  page: Page,
  indent: string,
  reasons: readonly string[],
): readonly string[] {
  const partsOf = (reason: string): readonly [string, string] => {
    const at = reason.indexOf(': ')
    return at === -1 ? ['', reason] : [reason.slice(0, at), reason.slice(at + 2)]
  }
  return groupBy(reasons, (reason) => partsOf(reason)[1]).flatMap((group) => {
    const [first = ''] = group
    const [, text] = partsOf(first)
    const heads = group.map((reason) => partsOf(reason)[0]).filter((head) => head !== '')
    return paragraph(page, indent, heads.length === 0 ? text : `${listing(heads, 20)}: ${text}`)
  })
}

/** Hits of one party that are told whole, the surest first; a group of firms may bring dozens. */
const WHOLE_HITS = 3

/** @param before hits of the same party that are told above: what two rows demand alike is said once */
function hitLines(page: Page, hit: HitFinding, before: readonly HitFinding[]): readonly string[] {
  const alias = hit.matchedName === hit.name ? '' : `, as ${JSON.stringify(hit.matchedName)}`
  const chance = `probability ${hit.probability}, names alike ${hit.nameScore}`
  const isSaid = before.some(({ consequence }) => consequence === hit.consequence)
  return [
    ...paragraph(page, '    ', `${hit.list}: ${hit.name} (${hit.entry})${alias}; ${chance}`),
    ...hit.because.flatMap((reason) => paragraph(page, '      · ', reason)),
    ...paragraph(page, '      ', isSaid ? 'Its row says the same.' : hit.consequence),
  ]
}

function shortHitLines(page: Page, hit: HitFinding): readonly string[] {
  const { list, name, entry, probability } = hit
  return paragraph(page, '    ', `${list}: ${name} (${entry}); probability ${probability}`)
}

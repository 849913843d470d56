import type { HitFinding, PartyFinding } from '../../determination/index.ts'
import { type Page, paragraph } from './page.ts'

const STATE: Readonly<Record<PartyFinding['screening']['state'], string>> = {
  clear: 'screened, no hit',
  hit: 'LISTED PARTY',
  'not-screened': 'NOT SCREENED',
  stale: 'LISTS TOO OLD',
}

/** Who takes part, and what the lists say. One reason that all parties share is told once. */
export function partyLines(page: Page, parties: readonly PartyFinding[]): readonly string[] {
  const shared = sharedReasons(parties)
  return [
    ...parties.flatMap((party) => onePartyLines(page, party, shared)),
    ...shared.flatMap((reason) => paragraph(page, '  ', reason)),
  ]
}

function sharedReasons(parties: readonly PartyFinding[]): readonly string[] {
  const [first, ...others] = parties
  if (first === undefined || others.length === 0) return []
  return first.screening.because.filter((reason) =>
    others.every((party) => party.screening.because.includes(reason)),
  )
}

function onePartyLines(
  page: Page,
  { role, name, screening }: PartyFinding,
  shared: readonly string[],
): readonly string[] {
  const { state, because, hits } = screening
  const own = because.filter((reason) => !shared.includes(reason))
  const word = state === 'clear' ? STATE[state] : page.paint(colourOf(state), STATE[state])
  const plain = `  ${STATE[state]}  `
  return [
    ...paragraph(page, plain, `${name} (${role})`, `  ${word}  `),
    ...own.flatMap((reason) => paragraph(page, '    ', reason)),
    ...hits.flatMap((hit) => hitLines(page, hit)),
  ]
}

function colourOf(state: 'hit' | 'not-screened' | 'stale'): 'red' | 'yellow' {
  return state === 'hit' ? 'red' : 'yellow'
}

export function hitLines(page: Page, hit: HitFinding): readonly string[] {
  const alias = hit.matchedName === hit.name ? '' : `, as ${JSON.stringify(hit.matchedName)}`
  const chance = `probability ${hit.probability}, names alike ${hit.nameScore}`
  return [
    ...paragraph(page, '    ', `${hit.list}: ${hit.name} (${hit.entry})${alias}; ${chance}`),
    ...hit.because.flatMap((reason) => paragraph(page, '      · ', reason)),
    ...paragraph(page, '      ', hit.consequence),
  ]
}

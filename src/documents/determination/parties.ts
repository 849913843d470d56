import type { PartyFinding, Transaction } from '../../determination/index.ts'
import { groupBy, heading, list, paragraph, section } from '../blocks.ts'
import { apart, english, plain, type Scribe } from '../messages.ts'
import { nameWords } from '../names.ts'
import type { Block, Words } from '../paper.ts'
import { hitFacts, SCREENED } from '../screening-hits.ts'

const OWNED = { true: 'yes', false: 'no', unknown: 'open' } as const

/** Who takes part and what the lists say; a reason that all share is told once. */
export function partyBlocks(
  parties: readonly PartyFinding[],
  { parties: stated = [] }: Transaction,
  scribe: Scribe,
): readonly Block[] {
  const shared = sharedReasons(parties)
  const countryOf = (name: string): string | undefined =>
    stated.find((party) => party.name === name)?.country
  const groups = groupBy(parties, ({ role: _role, ...same }) => JSON.stringify(same))
  return section(1, scribe.say('screening'), [
    ...list(shared.map(english)),
    ...groups.flatMap((group) => onePartyBlocks(group, shared, countryOf, scribe)),
  ])
}

function sharedReasons(parties: readonly PartyFinding[]): readonly string[] {
  const [first, ...others] = parties
  if (first === undefined || others.length === 0) return []
  return first.screening.because.filter((reason) =>
    others.every((party) => party.screening.because.includes(reason)),
  )
}

/** One party in all its roles. */
function onePartyBlocks(
  group: readonly PartyFinding[],
  shared: readonly string[],
  countryOf: (name: string) => string | undefined,
  scribe: Scribe,
): readonly Block[] {
  const [first] = group
  if (first === undefined) return []
  const { name, ownership = [], screening } = first
  const reasons = screening.because.filter((reason) => !shared.includes(reason))
  return [
    heading(
      2,
      apart([nameWords(name, countryOf(name)), scribe.say(SCREENED[screening.state].word)], ': '),
    ),
    paragraph(plain(group.map(({ role }) => role).join(', '))),
    ...list([...reasons.map(english), ...ownership.map((one) => ownershipWords(one, scribe))]),
    ...screening.hits.map((hit) => hitFacts(hit, scribe)),
  ]
}

function ownershipWords(
  one: NonNullable<PartyFinding['ownership']>[number],
  scribe: Scribe,
): Words {
  const { rule, owned, inEffect, share, because, consequence, cite } = one
  const said = scribe.say('ownership', {
    rule,
    owned: scribe.text(OWNED[owned]),
    inEffect: scribe.text(OWNED[inEffect]),
    least: share.least,
    most: share.most,
  })
  return apart([said, english(because), english(consequence), english(cite)])
}

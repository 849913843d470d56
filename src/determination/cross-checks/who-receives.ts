import type { Owner, Party } from '../transaction-parties.ts'
import { type DealView, inRoles, receivers } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'
import { checkAge } from './firm-age.ts'
import { described } from './same-name.ts'
import { titled } from './words.ts'

/** What those who buy, get and use are said to do, and whether the user is named at all. */
export function checkReceivers(view: DealView, facts: CrossFacts): void {
  sayFunctions(view, 'end_user_function', inRoles(view, 'end-user', 'service-customer'), facts)
  sayFunctions(view, 'consignee_function', inRoles(view, 'ultimate-consignee'), facts)
  sayFunctions(view, 'buyer_function', inRoles(view, 'purchaser', 'bill-to'), facts)
  checkNamed(view, facts)
  checkAge(view, facts)
  checkBillTo(view, facts)
  for (const party of view.parties) {
    if (party.role === 'exporter') continue
    checkWhere(view, party, facts)
    checkParent(party, facts)
    checkOwners(party.name, party.owners ?? [], facts)
  }
}

/** The country that is stated, and what the address names: it may tell an occupied region from its country. */
function checkWhere({ lexicon }: DealView, party: Party, facts: CrossFacts): void {
  const { country, address } = party
  if (country !== undefined) facts.add('party_countries', country, () => described(party))
  if (address === undefined) return
  for (const { country: named, word } of lexicon.placesOfAddress(address)) {
    if (named === country) continue
    facts.add(
      'party_countries',
      named,
      () => `the address of ${described(party)} names ${titled(word)} (${named})`,
    )
  }
}

/** The seat of the ultimate parent counts as that of an owner. */
function checkParent(party: Party, facts: CrossFacts): void {
  const { country, headquarters } = party
  if (headquarters === undefined || headquarters === country) return
  const because = (): string => `the parent of ${described(party)} sits in ${headquarters}`
  facts.add('owner_countries', headquarters, because)
}

function checkOwners(owned: string, owners: readonly Owner[], facts: CrossFacts): void {
  for (const { name, country, owners: further = [] } of owners) {
    if (country !== undefined) {
      facts.add('owner_countries', country, () => `${name} (${country}) owns a part of ${owned}`)
    }
    checkOwners(name, further, facts)
  }
}

function sayFunctions(
  view: DealView,
  circumstance: string,
  parties: readonly Party[],
  facts: CrossFacts,
): void {
  for (const party of parties) {
    for (const [does, why] of functionsHeld(view, party)) {
      facts.add(circumstance, does, () => `${described(party)} is a ${does}: ${why}`)
    }
  }
}

/** One firm may stand in several roles: a forwarder that is the end user too is a forwarder. */
function functionsHeld(view: DealView, party: Party): ReadonlyMap<string, string> {
  const found = new Map(view.lexicon.functionsOf(party))
  for (const other of view.parties) {
    if (other === party || other.name !== party.name) continue
    for (const [does, why] of view.lexicon.functionsOf(other)) {
      if (!found.has(does)) found.set(does, why)
    }
  }
  return found
}

function checkNamed(view: DealView, facts: CrossFacts): void {
  const users = inRoles(view, 'end-user', 'service-customer')
  const description = view.transaction.endUse?.description
  const nameless = users.find(({ name }) => view.lexicon.nobodyNamed(name) !== undefined)
  const words = description === undefined ? undefined : view.lexicon.notNamed(description)
  if (nameless !== undefined) {
    facts.say('end_user_named', false, `the end user is given as “${nameless.name}”`)
  } else if (words !== undefined) {
    facts.say('end_user_named', false, `the end use reads “${description ?? ''}”`)
  } else if (users.length > 0) {
    facts.say('end_user_named', true, () => `${users.map(described).join(', ')} is named`)
  }
}

/** Who is billed in one country while the goods go to another. */
function checkBillTo(view: DealView, facts: CrossFacts): void {
  const billed = inRoles(view, 'bill-to').filter(({ country }) => country !== undefined)
  const { to } = view.transaction.route ?? {}
  const countries = receivers(view).flatMap(({ country }) => country ?? [])
  const going = countries.length > 0 ? countries : to === undefined ? [] : [to]
  if (billed.length === 0 || going.length === 0) return
  const agrees = billed.some(({ country = '' }) => going.includes(country))
  const because = `billed to ${billed.map(described).join(', ')}, shipped to ${receivers(view).map(described).join(', ') || going.join(', ')}`
  facts.say('bill_to_country_agrees', agrees, because)
}

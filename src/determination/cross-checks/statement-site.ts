import { type DealView, inRoles, receivers } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'
import { described } from './same-name.ts'
import { tellingWords } from './words.ts'

/**
 * The site in the statement against where the goods go. Where it names a country, that country is
 * compared; else the words of the two addresses, and only where both have some that tell.
 */
export function compareSites(view: DealView, site: string | undefined, facts: CrossFacts): void {
  if (site === undefined) return
  const going = receivers(view)
  const { to } = view.transaction.route ?? {}
  const where = `the statement names ${site}, the goods go to ${going.length === 0 ? (to ?? '') : going.map((party) => `${party.address === undefined ? '' : `${party.address}: `}${described(party)}`).join(', ')}`
  const named = view.lexicon.placesNamedIn(site).map(({ country }) => country)
  const countries = [to, ...going.map(({ country }) => country)].filter((it) => it !== undefined)
  const agrees = named.length > 0 ? sameCountry(named, countries) : sameAddress(view, site)
  if (agrees !== undefined) facts.say('statement_site_agrees', agrees, where)
}

/** Goods that go to a consignee in one country and on to another country are not at the site yet. */
function sameCountry(named: readonly string[], countries: readonly string[]): boolean | undefined {
  if (countries.length === 0) return undefined
  return countries.some((country) => named.includes(country))
}

function sameAddress(view: DealView, site: string): boolean | undefined {
  const { addressWords } = view.lexicon
  const users = inRoles(view, 'end-user', 'service-customer', 'ultimate-consignee')
  const given = users.filter(({ address }) => address !== undefined)
  const sought = tellingWords(site, addressWords)
  if (given.length === 0 || sought.length === 0) return undefined
  const known = new Set(
    given.flatMap(({ address = '', name }) => tellingWords(`${address} ${name}`, addressWords)),
  )
  if (known.size === 0) return undefined
  return sought.some((word) => known.has(word))
}

import { customers, type DealView, inRoles } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'
import { described, partiesNamed } from './same-name.ts'

/** Who pays, and from where, against who buys. */
export function checkPayment(view: DealView, facts: CrossFacts): void {
  const { payer, country } = view.transaction.payment ?? {}
  const buyers = buying(view)
  const who = (): string => buyers.map(described).join(', ')
  const from = `${payer ?? 'the payer'}${country === undefined ? '' : ` in ${country}`} pays`
  const paying = payer === undefined ? [] : partiesNamed(view.parties, payer)
  for (const { role } of paying) facts.add('payer_roles', role, `${from}, who is ${role}`)
  if (payer !== undefined && view.parties.length > 0) {
    // A parent that pays for its daughter is no stranger.
    const owners = customers(view).flatMap((party) => party.owners ?? [])
    const takesPart = paying.length > 0 || partiesNamed(owners, payer).length > 0
    facts.say('payer_takes_part', takesPart, () =>
      takesPart ? from : `${from} and takes no part in the deal; the buyer is ${who()}`,
    )
    // Where a stranger pays is no second sign.
    if (paying.length === 0) return
  }
  const countries = buyers.flatMap((party) => [party.country, party.headquarters].filter(isStated))
  if (country === undefined || countries.length === 0) return
  facts.say(
    'payer_country_agrees',
    countries.includes(country),
    () => `${from}; the buyer is ${who()}`,
  )
}

/** Who owes the price: whoever is billed or buys; where nobody is named so, who gets the goods. */
function buying(view: DealView): readonly DealView['parties'][number][] {
  const owing = inRoles(view, 'purchaser', 'bill-to', 'bank')
  return owing.some(({ role }) => role !== 'bank')
    ? owing
    : [...owing, ...inRoles(view, 'end-user', 'ultimate-consignee', 'service-customer')]
}

function isStated(country: string | undefined): country is string {
  return country !== undefined
}

import { isChecked } from '../../screening/index.ts'
import type { Party } from '../transaction-parties.ts'
import { customers, type DealView } from './deal-view.ts'
import { type EarlierParty, earlierParties } from './earlier.ts'
import type { CrossFacts } from './facts.ts'
import { described, isSameName } from './same-name.ts'
import { plain, tellingWords } from './words.ts'

/** E-mail, telephone, number or address that a customer has in common with somebody of another name. */
export function checkContacts(view: DealView, facts: CrossFacts): void {
  for (const party of view.parties) {
    if (party.role !== 'exporter') checkPlaces(view, party, facts)
    checkNumbers(party, facts)
  }
  const before = earlierParties(view)
  for (const customer of customers(view)) {
    if (!hasMarks(customer)) continue
    for (const other of view.parties) compareNow(view, customer, other, facts)
    for (const earlier of before) compareEarlier(view, customer, earlier, facts)
  }
}

/** From where a party is reached, by its telephone number and the domain of its e-mail address. */
function checkPlaces({ lexicon }: DealView, party: Party, facts: CrossFacts): void {
  for (const { email, phone } of party.contacts ?? []) {
    const phoned = phone === undefined ? undefined : lexicon.countryOfPhone(phone)
    const mailed = email === undefined ? undefined : lexicon.countryOfEmail(email)
    for (const [country, by] of [
      [phoned, phone],
      [mailed, email],
    ]) {
      if (country === undefined) continue
      const because = (): string => `${described(party)} is reached by ${by ?? ''} (${country})`
      facts.add('contact_countries', country, because)
    }
  }
}

/** Kinds of numbers of which every true one ends in a digit that the others give. */
const CHECKED = ['imo', 'lei']

/** A number that its check digit does not confirm belongs to nobody: mistyped, or made up. */
function checkNumbers(party: Party, facts: CrossFacts): void {
  for (const kind of CHECKED) {
    const number = party.identifiers?.[kind]
    if (number === undefined || isChecked(kind, number)) continue
    const because = `the check digit of the ${kind.toUpperCase()} number ${number} of ${described(party)} does not fit`
    facts.say('numbers_confirmed', false, because)
  }
}

function hasMarks({ contacts, identifiers, address }: Party): boolean {
  return contacts !== undefined || identifiers !== undefined || address !== undefined
}

const CARRYING: ReadonlySet<string> = new Set(['forwarder', 'carrier', 'warehouse'])

/** Firms of one group share a telephone; only another country, or who carries the goods, is odd. */
function compareNow(view: DealView, customer: Party, other: Party, facts: CrossFacts): void {
  if (other === customer || other.name === customer.name) return
  const shared = sharedMark(view, customer, other)
  if (shared === undefined || isSameName(customer, other)) return
  const because = `${described(customer)} and ${described(other)} have ${shared} in common`
  const carries = [...view.lexicon.functionsOf(other).keys()].some((does) => CARRYING.has(does))
  if (carries) facts.add('contact_shared_with', 'forwarder', because)
  else if (isElsewhere(customer, other)) facts.add('contact_shared_with', 'other-party', because)
}

function compareEarlier(
  view: DealView,
  customer: Party,
  { party, date, refused }: EarlierParty,
  facts: CrossFacts,
): void {
  const shared = sharedMark(view, customer, party) ?? sharedDomain(view, customer, party)
  if (shared === undefined || isSameName(customer, party)) return
  const when = date === undefined ? 'earlier' : `of ${date}`
  const because = `${described(customer)} has ${shared} in common with ${described(party)} ${when}${refused ? ', who was refused' : ''}`
  facts.add('contact_shared_with', refused ? 'earlier-refused' : 'earlier-party', because)
}

function isElsewhere(one: Party, other: Party): boolean {
  return one.country !== undefined && other.country !== undefined && one.country !== other.country
}

function sharedMark(view: DealView, one: Party, other: Party): string | undefined {
  const emails = new Set(emailsOf(other))
  const email = emailsOf(one).find((it) => emails.has(it))
  if (email !== undefined) return `the e-mail address ${email}`
  const phones = new Set(phonesOf(other))
  const phone = phonesOf(one).find((it) => phones.has(it))
  if (phone !== undefined) return `the telephone number ${phone}`
  for (const [kind, number] of Object.entries(one.identifiers ?? {})) {
    if (plain(number) === plain(other.identifiers?.[kind] ?? '')) return `the ${kind} ${number}`
  }
  return isSameAddress(view, one, other) ? `the address ${one.address ?? ''}` : undefined
}

/** The same words in whatever order, and the same numbers; a street or town alone is none. */
function isSameAddress(view: DealView, one: Party, other: Party): boolean {
  if (one.address === undefined || other.address === undefined) return false
  if (isElsewhere(one, other)) return false
  const [words, others] = [addressWords(view, one.address), addressWords(view, other.address)]
  return words.size >= 2 && words.size === others.size && [...words].every((it) => others.has(it))
}

function addressWords(view: DealView, address: string): ReadonlySet<string> {
  const numbers = plain(address).match(/\d+/g) ?? []
  return new Set([...tellingWords(address, view.lexicon.addressWords), ...numbers])
}

/** A domain of one's own; half the world writes from a free one. */
function sharedDomain(view: DealView, one: Party, other: Party): string | undefined {
  if (!isElsewhere(one, other)) return undefined
  const known = new Set(domainsOf(view, other))
  const domain = domainsOf(view, one).find((it) => known.has(it))
  return domain === undefined ? undefined : `the e-mail domain ${domain}`
}

function domainsOf(view: DealView, party: Party): readonly string[] {
  return emailsOf(party)
    .map((email) => email.slice(email.indexOf('@') + 1))
    .filter((domain) => !view.lexicon.freeMail.has(domain))
}

function emailsOf({ contacts = [] }: Party): readonly string[] {
  return contacts.flatMap(({ email }) => (email === undefined ? [] : [email.trim().toLowerCase()]))
}

/** The last nine digits: the way of writing a country's prefix says nothing. */
function phonesOf({ contacts = [] }: Party): readonly string[] {
  return contacts.flatMap(({ phone }) => {
    const digits = phone?.replaceAll(/\D/g, '') ?? ''
    return digits.length < 7 ? [] : [digits.slice(-9)]
  })
}

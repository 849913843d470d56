import { daysBetween, type LegalDate } from '../kernel/index.ts'
import type { Vocabulary } from '../rulebook/index.ts'
import type { ArrangedTransaction } from './arrange.ts'
import { ANYTHING, Circumstances, type KnownSet, knownSet } from './circumstances.ts'
import { bindsOn } from './notice-scope.ts'
import type { ReleaseReader } from './release.ts'
import type { HeldAuthorisation, Transaction } from './transaction.ts'
import { type Facility, type Party, type Person, RECEIVING, userOf } from './transaction-parties.ts'

/** What a transaction states, as circumstances; items, destinations and entries are set later. */
export function circumstancesOfDeal(
  arranged: ArrangedTransaction,
  vocabulary: Vocabulary,
  day: LegalDate,
  isSentAbroad: ReleaseReader,
): Circumstances {
  const { transaction, parties } = arranged
  const deal = new Circumstances(vocabulary, day)
  deal.set('transaction_kind', transaction.kind ?? 'export')
  deal.set('exporting_country', transaction.route?.from)
  deal.setMembers('headquarters', headquarters(parties))
  deal.set('exporter_headquarters', firstOf(parties, 'exporter')?.headquarters)
  deal.set('end_user_country', userOf(parties)?.country)
  setEndUse(deal, transaction, parties)
  setPersons(deal, transaction.persons ?? [])
  setTechnology(deal, transaction, isSentAbroad)
  setKnowledge(deal, transaction, day)
  const facility = userOf(parties.filter((party) => party.facility))?.facility
  if (facility !== undefined) setFacility(deal, facility)
  return deal
}

function firstOf(parties: readonly Party[], role: Party['role']): Party | undefined {
  return parties.find((party) => party.role === role)
}

/** Open where one of them has none stated: a parent may sit anywhere. */
function headquarters(parties: readonly Party[]): KnownSet | undefined {
  const receiving = parties.filter(({ role }) => RECEIVING.has(role))
  if (receiving.length === 0) return undefined
  const stated = receiving.flatMap((party) => party.headquarters ?? [])
  return knownSet(stated, stated.length < receiving.length ? ANYTHING : undefined)
}

function setEndUse(deal: Circumstances, { endUse }: Transaction, parties: readonly Party[]): void {
  const uses = endUse?.uses
  const armed = parties.some(({ role, type }) => type === 'military' && RECEIVING.has(role))
  // Military intelligence is never without a military end use (pitfall of the circumstance).
  const intelligence = endUse?.militaryIntelligence
  const isMilitary = armed || uses?.includes('military') === true || intelligence === true
  const military = isMilitary ? true : endUse?.military
  deal.setMembers('end_use', uses === undefined ? undefined : knownSet(uses))
  deal.set('military_end_use', military)
  deal.set(
    'military_intelligence_end_use',
    intelligence ?? (military === false ? false : undefined),
  )
  const kinds = endUse?.wmdKinds
  deal.setMembers('wmd_kind', kinds === undefined ? undefined : knownSet(kinds))
  // Who names a kind of weapon speaks of such a use.
  const isForWeapons = uses?.includes('wmd') === true || (kinds ?? []).length > 0
  deal.set('wmd_end_use', isForWeapons ? true : endUse?.wmd)
}

function setPersons(deal: Circumstances, persons: readonly Person[]): void {
  if (persons.length === 0) return
  deal.setMembers(
    'acting_nationalities',
    statedOf(persons, (one) => one.nationalities),
  )
  deal.setMembers(
    'acting_residences',
    statedOf(persons, (one) => one.permanentResidence),
  )
  deal.setMembers(
    'acting_locations',
    statedOf(persons, (one) => one.location),
  )
  const stated = persons.map(({ usPerson }) => usPerson)
  deal.set(
    'us_person',
    stated.includes(true)
      ? true
      : stated.every((one) => one === false)
        ? false
        : stated.includes('unknown')
          ? 'unknown'
          : undefined,
  )
  // Rules release the person who acts by employer and activity; where several differ, nobody is released.
  const acting = persons.filter(({ usPerson }) => usPerson !== false)
  deal.set('employer_headquarters', agreed(acting.map((one) => one.employerHeadquarters)))
  deal.setWord('activity', agreed(acting.map((one) => one.activity)))
}

/** Open where one of them does not say. */
function statedOf(
  persons: readonly Person[],
  of: (person: Person) => string | readonly string[] | undefined,
): KnownSet {
  const stated = persons.map(of)
  return knownSet(
    stated.flatMap((one) => one ?? []),
    stated.includes(undefined) ? ANYTHING : undefined,
  )
}

function agreed(values: readonly (string | undefined)[]): string | undefined {
  return values.every((one) => one === values[0]) ? values[0] : undefined
}

function setTechnology(
  deal: Circumstances,
  transaction: Transaction,
  isSentAbroad: ReleaseReader,
): void {
  const { technology, kind } = transaction
  const nationalities = technology?.recipientNationalities
  deal.setMembers(
    'recipient_nationalities',
    nationalities === undefined ? undefined : knownSet(nationalities),
  )
  if (technology === undefined) {
    // Goods that leave the country are no release within it.
    if (kind !== 'technology' && kind !== 'service') deal.set('deemed_export', false)
  } else {
    const isSent = isSentAbroad(transaction)
    if (isSent !== undefined) deal.set('deemed_export', !isSent)
  }
}

/** What a notice covers is read item by item, where it says so (notice-reader.ts). */
function setKnowledge(
  deal: Circumstances,
  { knowledge, authorisations }: Transaction,
  day: LegalDate,
): void {
  const informed = knowledge?.informed?.filter((notice) => bindsOn(notice, day))
  if (informed !== undefined) {
    const whole = informed.filter(({ covers }) => covers === undefined)
    const limited = informed.filter(({ covers }) => covers !== undefined)
    deal.setMembers(
      'informed_by',
      knownSet(
        whole.map(({ by }) => by),
        new Set(limited.map(({ by }) => by)),
      ),
    )
  }
  setRecords(deal, authorisations ?? [])
}

/** Notices, registrations and assurances stated as given. Silence says nothing: they may still come. */
function setRecords(deal: Circumstances, held: readonly HeldAuthorisation[]): void {
  const { day } = deal.table
  const standing = held.filter(({ from, until }) => (from ?? day) <= day && day <= (until ?? day))
  // The youngest counts: an older one may have been given for something else.
  const notices = standing.flatMap(({ kind, filedOn }) =>
    kind === 'notice' && typeof filedOn === 'string' ? [daysBetween(filedOn, day)] : [],
  )
  if (notices.length > 0) deal.setStated('notice_days', Math.max(0, Math.min(...notices)))
  const registered = standing.filter(({ kind }) => kind === 'registration')
  if (registered.length > 0) {
    deal.setMembers('registered_for', knownSet(registered.map(({ id }) => id)))
  }
  if (standing.some(({ kind }) => kind === 'assurance')) deal.set('assurance_held', true)
  // Asks what is stated, so that silence answers it.
  deal.set(
    'licence_held',
    standing.some(({ kind }) => kind === 'licence'),
  )
}

function setFacility(deal: Circumstances, facility: Facility): void {
  deal.setWord('facility_type', facility.type)
  deal.setWord('facility_product', facility.product)
  deal.setStated('facility_node_nm', facility.nodeNm)
  deal.setStated('facility_non_planar', facility.nonPlanar)
  deal.setStated('facility_layers', facility.layers)
  deal.setStated('facility_half_pitch_nm', facility.halfPitchNm)
  deal.set('facility_makes_advanced_node', facility.makesAdvancedNode ?? undefined)
}

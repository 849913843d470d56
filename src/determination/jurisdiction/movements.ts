import { z } from 'zod'
import { parseShape, unwrap } from '../../kernel/index.ts'
import type { Jurisdiction, Rulebook } from '../../rulebook/index.ts'
import type { ArrangedTransaction } from '../arrange.ts'
import { text } from '../table-format.ts'
import { type Gap, gapSchema } from '../tables.ts'
import { KINDS, type Transaction, type TransactionKind } from '../transaction.ts'
import { RECEIVING, USING } from '../transaction-parties.ts'
import { isHome } from './reached-item.ts'

/**
 * `<jurisdiction>/movements`: which kinds of transactions the rules of a seat decide, what is no movement
 * at all because nothing leaves, and to where technology goes that a person receives.
 */
const kind = z.enum(KINDS)
const noMovement = {
  kinds: z.array(kind).min(1),
  what: text,
  rules: z.array(text).default([]).meta({ description: 'Rules that reach it all the same.' }),
  cite: text,
  mark: text,
}
const movementsTable = z.strictObject({
  decided: z.array(kind).min(1),
  inside: z
    .strictObject({
      ...noMovement,
      wholeTerritory: z.boolean().default(false).meta({
        description: 'The places of the whole territory count as one, not each by itself.',
      }),
    })
    .exactOptional(),
  arriving: z.strictObject(noMovement).exactOptional().meta({
    description: 'What comes in from abroad, to whoever is named as getting it there.',
  }),
  recipients: z
    .strictObject({ kinds: z.array(kind).min(1), what: text, cite: text, mark: text })
    .exactOptional()
    .meta({ description: 'What a person receives counts as going to the country of the person.' }),
  gaps: z.array(gapSchema).default([]),
  cite: text,
  mark: text,
  notes: text.exactOptional(),
})

export type Movements = z.output<typeof movementsTable>
/** The word of a seat that something is no movement under its law, and what reaches it all the same. */
export type Inside = NonNullable<Movements['arriving']>

const EXPORTS_ALONE: Movements = {
  decided: ['export', 'reexport'],
  gaps: [],
  cite: 'territory of the jurisdiction',
  mark: 'unverified',
}

/** @throws ProblemError where the table has another shape */
export function movementsOf(rulebook: Rulebook, jurisdiction: string): Movements {
  const table = rulebook.tables.get(`${jurisdiction.toLowerCase()}/movements`)
  return table === undefined ? EXPORTS_ALONE : unwrap(parseShape(movementsTable, table))
}

/** What the rules of a seat do not decide: its own gaps, and every kind of transaction it does not name. */
export function gapsOf(
  { decided, gaps, cite, mark }: Movements,
  /** Where the law can be read that stands in no file here. */
  readAt?: string,
): readonly Gap[] {
  const rest = KINDS.filter((one) => !decided.includes(one))
  return [
    ...gaps,
    ...rest.map((one) => ({
      area: `transactions of kind ${one}${readAt === undefined ? '' : `; read ${readAt}`}`,
      cite,
      mark,
      when: { transaction_kind: one },
    })),
  ]
}

export function kindOf({ transaction }: ArrangedTransaction): TransactionKind {
  return transaction.kind ?? 'export'
}

type Place = string | undefined

/**
 * Where rules are read for: where it goes, and where those are who get and use it. One of them whose
 * country nobody states may be anywhere. Technology that is sent abroad goes to where it is received.
 */
export function destinationsOf(
  arranged: ArrangedTransaction,
  { closed, isSentAbroad }: { readonly closed: boolean; readonly isSentAbroad: boolean },
  { recipients }: Pick<Movements, 'recipients'> = {},
): readonly Place[] {
  const { transaction, parties } = arranged
  const { technology, route } = transaction
  const places = new Set<Place>()
  if (recipients?.kinds.includes(kindOf(arranged)) === true) {
    const { location, recipientNationalities: nationalities } = technology ?? {}
    for (const place of nationalities ?? []) places.add(place)
    const goesAbroad = technology === undefined ? route?.from !== route?.to : isSentAbroad
    if (nationalities === undefined && !goesAbroad && !closed) places.add(undefined)
    // A release where the technology is goes to the person alone.
    if (location !== undefined && location === route?.from) return [...places]
  }
  places.add(route?.to)
  for (const { role, country } of parties) {
    if (!USING.includes(role)) continue
    if (country !== undefined || !closed) places.add(country)
  }
  return [...places]
}

/**
 * Whoever is named as getting it is in the country that it would leave, or in a territory that the law
 * counts with it; nobody stated decides nothing.
 */
export function staysInside(
  arranged: ArrangedTransaction,
  isWithIt: (place: string) => boolean = () => false,
): boolean {
  const { from, via = [] } = arranged.transaction.route ?? {}
  const isHere = (place: Place): boolean =>
    place !== undefined && (place === from || isWithIt(place))
  return via.every(isHere) && isReceived(arranged, isHere)
}

/** It leaves a place elsewhere, and ends here; on its way it counts as going here already. */
function comesIn(arranged: ArrangedTransaction, isHere: (place: Place) => boolean): boolean {
  const from = arranged.transaction.route?.from
  return from !== undefined && !isHere(from) && isReceived(arranged, isHere)
}

function isReceived(
  { transaction, parties }: ArrangedTransaction,
  isHere: (place: Place) => boolean,
): boolean {
  if (!isHere(transaction.route?.to) || !isReleasedAtHome(transaction, isHere)) return false
  const receiving = parties.filter(({ role }) => RECEIVING.has(role))
  return receiving.length > 0 && receiving.every(({ country }) => isHere(country))
}

/**
 * Technology stays where it is shown there to nationals alone, and to whom nobody says decides nothing; goods
 * have nobody to be shown to.
 */
function isReleasedAtHome(
  { kind, technology }: Transaction,
  isHere: (place: Place) => boolean,
): boolean {
  if (technology === undefined) return kind !== 'technology'
  const { location, recipientNationalities = [] } = technology
  const places = [location, ...recipientNationalities]
  return recipientNationalities.length > 0 && places.every(isHere)
}

/** The seat's word that nothing leaves its territory, or that what comes in does not, where that is so. */
export function insideOf(
  { inside, arriving }: Movements,
  home: Jurisdiction,
  arranged: ArrangedTransaction,
): Inside | undefined {
  const from = arranged.transaction.route?.from
  if (from === undefined) return undefined
  const isHere = (place: Place): boolean => place !== undefined && isHome(place, home)
  const [word, is] = isHere(from)
    ? [inside, () => staysInside(arranged, inside?.wholeTerritory === true ? isHere : undefined)]
    : [arriving, () => comesIn(arranged, isHere)]
  return word?.kinds.includes(kindOf(arranged)) === true && is() ? word : undefined
}

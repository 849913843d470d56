import { contains, type LegalDate } from '../../kernel/index.ts'
import { isKindWithin, type Rulebook } from '../../rulebook/index.ts'
import { Memo } from '../memo.ts'
import type { Party } from '../transaction-parties.ts'
import type { CrossCheckTables } from './tables.ts'
import { createPhraseFinder, type PhraseFinder, plain, soughtOf } from './words.ts'

/** A country found in a text, and the word that names it. */
export interface NamedPlace {
  readonly country: string
  readonly word: string
}

type GoodsRow = CrossCheckTables['goods']['goods'][number]
const KEPT_KINDS = 512
const KEPT_GOODS = 8192

interface FirmFunction {
  readonly id: string
  readonly name: PhraseFinder
  readonly business: PhraseFinder
  readonly evenIfStated: boolean
}

/** The tables made ready to be looked up in: made once for an edition. */
export class Lexicon {
  readonly tables: CrossCheckTables
  readonly deniesResale: PhraseFinder
  readonly deniesMilitary: PhraseFinder
  readonly notNamed: PhraseFinder
  readonly onlyMentioned: PhraseFinder
  readonly staysHere: PhraseFinder
  readonly exceptFor: PhraseFinder
  readonly sample: PhraseFinder
  readonly refused: PhraseFinder
  readonly withoutLeave: PhraseFinder
  readonly notListed: PhraseFinder
  /** A place follows in which goods are to stay. */
  readonly boundTo: PhraseFinder
  readonly conceals: PhraseFinder
  readonly addressWords: ReadonlySet<string>
  readonly freeMail: ReadonlySet<string>
  readonly vague: ReadonlySet<string>
  /** Jurisdictions whose law is told apart. */
  readonly seats: ReadonlySet<string>
  /** Each a request where all of its phrases stand in one sentence. */
  readonly boycott: readonly (readonly PhraseFinder[])[]
  readonly #goods = new Memo<readonly GoodsRow[]>(KEPT_KINDS)
  readonly #unlikely: readonly {
    readonly business: PhraseFinder
    readonly kinds: readonly string[]
  }[]
  readonly #functions: readonly FirmFunction[]
  readonly #nobody: PhraseFinder
  readonly #arms: PhraseFinder
  readonly #armsWords = new Memo<string>(KEPT_GOODS)
  readonly #uses: readonly (readonly [string, PhraseFinder])[]
  /** As sought, and the place that each names, by the letters with which they begin. */
  readonly #places: ReadonlyMap<string, readonly (readonly [string, string])[]>
  /** In scripts that write without spaces. */
  readonly #unspacedPlaces: readonly (readonly [string, string])[]
  readonly #dialling: readonly (readonly [string, string])[]
  readonly #domains: ReadonlyMap<string, string>

  constructor(tables: CrossCheckTables, rulebook: Pick<Rulebook, 'places' | 'jurisdictions'>) {
    const { words, filing, towns, goods } = tables
    this.tables = tables
    this.deniesResale = createPhraseFinder(words.deniesResale.phrases)
    this.deniesMilitary = createPhraseFinder(words.deniesMilitary.phrases)
    this.notNamed = createPhraseFinder(words.notNamed.phrases)
    this.onlyMentioned = createPhraseFinder(words.onlyMentioned.phrases)
    this.staysHere = createPhraseFinder(words.staysHere.phrases)
    this.exceptFor = createPhraseFinder(words.exceptFor.phrases)
    this.sample = createPhraseFinder(words.sample.phrases)
    this.refused = createPhraseFinder(words.refused.phrases)
    this.withoutLeave = createPhraseFinder(words.withoutLeave.phrases)
    this.notListed = createPhraseFinder(filing.notListed.phrases)
    this.boundTo = createPhraseFinder(words.boundTo.phrases)
    this.#arms = unlessBeside(goods.arms)
    this.conceals = unlessBeside(words.conceals)
    this.#nobody = createPhraseFinder(words.nobody.phrases)
    this.addressWords = wordSet(words.addressWords.phrases)
    this.freeMail = new Set(words.freeMail.phrases)
    this.vague = wordSet(words.vague.phrases)
    this.seats = new Set(rulebook.jurisdictions.keys())
    this.boycott = tables.boycott.requests.map(({ all }) =>
      all.map((phrase) => createPhraseFinder([phrase])),
    )
    this.#unlikely = tables.goods.unlikelyUsers.map(({ business, kinds }) => ({
      business: createPhraseFinder(business),
      kinds,
    }))
    this.#functions = Object.entries(words.functions).map(
      ([id, { name, business, evenIfStated }]) => ({
        evenIfStated,
        id,
        name: createPhraseFinder(name),
        business: createPhraseFinder(business),
      }),
    )
    this.#uses = Object.entries(words.uses).map(([use, { phrases }]) => [
      use,
      createPhraseFinder(phrases),
    ])
    const places = [
      ...[...rulebook.places.values()].flatMap(({ code, name, aliases }) =>
        [name, ...aliases].map((word) => [soughtOf(word), code] as const),
      ),
      ...wordsOf(towns.towns).map(([word, code]) => [soughtOf(word), code] as const),
    ]
    this.#places = byBeginning(places.filter(([name]) => name.startsWith(' ')))
    this.#unspacedPlaces = places.filter(([name]) => !name.startsWith(' '))
    this.#dialling = longestFirst(wordsOf(towns.dialling))
    this.#domains = new Map(wordsOf(towns.domains))
  }

  /** What is expected of goods of a kind. */
  goodsOf(kind: string): readonly GoodsRow[] {
    const known = this.#goods.get(kind)
    if (known !== undefined) return known
    const found = this.tables.goods.goods.filter(({ kinds }) =>
      kinds.some((one) => isKindWithin(kind, one)),
    )
    this.#goods.set(kind, found)
    return found
  }

  /** What a party does: by its role, its stated type, and the words of its name and business. */
  functionsOf({ name, business, type, role }: Party): ReadonlyMap<string, string> {
    const found = new Map<string, string>()
    if (type === 'warehouse' || type === 'trader' || type === 'individual') {
      found.set(type, `stated to be a ${type}`)
    }
    if (type === 'distributor') found.set('trader', 'stated to be a distributor')
    if (LOGISTICS.has(role)) found.set(role, `takes part as ${role}`)
    // A firm whose type or business says what it does is not judged by its name, but for names that no firm bears.
    const named = business === undefined && (type === undefined || type === 'commercial')
    for (const one of this.#functions) {
      const word =
        (business === undefined ? undefined : one.business(business)) ??
        (named || one.evenIfStated ? one.name(name) : undefined)
      if (word !== undefined && !found.has(one.id)) found.set(one.id, `“${word}”`)
    }
    return found
  }

  /** The word of a business that has no use for goods of a kind. */
  unlikelyUse(business: string, kind: string): string | undefined {
    for (const row of this.#unlikely) {
      if (!row.kinds.some((one) => isKindWithin(kind, one))) continue
      const word = row.business(business)
      if (word !== undefined) return word
    }
    return undefined
  }

  /** The words by which a name names nobody. */
  nobodyNamed(name: string): string | undefined {
    return this.notNamed(name) ?? this.#nobody(name)
  }

  /** The word by which goods are called that are arms, or that lists name besides. */
  armsWord(goods: string): string | undefined {
    const known = this.#armsWords.get(goods)
    if (known !== undefined) return known === '' ? undefined : known
    const word = this.#arms(goods)
    this.#armsWords.set(goods, word ?? '')
    return word
  }

  /** The tariff heading of arms and what else no claim of an unlisted item fits. */
  armsHeading(hs: string): string | undefined {
    const digits = hs.replaceAll(/\D/g, '')
    return this.tables.goods.arms.hs.find((heading) => digits.startsWith(heading))
  }

  usesNamedIn(text: string): ReadonlySet<string> {
    return new Set(this.#uses.flatMap(([use, find]) => (find(text) === undefined ? [] : [use])))
  }

  /** A name inside a longer one that stands there says nothing: Moscow, Idaho is not Moscow. */
  placesNamedIn(text: string): readonly NamedPlace[] {
    let rest = plain(text)
    const found: NamedPlace[] = []
    for (const [name, country] of this.#placesPerhapsIn(rest)) {
      if (!rest.includes(name)) continue
      found.push({ country, word: name.trim() })
      rest = rest.replaceAll(name, TAKEN)
    }
    return found
  }

  /** Longest first. */
  #placesPerhapsIn(within: string): readonly (readonly [string, string])[] {
    const beginnings = new Set<string>()
    for (let at = 0; at >= 0 && at < within.length - 1; at = within.indexOf(' ', at + 1)) {
      beginnings.add(within.slice(at, at + BEGINNING))
    }
    const perhaps = [...this.#unspacedPlaces.filter(([name]) => within.includes(name))]
    for (const beginning of beginnings) perhaps.push(...(this.#places.get(beginning) ?? []))
    return longestFirst(perhaps)
  }

  /**
   * Towns and countries that stand by themselves between the commas of an address, beside a postal code
   * at most. A street named after a town (`Teheran-ro 152`) names none.
   */
  placesOfAddress(address: string): readonly NamedPlace[] {
    const parts = new Set(
      address
        .split(/[,;\n]/)
        .map((part) => plain(part.replaceAll(/[\p{N}-]*\p{N}[\p{N}-]*/gu, ' ')).trim()),
    )
    return this.placesNamedIn(address).filter(({ word }) => parts.has(word))
  }

  /** The country of an international telephone number (`+98 21 …`, `0098 21 …`), where the table has it. */
  countryOfPhone(phone: string): string | undefined {
    const written = phone.trim()
    if (!/^(?:\+|00)/.test(written)) return undefined
    const digits = written.replaceAll(/\D/g, '').replace(/^00/, '')
    return this.#dialling.find(([prefix]) => digits.startsWith(prefix))?.[1]
  }

  /** The country of an e-mail address, unless anybody may write from its domain. */
  countryOfEmail(email: string): string | undefined {
    const domain = email.trim().toLowerCase().split('@').at(-1) ?? ''
    if (this.freeMail.has(domain)) return undefined
    return this.#domains.get(domain.split('.').at(-1) ?? '')
  }

  /** The tier of a code of the common high priority list on a day. */
  highPriorityTier(hs: string, day: LegalDate): string | undefined {
    const digits = hs.replaceAll(/\D/g, '')
    return this.tables.highPriority.highPriority.find(
      (row) => contains(row.effective, day) && row.hs.some((code) => digits.startsWith(code)),
    )?.tier
  }
}

/** Finds a phrase where none stands beside it that turns its sense. */
function unlessBeside({
  phrases,
  unless,
}: {
  readonly phrases: readonly string[]
  readonly unless: readonly string[]
}): PhraseFinder {
  const find = createPhraseFinder(phrases)
  const turns = createPhraseFinder(unless)
  return (text) => {
    const found = find(text)
    return found === undefined || turns(text) !== undefined ? undefined : found
  }
}

function wordsOf(
  byPlace: Readonly<Record<string, readonly string[]>>,
): readonly (readonly [string, string])[] {
  return Object.entries(byPlace).flatMap(([code, words]) =>
    words.map((word) => [word, code] as const),
  )
}

function longestFirst<T extends readonly [string, string]>(rows: readonly T[]): readonly T[] {
  return rows.toSorted(([one], [other]) => other.length - one.length)
}

function byBeginning<T extends readonly [string, string]>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const grouped = new Map<string, T[]>()
  for (const row of rows) {
    const beginning = row[0].slice(0, BEGINNING)
    const known = grouped.get(beginning)
    if (known === undefined) grouped.set(beginning, [row])
    else known.push(row)
  }
  return grouped
}

/** Letters by which names are found, the space before them counted; no name is shorter. */
const BEGINNING = 3

/** Keeps the words on either side of a name apart. */
const TAKEN = ' , '

/** Roles that carry, keep or pay for goods and do not use them. */
const LOGISTICS: ReadonlySet<string> = new Set(['forwarder', 'carrier', 'bank', 'warehouse'])

function wordSet(phrases: readonly string[]): ReadonlySet<string> {
  return new Set(phrases.map((phrase) => plain(phrase).trim()))
}

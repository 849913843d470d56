import {
  fail,
  nearWord,
  ok,
  type Problem,
  parseShape,
  printPath,
  type Result,
  readJson,
  type ShapeSource,
} from '../kernel/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import { LineReader } from './line-reader.ts'
import { PartReader } from './part-reader.ts'
import { type Transaction, transactionSchema } from './transaction.ts'
import type { Party } from './transaction-parties.ts'

export interface TransactionParser {
  (value: unknown, document?: ShapeSource): Result<Transaction>
  /** The same from a line of JSON, of which nothing is parsed that was met before. */
  line(text: string): Result<Transaction>
}

/** A path as its last step and the path before it: walking costs nothing, printing is for problems. */
interface Path {
  readonly step: PropertyKey
  readonly before: Path | undefined
}

function stepsOf(path: Path | undefined): readonly PropertyKey[] {
  return path === undefined ? [] : [...stepsOf(path.before), path.step]
}

function pathOf(...steps: readonly PropertyKey[]): Path | undefined {
  return steps.reduce<Path | undefined>((before, step) => ({ step, before }), undefined)
}

interface Found {
  readonly path: Path | undefined
  readonly problem: Problem
}

/** Keys under which a country stands, alone or in a list. */
const PLACE_KEYS = new Set([
  'from',
  'to',
  'via',
  'destinations',
  'country',
  'headquarters',
  'origin',
  'location',
  'nationalities',
  'recipientNationalities',
  'permanentResidence',
  'employerHeadquarters',
])
/** Where such keys mean something else (`from` of a licence is a day), or nothing here is a country. */
const OTHER_MEANING = new Set(['authorisations', 'documents', 'characteristics'])

/**
 * Reads a transaction. After its shape, words are held against the edition of the law: countries
 * against its places, where accepted aliases become their codes, uses and statuses against the
 * vocabulary of its circumstances. A word the law does not know would otherwise silently fit no rule.
 */
export function createTransactionParser(
  rulebook: Pick<Rulebook, 'places' | 'circumstances'>,
): TransactionParser {
  const aliases = new Map(
    [...rulebook.places.values()].flatMap((place) =>
      place.aliases.map((alias): [string, string] => [alias, place.code]),
    ),
  )
  const names = new Map(
    [...rulebook.places.values()].map(({ name, code }) => [name.toLowerCase(), code]),
  )
  const uses = vocabularyOf(rulebook, 'end_use')
  const statuses = vocabularyOf(rulebook, 'party_status')
  const parts = new PartReader((name, part) => {
    const found: Found[] = []
    const read = new PlaceReader(rulebook.places, aliases, found).readUnder(name, part)
    if (name === 'endUse') checkUses({ endUse: read as Transaction['endUse'] }, uses, found)
    if (name === 'parties') checkStatuses({ parties: [read as Party] }, statuses, found)
    return found.length === 0 ? read : undefined
  })
  const lines = new LineReader(parts)
  const parse = (value: unknown, document?: ShapeSource): Result<Transaction> => {
    const known = parts.read(value)
    if (known !== undefined) return ok(known)
    const shaped = parseShape(transactionSchema, value, document)
    if (!shaped.ok) return fail(...withNamedPlaces(shaped.problems, value, names))
    const found: Found[] = []
    const places = new PlaceReader(rulebook.places, aliases, found)
    const transaction = places.read(shaped.value, undefined) as Transaction
    checkUses(transaction, uses, found)
    checkStatuses(transaction, statuses, found)
    if (found.length === 0) return ok(transaction)
    return fail(
      ...found.slice(0, 20).map(({ path, problem }) => ({
        ...problem,
        where: document?.locate(stepsOf(path)) ?? { path: printPath(stepsOf(path)) },
      })),
    )
  }
  const line = (text: string): Result<Transaction> => {
    const known = lines.read(text)
    if (known !== undefined) return ok(known)
    const value = readJson(text)
    return value.ok ? parse(value.value) : value
  }
  return Object.assign(parse, { line })
}

/** Where a country stands by its name, its code is the remedy. */
function withNamedPlaces(
  problems: readonly Problem[],
  value: unknown,
  names: ReadonlyMap<string, string>,
): readonly Problem[] {
  const found = new Map<string, string>()
  const walk = (held: unknown, path: readonly PropertyKey[], isPlace: boolean): void => {
    if (typeof held === 'string') {
      const code = isPlace ? names.get(held.trim().toLowerCase()) : undefined
      if (code !== undefined) found.set(printPath(path), code)
    } else if (Array.isArray(held)) {
      held.forEach((one: unknown, index) => {
        walk(one, [...path, index], isPlace)
      })
    } else if (typeof held === 'object' && held !== null) {
      for (const [key, one] of Object.entries(held)) walk(one, [...path, key], PLACE_KEYS.has(key))
    }
  }
  walk(value, [], false)
  return problems.map((problem) => {
    const code = found.get(problem.where?.path ?? '')
    return code === undefined ? problem : { ...problem, remedy: `Write ${code}.` }
  })
}

class PlaceReader {
  readonly #places: Rulebook['places']
  readonly #aliases: ReadonlyMap<string, string>
  readonly #found: Found[]

  constructor(places: Rulebook['places'], aliases: ReadonlyMap<string, string>, found: Found[]) {
    this.#places = places
    this.#aliases = aliases
    this.#found = found
  }

  /** The value itself where nothing in it changes, so that a plain transaction costs no copy. */
  read(value: unknown, path: Path | undefined): unknown {
    if (Array.isArray(value)) return this.#readList(value, path, (one, at) => this.read(one, at))
    if (typeof value !== 'object' || value === null) return value
    let copy: Record<string, unknown> | undefined
    for (const key in value) {
      if (OTHER_MEANING.has(key)) continue
      const held: unknown = (value as Record<string, unknown>)[key]
      if (held === undefined || (typeof held !== 'object' && !PLACE_KEYS.has(key))) continue
      const at: Path = { step: key, before: path }
      const read = PLACE_KEYS.has(key) ? this.#placesIn(held, at) : this.read(held, at)
      if (read === held) continue
      copy ??= { ...value }
      copy[key] = read
    }
    return copy ?? value
  }

  /** One part of a transaction, or one element of a part that is a list. */
  readUnder(name: string, part: unknown): unknown {
    return OTHER_MEANING.has(name) ? part : this.read(part, undefined)
  }

  #placesIn(held: unknown, path: Path): unknown {
    if (typeof held === 'string') return this.#place(held, path)
    return Array.isArray(held)
      ? this.#readList(held, path, (one, at) =>
          typeof one === 'string' ? this.#place(one, at) : one,
        )
      : held
  }

  #readList(
    value: readonly unknown[],
    path: Path | undefined,
    read: (one: unknown, path: Path) => unknown,
  ): readonly unknown[] {
    let copy: unknown[] | undefined
    for (let index = 0; index < value.length; index += 1) {
      const one = read(value[index], { step: index, before: path })
      if (one === value[index]) continue
      copy ??= [...value]
      copy[index] = one
    }
    return copy ?? value
  }

  #place(code: string, path: Path): string {
    if (this.#places.has(code)) return code
    const known = this.#aliases.get(code)
    if (known !== undefined) return known
    const near = nearWord(code, [...this.#places.keys()])
    this.#found.push({
      path,
      problem: {
        code: 'country.unknown',
        detail: `${JSON.stringify(code)} is no country or region that the rulebook knows.`,
        remedy: `Write the two letters of ISO 3166-1${near === undefined ? '.' : `; did you mean ${JSON.stringify(near)}?`}`,
      },
    })
    return code
  }
}

function vocabularyOf(
  rulebook: Pick<Rulebook, 'circumstances'>,
  id: string,
): readonly string[] | undefined {
  const values = rulebook.circumstances.get(id)?.values
  return values === undefined ? undefined : Object.keys(values)
}

function checkUses(
  transaction: { readonly endUse?: Transaction['endUse'] | undefined },
  known: readonly string[] | undefined,
  found: Found[],
): void {
  transaction.endUse?.uses?.forEach((use, index) => {
    check(use, known, pathOf('endUse', 'uses', index), 'use', found)
  })
}

function checkStatuses(
  transaction: Pick<Transaction, 'parties'>,
  known: readonly string[] | undefined,
  found: Found[],
): void {
  const checkAll = ({ claimedStatus, owners }: Claimant, ...at: readonly PropertyKey[]): void => {
    claimedStatus?.forEach(({ list }, index) => {
      check(list, known, pathOf(...at, 'claimedStatus', index, 'list'), 'list of parties', found)
    })
    owners?.forEach((owner, index) => {
      checkAll(owner, ...at, 'owners', index)
    })
  }
  transaction.parties?.forEach((party, index) => {
    checkAll(party, 'parties', index)
  })
}

type Claimant = Pick<Party, 'claimedStatus' | 'owners'>

function check(
  word: string,
  known: readonly string[] | undefined,
  path: Path | undefined,
  what: string,
  found: Found[],
): void {
  if (known === undefined || known.includes(word)) return
  const near = nearWord(word, known)
  const meant = near === undefined ? '' : `Did you mean ${JSON.stringify(near)}? `
  found.push({
    path,
    problem: {
      code: 'input.unknown-value',
      detail: `${JSON.stringify(word)} is no ${what} that the rulebook knows.`,
      remedy: `${meant}Known: ${known.join(', ')}.`,
    },
  })
}

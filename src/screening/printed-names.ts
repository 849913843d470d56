import { loneRoman } from './figures.ts'
import type { NameForm, NameMatcher } from './name-matcher.ts'
import { namesPrintedWithin } from './names-printed-within.ts'
import { type NameReading, type ReadOptions, readName } from './read-name.ts'
import { namesWithin, OF_PART, withoutRest } from './stated-names.ts'
import { INITIAL, LEGAL } from './word-kinds.ts'
import type { WordTable } from './word-table.ts'
import { isOfCutLength, LAST_WORD, translatedOtherwise, writtenOut } from './written-out.ts'

/** A party as far as its names go. */
export interface NamedParty {
  readonly name: string
  readonly aliases?: readonly string[] | undefined
  /** Names the publisher calls weak: they speak less. */
  readonly weakAliases?: readonly string[] | undefined
  readonly schema?: string | undefined
  readonly countries?: readonly string[] | undefined
}

export interface PrintedName {
  readonly printed: string
  readonly isWeak: boolean
  /** Which name of the party it is, the main one first, then aliases, then weak ones. */
  readonly place: number
  readonly forms: readonly NameForm[]
}

const MOST_NAMES = 200

/**
 * All names of a party, each with all its readings that no other name before it has, as words of the table.
 * @param isStated a user stated them, and may have written more than a name ({@link namesWithin})
 */
export function namesOf(
  party: NamedParty,
  words: WordTable,
  isStated = false,
): readonly PrintedName[] {
  const strong = [party.name, ...(party.aliases ?? [])].map((printed) => [printed, false] as const)
  const weak = (party.weakAliases ?? []).map((printed) => [printed, true] as const)
  const options = { schema: party.schema, country: party.countries?.[0] }
  const seen: NameForm[] = []
  return [...strong, ...weak].slice(0, MOST_NAMES).flatMap(([printed, isWeak], place) => {
    const read = isStated ? readStated(printed, options) : readListed(printed, options)
    const forms = read.flatMap((reading) => {
      const form = formOf(reading, isWeak, words)
      if (isAmong(form, seen)) return []
      seen.push(form)
      return [form]
    })
    return forms.length === 0 ? [] : [{ printed, isWeak, place, forms }]
  })
}

function readListed(printed: string, options: ReadOptions): readonly NameReading[] {
  const own = readName(printed, options)
  const others = namesPrintedWithin(printed, options.schema)
  return [...own, ...others.flatMap((other) => readPart(other, options))]
}

function readPart(part: string, options: ReadOptions): readonly NameReading[] {
  return readName(part, options).map((one) => ({ ...one, trust: one.trust * OF_PART }))
}

/** What a paper calls whomever it names, which is no part of a name. */
const MESSRS =
  /^\s*(?:m\/s|messrs|mssrs|attn(?![^\n]*[,\n])|(?:his|her|your) (?:excellency|majesty|(?:royal |serene )?highness|eminence|holiness))\b[.:,]*\s+(?=\S)/iu

/** Characters as pages write them, which come along when a name is copied from one. */
const ENTITY = /&(?:(amp|nbsp|quot|apos|lt|gt)|#(\d{2,5})|#x([\da-f]{2,4}));/giu
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: ' ',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
}

function decoded(printed: string): string {
  if (!printed.includes('&')) return printed
  return printed.replace(
    ENTITY,
    (_, name: string | undefined, decimal: string | undefined, hex: string | undefined) =>
      name === undefined
        ? String.fromCharCode(
            decimal === undefined ? Number.parseInt(hex ?? '20', 16) : Number(decimal),
          )
        : (ENTITIES[name.toLowerCase()] ?? ' '),
  )
}

function readStated(printed: string, options: ReadOptions): readonly NameReading[] {
  const stated = decoded(printed).replace(MESSRS, '')
  const own = readName(stated, options)
  const whole = [...own, ...asOthers(stated, own, options)]
  const within = namesWithin(stated, options.schema)
  const out = options.schema === 'Person' ? [] : [stated, ...within].flatMap(writtenOut)
  const otherwise = options.schema === 'Person' ? [] : [stated, ...out].flatMap(translatedOtherwise)
  const parts = [...within, ...out, ...otherwise].flatMap((part) => readPart(part, options))
  const shorter = options.schema === 'Person' ? [] : whole.flatMap((one) => withoutRest(one) ?? [])
  const all = [...whole, ...parts, ...shorter]
  if (options.schema === 'Person' || !isOfCutLength(stated)) return all
  const uncut = readPart(stated.replace(LAST_WORD, ''), options)
  return [...all, ...uncut].map((one) => ({ ...one, isCut: true }))
}

/** `Selene Dawn I`, `Selene V B.V.`: an initial in the name of somebody of whom it is not said what they are, or a number. */
function endsInFigure({ words }: NameReading): boolean {
  const last = words.findLast(({ kind }) => kind !== LEGAL)
  return last?.kind === INITIAL && loneRoman(last.text) !== undefined
}

/** `A. Halcyon`, `Halcyon A.V.`: an initial, where a firm has an article or its form. */
const BEGINS_WITH_INITIAL = /(?:^|\s)\p{Lu}\.(?:\s|\p{Lu}\.(?!\p{Lu}))/u

/** Legal forms that are also names of people: `Kim Se Gon`, `Pao Yu Liang`, `Ag Albachar`. */
const FORM_OR_NAME = /(?<![\p{L}.])(?:ag|pao|sa['’]?b?|safi|se|sia)(?![\p{L}.])/iu

/** What is said otherwise of a ship, or of a person, where it is not said what somebody is. */
function asOthers(
  stated: string,
  own: readonly NameReading[],
  options: ReadOptions,
): readonly NameReading[] {
  if (options.schema !== undefined) return []
  const readAs = (schema: string) => readName(stated, { ...options, schema })
  const isPerhapsPerson = BEGINS_WITH_INITIAL.test(stated) || FORM_OR_NAME.test(stated)
  return [
    ...(own.some(endsInFigure) ? readAs('Vessel') : []),
    ...(isPerhapsPerson ? readAs('Person') : []),
  ]
}

function formOf(reading: NameReading, isWeak: boolean, words: WordTable): NameForm {
  const ids = Uint32Array.from(reading.words, ({ text, kind }) => words.idOf(text, kind))
  const { words: _, ...rest } = reading
  return { words: ids, from: 0, to: ids.length, isWeak, ...rest }
}

/** Whether one of these readings says the same: what a name in another script is read as adds nothing to one printed so. */
function isAmong(form: NameForm, forms: readonly NameForm[]): boolean {
  return forms.some(
    (other) =>
      other.isWeak === form.isWeak &&
      other.trust >= form.trust &&
      other.native === form.native &&
      other.words.length === form.words.length &&
      other.words.every((word, at) => word === form.words[at]),
  )
}

/** The best of all pairs of names. */
export interface MatchedNames {
  readonly logOdds: number
  readonly asked: PrintedName
  readonly listed: PrintedName
  readonly askedForm: NameForm
  readonly listedForm: NameForm
  readonly isPerson: boolean
}

export function bestNames(
  asked: readonly PrintedName[],
  listed: readonly PrintedName[],
  matcher: NameMatcher,
  isPerson: boolean,
  isShip: boolean,
): MatchedNames | undefined {
  let best: MatchedNames | undefined
  for (const left of asked) {
    for (const right of listed) {
      for (const askedForm of left.forms) {
        for (const listedForm of right.forms) {
          const logOdds = matcher.compare(askedForm, listedForm, isPerson, isShip)
          if (best !== undefined && logOdds <= best.logOdds) continue
          best = { logOdds, asked: left, listed: right, askedForm, listedForm, isPerson }
        }
      }
    }
  }
  return best
}

/** Whether the one asked for is a firm named after the listed one and a place. */
export function isBranch(names: MatchedNames | undefined, matcher: NameMatcher): boolean {
  return (
    names !== undefined && !names.isPerson && matcher.isBranch(names.askedForm, names.listedForm)
  )
}

/** Whether a name says a place among other words, as that of a branch does. */
export function saysPlace(names: readonly PrintedName[], words: WordTable): boolean {
  return names.some(({ forms }) =>
    forms.some((form) => form.words.some((word) => words.isPlace(word) || words.isTown(word))),
  )
}

/** The name at a place, as {@link namesOf} counts them. */
export function nameAt(party: NamedParty, place: number): string {
  const aliases = party.aliases ?? []
  if (place === 0) return party.name
  return aliases[place - 1] ?? party.weakAliases?.[place - 1 - aliases.length] ?? party.name
}

import type { Item } from '../../classification/index.ts'
import {
  codeOf,
  conjoin,
  isAtOrBelow,
  parseQuantity,
  type Truth,
  type TruthCode,
  truthOf,
  UNKNOWN,
} from '../../kernel/index.ts'
import type { Rulebook } from '../../rulebook/index.ts'
import type { DeniedItem } from '../denials/record.ts'
import type { NoUndercutTerms } from '../denials/terms.ts'

/** One thing in which an item of the deal was held against what was refused. */
export interface Aspect {
  /** `entry`, `kind`, or the id of a characteristic. */
  readonly aspect: string
  readonly truth: Truth
  /** In words, with what the deal itself states and nothing else of the refusal. */
  readonly said: string
}

export interface ItemLikeness {
  /** Whether the two are essentially identical items. */
  readonly truth: Truth
  readonly aspects: readonly Aspect[]
}

/** An item of the deal, with the entries that stand for it, by claim or by its classification. */
export interface AskedItem {
  readonly item: Item
  /** `EU:3A001.a.1` */
  readonly entries: readonly string[]
  /** Entries that it may stand on, as far as is known of it. */
  readonly undecided?: readonly string[]
}

type Dictionary = Pick<Rulebook, 'characteristics'>

/**
 * Whether an item is essentially the one refused: of its kind, and each measured value that the refusal
 * states within the tolerance of the terms. What the deal does not state is open, never different; an entry
 * alone makes two items alike enough to be looked at, never identical.
 */
export function likenessOf(
  asked: AskedItem,
  denied: DeniedItem,
  terms: NoUndercutTerms['identical'],
  dictionary: Dictionary,
): ItemLikeness {
  const entry = denied.entries.length === 0 ? undefined : entryAspect(asked, denied, terms)
  const kind = denied.kind === undefined ? undefined : kindAspect(asked.item.kind, denied.kind)
  const measured = Object.entries(denied.characteristics).map(([id, refused]) =>
    characteristicAspect(id, asked.item.characteristics[id], refused, terms, dictionary),
  )
  const aspects = [entry, kind, ...measured].filter((one) => one !== undefined)
  return { truth: truthOf(together(entry, kind, measured)), aspects }
}

function together(
  entry: Aspect | undefined,
  kind: Aspect | undefined,
  measured: readonly Aspect[],
): TruthCode {
  // Who calls a thing otherwise does not make it another where it stands on the same entry.
  if (kind?.truth === 'false' && entry?.truth !== 'true') return codeOf('false')
  const technical = measured.map(({ truth }) => codeOf(truth))
  const [first, ...rest] = technical
  if (first === undefined) return entry?.truth === 'false' ? codeOf('false') : UNKNOWN
  const doubt = kind?.truth === 'false' || kind?.truth === 'unknown' || entry?.truth === 'false'
  return rest.reduce(conjoin, doubt ? conjoin(first, UNKNOWN) : first)
}

function entryAspect(
  { entries, undecided = [] }: AskedItem,
  denied: DeniedItem,
  { sameNumbering }: NoUndercutTerms['identical'],
): Aspect {
  const found = entries.flatMap((own) =>
    denied.entries.flatMap((refused) => {
      const truth = atOrBelow(own, refused, sameNumbering)
      return truth === undefined ? [] : [{ own, truth }]
    }),
  )
  const isOpen = undecided.some((own) =>
    denied.entries.some((refused) => {
      const truth = atOrBelow(own, refused, sameNumbering)
      return truth === 'true' || truth === 'unknown'
    }),
  )
  const best =
    found.find(({ truth }) => truth === 'true') ?? found.find(({ truth }) => truth === 'unknown')
  if (best !== undefined) {
    const said =
      best.truth === 'true'
        ? `Your ${best.own} is at or below an entry of the refusal.`
        : `An entry of the refusal is a part of your ${best.own}.`
    return { aspect: 'entry', truth: best.truth, said }
  }
  if (isOpen)
    return { aspect: 'entry', truth: 'unknown', said: 'It may stand on an entry of the refusal.' }
  return found.length > 0
    ? { aspect: 'entry', truth: 'false', said: 'None of your entries is one of the refusal.' }
    : { aspect: 'entry', truth: 'unknown', said: 'You state no entry of a list that it names.' }
}

/** Undefined where the two lists number otherwise, so that nothing can be read into their codes. */
function atOrBelow(
  own: string,
  refused: string,
  sameNumbering: readonly (readonly string[])[],
): Truth | undefined {
  const [list = '', code = ''] = cut(own)
  const [refusedList = '', refusedCode = ''] = cut(refused)
  const areComparable =
    list === refusedList ||
    sameNumbering.some((lists) => lists.includes(list) && lists.includes(refusedList))
  if (!areComparable) return undefined
  if (isAtOrBelow(code, refusedCode)) return 'true'
  return isAtOrBelow(refusedCode, code) ? 'unknown' : 'false'
}

function cut(entry: string): readonly [string, string] {
  const at = entry.indexOf(':')
  return [entry.slice(0, at), entry.slice(at + 1)]
}

function kindAspect(own: string | undefined, refused: string): Aspect {
  const aspect = 'kind'
  if (own === undefined || own === 'unknown')
    return { aspect, truth: 'unknown', said: 'You state no kind of item.' }
  if (own === refused || own.startsWith(`${refused}.`))
    return { aspect, truth: 'true', said: `Your ${own} is of the kind refused.` }
  if (refused.startsWith(`${own}.`))
    return { aspect, truth: 'unknown', said: `The kind refused is one sort of your ${own}.` }
  return { aspect, truth: 'false', said: `Your ${own} is of another kind.` }
}

function characteristicAspect(
  id: string,
  own: unknown,
  refused: unknown,
  { tolerance, tolerances }: NoUndercutTerms['identical'],
  { characteristics }: Dictionary,
): Aspect {
  const aspect = id
  if (own === undefined || own === null || own === 'unknown' || refused === 'unknown')
    return { aspect, truth: 'unknown', said: `${id} of your item is not stated.` }
  const yours = `Your ${id} of ${Array.isArray(own) ? own.join(', ') : String(own)}`
  const parameter = characteristics.get(id)
  if (parameter?.type !== 'number') {
    const isCompared = parameter !== undefined && !['list', 'range'].includes(parameter.type)
    const truth = alike(own, refused)
    if (truth === 'false' && !isCompared)
      return {
        aspect,
        truth: 'unknown',
        said: `${yours} cannot be compared with what was refused.`,
      }
    return { aspect, truth, said: `${yours} is ${WORDS[truth]}what was refused.` }
  }
  const unit = parameter.unit ?? '1'
  const [mine, theirs] = [parseQuantity(textOf(own), unit), parseQuantity(textOf(refused), unit)]
  if (!mine.ok || !theirs.ok)
    return { aspect, truth: 'unknown', said: `${yours} cannot be compared with what was refused.` }
  const allowed = theirs.value.abs().times(tolerances[id] ?? tolerance)
  const isWithin = mine.value.minus(theirs.value).abs().lessThanOrEqualTo(allowed)
  return {
    aspect,
    truth: isWithin ? 'true' : 'false',
    said: `${yours} is ${isWithin ? 'within' : 'outside'} the tolerance of what was refused.`,
  }
}

function textOf(value: unknown): string {
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
}

const WORDS: Readonly<Record<Truth, string>> = { true: '', unknown: 'in part ', false: 'not ' }

/** In words, whatever their case. Of several some of which are the same, a person says whether that is the same thing. */
function alike(own: unknown, refused: unknown): Truth {
  const wordsOf = (value: unknown): ReadonlySet<string> =>
    new Set([value].flat().map((one) => String(one).trim().toLowerCase()))
  const [mine, theirs] = [wordsOf(own), wordsOf(refused)]
  const shared = [...mine].filter((word) => theirs.has(word)).length
  if (shared === mine.size && shared === theirs.size) return 'true'
  return shared > 0 ? 'unknown' : 'false'
}

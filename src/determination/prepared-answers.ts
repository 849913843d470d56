import { digestOfBytes } from '../kernel/index.ts'
import { type ArrangedTransaction, sortedBy } from './arrange.ts'
import { canonicalInput } from './canonical.ts'
import { comparesAmounts } from './cross-checks/index.ts'
import { comparesItems } from './flag-rules.ts'
import { Memo } from './memo.ts'
import { refilled } from './places.ts'
import { sealAnswer } from './seal.ts'
import type { Sheet } from './sheet.ts'
import { type Filling, type Skeleton, weightOfSkeleton, writeSkeleton } from './skeleton.ts'
import type { Transaction } from './transaction.ts'
import { hasMark } from './wording.ts'

/** The text of an answer with what fills it. */
export interface FilledText {
  readonly skeleton: Skeleton
  readonly fillings: readonly Filling[]
  /** Other orders have the same text: it is kept for them in any case. */
  readonly isShared: boolean
}

/** The answer to whoever states the same, but for the id of the transaction and how many of each item. */
interface PreparedAnswer {
  readonly text: FilledText
  /** About how many bytes it takes beside what others share. */
  readonly weight: number
  /** Cut when it is first asked for: most orders come once. */
  input: WholeInput | CutInput
}

/** What an input is written from: its text is known, but is long. */
type WholeInput = Pick<ArrangedTransaction, 'transaction' | 'items'>

/** A canonical input, cut where the id and quantities stand. */
interface CutInput {
  readonly texts: readonly string[]
  /** After each text but the last: the id, or the quantity of the item stated at a place. */
  readonly open: readonly (typeof ID | number)[]
}

const ID = 'id'

/** Kept at once: bytes of answers whose text others share, of those with a text of their own; keys met once. */
const KEPT = 32 * 2 ** 20
const KEPT_WHOLE = 8 * 2 ** 20
const KEPT_KEYS = 16_384

/**
 * Answers by what was stated, so that an order that comes again needs no law at all: what differs from order
 * to order, its id and its quantities, stands in the input that is digested and bears on nothing else.
 */
export class PreparedAnswers {
  readonly #shared = new Memo<PreparedAnswer>(KEPT, ({ weight }) => weight)
  readonly #whole = new Memo<PreparedAnswer>(
    KEPT_WHOLE,
    ({ weight, text }) => weight + weightOfSkeleton(text.skeleton),
  )
  readonly #met = new Memo<true>(KEPT_KEYS)

  /** False where the like was not answered before. */
  write(key: string, transaction: Transaction, sheet: Sheet): boolean {
    const prepared = this.#shared.get(key) ?? this.#whole.get(key)
    if (prepared === undefined) return false
    if (!('open' in prepared.input)) prepared.input = inputWithPlaces(prepared.input)
    const { texts, open } = prepared.input
    const { skeleton, fillings } = prepared.text
    const id = JSON.stringify(transaction.id ?? null)
    let input = texts[0] ?? ''
    for (let at = 0; at < open.length; at += 1) {
      const place = open[at]
      const own =
        typeof place === 'number' ? canonicalInput(transaction.items[place]?.quantity) : id
      input += own + (texts[at + 1] ?? '')
    }
    if (hasMark(input)) return false
    const start = sheet.length
    writeSkeleton(skeleton, refilled(fillings, id, digestOfBytes(input)), sheet)
    sealAnswer(sheet, start)
    return true
  }

  /** Whether the text of an answer that nobody shares is worth keeping: it is asked for again. */
  isMet(key: string): boolean {
    if (this.#met.get(key) === true) return true
    this.#met.set(key, true)
    return false
  }

  keep(key: string, arranged: ArrangedTransaction, text: FilledText): void {
    if (!isWholeButForAmounts(arranged)) return
    const weight = arranged.text.length + PER_FILLING * text.fillings.length
    const { transaction, items } = arranged
    const prepared = { text, weight, input: { transaction, items } }
    if (text.isShared) this.#shared.set(key, prepared)
    else this.#whole.set(key, prepared)
  }
}

const PER_FILLING = 96

/** Whether quantities bear on nothing: no part of the deal compares them, and none tells items apart. */
function isWholeButForAmounts({ transaction, items, parties, text }: ArrangedTransaction): boolean {
  if (hasMark(text) || comparesItems(transaction)) return false
  if ((transaction.authorisations ?? []).length > 0) return false
  if (items.some(({ item }) => comparesAmounts(parties, item))) return false
  return new Set(items.map(({ item }) => sortedBy(item))).size === items.length
}

function inputWithPlaces({ transaction, items }: WholeInput): CutInput {
  const marked = items.map(({ item, index }) =>
    item.quantity === undefined ? item : { ...item, quantity: `\u0000${index}\u0000` },
  )
  const id = transaction.id === undefined ? {} : { id: `\u0000${ID}\u0000` }
  const cut = canonicalInput({ ...transaction, ...id, items: marked }).split(PLACE)
  return {
    texts: cut.filter((_, at) => at % 2 === 0),
    open: cut.flatMap((place, at) => (at % 2 === 0 ? [] : [place === ID ? ID : Number(place)])),
  }
}

/** A place as canonical JSON has it; nobody who has a mark in his input gets here. */
const PLACE = /"\\u0000(id|\d+)\\u0000"/

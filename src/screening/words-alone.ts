import type { WordRun } from './align-words.ts'
import { lowest } from './bits.ts'
import { isLeftOutOf } from './left-out-words.ts'
import { FIGURE, INITIAL, TITLE, WORD } from './word-kinds.ts'
import type { WordTable } from './word-table.ts'
import { isAnywhere, isFillingWord } from './word-weight.ts'

/** What the words of one name are that have no counterpart; the fields hold until the next {@link read}. */
export class WordsAlone {
  weight = 0
  telling = 0
  figures = 0
  initials = 0
  /** Of the telling ones, how many are general, and how many places, with their weight. */
  general = 0
  /** And of these how many fill a name without saying what the firm does. */
  filling = 0
  brands = 0
  places = 0
  placeWeight = 0
  /** Places of which nobody knows where they are: `international`. */
  anywhere = 0
  towns = 0
  /** Words that most people leave out, with their weight. */
  leftOut = 0
  leftOutWeight = 0
  readonly #words: WordTable

  constructor(words: WordTable) {
    this.#words = words
  }

  /** Words, figures and initials. */
  get count(): number {
    return this.telling + this.figures + this.initials
  }

  read(run: WordRun, mask: number): void {
    this.weight = 0
    this.telling = 0
    this.figures = 0
    this.initials = 0
    this.general = 0
    this.filling = 0
    this.brands = 0
    this.places = 0
    this.placeWeight = 0
    this.anywhere = 0
    this.towns = 0
    this.leftOut = 0
    this.leftOutWeight = 0
    for (let bits = mask; bits !== 0; bits &= bits - 1) {
      const at = run.from + lowest(bits)
      const id = run.words[at] ?? 0
      const kind = this.#words.kind(id)
      // Titles are given or left out as one likes.
      if (kind === TITLE) continue
      this.weight += this.#words.weight(id)
      if (kind === WORD) this.#readWord(id, run, at, mask)
      else if (kind === FIGURE) this.figures += 1
      else if (kind === INITIAL) this.initials += 1
    }
  }

  #readGeneral(id: number): void {
    this.general += 1
    if (isFillingWord(this.#words.text(id))) this.filling += 1
  }

  #readWord(id: number, run: WordRun, at: number, mask: number): void {
    this.telling += 1
    if (this.#words.isGeneral(id)) this.#readGeneral(id)
    if (this.#words.isBrand(id)) this.brands += 1
    if (isLeftOutOf(this.#words, run, at, mask)) {
      this.leftOut += 1
      this.leftOutWeight += this.#words.weight(id)
    }
    if (this.#words.isTown(id)) this.towns += 1
    if (!this.#words.isPlace(id)) return
    this.places += 1
    this.placeWeight += this.#words.weight(id)
    if (isAnywhere(this.#words.text(id))) this.anywhere += 1
  }
}

/** Whether an initial of the one stands beside another name or initial of the other. */
export function doInitialsDiffer(u: WordsAlone, v: WordsAlone): boolean {
  return u.initials > 0 ? v.initials + v.telling > 0 : v.initials > 0 && u.telling > 0
}

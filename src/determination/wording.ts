import { encoded, type Sheet } from './sheet.ts'

/** Stands for the id of an item in what is worded once for all items alike. */
const ITEM = '\u0000item\u0000'

/** JSON text, cut where the id of the item stands in it. */
export class Wording {
  readonly texts: readonly string[]
  #pieces: readonly Buffer[] | undefined

  constructor(texts: readonly string[]) {
    this.texts = texts
  }

  get isEmpty(): boolean {
    return this.texts.length === 1 && this.texts[0] === ''
  }

  /** The same as bytes, encoded when it is first written. */
  get pieces(): readonly Buffer[] {
    this.#pieces ??= encoded(this.texts)
    return this.#pieces
  }

  /** @param id as {@link inText} writes it */
  with(id: string): string {
    return this.texts.length === 1 ? (this.texts[0] ?? '') : this.texts.join(id)
  }

  writeTo(sheet: Sheet, id: Uint8Array): void {
    const { pieces } = this
    for (let at = 0; at < pieces.length; at += 1) {
      if (at > 0) sheet.put(id)
      sheet.put(pieces[at] ?? NOTHING)
    }
  }
}

const NOTHING = new Uint8Array()

/** A mark that does not occur in the input, given as canonical JSON. */
export function markFor(input: string): string {
  let mark = ITEM
  while (input.includes(inText(mark))) mark += ITEM
  return mark
}

/** Whether what is worded with it may be kept for other inputs. */
export function isCommonMark(mark: string): boolean {
  return mark === ITEM
}

export function wordingOf(value: unknown, mark: string): Wording {
  return new Wording(JSON.stringify(value).split(inText(mark)))
}

/** Elements of a list, without its brackets. */
export function wordingOfElements(list: readonly unknown[], mark: string): Wording {
  return new Wording(JSON.stringify(list).slice(1, -1).split(inText(mark)))
}

/** As it stands within a text of JSON. */
export function inText(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

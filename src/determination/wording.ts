import { Memo } from './memo.ts'
import { encoded, type Sheet } from './sheet.ts'

/** Stands for the id of an item in what is worded once for all items alike. */
const ITEM = '\u0000item\u0000'

/** Stands for one of the places where it goes. */
export function markOfDestination(at: number): string {
  return `\u0000to${at}\u0000`
}

/** Both within a text of JSON. */
const MARK = /\\u0000(?:item|to(\d+))\\u0000/g
const ANY_MARK = inText('\u0000')

/**
 * JSON text, cut where something of its own stands in it: the id of the item (0), or one of the places where
 * it goes (from 1 on).
 */
export class Wording {
  readonly texts: readonly string[]
  /** What stands after each text but the last. */
  readonly owns: readonly number[]
  #pieces: readonly Buffer[] | undefined

  constructor(texts: readonly string[], owns: readonly number[]) {
    this.texts = texts
    this.owns = owns
  }

  get isEmpty(): boolean {
    return this.texts.length === 1 && this.texts[0] === ''
  }

  /** About how many bytes it takes to keep it, as text and as bytes. */
  get weight(): number {
    return this.texts.reduce((sum, text) => sum + 2 * text.length + PER_TEXT, 0)
  }

  /** The same as bytes, encoded when it is first written. */
  get pieces(): readonly Buffer[] {
    this.#pieces ??= encoded(this.texts)
    return this.#pieces
  }

  /** @param own as {@link inText} writes them */
  with(own: readonly string[]): string {
    const { texts, owns } = this
    let text = texts[0] ?? ''
    for (let at = 0; at < owns.length; at += 1)
      text += `${own[owns[at] ?? 0] ?? ''}${texts[at + 1] ?? ''}`
    return text
  }

  writeTo(sheet: Sheet, own: readonly Uint8Array[]): void {
    const { pieces, owns } = this
    for (let at = 0; at < pieces.length; at += 1) {
      if (at > 0) sheet.put(own[owns[at - 1] ?? 0] ?? NOTHING)
      sheet.put(pieces[at] ?? NOTHING)
    }
  }
}

/** What a text and its bytes take beside themselves. */
const PER_TEXT = 160

const NOTHING = new Uint8Array()

/** Whether a mark may occur in an input, given as canonical JSON. */
export function hasMark(input: string): boolean {
  return input.includes(ANY_MARK)
}

/** A mark that does not occur in the input, given as canonical JSON; the common one where no mark may occur. */
export function markFor(input: string): string {
  if (!hasMark(input)) return ITEM
  let mark = ITEM + ITEM
  while (input.includes(inText(mark))) mark += ITEM
  return mark
}

/** Whether what is worded with it may be kept for other inputs. */
export function isCommonMark(mark: string): boolean {
  return mark === ITEM
}

export function wordingOf(value: unknown, mark: string): Wording {
  return wordingOfText(JSON.stringify(value), mark)
}

/** Elements of a list, without its brackets. */
export function wordingOfElements(list: readonly unknown[], mark: string): Wording {
  return wordingOfText(JSON.stringify(list).slice(1, -1), mark)
}

/** Sentences and words of the law in JSON: few, and written in each answer. */
export function lawText(text: string): string {
  const known = lawTexts.get(text)
  if (known !== undefined) return known
  const found = JSON.stringify(text)
  lawTexts.set(text, found)
  return found
}

const lawTexts = new Memo<string>(4096)

/** As it stands within a text of JSON. */
export function inText(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** The same as bytes: ids of lines, of which many orders have the same. */
export function bytesInText(text: string): Uint8Array {
  const known = bytes.get(text)
  if (known !== undefined) return known
  const [found = NOTHING] = encoded([inText(text)])
  bytes.set(text, found)
  return found
}

const bytes = new Memo<Uint8Array>(4096)

/** Only where the mark is the common one are places marked. */
function wordingOfText(text: string, mark: string): Wording {
  if (!text.includes(ANY_MARK)) return new Wording([text], [])
  if (!isCommonMark(mark)) {
    const texts = text.split(inText(mark))
    return new Wording(texts, new Array<number>(texts.length - 1).fill(0))
  }
  const texts: string[] = []
  const owns: number[] = []
  let from = 0
  for (const found of text.matchAll(MARK)) {
    texts.push(text.slice(from, found.index))
    owns.push(found[1] === undefined ? 0 : 1 + Number(found[1]))
    from = found.index + found[0].length
  }
  return new Wording([...texts, text.slice(from)], owns)
}

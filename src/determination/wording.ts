/** Stands for the id of an item in what is worded once for all items alike. */
const ITEM = '\u0000item\u0000'

/** JSON text, cut where the id of the item stands in it. */
export type Wording = readonly string[]

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
  return JSON.stringify(value).split(inText(mark))
}

/** Elements of a list, without its brackets. */
export function wordingOfElements(list: readonly unknown[], mark: string): Wording {
  return JSON.stringify(list).slice(1, -1).split(inText(mark))
}

/** @param id as {@link inText} writes it */
export function worded(wording: Wording, id: string): string {
  return wording.length === 1 ? (wording[0] ?? '') : wording.join(id)
}

/** As it stands within a text of JSON. */
export function inText(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

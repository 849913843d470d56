import { encoded, type Sheet } from './sheet.ts'
import type { Wording } from './wording.ts'

/** What stands in a place left open: bytes, or what is worded of an item with its id. */
export type Filling = Uint8Array | { readonly wording: Wording; readonly id: Uint8Array }

/** A text as it is for all who look alike, cut where names, ids and what is said of single items stand. */
export interface Skeleton {
  /** One more than there are places. */
  readonly pieces: readonly Uint8Array[]
  /** Which filling stands after each piece. */
  readonly places: readonly number[]
}

/** A sentence with the place that is open in it. */
export interface Said {
  /** As it reads. */
  readonly text: string
  readonly wording: Wording
  readonly place: number
}

/** Puts a skeleton together. */
export class Composer {
  readonly #texts: string[] = []
  readonly #places: number[] = []
  #text = ''

  text(text: string): void {
    this.#text += text
  }

  /** Leaves a place open. */
  open(place: number): void {
    this.#texts.push(this.#text)
    this.#text = ''
    this.#places.push(place)
  }

  wording({ texts }: Wording, place: number): void {
    for (const [at, text] of texts.entries()) {
      if (at > 0) this.open(place)
      this.text(text)
    }
  }

  said(sentences: readonly Said[]): void {
    for (const [at, { wording, place }] of sentences.entries()) {
      if (at > 0) this.text(',')
      this.wording(wording, place)
    }
  }

  skeleton(): Skeleton {
    return { pieces: encoded([...this.#texts, this.#text]), places: this.#places }
  }
}

export function saidOf(wording: Wording, id: string, place: number): Said {
  return { text: wording.with(id), wording, place }
}

export function writeSkeleton(
  { pieces, places }: Skeleton,
  fillings: readonly Filling[],
  sheet: Sheet,
): void {
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]
    if (piece !== undefined) sheet.put(piece)
    const filling = fillings[places[at] ?? -1]
    if (filling === undefined) continue
    if (filling instanceof Uint8Array) sheet.put(filling)
    else filling.wording.writeTo(sheet, filling.id)
  }
}

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

/** Puts an answer together, piece by piece, with its places left open or filled. */
export abstract class Composer {
  abstract text(text: string): void
  abstract open(place: number): void
  abstract wording(wording: Wording, place: number): void

  said(sentences: readonly Said[]): void {
    for (const [at, { wording, place }] of sentences.entries()) {
      if (at > 0) this.text(',')
      this.wording(wording, place)
    }
  }
}

/** Leaves the places open. */
export class SkeletonComposer extends Composer {
  readonly #texts: string[] = []
  readonly #places: number[] = []
  #text = ''

  text(text: string): void {
    this.#text += text
  }

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

  skeleton(): Skeleton {
    return { pieces: encoded([...this.#texts, this.#text]), places: this.#places }
  }
}

/** Fills the places at once: for an answer that will hardly come again. */
export class SheetComposer extends Composer {
  readonly #sheet: Sheet
  readonly #fillings: readonly Filling[]
  #text = ''

  constructor(sheet: Sheet, fillings: readonly Filling[]) {
    super()
    this.#sheet = sheet
    this.#fillings = fillings
  }

  text(text: string): void {
    this.#text += text
  }

  open(place: number): void {
    this.end()
    const filling = this.#fillings[place]
    if (filling !== undefined) write(filling, this.#sheet)
  }

  wording(wording: Wording, place: number): void {
    const id = this.#fillings[place]
    if (!(id instanceof Uint8Array)) return
    this.end()
    wording.writeTo(this.#sheet, id)
  }

  /** Writes what was not written yet. */
  end(): void {
    if (this.#text === '') return
    this.#sheet.text(this.#text)
    this.#text = ''
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
    if (filling !== undefined) write(filling, sheet)
  }
}

function write(filling: Filling, sheet: Sheet): void {
  if (filling instanceof Uint8Array) sheet.put(filling)
  else filling.wording.writeTo(sheet, filling.id)
}

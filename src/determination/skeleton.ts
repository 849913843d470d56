import { encoded, type Sheet } from './sheet.ts'
import type { Wording } from './wording.ts'

/** What stands in a place left open: bytes, a text, or what is worded of an item with its id. */
export type Filling =
  | Uint8Array
  | string
  | { readonly wording: Wording; readonly own: readonly Uint8Array[] }

/** A text as it is for all who look alike, cut where names, ids and what is said of single items stand. */
export interface Skeleton {
  /** One more than there are places. */
  readonly pieces: readonly Uint8Array[]
  /** Which filling stands after each piece. */
  readonly places: readonly number[]
}

/** About how many bytes it takes to keep it. */
export function weightOfSkeleton({ pieces }: Skeleton): number {
  return pieces.reduce((sum, piece) => sum + piece.length + PER_PIECE, 0)
}

/** What a piece takes beside its bytes. */
const PER_PIECE = 128

/** A wording with the places that are open in it. */
export interface Placed {
  readonly wording: Wording
  /** Of what is its own. */
  readonly places: readonly number[]
}

/** The same, told apart by how it reads. */
export interface Said extends Placed {
  readonly text: string
}

/** Puts an answer together, piece by piece, with its places left open or filled. */
export abstract class Composer {
  abstract text(text: string): void
  abstract open(place: number): void
  abstract wording(wording: Wording, places: readonly number[]): void

  said(sentences: readonly Placed[]): void {
    let isFirst = true
    for (const { wording, places } of sentences) {
      if (!isFirst) this.text(',')
      this.wording(wording, places)
      isFirst = false
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

  wording({ texts, owns }: Wording, places: readonly number[]): void {
    this.text(texts[0] ?? '')
    for (let at = 0; at < owns.length; at += 1) {
      this.open(places[owns[at] ?? 0] ?? 0)
      this.text(texts[at + 1] ?? '')
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

  wording({ pieces, owns }: Wording, places: readonly number[]): void {
    this.end()
    for (let at = 0; at < pieces.length; at += 1) {
      const filling = at === 0 ? undefined : this.#fillings[places[owns[at - 1] ?? 0] ?? 0]
      if (filling !== undefined) write(filling, this.#sheet)
      const piece = pieces[at]
      if (piece !== undefined) this.#sheet.put(piece)
    }
  }

  /** Writes what was not written yet. */
  end(): void {
    if (this.#text === '') return
    this.#sheet.text(this.#text)
    this.#text = ''
  }
}

/** What stands in a wording of one item, or of one party, and where the answer has it. */
export interface Own {
  /** As they stand within a text of JSON. */
  readonly texts: readonly string[]
  readonly places: readonly number[]
}

export function saidOf(wording: Wording, { texts, places }: Own): Said {
  return { text: wording.with(texts), wording, places }
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
  if (typeof filling === 'string') sheet.text(filling)
  else if (filling instanceof Uint8Array) sheet.put(filling)
  else filling.wording.writeTo(sheet, filling.own)
}

import { Column } from './flat.ts'
import type { NameShape } from './name-bound.ts'
import type { NameForm } from './name-matcher.ts'
import type { WordTable } from './word-table.ts'
import { traitsOf } from './word-traits.ts'

const WEAK = 1
const FOREIGN = 2
const TRANSLATED = 4
const LOOSE = 8
const PERSON = 16
const SHIP = 32
const ORDERED = 64
const FIRM = 128
const CUT = 256
/** Told by the arrays. */
const NATIVE = 512
/** Stands before what is kept of ideographs and syllables, so that nothing of some is told from none. */
const EASTERN = 1

/** All readings of all names of an index, flat. */
export interface FormArrays {
  readonly words: Uint32Array
  /** What each of the words is, as {@link traitsOf} gives it. */
  readonly traits: Uint32Array
  /** The letters of the sound of each. */
  readonly sounds: Uint32Array
  readonly starts: Uint32Array
  /** The party, and which of its printed names. */
  readonly parties: Uint32Array
  readonly names: Uint16Array
  readonly marks: Uint16Array
  readonly trusts: Float32Array
  /** Eight numbers of each form: what `NameShape` says. */
  readonly shapes: Float32Array
  /** Ideographs and syllables as UTF-16 behind a mark, and where those of each form begin. */
  readonly natives: Uint16Array
  readonly nativeStarts: Uint32Array
}

/** A shape of a table; {@link FormTable.shape} moves it. */
export type MutableShape = { -readonly [Key in keyof NameShape]: NameShape[Key] }
const SHAPE = 8
const WILD = 4

/** A form of a table, laid over it without copying; {@link FormTable.view} moves it. */
export interface FormView extends NameForm {
  from: number
  to: number
  trust: number
  isWeak: boolean
  isForeign: boolean
  isTranslated: boolean
  isLoose: boolean
  native: string | undefined
  isOrdered: boolean
  isCut: boolean
}

export class FormTable {
  readonly arrays: FormArrays

  constructor(arrays: FormArrays) {
    this.arrays = arrays
  }

  get size(): number {
    return this.arrays.parties.length
  }

  newView(): FormView {
    return {
      words: this.arrays.words,
      from: 0,
      to: 0,
      trust: 1,
      isWeak: false,
      isForeign: false,
      isTranslated: false,
      isLoose: false,
      native: undefined,
      isOrdered: false,
      isCut: false,
    }
  }

  isPerson(form: number): boolean {
    return ((this.arrays.marks[form] ?? 0) & PERSON) !== 0
  }

  isForeign(form: number): boolean {
    return ((this.arrays.marks[form] ?? 0) & FOREIGN) !== 0
  }

  isShip(form: number): boolean {
    return ((this.arrays.marks[form] ?? 0) & SHIP) !== 0
  }

  isWeak(form: number): boolean {
    return ((this.arrays.marks[form] ?? 0) & WEAK) !== 0
  }

  isTranslated(form: number): boolean {
    return ((this.arrays.marks[form] ?? 0) & TRANSLATED) !== 0
  }

  isLoose(form: number): boolean {
    return ((this.arrays.marks[form] ?? 0) & LOOSE) !== 0
  }

  isCut(form: number): boolean {
    return ((this.arrays.marks[form] ?? 0) & CUT) !== 0
  }

  /** Whether it is the name of a party of another kind than the one that is asked for. */
  contradicts(form: number, schema: string | undefined): boolean {
    const own = markOf(schema)
    return own !== 0 && ((this.arrays.marks[form] ?? 0) & (PERSON | SHIP | FIRM) & ~own) !== 0
  }

  /** All that these tell, as a number below 1024. */
  kindOf(form: number): number {
    return (this.arrays.marks[form] ?? 0) + (this.isNative(form) ? NATIVE : 0)
  }

  /** Whether it is printed in ideographs or syllables. */
  isNative(form: number): boolean {
    const { nativeStarts } = this.arrays
    return nativeStarts[form] !== nativeStarts[form + 1]
  }

  /** How far a reading is to be trusted. */
  trust(form: number): number {
    return this.arrays.trusts[form] ?? 1
  }

  /** How many initials and titles it has. */
  wild(form: number): number {
    return this.arrays.shapes[form * SHAPE + WILD] ?? 0
  }

  newShape(): MutableShape {
    return { weight: 0, telling: 0, places: 0, figures: 0, wild: 0, words: 0, letters: 0, towns: 0 }
  }

  shape(form: number, shape: MutableShape): void {
    const { shapes } = this.arrays
    const at = form * SHAPE
    shape.weight = shapes[at] ?? 0
    shape.telling = shapes[at + 1] ?? 0
    shape.places = shapes[at + 2] ?? 0
    shape.figures = shapes[at + 3] ?? 0
    shape.wild = shapes[at + 4] ?? 0
    shape.words = shapes[at + 5] ?? 0
    shape.letters = shapes[at + 6] ?? 0
    shape.towns = shapes[at + 7] ?? 0
  }

  /** As {@link view}, without what only a comparison needs. */
  viewWords(form: number, view: FormView): void {
    const { starts, marks } = this.arrays
    const mark = marks[form] ?? 0
    view.from = starts[form] ?? 0
    view.to = starts[form + 1] ?? 0
    view.isWeak = (mark & WEAK) !== 0
    view.isForeign = (mark & FOREIGN) !== 0
    view.isTranslated = (mark & TRANSLATED) !== 0
    view.isLoose = (mark & LOOSE) !== 0
    view.isOrdered = (mark & ORDERED) !== 0
    view.isCut = (mark & CUT) !== 0
  }

  view(form: number, view: FormView): void {
    this.viewWords(form, view)
    const { nativeStarts, trusts } = this.arrays
    view.trust = trusts[form] ?? 1
    const [from, to] = [nativeStarts[form] ?? 0, nativeStarts[form + 1] ?? 0]
    const { natives } = this.arrays
    view.native = from === to ? undefined : String.fromCharCode(...natives.subarray(from + 1, to))
  }
}

/** What a party is said to be; nothing where it may be a person or a firm. */
function markOf(schema: string | undefined): number {
  if (schema === 'Person') return PERSON
  if (schema === 'Vessel') return SHIP
  return schema === 'Organization' || schema === 'Company' ? FIRM : 0
}

/** Whose a form is. */
export interface FormOwner {
  readonly party: number
  readonly name: number
  readonly schema: string | undefined
  readonly shape: NameShape
}

export class FormTableBuilder {
  readonly #words = new Column(Uint32Array)
  readonly #traits = new Column(Uint32Array)
  readonly #sounds = new Column(Uint32Array)
  readonly #starts = new Column(Uint32Array)
  readonly #parties = new Column(Uint32Array)
  readonly #names = new Column(Uint16Array)
  readonly #marks = new Column(Uint16Array)
  readonly #trusts = new Column(Float32Array)
  readonly #shapes = new Column(Float32Array)
  readonly #natives = new Column(Uint16Array)
  readonly #nativeStarts = new Column(Uint32Array)

  constructor() {
    this.#starts.push(0)
    this.#nativeStarts.push(0)
  }

  add(form: NameForm, { party, name, schema, shape }: FormOwner, words: WordTable): void {
    for (let at = form.from; at < form.to; at += 1) {
      const word = form.words[at] ?? 0
      this.#words.push(word)
      this.#traits.push(traitsOf(form, at, words))
      this.#sounds.push(words.soundLetters(word))
    }
    this.#starts.push(this.#words.length)
    this.#parties.push(party)
    this.#names.push(name)
    this.#marks.push(
      (form.isWeak ? WEAK : 0) +
        (form.isForeign ? FOREIGN : 0) +
        (form.isTranslated ? TRANSLATED : 0) +
        (form.isLoose ? LOOSE : 0) +
        (form.isOrdered ? ORDERED : 0) +
        (form.isCut === true ? CUT : 0) +
        markOf(schema),
    )
    this.#trusts.push(form.trust)
    this.#shapes.push(shape.weight)
    this.#shapes.push(shape.telling)
    this.#shapes.push(shape.places)
    this.#shapes.push(shape.figures)
    this.#shapes.push(shape.wild)
    this.#shapes.push(shape.words)
    this.#shapes.push(shape.letters)
    this.#shapes.push(shape.towns)
    if (form.native !== undefined) {
      this.#natives.push(EASTERN)
      for (let at = 0; at < form.native.length; at += 1)
        this.#natives.push(form.native.charCodeAt(at))
    }
    this.#nativeStarts.push(this.#natives.length)
  }

  build(): FormTable {
    return new FormTable({
      words: this.#words.build(),
      traits: this.#traits.build(),
      sounds: this.#sounds.build(),
      starts: this.#starts.build(),
      parties: this.#parties.build(),
      names: this.#names.build(),
      marks: this.#marks.build(),
      trusts: this.#trusts.build(),
      shapes: this.#shapes.build(),
      natives: this.#natives.build(),
      nativeStarts: this.#nativeStarts.build(),
    })
  }
}

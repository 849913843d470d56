import type { FormTable } from './form-table.ts'
import type { ListArrays } from './key-table.ts'
import { WORD } from './word-kinds.ts'
import { kindIn } from './word-traits.ts'

const MARKS = 1024
/** Numbers of words that are told apart: so many or more are one. */
const COUNTS = 8
export const MOST_COUNTED = COUNTS - 1
/** Places of one class, by how many words names have. */
export const PLACES = COUNTS * COUNTS

/** Where names of a class stand that have so many words without figures, and so many of any kind. */
export function placeOf(group: number, count: number, size: number): number {
  return group * PLACES + count * COUNTS + size
}

export function countAt(place: number): number {
  return (place >> 3) & MOST_COUNTED
}

export function sizeAt(place: number): number {
  return place & MOST_COUNTED
}

export function groupAt(place: number): number {
  return place >> 6
}

/**
 * Forms by all that is known of them before they are read: kind, script, and whether they have initials. What is
 * true of a name whatever its words is asked once for each class.
 */
export class FormClasses {
  /** The class of each form with how many words it has, as {@link placeOf} gives it. */
  readonly places: Uint16Array
  /** A form of each class. */
  readonly examples: readonly number[]
  /** The forms that have an initial or a title, which may be the counterpart of any word. */
  readonly wildForms: Uint32Array
  /** Whether those of a class are such. */
  readonly #isWild: readonly boolean[]

  constructor(forms: FormTable) {
    const known = new Int16Array(MARKS * 2).fill(-1)
    const examples: number[] = []
    const isWild: boolean[] = []
    const wildForms: number[] = []
    this.places = new Uint16Array(forms.size)
    for (let form = 0; form < forms.size; form += 1) {
      const wild = forms.wild(form) > 0
      if (wild) wildForms.push(form)
      const key = forms.kindOf(form) * 2 + (wild ? 1 : 0)
      if ((known[key] ?? 0) < 0) {
        known[key] = examples.length
        examples.push(form)
        isWild.push(wild)
      }
      this.places[form] = placeOf(known[key] ?? 0, countOf(forms, form), sizeOf(forms, form))
    }
    this.wildForms = Uint32Array.from(wildForms)
    this.examples = examples
    this.#isWild = isWild
  }

  groupOf(form: number): number {
    return groupAt(this.places[form] ?? 0)
  }

  isWildClass(group: number): boolean {
    return this.#isWild[group] === true
  }

  get count(): number {
    return this.examples.length
  }
}

function countOf({ arrays: { starts, traits } }: FormTable, form: number): number {
  const end = starts[form + 1] ?? 0
  let count = 0
  for (let at = starts[form] ?? 0; at < end; at += 1) {
    if (kindIn(traits[at] ?? 0) === WORD) count += 1
  }
  return Math.min(count, MOST_COUNTED)
}

function sizeOf({ arrays: { starts } }: FormTable, form: number): number {
  return Math.min((starts[form + 1] ?? 0) - (starts[form] ?? 0), MOST_COUNTED)
}

/** Lists of forms, each in the order of their places. */
export interface PlacedLists extends ListArrays {
  /** Of each value where those of its place end. */
  readonly ends: Uint32Array
}

/** Puts those of one place beside each other in each list, in the order they had. */
export function byPlace({ starts, values }: ListArrays, places: Uint16Array): PlacedLists {
  const lists = new Uint32Array(values.length)
  for (let list = 0; list + 1 < starts.length; list += 1) {
    lists.fill(list, starts[list] ?? 0, starts[list + 1] ?? 0)
  }
  const placed = new Uint32Array(values.length)
  const next = starts.slice()
  for (const at of orderByPlace(values, places)) {
    const list = lists[at] ?? 0
    const to = next[list] ?? 0
    next[list] = to + 1
    placed[to] = values[at] ?? 0
  }
  const ends = new Uint32Array(values.length)
  for (let at = values.length - 1; at >= 0; at -= 1) {
    const isSame =
      lists[at] === lists[at + 1] && places[placed[at] ?? 0] === places[placed[at + 1] ?? 0]
    ends[at] = isSame ? (ends[at + 1] ?? 0) : at + 1
  }
  return { starts, values: placed, ends }
}

/** The values, told by where they stand, in the order of their places. */
function orderByPlace(values: Uint32Array, places: Uint16Array): Uint32Array {
  const next = new Uint32Array(2 ** 16 + 1)
  for (const value of values)
    next[(places[value] ?? 0) + 1] = (next[(places[value] ?? 0) + 1] ?? 0) + 1
  for (let at = 1; at < next.length; at += 1) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0)
  const order = new Uint32Array(values.length)
  values.forEach((value, at) => {
    const place = places[value] ?? 0
    const to = next[place] ?? 0
    next[place] = to + 1
    order[to] = at
  })
  return order
}

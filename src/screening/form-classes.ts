import type { FormTable } from './form-table.ts'
import { LEGAL } from './word-kinds.ts'
import { kindIn } from './word-traits.ts'

/** As many words or more count as any number. */
const MANY = 7
const MARKS = 512

/**
 * Forms by all that is known of them before they are read: kind and script, and how many words they have that
 * can have a counterpart. What is true of a name whatever its words is asked once for each class.
 */
export class FormClasses {
  /** The class of each form. */
  readonly of: Uint16Array
  /** A form of each class. */
  readonly examples: readonly number[]
  /** How many words of its forms may have a counterpart at most. */
  readonly words: readonly number[]

  constructor(forms: FormTable) {
    const known = new Int16Array(MARKS * (MANY + 1)).fill(-1)
    const examples: number[] = []
    const counts: number[] = []
    this.of = new Uint16Array(forms.size)
    for (let form = 0; form < forms.size; form += 1) {
      const count = Math.min(wordsOf(form, forms), MANY)
      const key = forms.kindOf(form) * (MANY + 1) + count
      if ((known[key] ?? 0) < 0) {
        known[key] = examples.length
        examples.push(form)
        counts.push(count === MANY ? Number.POSITIVE_INFINITY : count)
      }
      this.of[form] = known[key] ?? 0
    }
    this.examples = examples
    this.words = counts
  }

  get count(): number {
    return this.examples.length
  }
}

/** Legal forms are counterparts of each other alone; an initial may be that of any word. */
function wordsOf(form: number, forms: FormTable): number {
  const { starts, traits } = forms.arrays
  if (forms.wild(form) > 0) return MANY
  let count = 0
  for (let at = starts[form] ?? 0; at < (starts[form + 1] ?? 0); at += 1) {
    if (kindIn(traits[at] ?? 0) !== LEGAL) count += 1
  }
  return count
}

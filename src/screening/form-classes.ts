import type { FormTable } from './form-table.ts'
import { WORD } from './word-kinds.ts'
import { kindIn } from './word-traits.ts'

const MARKS = 512
/** Numbers of words that are told apart: so many or more are one. */
export const COUNTS = 8

/**
 * Forms by all that is known of them before they are read: kind, script, and whether they have initials. What is
 * true of a name whatever its words is asked once for each class.
 */
export class FormClasses {
  /** The class of each form. */
  readonly of: Uint16Array
  /** How many words each form has, without figures, as far as that is told apart. */
  readonly counts: Uint8Array
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
    this.of = new Uint16Array(forms.size)
    for (let form = 0; form < forms.size; form += 1) {
      const wild = forms.wild(form) > 0
      if (wild) wildForms.push(form)
      const key = forms.kindOf(form) * 2 + (wild ? 1 : 0)
      if ((known[key] ?? 0) < 0) {
        known[key] = examples.length
        examples.push(form)
        isWild.push(wild)
      }
      this.of[form] = known[key] ?? 0
    }
    this.counts = countsOfWords(forms)
    this.wildForms = Uint32Array.from(wildForms)
    this.examples = examples
    this.#isWild = isWild
  }

  isWildClass(group: number): boolean {
    return this.#isWild[group] === true
  }

  get count(): number {
    return this.examples.length
  }
}

function countsOfWords(forms: FormTable): Uint8Array {
  const { starts, traits } = forms.arrays
  const counts = new Uint8Array(forms.size)
  for (let form = 0; form < forms.size; form += 1) {
    const end = starts[form + 1] ?? 0
    let count = 0
    for (let at = starts[form] ?? 0; at < end; at += 1) {
      if (kindIn(traits[at] ?? 0) === WORD) count += 1
    }
    counts[form] = Math.min(count, COUNTS - 1)
  }
  return counts
}

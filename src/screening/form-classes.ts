import type { FormTable } from './form-table.ts'

const MARKS = 512

/**
 * Forms by all that is known of them before they are read: kind, script, and whether they have initials. What is
 * true of a name whatever its words is asked once for each class.
 */
export class FormClasses {
  /** The class of each form. */
  readonly of: Uint16Array
  /** A form of each class. */
  readonly examples: readonly number[]
  /** Whether a form has an initial or a title, which may be the counterpart of any word. */
  readonly #isWild: readonly boolean[]

  constructor(forms: FormTable) {
    const known = new Int16Array(MARKS * 2).fill(-1)
    const examples: number[] = []
    const isWild: boolean[] = []
    this.of = new Uint16Array(forms.size)
    for (let form = 0; form < forms.size; form += 1) {
      const wild = forms.wild(form) > 0
      const key = forms.kindOf(form) * 2 + (wild ? 1 : 0)
      if ((known[key] ?? 0) < 0) {
        known[key] = examples.length
        examples.push(form)
        isWild.push(wild)
      }
      this.of[form] = known[key] ?? 0
    }
    this.examples = examples
    this.#isWild = isWild
  }

  isWild(form: number): boolean {
    return this.#isWild[this.of[form] ?? 0] === true
  }

  get count(): number {
    return this.examples.length
  }
}

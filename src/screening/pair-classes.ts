import { FormClasses } from './form-classes.ts'
import type { FormTable } from './form-table.ts'
import type { PairKinds } from './name-bound.ts'
import type { NameForm } from './name-matcher.ts'

/** What is asked beside the name. */
export interface NameQuery {
  readonly schema?: string | undefined
  /** The least log-odds of the names that can still matter. */
  readonly least: number
  /** The same for one party, where more is known of it; never less than `least`. */
  readonly leastOf?: (party: number) => number
  /** What it adds at most that a name is of a party of another kind: nothing, or less. */
  readonly otherKind?: number
  /** The name is the listed one, and the index is of parties that are asked about. */
  readonly isListed?: boolean
}

/** What holds of the name asked for and all forms of a class. */
export class PairClasses {
  readonly classes: FormClasses
  readonly #forms: FormTable
  readonly #kinds: (PairKinds | undefined)[]
  readonly #wholeKinds: (PairKinds | undefined)[]
  readonly #leasts: Float64Array
  #asked: NameForm | undefined
  #query: NameQuery = { least: 0 }

  constructor(forms: FormTable) {
    this.#forms = forms
    this.classes = new FormClasses(forms)
    this.#kinds = new Array<undefined>(this.classes.count)
    this.#wholeKinds = new Array<undefined>(this.classes.count)
    this.#leasts = new Float64Array(this.classes.count)
  }

  begin(asked: NameForm, query: NameQuery): void {
    this.#asked = asked
    this.#query = query
    this.#kinds.fill(undefined)
    this.#wholeKinds.fill(undefined)
    const { examples } = this.classes
    for (let at = 0; at < examples.length; at += 1) {
      const isOther = this.#forms.contradicts(examples[at] ?? 0, query.schema)
      this.#leasts[at] = query.least - (isOther ? (query.otherKind ?? 0) : 0)
    }
  }

  /** What names of a class must reach. */
  least(group: number): number {
    return this.#leasts[group] ?? 0
  }

  /** The same of names that are known not to be cut. */
  wholeKinds(group: number): PairKinds {
    const known = this.#wholeKinds[group]
    if (known !== undefined) return known
    const kinds = { ...this.kinds(group), isCut: false }
    this.#wholeKinds[group] = kinds
    return kinds
  }

  kinds(group: number): PairKinds {
    const known = this.#kinds[group]
    if (known !== undefined) return known
    const forms = this.#forms
    const asked = this.#asked
    const form = this.classes.examples[group] ?? 0
    const { schema, isListed } = this.#query
    const kinds = {
      isPerson: schema === 'Person' || forms.isPerson(form),
      isShip: schema === 'Vessel' || forms.isShip(form),
      isForeign: asked?.isForeign !== forms.isForeign(form),
      isTranslated: asked?.isTranslated !== forms.isTranslated(form),
      isLoose: asked?.isLoose !== forms.isLoose(form),
      isEastern: (asked?.native !== undefined) !== forms.isNative(form),
      isWeak: asked?.isWeak === true || forms.isWeak(form),
      isCut: isListed === true ? forms.isCut(form) : asked?.isCut === true,
    }
    this.#kinds[group] = kinds
    return kinds
  }
}

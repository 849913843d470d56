import { FALSE, paragraphsAbove, TRUE, type TruthCode, UNKNOWN, unwrap } from '../kernel/index.ts'
import {
  type CompileContext,
  type CompiledExpression,
  compileExpression,
  type Entry,
  type FactTable,
} from '../rulebook/index.ts'
import { type Steps, stepsOf } from './claim-code.ts'
import { ALSO_MEETS, CONTAINS_CODE, codesAskedFor, kindsSpokenOf, MEETS } from './entry-reading.ts'

/** An entry with its criteria compiled when they are first asked for. */
export class EncodedEntry {
  readonly entry: Entry
  readonly steps: Steps
  /** Its code and the paragraphs above it. */
  readonly codes: readonly string[]
  /** `3A001` of `3A001.a.7`: what `also_meets` speaks of. */
  readonly base: string
  /** Undefined where its criteria do not speak of kinds. */
  readonly kinds: readonly string[] | undefined
  readonly asksContent: readonly string[]
  readonly asksMet: readonly string[]
  readonly asksBase: readonly string[]
  /** It asks which other entries hold, so that it is read after them. */
  readonly isRead: 'first' | 'after the others'
  readonly #context: CompileContext
  #criteria: CompiledExpression | undefined
  #excluded: CompiledExpression | undefined

  constructor(entry: Entry, context: CompileContext) {
    this.entry = entry
    this.#context = context
    this.steps = stepsOf(entry.code)
    this.codes = paragraphsAbove(entry.code)
    this.base = baseOf(this.codes)
    this.kinds = kindsSpokenOf(entry.criteria)
    const asked = (parameter: string): readonly string[] => [
      ...new Set([
        ...codesAskedFor(entry.criteria, parameter),
        ...(entry.excluded === undefined ? [] : codesAskedFor(entry.excluded, parameter)),
      ]),
    ]
    this.asksContent = asked(CONTAINS_CODE)
    this.asksMet = asked(MEETS)
    this.asksBase = asked(ALSO_MEETS)
    const asksOthers = this.asksMet.length + this.asksBase.length > 0
    this.isRead = asksOthers ? 'after the others' : 'first'
  }

  get criteria(): CompiledExpression {
    this.#criteria ??= unwrap(compileExpression(this.entry.criteria, this.#context))
    return this.#criteria
  }

  get excluded(): CompiledExpression | undefined {
    if (this.entry.excluded === undefined) return undefined
    this.#excluded ??= unwrap(compileExpression(this.entry.excluded, this.#context))
    return this.#excluded
  }

  /**
   * Whether it holds by its words. A true exclusion takes it away and an unknown one leaves it
   * standing; of an entry that is not fully encoded a false says nothing, unless the kind alone makes
   * it (and then nobody asks here).
   */
  decide(facts: FactTable): TruthCode {
    const truth = this.criteria.evaluate(facts)
    if (truth !== FALSE && this.excluded?.evaluate(facts) !== TRUE) return truth
    return this.entry.incomplete === undefined ? FALSE : UNKNOWN
  }
}

const ECCN = /^\d[A-Z]\d{3}(?=\.|$)/

/** Five-character codes are the base where a list has them, else the paragraph at the top. */
export function baseOf(codes: readonly string[]): string {
  return codes.find((code) => ECCN.exec(code)?.[0] === code) ?? codes.at(-1) ?? ''
}

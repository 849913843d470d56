import { unwrap } from '../kernel/index.ts'
import {
  type CompiledExpression,
  compileExpression,
  createVocabulary,
  type Expression,
  type Rulebook,
  type Vocabulary,
} from '../rulebook/index.ts'

/** The circumstances of a transaction as slots, and criteria over them compiled once. */
export interface CircumstanceLanguage {
  readonly vocabulary: Vocabulary
  /** @throws ProblemError where a criterion of the rulebook does not compile; the loader has checked it */
  compile(expression: Expression): CompiledExpression
}

export function createCircumstanceLanguage(rulebook: Rulebook): CircumstanceLanguage {
  const vocabulary = createVocabulary(rulebook.circumstances.values(), rulebook.kinds)
  const context = { vocabulary, groups: rulebook.groups }
  const compiled = new WeakMap<Expression, CompiledExpression>()
  return {
    vocabulary,
    compile: (expression) => {
      const known = compiled.get(expression)
      if (known !== undefined) return known
      const made = unwrap(compileExpression(expression, context))
      compiled.set(expression, made)
      return made
    },
  }
}

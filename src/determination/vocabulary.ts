import { unwrap } from '../kernel/index.ts'
import {
  type CompiledExpression,
  compileExpression,
  createVocabulary,
  type Expression,
  type Rulebook,
  type Vocabulary,
  type Wanted,
} from '../rulebook/index.ts'

/** The circumstances of a transaction as slots, and criteria over them compiled once. */
export interface CircumstanceLanguage {
  readonly vocabulary: Vocabulary
  /** @throws ProblemError where a criterion of the rulebook does not compile; the loader has checked it */
  compile(expression: Expression): CompiledExpression
  /** Every comparison of the law with this number: all that rules can see of it. */
  comparisonsWith(id: string): readonly CompiledExpression[]
  /** The comparisons that criteria are made of, each once: all that whoever reads them can see. */
  comparisonsOf(expressions: Iterable<Expression | undefined>): readonly Comparison[]
}

/** One comparison of the law; the same object wherever the same is compared. */
export interface Comparison {
  readonly parameter: string
  readonly compiled: CompiledExpression
}

export function createCircumstanceLanguage(rulebook: Rulebook): CircumstanceLanguage {
  const vocabulary = createVocabulary(rulebook.circumstances.values(), rulebook.kinds)
  const context = { vocabulary, groups: rulebook.groups }
  const compiled = new WeakMap<Expression, CompiledExpression>()
  const comparisons = new Map<string, Map<string, CompiledExpression>>()
  const single = new Map<string, Comparison>()
  const singleOf = (parameter: string, wanted: Wanted): Comparison => {
    const key = `${parameter} ${JSON.stringify(wanted)}`
    const known = single.get(key)
    if (known !== undefined) return known
    const compiled = unwrap(compileExpression({ [parameter]: wanted }, context))
    const made = { parameter, compiled }
    single.set(key, made)
    return made
  }
  const note = (expression: Expression | undefined): void => {
    for (const [id, wanted] of expression === undefined ? [] : comparisonsIn(expression)) {
      if (rulebook.circumstances.get(id)?.type !== 'number') continue
      const known = comparisons.get(id) ?? new Map<string, CompiledExpression>()
      const one = unwrap(compileExpression({ [id]: wanted }, context))
      comparisons.set(id, known.set(JSON.stringify(wanted), one))
    }
  }
  for (const expression of expressionsOf(rulebook)) note(expression)
  return {
    vocabulary,
    compile: (expression) => {
      const known = compiled.get(expression)
      if (known !== undefined) return known
      const made = unwrap(compileExpression(expression, context))
      compiled.set(expression, made)
      note(expression)
      return made
    },
    comparisonsWith: (id) => [...(comparisons.get(id)?.values() ?? [])],
    comparisonsOf: (expressions) => {
      const found = new Set<Comparison>()
      for (const expression of expressions) {
        if (expression === undefined) continue
        for (const [id, wanted] of comparisonsIn(expression)) found.add(singleOf(id, wanted))
      }
      return [...found]
    },
  }
}

/** Of rules and authorisations, of whatever day; those of tables are compiled when they are read. */
function expressionsOf({ rules, authorisations }: Rulebook): readonly (Expression | undefined)[] {
  return [
    ...rules.flatMap(({ requires, excluded, policy, administered }) => [
      requires,
      excluded,
      ...policy.map(({ when }) => when),
      ...administered.map((one) => one.requires),
    ]),
    ...authorisations.flatMap(({ available, conditions }) => [
      available,
      ...conditions.map(({ met }) => met),
    ]),
  ]
}

/** Comparisons of an expression, however deep, as parameter and what it is compared with. */
function comparisonsIn(expression: Expression): readonly (readonly [string, Wanted])[] {
  return Object.entries(expression).flatMap(([key, body]: [string, unknown]) => {
    if (key === 'all' || key === 'any')
      return (body as readonly Expression[]).flatMap(comparisonsIn)
    if (key === 'not') return comparisonsIn(body as Expression)
    return key === 'unread' || key === 'never' ? [] : [[key, body as Wanted] as const]
  })
}

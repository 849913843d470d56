import {
  conjoin,
  disjoin,
  FALSE,
  fail,
  negate,
  ok,
  type Problem,
  printPath,
  type Result,
  TRUE,
  type TruthCode,
  truthOf,
  UNKNOWN,
} from '../kernel/index.ts'
import { type Comparison, type CompileContext, compileComparison } from './comparison.ts'
import {
  type CompiledExpression,
  type Explanation,
  type FactTable,
  STATED_UNKNOWN,
} from './criteria-model.ts'
import { distanceBetween, marginOf, printValue } from './margin.ts'
import type { Expression, Parameter, Wanted } from './model.ts'

/**
 * Compiles criteria once into closures over the slots of a fact table. Invariants: evaluation reads
 * only slots and writes nothing; adding a fact never turns true into false or back, it can only settle
 * an unknown; an explanation lists only the reasons that decide now (after the IRS Fact Graph).
 */
export function compileExpression(
  expression: Expression,
  context: CompileContext,
): Result<CompiledExpression> {
  const problems: Problem[] = []
  const compiled = compile(expression, context, [], problems)
  return problems.length === 0 && compiled !== undefined ? ok(compiled) : fail(...problems)
}

type Path = readonly PropertyKey[]

function compile(
  expression: Expression,
  context: CompileContext,
  path: Path,
  problems: Problem[],
): CompiledExpression | undefined {
  const keys = isRecord(expression) ? Object.keys(expression) : []
  const key = keys[0]
  if (key === undefined || keys.length > 1) {
    problems.push(at(path, shapeProblem(keys)))
    return undefined
  }
  const body: unknown = (expression as Record<string, unknown>)[key]
  switch (key) {
    case 'all':
    case 'any':
      return compileList(key, body, context, [...path, key], problems)
    case 'not': {
      const child = compile(body as Expression, context, [...path, key], problems)
      return child === undefined ? undefined : not(child)
    }
    case 'unread':
      if (typeof body === 'string')
        return constant(UNKNOWN, { kind: 'unread', truth: 'unknown', why: body })
      break
    case 'never':
      if (body === true) return constant(FALSE, { kind: 'never', truth: 'false' })
      break
    default:
      return compileLeaf(key, body as Wanted, context, path, problems)
  }
  problems.push(at([...path, key], misusedConstant(key)))
  return undefined
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function compileList(
  kind: 'all' | 'any',
  body: unknown,
  context: CompileContext,
  path: Path,
  problems: Problem[],
): CompiledExpression | undefined {
  if (!Array.isArray(body) || body.length === 0) {
    problems.push(
      at(path, {
        code: 'criteria.empty',
        detail: `\`${kind}\` has no limbs, so it would hold of everything or of nothing.`,
        remedy: 'Give it at least one limb.',
      }),
    )
    return undefined
  }
  const limbs = body.map((limb: Expression, index) =>
    compile(limb, context, [...path, index], problems),
  )
  const children = limbs.filter((limb) => limb !== undefined)
  return kind === 'all' ? all(children) : any(children)
}

function compileLeaf(
  id: string,
  wanted: Wanted,
  context: CompileContext,
  path: Path,
  problems: Problem[],
): CompiledExpression | undefined {
  const slot = context.vocabulary.slot(id)
  if (slot === undefined) {
    problems.push(
      at([...path, id], {
        code: 'criteria.unknown-parameter',
        detail: `${JSON.stringify(id)} is not in the dictionary.`,
        remedy:
          'Add it to law/characteristics.yaml or law/circumstances.yaml, or correct the name.',
      }),
    )
    return undefined
  }
  const parameter = context.vocabulary.parameter(slot)
  const comparison = compileComparison(parameter, slot, wanted, context)
  if (!comparison.ok) {
    problems.push(...comparison.problems.map((problem) => at([...path, id], problem)))
    return undefined
  }
  return leaf(parameter, slot, comparison.value)
}

function leaf(parameter: Parameter, slot: number, comparison: Comparison): CompiledExpression {
  const { test } = comparison
  const evaluate = (facts: FactTable): TruthCode => {
    const value = facts.slots[slot]
    if (value === undefined) return UNKNOWN
    if (typeof value === 'symbol') return value === STATED_UNKNOWN ? UNKNOWN : FALSE
    return test(value, facts)
  }
  return {
    evaluate,
    parameters: [parameter.id],
    explain: (facts) => {
      const value = facts.slots[slot]
      const truth = evaluate(facts)
      const margin = marginOf(parameter, comparison, value, truth)
      return {
        kind: 'fact',
        truth: truthOf(truth),
        parameter: parameter.id,
        got: printValue(value),
        wanted: comparison.wanted,
        ...(margin === undefined ? {} : { margin }),
      }
    },
    collectMissing: (facts, into) => {
      if (evaluate(facts) === UNKNOWN) into.add(parameter.id)
    },
    collectUnread: () => undefined,
    collectMargins: (facts, into) => {
      const margin = marginOf(parameter, comparison, facts.slots[slot], evaluate(facts))
      if (margin !== undefined) into.push(margin)
    },
    distance: (facts) => distanceBetween(comparison, facts.slots[slot]),
  }
}

function constant(truth: TruthCode, explanation: Explanation): CompiledExpression {
  return {
    evaluate: () => truth,
    parameters: [],
    explain: () => explanation,
    collectMissing: () => undefined,
    collectUnread: (_facts, into) => {
      if (explanation.kind === 'unread') into.add(explanation.why)
    },
    collectMargins: () => undefined,
    distance: () => Number.POSITIVE_INFINITY,
  }
}

function not(child: CompiledExpression): CompiledExpression {
  return {
    ...child,
    evaluate: (facts) => negate(child.evaluate(facts)),
    explain: (facts) => ({
      kind: 'not',
      truth: truthOf(negate(child.evaluate(facts))),
      child: child.explain(facts),
    }),
  }
}

function all(children: readonly CompiledExpression[]): CompiledExpression {
  const tests = children.map((child) => child.evaluate)
  return list('all', children, conjoin, (facts) => {
    let lowest: TruthCode = TRUE
    for (const test of tests) {
      const truth = test(facts)
      if (truth === FALSE) return FALSE
      lowest = conjoin(lowest, truth)
    }
    return lowest
  })
}

function any(children: readonly CompiledExpression[]): CompiledExpression {
  const tests = children.map((child) => child.evaluate)
  return list('any', children, disjoin, (facts) => {
    let highest: TruthCode = FALSE
    for (const test of tests) {
      const truth = test(facts)
      if (truth === TRUE) return TRUE
      highest = disjoin(highest, truth)
    }
    return highest
  })
}

/** What decides a list now are the limbs that have its own truth: each false one of a false `all`, all of a true one. */
function list(
  kind: 'all' | 'any',
  children: readonly CompiledExpression[],
  join: (left: TruthCode, right: TruthCode) => TruthCode,
  evaluate: (facts: FactTable) => TruthCode,
): CompiledExpression {
  /** Each limb is asked once. */
  const decided = (facts: FactTable): Decided => {
    const truths = children.map((child) => child.evaluate(facts))
    const truth = truths.reduce(join)
    return { truth, deciding: children.filter((_, at) => truths[at] === truth) }
  }
  return {
    evaluate,
    parameters: [...new Set(children.flatMap((child) => child.parameters))],
    explain: (facts) => {
      const { truth, deciding } = decided(facts)
      return {
        kind,
        truth: truthOf(truth),
        children: deciding.map((child) => child.explain(facts)),
      }
    },
    collectMissing: (facts, into) => {
      const { truth, deciding } = decided(facts)
      if (truth !== UNKNOWN) return
      for (const child of deciding) child.collectMissing(facts, into)
    },
    collectUnread: (facts, into) => {
      const { truth, deciding } = decided(facts)
      if (truth !== UNKNOWN) return
      for (const child of deciding) child.collectUnread(facts, into)
    },
    collectMargins: (facts, into) => {
      const { truth, deciding } = decided(facts)
      for (const child of truth === UNKNOWN ? children : deciding) child.collectMargins(facts, into)
    },
    distance: (facts) => {
      const distances = decided(facts).deciding.map((child) => child.distance(facts))
      return kind === 'all' ? Math.max(...distances) : Math.min(...distances)
    },
  }
}

interface Decided {
  readonly truth: TruthCode
  readonly deciding: readonly CompiledExpression[]
}

function shapeProblem(keys: readonly string[]): Problem {
  return {
    code: 'criteria.wrong-shape',
    detail:
      keys.length === 0
        ? 'A criterion is empty.'
        : `A criterion has several keys (${keys.join(', ')}), which does not say whether all or any is meant.`,
    remedy: 'Write one key, or an `all` or `any` with a limb for each.',
  }
}

function misusedConstant(key: string): Problem {
  return {
    code: 'criteria.wrong-shape',
    detail: `\`${key}\` is not written so.`,
    remedy: 'Write `never: true`, or `unread: why`.',
  }
}

function at(path: Path, problem: Problem): Problem {
  return { ...problem, where: { path: printPath(path) } }
}

import type { z } from 'zod'
import { type Document, printPath } from './document.ts'
import { REMEDY } from './misspelt.ts'
import { nearWord } from './near-word.ts'
import { fail, ok, type Place, type Problem, type Result } from './problem.ts'
import { shapeWords } from './shape-words.ts'

/** Where the value came from: how a place in it is told, and where its shape is described. */
export interface ShapeSource extends Pick<Document, 'locate'> {
  readonly shapeRemedy?: string
}

const SHAPE_REMEDY = 'See the schema of this document under schemas/.'

/**
 * Holds a value against a schema. Unknown keys are an error with the nearest known key named, because
 * a misspelt key that is silently dropped is a fact nobody sees.
 */
export function parseShape<T>(
  schema: z.ZodType<T>,
  value: unknown,
  document?: ShapeSource,
): Result<T> {
  const parsed = schema.safeParse(value, { error: shapeWords })
  if (parsed.success) return ok(parsed.data)
  const remedy = document?.shapeRemedy
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, schema, remedy))
  return fail(
    ...problems.slice(0, 20).map(({ path, ...problem }): Problem => {
      const where: Place = document?.locate(path) ?? { path: printPath(path) }
      return { ...problem, where }
    }),
  )
}

type Located = Problem & { readonly path: readonly PropertyKey[] }

function problemsOf(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  /** Of the source of the value, which knows best. */
  fixed: string | undefined,
): readonly Located[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known = knownKeys(schema, issue.path)
      const near = nearWord(key, known)
      const meant = near === undefined ? '' : `Did you mean ${JSON.stringify(near)}? `
      return {
        code: 'input.unknown-key',
        detail: `There is no key ${JSON.stringify(key.slice(0, 80))} here.`,
        path: [...issue.path, key],
        remedy: known.length === 0 ? 'Remove it.' : `${meant}Keys: ${known.join(', ')}.`,
      }
    })
  }
  if (issue.code === 'invalid_union') {
    // The branch that came furthest is the one that was meant.
    const [deepest] = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length)
    if (deepest !== undefined && deepest.path.length > 0) {
      return problemsOf({ ...deepest, path: [...issue.path, ...deepest.path] }, schema, fixed)
    }
  }
  const [detail = '', own] = issue.message.split(REMEDY)
  return [
    {
      code: 'input.wrong-shape',
      detail: detail.replace(/[.?]?$/, (end) => (end === '?' ? end : '.')),
      path: issue.path,
      remedy: fixed ?? own ?? remedyForKeys(issue, schema) ?? SHAPE_REMEDY,
    },
  ]
}

/** Where an object belongs, the keys that it has. */
function remedyForKeys(issue: z.core.$ZodIssue, schema: z.ZodType): string | undefined {
  if (issue.code !== 'invalid_type' || issue.expected !== 'object') return undefined
  const known = knownKeys(schema, issue.path)
  return known.length === 0 ? undefined : `Write it with its keys: {${known.join(', ')}}.`
}

/** Keys the schema knows at a path, through optionals, unions, arrays, records and lazies. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let nodes: readonly Definition[] = [definition(schema)]
  for (const step of path) nodes = nodes.flatMap((node) => descend(node, step))
  return [
    ...new Set(
      nodes.flatMap((node) => unwrapped(node)).flatMap((node) => Object.keys(node.shape ?? {})),
    ),
  ]
}

interface Definition {
  readonly shape?: Record<string, z.ZodType>
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly innerType?: z.ZodType
  /** Of a pipe: a transformation behind a schema, or before one. */
  readonly in?: z.ZodType
  readonly out?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly getter?: () => z.ZodType
}

function definition(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition
}

function unwrapped(node: Definition): readonly Definition[] {
  if (node.innerType !== undefined) return unwrapped(definition(node.innerType))
  if (node.in !== undefined && node.out !== undefined)
    return [node.in, node.out].flatMap((side) => unwrapped(definition(side)))
  if (node.getter !== undefined) return unwrapped(definition(node.getter()))
  if (node.options !== undefined)
    return node.options.flatMap((option) => unwrapped(definition(option)))
  return [node]
}

function descend(node: Definition, step: PropertyKey): readonly Definition[] {
  return unwrapped(node).flatMap((plain) => {
    const field = new Map(Object.entries(plain.shape ?? {})).get(String(step))
    const next = field ?? plain.element ?? plain.valueType
    return next === undefined ? [] : [definition(next)]
  })
}

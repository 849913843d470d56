import type { Problem } from '../kernel/index.ts'
import { type CompileContext, compileComparison } from './comparison.ts'
import type { PathProblem } from './law-problems.ts'
import type { Expression, Parameter, Place, Wanted } from './model.ts'
import { didYouMean } from './stated-problems.ts'

/** The names criteria may use: a dictionary of parameters, the kinds, the places and groups. */
export interface ExpressionNames {
  readonly context: CompileContext
  /** What the dictionary is called in messages: the file that holds it. */
  readonly dictionary: string
  readonly places: ReadonlyMap<string, Place>
  readonly groups: ReadonlySet<string>
}

type Path = readonly PropertyKey[]

/**
 * Holds criteria against the dictionary: every limb has one meaning, every name exists. A name that
 * does not exist would make a rule that never speaks, and nobody would see it.
 */
export function checkExpression(
  expression: Expression,
  names: ExpressionNames,
): readonly PathProblem[] {
  return check(expression, names, [])
}

function check(expression: unknown, names: ExpressionNames, path: Path): readonly PathProblem[] {
  if (typeof expression !== 'object' || expression === null || Array.isArray(expression)) {
    return [{ path, problem: notACriterion(expression) }]
  }
  const keys = Object.keys(expression)
  const [key] = keys
  if (key === undefined || keys.length > 1) return [{ path, problem: severalKeys(keys) }]
  const body: unknown = (expression as Readonly<Record<string, unknown>>)[key]
  const here = [...path, key]
  switch (key) {
    case 'all':
    case 'any':
      return checkLimbs(key, body, names, here)
    case 'not':
      return check(body, names, here)
    case 'unread':
      return typeof body === 'string' && body.trim() !== ''
        ? []
        : [{ path: here, problem: misused(key, 'Say why the text was not read.') }]
    case 'never':
      return body === true ? [] : [{ path: here, problem: misused(key, 'Write never: true.') }]
    default:
      return checkComparison(key, body as Wanted, names).map((problem) => ({ path: here, problem }))
  }
}

function checkLimbs(
  key: string,
  body: unknown,
  names: ExpressionNames,
  path: Path,
): readonly PathProblem[] {
  if (Array.isArray(body) && body.length > 0) {
    return body.flatMap((limb, index) => check(limb, names, [...path, index]))
  }
  const empty = Array.isArray(body)
  return [
    {
      path,
      problem: {
        code: 'criteria.empty',
        detail: empty
          ? `\`${key}\` has no limbs, so it would hold of everything or of nothing.`
          : `\`${key}\` has no list of limbs.`,
        remedy: 'Give it at least one limb, each on a line that begins with a dash.',
      },
    },
  ]
}

function checkComparison(id: string, wanted: Wanted, names: ExpressionNames): readonly Problem[] {
  const { vocabulary } = names.context
  const slot = vocabulary.slot(id)
  if (slot === undefined) {
    const known = vocabulary.parameters.map((parameter) => parameter.id)
    return [
      {
        code: 'criteria.unknown-parameter',
        detail: `${JSON.stringify(id)} is not in ${names.dictionary}.`,
        remedy: `${didYouMean(id, [...known, 'all', 'any', 'not'])}Correct the name, or add it to that file.`,
      },
    ]
  }
  const parameter = vocabulary.parameter(slot)
  if (Array.isArray(wanted) && wanted.some((value) => typeof value !== 'string')) {
    return [notTexts(parameter)]
  }
  const comparison = compileComparison(parameter, slot, wanted, names.context)
  if (!comparison.ok) return comparison.problems
  return wordsOf(wanted).flatMap((word) => checkWord(parameter, word, names))
}

/** The words a comparison names, without their operator. */
function wordsOf(wanted: Wanted): readonly string[] {
  if (typeof wanted === 'string') return [wanted.replace(/^(?:!=|=) /, '')]
  return Array.isArray(wanted) ? (wanted as readonly string[]) : []
}

function checkWord(parameter: Parameter, word: string, names: ExpressionNames): readonly Problem[] {
  switch (parameter.type) {
    case 'kind':
      return names.context.vocabulary.kinds.has(word)
        ? []
        : [unknownName('kind', word, [...names.context.vocabulary.kinds.keys()], 'law/kinds.yaml')]
    case 'place':
    case 'places':
      return checkPlaceOrGroup(word, names.places, names.groups)
    case 'codes':
      return /^[A-Z]{2}:/.test(word) ? [codeWithJurisdiction(word)] : []
    case 'text':
    case 'set': {
      const { values } = parameter
      if (values === undefined || Object.hasOwn(values, word)) return []
      return [unknownName('value', word, Object.keys(values), `the values of ${parameter.id}`)]
    }
    default:
      return []
  }
}

/** A country, a region or a group; another name of a place is refused, so that law has one name for it. */
export function checkPlaceOrGroup(
  word: string,
  places: ReadonlyMap<string, Place>,
  groups: ReadonlySet<string>,
): readonly Problem[] {
  return groups.has(word) ? [] : checkPlace(word, places, groups)
}

export function checkPlace(
  word: string,
  places: ReadonlyMap<string, Place>,
  groups: ReadonlySet<string> = new Set(),
): readonly Problem[] {
  if (places.has(word)) return []
  const meant = [...places.values()].find((place) => place.aliases.includes(word))
  if (meant !== undefined) {
    return [
      {
        code: 'law.alias',
        detail: `${JSON.stringify(word)} is another name of ${meant.code}.`,
        remedy: `Write ${meant.code}: in law files a place has one name.`,
      },
    ]
  }
  const where = groups.size === 0 ? 'law/places.yaml' : 'law/places.yaml or a groups.yaml'
  return [unknownName('place', word, [...places.keys(), ...groups], where)]
}

/** `law.unknown-kind` and its like: what is not there, what is near, where such things stand. */
export function unknownName(
  what: string,
  name: string,
  known: readonly string[],
  where: string,
): Problem {
  return {
    code: `law.unknown-${what}`,
    detail: `There is no ${what} ${JSON.stringify(name)} in ${where}.`,
    remedy: `${didYouMean(name, known)}Correct the name, or add it there.`,
  }
}

function notACriterion(got: unknown): Problem {
  return {
    code: 'criteria.wrong-shape',
    detail: `${JSON.stringify(got ?? null)} is not a criterion.`,
    remedy: 'Write one key and what it wants, as `tpp: ">= 4800"`.',
  }
}

function severalKeys(keys: readonly string[]): Problem {
  return {
    code: 'criteria.wrong-shape',
    detail:
      keys.length === 0
        ? 'A criterion is empty.'
        : `A criterion has several keys (${keys.join(', ')}), which does not say whether all or any is meant.`,
    remedy: 'Write one key, or an `all` or `any` with a limb for each.',
  }
}

function misused(key: string, remedy: string): Problem {
  return {
    code: 'criteria.wrong-shape',
    detail: `\`${key}\` is not written so.`,
    remedy,
  }
}

function notTexts(parameter: Parameter): Problem {
  return {
    code: 'criteria.wrong-comparison',
    detail: `${parameter.id} is compared with a list in which something is not a text.`,
    remedy: 'Put quotes around it.',
  }
}

function codeWithJurisdiction(word: string): Problem {
  return {
    code: 'law.unknown-code',
    detail: `${JSON.stringify(word)} names a jurisdiction, where codes of the own one are meant.`,
    remedy: `Write ${JSON.stringify(word.slice(3))}.`,
  }
}

import type { z } from 'zod'
import { REMEDY, remedyForAnswer, remedyForNumber, withRemedy } from './misspelt.ts'
import { nearWord } from './near-word.ts'

type Issue = z.core.$ZodRawIssue

/**
 * What is wrong with a value, in words that a person without the schema understands. A sentence that a
 * schema gives itself goes before these.
 */
export function shapeWords(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return wrongKind([issue.expected], issue.input)
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_value':
      return noneOf(issue.values, issue.input)
    case 'invalid_union':
      return noBranch(issue)
    case 'invalid_format':
      return capital(`${shown(issue.input)} is not spelt as is read here.`)
    case 'not_multiple_of':
      return `A multiple of ${issue.divisor} is expected; this is ${shown(issue.input)}.`
    case 'invalid_key':
      return withRemedy('This key cannot stand here.', remedyForKey(issue))
    default:
      return undefined
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  bigint: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object with keys',
  record: 'an object with keys',
  null: 'null',
  date: 'a day',
}

/** What the schema of keys says itself. */
function remedyForKey({ issues }: Extract<Issue, { code: 'invalid_key' }>): string | undefined {
  const said = issues.map(({ message }) => message).find((one) => one !== undefined && one !== '')
  return said?.split(REMEDY).at(-1)?.replace(/\.?$/, '.')
}

function wrongKind(expected: readonly string[], input: unknown): string {
  const kinds = [...new Set(expected.map((kind) => KINDS[kind] ?? kind))]
  const wanted = kinds.join(' or ')
  if (input === undefined) return `This is missing: ${wanted} is expected.`
  return withRemedy(
    capital(`${wanted} is expected; this is ${shown(input)}.`),
    expected.length === 1 ? remedyForKind(expected[0] ?? '', input) : undefined,
  )
}

/** How to write what is there so that it is of the kind that is read. */
function remedyForKind(expected: string, input: unknown): string | undefined {
  if (input === null) return 'Write a value behind the colon, or leave the line out.'
  const isScalar = typeof input === 'string' || typeof input === 'number'
  if (expected === 'array') {
    if (isScalar) return `Write it in brackets: [${input}].`
    return typeof input === 'object' && !Array.isArray(input)
      ? 'Begin each entry of the list with a dash and a space (- ).'
      : undefined
  }
  if (expected === 'string') {
    if (Array.isArray(input)) return 'Write one value, without brackets or dashes.'
    return isScalar || typeof input === 'boolean' ? `Write it in quotes: "${input}".` : undefined
  }
  if (expected === 'number') return remedyForNumber(input)
  return expected === 'boolean' ? remedyForAnswer(input) : undefined
}

function capital(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
}

function tooSmall({ origin, minimum, inclusive, input }: Extract<Issue, { code: 'too_small' }>) {
  if (origin === 'string') {
    if (input === '')
      return withRemedy('The text is empty.', 'Write a text there, or leave it out.')
    return `The text is shorter than ${minimum} characters.`
  }
  if (origin === 'array' || origin === 'set') {
    const least = Number(minimum) === 1 ? 'one is' : `${minimum} are`
    return Array.isArray(input) && input.length === 0
      ? `The list is empty: at least ${least} expected.`
      : `The list is too short: at least ${least} expected.`
  }
  return `${inclusive === false ? 'More than' : 'At least'} ${minimum} is expected; this is ${shown(input)}.`
}

function tooBig({ origin, maximum, inclusive, input }: Extract<Issue, { code: 'too_big' }>) {
  if (origin === 'string') {
    return withRemedy(`The text is longer than ${maximum} characters.`, 'Shorten it.')
  }
  if (origin === 'array' || origin === 'set') return `The list is longer than ${maximum}.`
  return `${inclusive === false ? 'Less than' : 'At most'} ${maximum} is expected; this is ${shown(input)}.`
}

const MOST_OPTIONS = 30

function noneOf(values: readonly unknown[], input: unknown): string {
  const options = values.map(String)
  const listed =
    options.length > MOST_OPTIONS
      ? `${options.slice(0, MOST_OPTIONS).join(', ')} …`
      : options.join(', ')
  const wanted = options.length === 1 ? `${listed} is expected` : `One of ${listed} is expected`
  if (input === undefined) return `This is missing: ${wanted.replace(/^One/, 'one')}.`
  return `${wanted}; this is ${shown(input)}.${meant(options, input)}`
}

function meant(options: readonly string[], input: unknown): string {
  if (typeof input !== 'string' || input === '') return ''
  const near = nearWord(input, options)
  return near === undefined ? '' : ` Did you mean ${JSON.stringify(near)}?`
}

function noBranch(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const options = (issue as { readonly options?: readonly unknown[] }).options
  if (options !== undefined) return noneOf(options, fieldOf(issue))
  const here = issue.errors.flat().filter(({ path }) => path.length === 0)
  const kinds = here.flatMap((one) => (one.code === 'invalid_type' ? [one.expected] : []))
  const isKindAlone = kinds.length > 0 && kinds.length === issue.errors.length
  return isKindAlone
    ? wrongKind(kinds, issue.input)
    : 'This is none of the forms that are read here.'
}

/** Of a union that one key tells apart, the value of that key. */
function fieldOf({ input, ...issue }: Extract<Issue, { code: 'invalid_union' }>): unknown {
  const { discriminator } = issue as { readonly discriminator?: string }
  if (discriminator === undefined || typeof input !== 'object' || input === null) return undefined
  return new Map(Object.entries(input)).get(discriminator)
}

const MOST_SHOWN = 60

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object with keys'
  if (typeof value === 'string') {
    return value.length > MOST_SHOWN
      ? `the text ${JSON.stringify(value.slice(0, MOST_SHOWN))} …`
      : `the text ${JSON.stringify(value)}`
  }
  return String(value)
}

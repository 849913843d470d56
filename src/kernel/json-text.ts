import { parse as parseLossless } from 'lossless-json'
import { fail, ok, type Problem, type Result } from './problem.ts'

/** Levels of brackets; a bound on every recursion over a document. */
export const MAX_DEPTH = 64

/** Up to 15 significant digits survive a double and back; an exponent of three digits may not. */
const LONG = /\d[\d.]{15}|[eE][+-]?\d{3}/
/** Where a text may hold such a number (or says so in a string, which costs only time). */
const MAY_HOLD_LONG = /(?:^|[[:,\s])-?(?:\d[\d.]{15}|[\d.]+[eE][+-]?\d{3})/

/** One JSON value, as a line of a batch: every digit, and no key twice. */
export function readJson(text: string): Result<unknown> {
  const outline = outlineOf(text)
  if (outline.depth > MAX_DEPTH) return fail(tooDeep())
  try {
    const value: unknown = MAY_HOLD_LONG.test(text)
      ? parseLossless(text, undefined, numberOrText)
      : JSON.parse(text)
    if (countMembers(value) === outline.members) return ok(value)
    parseLossless(text) // names the key, unless it says the same twice
    return fail(notJson('a key stands twice in one object'))
  } catch (error) {
    return fail(notJson((error as Error).message.slice(0, 200)))
  }
}

/** A number that a double carries exactly, else its text: the same rule for JSON and YAML. */
export function numberOrText(text: string): number | string {
  const value = Number(text)
  return Number.isFinite(value) && !LONG.test(text) ? value : text
}

interface Outline {
  readonly depth: number
  /** Colons outside strings, which is the number of `key: value` pairs written. */
  readonly members: number
}

/** Exact for JSON; for other text it means nothing, and the parser refuses that. */
function outlineOf(text: string): Outline {
  let depth = 0
  let deepest = 0
  let members = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at)
    if (character === QUOTE) at = endOfString(text, at)
    else if (character === COLON) members += 1
    else if (character === OPEN_LIST || character === OPEN_MAP) {
      depth += 1
      if (depth > deepest) deepest = depth
      if (depth > MAX_DEPTH) break
    } else if (character === CLOSE_LIST || character === CLOSE_MAP) depth -= 1
  }
  return { depth: deepest, members }
}

const QUOTE = 34
const BACKSLASH = 92
const COLON = 58
const OPEN_LIST = 91
const CLOSE_LIST = 93
const OPEN_MAP = 123
const CLOSE_MAP = 125

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text.charCodeAt(at) !== QUOTE) {
    at += text.charCodeAt(at) === BACKSLASH ? 2 : 1
  }
  return at
}

/** Fewer than were written where `JSON.parse` let a later key overwrite an earlier one. */
function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let count = 0
  if (Array.isArray(value)) {
    for (const item of value) count += countMembers(item)
    return count
  }
  for (const key of Object.keys(value)) {
    count += 1 + countMembers((value as Readonly<Record<string, unknown>>)[key])
  }
  return count
}

function notJson(why: string): Problem {
  return {
    code: 'input.not-json',
    detail: `The text is not JSON: ${why}.`,
    remedy: 'Check quotes, commas and brackets near that place.',
  }
}

export function tooDeep(): Problem {
  return {
    code: 'input.too-deep',
    detail: `The document nests deeper than ${MAX_DEPTH} levels.`,
    remedy: 'Flatten it; no transaction needs so many levels.',
  }
}

import { parse as parseLossless } from 'lossless-json'
import { isMap, isSeq, LineCounter, type Node, parseDocument, type ScalarTag } from 'yaml'
import { fail, ok, type Place, type Problem, type Result } from './problem.ts'

/**
 * Reads YAML and JSON text without losing a digit: a number that a double cannot carry exactly
 * becomes its decimal text. Bounded in size, depth and aliases before anything is built.
 */
export interface Document {
  readonly value: unknown
  /** Where a path stands in the text. Parses again: for error messages only. */
  locate(path: readonly PropertyKey[]): Place
}

export const MAX_CHARACTERS = 32 * 1024 * 1024
const MAX_DEPTH = 64
/** Up to 15 significant digits survive a double and back. */
const MANY_DIGITS = /\d[\d.]{15,}|[\d.][eE][+-]?\d{3,}/

export function readDocument(text: string, file?: string): Result<Document> {
  const tooLarge = refuseSize(text, file)
  if (tooLarge !== undefined) return fail(tooLarge)
  const json = /^\s*[[{]/.test(text) ? readJson(text) : undefined
  if (json?.ok === true)
    return ok({ value: json.value, locate: (path) => locate(text, path, file) })
  return readYaml(text, file)
}

/** One JSON value, as a line of a batch. Losslessly, like {@link readDocument}. */
export function readJson(text: string): Result<unknown> {
  if (isTooDeep(text)) return fail(tooDeep())
  try {
    return ok(
      MANY_DIGITS.test(text) ? parseLossless(text, undefined, numberOrText) : JSON.parse(text),
    )
  } catch (error) {
    return fail({
      code: 'input.not-json',
      detail: `The text is not JSON: ${(error as Error).message.slice(0, 200)}.`,
      remedy: 'Check quotes, commas and brackets near that place.',
    })
  }
}

function readYaml(text: string, file: string | undefined): Result<Document> {
  if (isTooDeep(text)) return fail(withFile(tooDeep(), file))
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      customTags: (tags) => [LOSSLESS_NUMBER, ...tags],
      uniqueKeys: true,
    })
    const problems = [...document.errors, ...document.warnings].map((error): Problem => {
      const at = lines.linePos(error.pos[0])
      return {
        code: 'input.not-yaml',
        detail: `The text is not YAML: ${error.message.split('\n')[0] ?? ''}`,
        where: place(file, at.line, at.col),
        remedy: 'Check indentation, colons and quotes at that place.',
      }
    })
    if (problems.length > 0) return fail(...problems.slice(0, 10))
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    return ok({ value, locate: (path) => locate(text, path, file) })
  } catch (error) {
    return fail({
      code: 'input.not-yaml',
      detail: `The text cannot be read as YAML: ${(error as Error).message.slice(0, 200)}.`,
      where: place(file),
      remedy: 'Write it without anchors that repeat each other, and with less nesting.',
    })
  }
}

const LOSSLESS_NUMBER: ScalarTag = {
  identify: () => false,
  default: true,
  tag: 'tag:yaml.org,2002:str',
  test: /^[-+]?(?:\d[\d.]{15,}|\.\d{15,}|[\d.]*\d[\d.]*[eE][-+]?\d{3,})(?:[eE][-+]?\d+)?$/,
  resolve: (text) => text,
}

function numberOrText(text: string): number | string {
  const value = Number(text)
  return Number.isFinite(value) && String(value) === text ? value : text
}

function refuseSize(text: string, file: string | undefined): Problem | undefined {
  if (text.length > MAX_CHARACTERS) {
    return {
      code: 'input.too-large',
      detail: `The document has more than ${MAX_CHARACTERS / 1024 / 1024} million characters.`,
      where: place(file),
      remedy: 'Split it, or send many records as JSON lines.',
    }
  }
  if (text.includes('\u0000') || text.includes('\uFFFD')) {
    return {
      code: 'input.not-text',
      detail: 'The document is not valid UTF-8 text.',
      where: place(file),
      remedy: 'Save it as UTF-8.',
    }
  }
  return undefined
}

/** Brackets open at once, outside quotes; a bound on every parser's recursion. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let quote = 0
  for (let at = 0; at < text.length; at += 1) {
    const c = text.charCodeAt(at)
    if (quote !== 0) {
      if (c === 92 && quote === 34) at += 1
      else if (c === quote || c === 10) quote = 0
    } else if (c === 34) quote = c
    else if (c === 91 || c === 123) {
      depth += 1
      if (depth > MAX_DEPTH) return true
    } else if (c === 93 || c === 125) depth -= 1
  }
  return depthByIndentation(text) > MAX_DEPTH
}

/** YAML also nests by `- - -` and by indentation. */
function depthByIndentation(text: string): number {
  const dashes = /^(?:\s*- ){65,}/m.test(text)
  return dashes ? MAX_DEPTH + 1 : 0
}

function tooDeep(): Problem {
  return {
    code: 'input.too-deep',
    detail: `The document nests deeper than ${MAX_DEPTH} levels.`,
    remedy: 'Flatten it; no transaction needs so many levels.',
  }
}

function locate(text: string, path: readonly PropertyKey[], file: string | undefined): Place {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    customTags: (tags) => [LOSSLESS_NUMBER, ...tags],
  })
  let node: unknown = document.contents
  let position = (node as Node | null)?.range?.[0] ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => String((item.key as { value?: unknown }).value) === String(step),
      )
      if (pair === undefined) break
      position = (pair.key as Node).range?.[0] ?? position
      node = pair.value
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)]
      if (item === undefined) break
      position = (item as Node).range?.[0] ?? position
      node = item
    } else break
  }
  const at = lines.linePos(position)
  return { ...place(file, at.line, at.col), path: printPath(path) }
}

/** `items[0].characteristics.dco_nm` */
export function printPath(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('')
}

function place(file?: string, line?: number, column?: number): Place {
  return {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }
}

function withFile(problem: Problem, file: string | undefined): Problem {
  return { ...problem, where: place(file) }
}

import { MAX_DEPTH, readJson, tooDeep } from './json-text.ts'
import { fail, ok, type Place, type Problem, type Result } from './problem.ts'
import { nodePosition, readYamlText, type YamlText } from './yaml-text.ts'

/**
 * Reads YAML and JSON text without losing a digit: a number that a double cannot carry exactly
 * becomes its decimal text. Bounded in size, depth and aliases before anything is built.
 */
export interface Document {
  readonly value: unknown
  /** Where a path stands in the text: for error messages. */
  locate(path: readonly PropertyKey[]): Place
}

export const MAX_CHARACTERS = 32 * 1024 * 1024

export function readDocument(text: string, file?: string): Result<Document> {
  const refused = refuseText(text)
  if (refused !== undefined) return fail({ ...refused, where: place(file) })
  const json = /^\s*[[{]/.test(text) ? readJson(text) : undefined
  // Most documents are never asked for a place, so JSON is read as YAML only then, and once.
  let yaml: YamlText | undefined
  const locate = (path: readonly PropertyKey[]): Place => {
    yaml ??= readYamlText(text, MAX_DEPTH)
    const at = yaml.kind === 'read' ? nodePosition(yaml, path) : undefined
    return { ...place(file, at?.line, at?.col), path: printPath(path) }
  }
  if (json?.ok === true) return ok({ value: json.value, locate })
  yaml = readYamlText(text, MAX_DEPTH)
  switch (yaml.kind) {
    case 'too-deep':
      return fail({ ...tooDeep(), where: place(file) })
    case 'unreadable':
      return fail(unreadable(yaml.why, file))
    case 'faulty':
      return fail(
        ...yaml.faults.map(
          (fault): Problem => ({
            code: 'input.not-yaml',
            detail: fault.detail,
            where: place(file, fault.line, fault.col),
            remedy: fault.remedy,
          }),
        ),
      )
    case 'read':
      return ok({ value: yaml.value, locate })
  }
}

function unreadable(why: string, file: string | undefined): Problem {
  return {
    code: 'input.not-yaml',
    detail: `The text cannot be read as YAML: ${why}.`,
    where: place(file),
    remedy: 'Write it without anchors that repeat each other, and with less nesting.',
  }
}

function refuseText(text: string): Problem | undefined {
  if (text.length > MAX_CHARACTERS) {
    return {
      code: 'input.too-large',
      detail: `The document has more than ${MAX_CHARACTERS / 1024 / 1024} million characters.`,
      remedy: 'Split it, or send many records as JSON lines.',
    }
  }
  if (text.includes('\u0000') || text.includes('\uFFFD')) {
    return {
      code: 'input.not-text',
      detail: 'The document is not valid UTF-8 text.',
      remedy: 'Save it as UTF-8.',
    }
  }
  return undefined
}

/** `items[0].characteristics.dco_nm` */
export function printPath(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('')
}

/** The steps of a printed path: `items[0].kind` is `items`, 0, `kind`. A key with a dot in it is lost. */
export function readPath(path: string): readonly PropertyKey[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, index]) =>
    index === undefined ? key : Number(index),
  )
}

function place(file?: string, line?: number, column?: number): Place {
  return {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }
}

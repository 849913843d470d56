import {
  Composer,
  type CST,
  type Document,
  type DocumentOptions,
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type ParseOptions,
  Parser,
  type ScalarTag,
  type SchemaOptions,
  visit,
} from 'yaml'
import { assert } from './assert.ts'
import { numberOrText } from './json-text.ts'

/** Reads YAML in steps, so that depth is known before anything recurses over it. */
export type YamlText =
  | ReadYaml
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly kind: 'unreadable'; readonly why: string }

export interface ReadYaml {
  readonly kind: 'read'
  readonly value: unknown
  readonly document: Document
  readonly lines: LineCounter
}

export interface Fault extends Position {
  readonly detail: string
  readonly remedy: string
}

interface Position {
  /** 1-based. */
  readonly line: number
  readonly col: number
}

const MOST_FAULTS = 10
const MOST_ALIASES = 100

export function readYamlText(text: string, depth: number): YamlText {
  const lines = new LineCounter()
  try {
    const tokens = tokensOf(text, depth, lines)
    if (tokens === undefined) return { kind: 'too-deep' }
    const [document, another] = new Composer(OPTIONS).compose(tokens, true, text.length)
    assert(document !== undefined, 'a text has a document, if an empty one')
    const faults = faultsOf(document, lines)
    if (another !== undefined) faults.push(secondDocument(another, lines))
    if (faults.length > 0) return { kind: 'faulty', faults: faults.slice(0, MOST_FAULTS) }
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES })
    return { kind: 'read', value, document, lines }
  } catch (error) {
    return { kind: 'unreadable', why: (error as Error).message.slice(0, 200) }
  }
}

/** Undefined where it nests too deep; the parser keeps its own stack and does not recurse. */
function tokensOf(text: string, depth: number, lines: LineCounter): CST.Token[] | undefined {
  const parser = new Parser(lines.addNewLine)
  lines.addNewLine(0)
  const tokens: CST.Token[] = []
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length > depth && levelsOf(parser.stack) > depth) return undefined
  }
  for (const token of parser.end()) tokens.push(token)
  return tokens
}

function levelsOf(stack: readonly CST.Token[]): number {
  return stack.filter(({ type }) => COLLECTIONS.has(type)).length
}

const COLLECTIONS: ReadonlySet<CST.Token['type']> = new Set([
  'block-map',
  'block-seq',
  'flow-collection',
])

/** Plain numbers, before the core schema reads them as doubles; hexadecimal ones beyond 52 bits stay text. */
const LOSSLESS_NUMBER: ScalarTag = {
  identify: () => false,
  default: true,
  tag: 'tag:yaml.org,2002:float',
  test: /^(?:[-+]?[\d.]+(?:[eE][-+]?\d+)?|0[xo][\da-fA-F]{14,})$/,
  resolve: (text) => (/[xo]/.test(text) ? text : numberOrText(text)),
}

const OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  // Whatever a `%YAML 1.1` line says: there NO would be a boolean and not Norway.
  schema: 'core',
  customTags: (tags) => [LOSSLESS_NUMBER, ...tags],
  // Looked for here instead, in linear time and as the keys will be in the value.
  uniqueKeys: false,
  prettyErrors: false,
}

function faultsOf(document: Document, lines: LineCounter): Fault[] {
  const all = [...document.errors, ...document.warnings].map((error) => ({
    code: error.code,
    detail: `The text is not YAML: ${error.message.replace(/\.?$/, '.')}`,
    remedy: REMEDIES[error.code] ?? 'Check indentation, colons and quotes at that place.',
    ...lines.linePos(error.pos[0]),
  }))
  const faults = all
    .filter(({ code, line }, at) => {
      const first = all.findIndex((other) => other.line === line)
      return first === at || !FOLLOWING.has(code)
    })
    .slice(0, MOST_FAULTS)
    .map(({ code: _code, ...fault }): Fault => fault)
  return faults.length > 0 ? faults : faultsOfKeys(document, lines)
}

/** By the code of the fault: what most often lies behind it. */
const REMEDIES: Readonly<Partial<Record<ErrorCode, string>>> = {
  TAB_AS_INDENT: 'Indent with spaces, never with tabs.',
  MULTILINE_IMPLICIT_KEY:
    'Write a colon and a space between the key and its value on this line, as in `country: CN`.',
  MISSING_CHAR:
    'Close the quotes or brackets that open at or before this place, and write a colon behind each key.',
  BAD_SCALAR_START: 'Put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'Begin each key on a line of its own, indented like its neighbours, and put a value that holds a colon in quotes.',
  BAD_INDENT:
    'Indent all keys of one entry alike, with spaces, and close brackets and quotes that open before.',
  UNEXPECTED_TOKEN:
    'Indent all keys of one entry alike, and begin each entry of a list with a dash and a space (- ).',
}

/** What follows on a line from another fault of it, and says no more. */
const FOLLOWING: ReadonlySet<ErrorCode> = new Set([
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'MISSING_CHAR',
])

/** A key is one word, and stands once; the words of keys are what they will be in the value. */
function faultsOfKeys(document: Document, lines: LineCounter): Fault[] {
  const faults: Fault[] = []
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        const word = isAlias(key) ? key.resolve(document) : key
        const at = lines.linePos(offsetOf(key) ?? 0)
        if (!isScalar(word)) faults.push({ ...NO_WORD, ...at })
        else if (seen.has(String(word.value ?? '')))
          faults.push({ ...twice(String(word.value ?? '')), ...at })
        else seen.add(String(word.value ?? ''))
      }
    },
  })
  return faults
}

const NO_WORD = {
  detail: 'The text is not YAML as asked: a key is a list or a map.',
  remedy: 'Write a word as the key, in quotes where it holds brackets.',
}

function twice(key: string): Pick<Fault, 'detail' | 'remedy'> {
  return {
    detail: `The text is not YAML: keys are unique, and ${JSON.stringify(key.slice(0, 80))} stands twice.`,
    remedy: 'Keep one of the two.',
  }
}

function secondDocument(document: Document, lines: LineCounter): Fault {
  return {
    detail: 'The text is not YAML as asked: it holds several YAML documents.',
    remedy: 'Split it at the lines ---, or send many records as JSON lines.',
    ...lines.linePos(document.range?.[0] ?? 0),
  }
}

/** Of the node a path leads to, or the last one on the way. */
export function nodePosition(text: ReadYaml, path: readonly PropertyKey[]): Position {
  let node: unknown = text.document.contents
  let offset = offsetOf(node) ?? 0
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(text.document)
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (pair === undefined) break
      offset = offsetOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)]
      if (item === undefined) break
      offset = offsetOf(item) ?? offset
      node = item
    } else break
  }
  return text.lines.linePos(offset)
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0]
}

import {
  Composer,
  type CST,
  type Document,
  type DocumentOptions,
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
  const faults = [...document.errors, ...document.warnings].slice(0, MOST_FAULTS).map(
    (error): Fault => ({
      detail: `The text is not YAML: ${error.message.replace(/\.?$/, '.')}`,
      remedy: 'Check indentation, colons and quotes at that place.',
      ...lines.linePos(error.pos[0]),
    }),
  )
  return faults.length > 0 ? faults : faultsOfKeys(document, lines)
}

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

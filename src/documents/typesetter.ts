import { assert, type Digest, digestOfBytes, ProblemError } from '../kernel/index.ts'
import { type FontReader, type FontSet, type Fonts, openFonts } from './fonts.ts'
import type { Paper } from './paper.ts'
import { TEMPLATE } from './template.ts'
import { breakable, visibleText } from './visible-text.ts'
import { openTypeOf } from './woff.ts'

/** A document as a file: the same paper gives the same bytes. */
export interface PrintedPaper {
  readonly bytes: Uint8Array
  /** Of the bytes. */
  readonly digest: Digest
  /** Says what the bytes are: `determination-4f1c….pdf`. */
  readonly fileName: string
}

/**
 * Sets papers in type, one after the other. Typst lets go of a document when the event loop turns:
 * who prints many in a row waits a turn between them.
 */
export interface Typesetter {
  print(paper: Paper): PrintedPaper
}

type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler')
type Compiler = ReturnType<Typst['NodeCompiler']['create']>

/** ISO 14289-1: what a reader for the blind needs is there, or nothing is printed. */
const STANDARD = 'ua-1'
const DIGITS_IN_NAME = 16

/**
 * Opens Typst, which is loaded only where a document is printed. Nothing of the machine goes into a
 * document: the fonts are those given, and there is no time.
 * @throws ProblemError where there is no build of Typst for this machine
 */
export async function openTypesetter(read: FontReader): Promise<Typesetter> {
  const typst = await loadTypst()
  const fonts = openFonts(read)
  const compilers = new Map<FontSet, Compiler>()
  const compilerFor = (set: FontSet): Compiler => {
    const made = compilers.get(set) ?? createCompiler(typst, fonts, set)
    compilers.set(set, made)
    return made
  }
  return {
    print(paper) {
      const text = writePaper(paper, fonts)
      const codes = new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0))
      const bytes = compile(compilerFor(fonts.setFor(codes)), text)
      const digest = digestOfBytes(bytes)
      const digits = digest.slice('sha256:'.length).slice(0, DIGITS_IN_NAME)
      return { bytes, digest, fileName: `${paper.kind}-${digits}.pdf` }
    },
  }
}

async function loadTypst(): Promise<Typst> {
  try {
    return await import('@myriaddreamin/typst-ts-node-compiler')
  } catch (error) {
    throw new ProblemError({
      code: 'documents.no-typesetter',
      detail: `Documents cannot be printed on this machine: ${error instanceof Error ? error.message : String(error)}`,
      remedy:
        'Install with optional dependencies (npm install --include=optional) on a system that Typst is built for, or take the answer with --json.',
    })
  }
}

function createCompiler({ NodeCompiler }: Typst, fonts: Fonts, set: FontSet): Compiler {
  return NodeCompiler.create({
    // Not a folder of the machine: the template reads no file.
    workspace: '/navicert',
    fontArgs: [{ fontBlobs: fonts.files(set).map(openTypeOf) }],
  })
}

/** The paper as JSON, with every text made visible; only running text may be broken within words. */
function writePaper(paper: Paper, fonts: Fonts): string {
  const visible = (text: string): string => visibleText(text, fonts)
  return JSON.stringify({ ...paper, title: visible(paper.title) }, (key, value: unknown) =>
    key === 'text' && typeof value === 'string'
      ? value
          .split('\n')
          .map((line) => breakable(visible(line)))
          .join('\n')
      : value,
  )
}

function compile(compiler: Compiler, text: string): Uint8Array {
  try {
    const { result, takeError } = compiled(compiler, text)
    assert(result !== null, `the template takes every paper: ${takeError()}`)
    return compiler.pdf(result, { pdfStandard: STANDARD })
  } finally {
    // What Typst remembers of a document is of no use to the next, and would grow without end.
    compiler.evictCache(0)
  }
}

function compiled(compiler: Compiler, text: string) {
  const outcome = compiler.compile({ mainFileContent: TEMPLATE, inputs: { paper: text } })
  const takeError = (): string =>
    JSON.stringify(outcome.takeDiagnostics()?.shortDiagnostics ?? 'no reason given')
  return { result: outcome.result, takeError }
}

import { closest } from 'fastest-levenshtein'
import {
  type Document,
  fail,
  ok,
  type Problem,
  parseShape,
  type Result,
  readDocument,
} from '../kernel/index.ts'
import { assembleLaw, type ShapedFile } from './assemble-law.ts'
import { checkLaw } from './check-law.ts'
import { inOrder } from './law-content.ts'
import { jurisdictionOfPath, kindOfLawFile, LAW_SCHEMAS } from './law-format.ts'
import { LawProblems, MOST_PROBLEMS } from './law-problems.ts'
import type { Rulebook } from './model.ts'
import { rulebookOf } from './rulebook-content.ts'

/** A file of the law folder: its path in it with forward slashes, and its text. */
export interface LawFile {
  readonly path: string
  readonly text: string
}

/**
 * The rulebook that the files of a law folder make, or all that is wrong with them (up to
 * {@link MOST_PROBLEMS}), each with file, line and column. In three steps, and a later one only where
 * the earlier found nothing, so that one slip is reported once: the shape of each file, the files
 * joined, the whole held against itself. Files of cases and
 * charters are not part of an edition and are passed over.
 */
export function parseLaw(files: readonly LawFile[]): Result<Rulebook> {
  const problems = new LawProblems()
  const shaped: ShapedFile[] = []
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const read = shapeOf(file)
    if (!read.ok) problems.add(...read.problems)
    else if (read.value !== undefined) shaped.push(read.value)
  }
  problems.add(...missingFiles(files))
  if (problems.found.length > 0) return fail(...problems.found)
  const content = assembleLaw(shaped, problems)
  checkLaw(content, problems)
  if (problems.found.length > 0) return fail(...problems.found)
  return ok(rulebookOf(inOrder(content)))
}

/** Undefined for a file that is no part of an edition. */
function shapeOf(file: LawFile): Result<ShapedFile | undefined> {
  const kind = kindOfLawFile(file.path)
  if (kind === undefined) return fail(unknownFile(file.path))
  if (kind === 'cases' || kind === 'charter') return ok(undefined)
  const document = readDocument(file.text, file.path)
  if (!document.ok) return document
  const content = parseShape<unknown>(LAW_SCHEMAS[kind], document.value.value, document.value)
  if (!content.ok) return content
  const shaped = { kind, path: file.path, document: document.value, content: content.value }
  const stray = wrongFolder(file.path, document.value, content.value)
  return stray === undefined ? ok(shaped as ShapedFile) : fail(stray)
}

function wrongFolder(path: string, document: Document, content: unknown): Problem | undefined {
  const stated = (content as { readonly jurisdiction?: unknown }).jurisdiction
  const folder = jurisdictionOfPath(path)
  if (typeof stated !== 'string' || folder === undefined || stated === folder) return undefined
  return {
    code: 'law.wrong-folder',
    detail: `The file says it is of ${stated}, and stands in the folder of ${folder}.`,
    where: document.locate(['jurisdiction']),
    remedy: `Move it to ${stated.toLowerCase()}/, or correct the jurisdiction.`,
  }
}

function unknownFile(path: string): Problem {
  const known = [
    ...REQUIRED,
    'presumptions.yaml',
    'lists.yaml',
    'unstated.yaml',
    'official-texts.yaml',
    'us/jurisdiction.yaml',
    'us/groups.yaml',
    'us/requirements.yaml',
    'us/authorisations.yaml',
    'us/entries/….yaml',
    'us/tables/….yaml',
    'us/cases/….yaml',
    'charters/….yaml',
  ]
  return {
    code: 'law.unknown-file',
    detail: 'The law folder has no place for this file.',
    where: { file: path },
    remedy: `Is it meant as ${closest(path, known)}? Places: ${known.join(', ')}.`,
  }
}

const REQUIRED: readonly string[] = [
  'characteristics.yaml',
  'circumstances.yaml',
  'kinds.yaml',
  'places.yaml',
]

function missingFiles(files: readonly LawFile[]): readonly Problem[] {
  const present = new Set(files.map((file) => file.path))
  return REQUIRED.filter((path) => !present.has(path)).map((path) => ({
    code: 'law.missing-file',
    detail: 'The law folder lacks this file.',
    where: { file: path },
    remedy: 'Add it; every other file speaks in its words.',
  }))
}

import { z } from 'zod'
import {
  type Digest,
  digestOf,
  digestOfBytes,
  fail,
  ok,
  parseShape,
  type Result,
  readJson,
} from '../kernel/index.ts'
import type { Edition } from './edition.ts'
import type { LawContent } from './law-content.ts'
import type { Rulebook } from './model.ts'
import type { LawFile } from './parse-law.ts'
import { contentOf, rulebookOf } from './rulebook-content.ts'

/**
 * A parsed and checked rulebook as text, so that a program starts without reading YAML. Two lines of
 * JSON: what it is and of which files; the content. It is used only where the files are still those it
 * was made of, and its content is whole.
 */
const FORMAT = 2

interface Header {
  readonly format: number
  readonly source: string
  readonly content: string
  readonly edition: string
  readonly digest: string
}

const header: z.ZodType<Header> = z.strictObject({
  format: z.literal(FORMAT),
  source: z.string(),
  content: z.string(),
  edition: z.string(),
  digest: z.string(),
})

/** Over paths and texts; any change in any file changes it. */
export function sourceDigest(files: readonly LawFile[]): Digest {
  const inOrder = files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return digestOf(inOrder.map((file) => [file.path, digestOfBytes(file.text)]))
}

/** @param source digest of the files it was parsed from, see {@link sourceDigest} */
export function serialiseRulebook(rulebook: Rulebook, source: Digest): string {
  const content = JSON.stringify(contentOf(rulebook))
  const { edition, digest } = rulebook
  const head: Header = {
    format: FORMAT,
    source,
    content: digestOfBytes(content),
    edition,
    digest,
  }
  return `${JSON.stringify(head)}\n${content}\n`
}

/** @param source where given, a cache of other files is refused */
export function deserialiseRulebook(text: string, source?: Digest): Result<Rulebook> {
  const [first = '', content = ''] = text.split('\n', 2)
  const read = readJson(first)
  const head = read.ok ? parseShape(header, read.value) : read
  if (!head.ok) return fail(stale('it is not of this form'))
  if (source !== undefined && head.value.source !== source) {
    return fail(stale('the law files have changed'))
  }
  if (digestOfBytes(content) !== head.value.content) return fail(stale('it is damaged'))
  const { edition, digest } = head.value
  return ok(
    rulebookOf(JSON.parse(content) as LawContent, {
      edition,
      digest: digest as Digest,
    } satisfies Edition),
  )
}

/** The edition that a stored rulebook names; its first line is enough. */
export function editionNoted(text: string): string | undefined {
  const read = readJson(text.split('\n', 1)[0] ?? '')
  const head = read.ok ? parseShape(header, read.value) : read
  return head.ok ? head.value.edition : undefined
}

function stale(why: string): { code: string; detail: string; remedy: string } {
  return {
    code: 'law.stale-cache',
    detail: `The stored rulebook cannot be used: ${why}.`,
    remedy: 'Build it again from the law folder.',
  }
}

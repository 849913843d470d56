import { z } from 'zod'
import { parseShape, unwrap } from '../kernel/index.ts'
import { sourced, text } from './law-format-basics.ts'
import type { Rulebook } from './model.ts'

const table = z.strictObject({
  texts: z.record(z.string(), z.strictObject({ name: text, what: text, url: text, missing: text })),
  ...sourced,
})

/** Where the official text of a law is published, and what of it is not encoded here. */
export interface OfficialText {
  readonly code: string
  readonly name: string
  readonly what: string
  readonly url: string
  readonly missing: string
}

/**
 * `law/official-texts.yaml`: also of countries whose law is not encoded at all.
 * @throws ProblemError where the table has another shape
 */
export function officialTexts(rulebook: Pick<Rulebook, 'tables'>): readonly OfficialText[] {
  const found = rulebook.tables.get('official-texts')
  if (found === undefined) return []
  const { texts } = unwrap(parseShape(table, found))
  return Object.entries(texts).map(([code, one]) => ({ code, ...one }))
}

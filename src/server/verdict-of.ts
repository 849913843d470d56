import type { Verdict } from '../determination/index.ts'

const VERDICT = '"verdict":"'

/** The answer is text already, and the last verdict in it is its own: read without making its objects. */
export function verdictOf(text: string): Verdict {
  const from = text.lastIndexOf(VERDICT) + VERDICT.length
  return text.slice(from, text.indexOf('"', from)) as Verdict
}

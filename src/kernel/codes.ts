import { fail, ok, type Result } from './problem.ts'

/** `JURISDICTION:paragraph`: `US:3A090.a`, `JP:7(17)ヲ`, `WA:3.A.1.a.5.a`. */
export type EntryId = string & { readonly __brand: 'EntryId' }

const ENTRY = /^([A-Z]{2}):(\S(?:.{0,60}\S)?)$/u

export function parseEntryId(text: string): Result<EntryId> {
  if (ENTRY.test(text)) return ok(text as EntryId)
  return fail({
    code: 'entry.invalid',
    detail: `${JSON.stringify(text.slice(0, 80))} is not the code of an entry.`,
    remedy: 'Write the jurisdiction, a colon and the paragraph, for example US:3A090.a.',
  })
}

const KATAKANA = /\p{Script=Katakana}/u

/**
 * Whether a code stands at or below a paragraph: `3A090.b.1` at or below `3A090.b` and `3A090`, `3A090`
 * not below `3A090.b`, `7(17)カ(2)` below `7(17)カ`, and `3A0901` not below `3A090`.
 */
export function isAtOrBelow(code: string, paragraph: string): boolean {
  if (!code.startsWith(paragraph)) return false
  if (code.length === paragraph.length) return true
  const next = code.charAt(paragraph.length)
  return next === '.' || next === '(' || (paragraph.endsWith(')') && KATAKANA.test(next))
}

/** The paragraphs a code stands under, itself first: `3A090.b.1`, `3A090.b`, `3A090`. */
export function paragraphsAbove(code: string): readonly string[] {
  const above = [code]
  for (let at = code.length - 1; at > 0; at -= 1) {
    const head = code.slice(0, at)
    if (isAtOrBelow(code, head)) above.push(head)
  }
  return above
}

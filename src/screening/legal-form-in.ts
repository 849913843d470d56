import type { WordRun } from './align-words.ts'
import { LEGAL } from './word-kinds.ts'
import type { WordTable } from './word-table.ts'

/** Forms of which many a firm is called by more than one. */
const LOOSE_FORMS = new Set(['company', 'corporation', 'limited', 'stock', 'free'])

/** The legal form that a name says, the narrowest of several; nothing where it says none. */
export function legalFormIn(run: WordRun, words: WordTable): string {
  let form = ''
  for (let at = run.from; at < run.to; at += 1) {
    const id = run.words[at] ?? 0
    if (words.kind(id) !== LEGAL) continue
    const text = words.text(id)
    if (form === '' || LOOSE_FORMS.has(form)) form = text
  }
  return form
}

/** An association and a company of one name are two. */
export function doFormsDiffer(left: string, right: string): boolean {
  if (left === '' || right === '' || left === right) return false
  return !(LOOSE_FORMS.has(left) && LOOSE_FORMS.has(right))
}

/** One works for profit, the other does not. */
export function doNaturesDiffer(left: string, right: string): boolean {
  return left !== '' && right !== '' && (left === 'nonprofit') !== (right === 'nonprofit')
}

import type { Impact, Redline } from '../../regime/index.ts'
import type { Expression } from '../../rulebook/index.ts'
import { listing, type Page, paragraph } from '../answer/page.ts'
import { sideBySide } from '../answer/side-by-side.ts'
import { expressionText } from '../law/expression-text.ts'

/** What of each entry would be otherwise: the words as they stand beside the words proposed. */
export function redlineLines(page: Page, redline: readonly Redline[]): readonly string[] {
  return redline.flatMap(({ id, change, fields, cite }) => [
    ...paragraph(page, '  ', `${change}: ${id} (${cite})`),
    ...sideBySide(
      page,
      ['as it stands', 'as proposed'],
      fields.map(({ field, before, after }) => ({
        name: field,
        ...(before === undefined ? {} : { left: wordsOf(field, before) }),
        ...(after === undefined ? {} : { right: wordsOf(field, after) }),
      })),
    ),
  ])
}

function wordsOf(field: string, value: unknown): string {
  if (field === 'criteria' || field === 'excluded') return expressionText(value as Expression)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(wordOf).join(', ')
  return typeof value === 'string' ? value : wordOf(value)
}

function wordOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const parts = Object.entries(value).map(([name, part]) => `${name} ${String(part)}`)
  return parts.length === 0 ? 'not stated' : parts.join(' ')
}

/** Readings of words beside the words, and whose answer may hang on them. */
export function noteLines(page: Page, notes: Impact['notes']): readonly string[] {
  return notes.flatMap(({ entry, title, criteria, cite, words, reading, open, met }) => [
    ...paragraph(page, '  ', `${entry}: ${title} (${cite})`),
    ...paragraph(page, '    ', expressionText(criteria)),
    ...sideBySide(
      page,
      ['the words', 'read as'],
      [{ name: 'reading', left: words, right: reading }],
    ),
    ...itemsUnder(page, 'open on it', open),
    ...itemsUnder(page, 'on it', met),
  ])
}

function itemsUnder(page: Page, how: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : paragraph(page, `    ${how}: `, listing(items, 12))
}

import { closest } from 'fastest-levenshtein'

/** What stands in messages about stated values: however long the value, the message is short. */
const SHOWN_CHARACTERS = 80

export function shown(value: unknown): string {
  return typeof value === 'string'
    ? JSON.stringify(value.slice(0, SHOWN_CHARACTERS))
    : (JSON.stringify(value) ?? String(value)).slice(0, SHOWN_CHARACTERS)
}

export function didYouMean(value: unknown, known: readonly string[]): string {
  if (known.length === 0) return ''
  const near = closest(String(value).slice(0, SHOWN_CHARACTERS), [...known])
  return `Did you mean ${JSON.stringify(near)}? `
}

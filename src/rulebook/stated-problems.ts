import { nearWord } from '../kernel/index.ts'

/** What stands in messages about stated values: however long the value, the message is short. */
const SHOWN_CHARACTERS = 80

export function shown(value: unknown): string {
  return typeof value === 'string'
    ? JSON.stringify(value.slice(0, SHOWN_CHARACTERS))
    : (JSON.stringify(value) ?? String(value)).slice(0, SHOWN_CHARACTERS)
}

/** With a space behind it; empty where nothing known is near. */
export function didYouMean(value: unknown, known: readonly string[]): string {
  const near = nearWord(String(value), known)
  return near === undefined ? '' : `Did you mean ${JSON.stringify(near)}? `
}

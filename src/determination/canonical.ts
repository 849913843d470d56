import { type Digest, digestOfBytes } from '../kernel/index.ts'

/**
 * Canonical JSON (RFC 8785) written by hand, because every answer of a batch is digested. The tests hold
 * it against the library of the kernel.
 */
export function writeCanonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'number':
    case 'boolean':
      return String(value)
    default:
      if (value === null) return 'null'
      return Array.isArray(value) ? writeList(value) : writeMap(value as Record<string, unknown>)
  }
}

function writeList(list: readonly unknown[]): string {
  let text = '['
  for (let index = 0; index < list.length; index += 1) {
    text += (index === 0 ? '' : ',') + writeCanonical(list[index])
  }
  return `${text}]`
}

function writeMap(map: Readonly<Record<string, unknown>>): string {
  let text = '{'
  for (const key of Object.keys(map).sort()) {
    const value = map[key]
    if (value === undefined) continue
    text += `${text.length === 1 ? '' : ','}${JSON.stringify(key)}:${writeCanonical(value)}`
  }
  return `${text}}`
}

export function digestOfCanonical(value: unknown): Digest {
  return digestOfBytes(writeCanonical(value))
}

/** Numbers as decimal text, so that an input written with numbers and one written with texts are one. */
export function withDecimalTexts(value: unknown): unknown {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withDecimalTexts)
  const copy: Record<string, unknown> = {}
  for (const key in value) copy[key] = withDecimalTexts((value as Record<string, unknown>)[key])
  return copy
}

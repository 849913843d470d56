/**
 * Canonical JSON (RFC 8785) of an input, written by hand because every input of a batch is digested.
 * Numbers become decimal text, so that an input written with numbers and one written with texts are
 * one. The tests hold it against the library of the kernel.
 */
export function canonicalInput(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'number':
      return `"${value}"`
    case 'boolean':
      return value ? 'true' : 'false'
    default:
      return value === null ? 'null' : ofObject(value as object)
  }
}

/** Of what was read once and is frozen, as the parts of a batch are that come again. */
const written = new WeakMap<object, string>()

function ofObject(value: object): string {
  const known = written.get(value)
  if (known !== undefined) return known
  const text = writeObject(value)
  if (Object.isFrozen(value)) written.set(value, text)
  return text
}

function writeObject(value: object): string {
  return Array.isArray(value) ? writeList(value) : writeMap(value as Record<string, unknown>)
}

function writeList(list: readonly unknown[]): string {
  let text = '['
  for (let index = 0; index < list.length; index += 1) {
    text += (index === 0 ? '' : ',') + canonicalInput(list[index])
  }
  return `${text}]`
}

function writeMap(map: Readonly<Record<string, unknown>>): string {
  let text = '{'
  for (const key of Object.keys(map).sort()) {
    const value = map[key]
    if (value === undefined) continue
    text += `${text.length === 1 ? '' : ','}${keyText(key)}${canonicalInput(value)}`
  }
  return `${text}}`
}

/** With its colon: the words of a transaction, which come again in each. */
function keyText(key: string): string {
  const known = keys.get(key)
  if (known !== undefined) return known
  const text = `${JSON.stringify(key)}:`
  if (keys.size < MOST_KEYS) keys.set(key, text)
  return text
}

const keys = new Map<string, string>()
const MOST_KEYS = 4096

import { digestOfBytes } from '../kernel/index.ts'

/**
 * Ids for rows that their publisher does not number: a digest of what identifies the row, blind to
 * punctuation and line breaks, which change between two editions of the same text. Equal rows get an
 * ordinal. One maker a file, so that the ordinals are those of the file.
 */
export function identityOf(): (...parts: readonly string[]) => string {
  const seen = new Map<string, number>()
  return (...parts) => {
    const text = parts
      .map((part) =>
        part
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
          .trim(),
      )
      .join('\n')
    const id = digestOfBytes(text).slice('sha256:'.length, 'sha256:'.length + 16)
    const ordinal = (seen.get(id) ?? 0) + 1
    seen.set(id, ordinal)
    return ordinal === 1 ? id : `${id}-${ordinal}`
  }
}

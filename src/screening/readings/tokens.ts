/** Longest run of tokens kept of one reading. */
export const MAX_TOKENS = 64

/**
 * The words of a text that is ASCII already, lower case. An apostrophe is no border ("sa'b" is one
 * word), every other sign is; `&` is the word it stands for.
 */
export function asciiTokens(text: string): readonly string[] {
  const lower = text.toLowerCase()
  const tokens: string[] = []
  let word = ''
  let start = -1
  for (let at = 0; at <= lower.length; at += 1) {
    const code = at < lower.length ? lower.charCodeAt(at) : 32
    if ((code > 96 && code < 123) || (code > 47 && code < 58)) {
      if (start < 0) start = at
      continue
    }
    if (start >= 0) {
      word += lower.slice(start, at)
      start = -1
    }
    if (code === 39 || code === 96) continue
    if (word !== '') tokens.push(word)
    if (code === 38) tokens.push('and')
    word = ''
    if (tokens.length >= MAX_TOKENS) return tokens
  }
  return tokens
}

/** Rows of a table written as one text: `key word word, key word`; keys repeat for several spellings. */
export function tableRows(text: string): readonly (readonly string[])[] {
  return text
    .split(/[\n,]/)
    .map((row) => row.trim().split(/\s+/))
    .filter((row) => row.length > 1)
}

/** Computes once, on first use: tables cost nothing to a program that meets no such name. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

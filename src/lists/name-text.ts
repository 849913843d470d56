/** Names that a publisher prints in one field, between semicolons or numbered `a) … b) …`. */
export function splitNames(text: string): readonly string[] {
  return distinct(
    outsideBrackets(text)
      .split(/;|；|(?:^|\s)[a-z]\)\s/)
      .map((name) => name.replaceAll(BRACKETED_SEMICOLON, ';').trim()),
  )
}

const BRACKETED_SEMICOLON = '\u0001'

/** In `أبو شيماء (Abu-Shaima; Abu-Shayma)` the semicolon does not part names from one another. */
function outsideBrackets(text: string): string {
  return text.replaceAll(/\([^()]*\)/g, (inside) => inside.replaceAll(';', BRACKETED_SEMICOLON))
}

/** Each name once, in order, without the empty ones and the one given. */
export function distinct(names: readonly string[], without = ''): readonly string[] {
  return [...new Set(names)].filter((name) => name !== '' && name !== without)
}

/**
 * The native name that stands in brackets behind a Latin one: `Korea Ryusong Co. (朝鮮柳城商社)`. Of
 * brackets within brackets the outer ones count.
 */
export function nativeInBrackets(text: string): {
  readonly name: string
  readonly native: readonly string[]
} {
  const native: string[] = []
  const name = text.replaceAll(BRACKETS, (whole) => {
    const inside = whole.slice(1, -1)
    if (!/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(inside)) return whole
    native.push(inside.trim())
    return ' '
  })
  const latin = name.replaceAll(/\s+/g, ' ').trim()
  if (latin !== '') return { name: latin, native }
  return { name: native[0] ?? text.trim(), native: native.slice(1) }
}

const BRACKETS = /[(（](?:[^()（）]|[(（][^()（）]*[)）])*[)）]/g

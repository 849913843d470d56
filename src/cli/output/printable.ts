// Control characters could move the cursor or hide text of a terminal; bidirectional marks could make
// a name read as another one. Both are shown as what they are.
const HIDDEN = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** Text from an input or a list, safe to print on a terminal: on one line, with nothing hidden. */
export function printable(text: string): string {
  return text.replaceAll(HIDDEN, (character) => {
    if (character === '\n' || character === '\t' || character === '\r') return ' '
    const code = character.codePointAt(0) ?? 0
    return `\\u{${code.toString(16)}}`
  })
}

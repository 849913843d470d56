/**
 * Cuts the text of a JSON object or list into the texts of what it holds, without reading those: what was
 * read before is known by its text. It goes by quotes and brackets alone. Whoever reads the pieces finds
 * what is wrong in them; what stands between them is looked at here, and must be as JSON has it.
 */
export class JsonSlices {
  readonly text: string
  #at = 0
  /** The next backslash from where it was looked for last: most texts have none. */
  #escape: number

  constructor(text: string) {
    this.text = text
    this.#escape = nextOf(BACKSLASH_TEXT, text, 0)
  }

  /** Each key, as written without its quotes, with the text of its value; false where it is no such object. */
  object(each: (key: string, from: number, to: number) => boolean): boolean {
    return this.#inside(OPEN_MAP, CLOSE_MAP, () => {
      const from = this.#at
      if (this.text.charCodeAt(from) !== QUOTE || !this.#string()) return false
      const key = this.text.slice(from + 1, this.#at - 1)
      this.#space()
      if (!this.#take(COLON)) return false
      this.#space()
      const start = this.#at
      return this.#value() && each(key, start, this.#at)
    })
  }

  list(each: (from: number, to: number) => boolean): boolean {
    return this.#inside(OPEN_LIST, CLOSE_LIST, () => {
      const start = this.#at
      return this.#value() && each(start, this.#at)
    })
  }

  /** From one bracket to the other, and nothing but space around it. */
  #inside(open: number, close: number, member: () => boolean): boolean {
    this.#at = 0
    this.#space()
    if (!this.#take(open)) return false
    this.#space()
    if (!this.#take(close)) {
      for (;;) {
        if (!member()) return false
        this.#space()
        if (this.#take(close)) break
        if (!this.#take(COMMA)) return false
        this.#space()
      }
    }
    this.#space()
    return this.#at === this.text.length
  }

  #take(character: number): boolean {
    if (this.text.charCodeAt(this.#at) !== character) return false
    this.#at += 1
    return true
  }

  #space(): void {
    while (isSpace(this.text.charCodeAt(this.#at))) this.#at += 1
  }

  /** To the end of a string; false where it has none. */
  #string(): boolean {
    const { text } = this
    let from = this.#at + 1
    for (;;) {
      const end = nextOf(QUOTE_TEXT, text, from)
      if (this.#escape < from) this.#escape = nextOf(BACKSLASH_TEXT, text, from)
      if (this.#escape > end) {
        this.#at = end + 1
        return true
      }
      if (this.#escape >= text.length) return false
      from = this.#escape + 2
    }
  }

  /** To the end of a value: a string, what stands between brackets, or a word or number. */
  #value(): boolean {
    const character = this.text.charCodeAt(this.#at)
    if (character === QUOTE) return this.#string()
    if (character === OPEN_MAP || character === OPEN_LIST) return this.#brackets()
    const start = this.#at
    while (this.#at < this.text.length && !ENDS_WORD.has(this.text.charCodeAt(this.#at))) {
      this.#at += 1
    }
    return this.#at > start
  }

  #brackets(): boolean {
    const { text } = this
    let depth = 0
    while (this.#at < text.length) {
      const character = text.charCodeAt(this.#at)
      if (character === QUOTE) {
        if (!this.#string()) return false
        continue
      }
      this.#at += 1
      if (character === OPEN_MAP || character === OPEN_LIST) depth += 1
      else if (character === CLOSE_MAP || character === CLOSE_LIST) {
        depth -= 1
        if (depth === 0) return true
      }
    }
    return false
  }
}

/** Where something comes next; far behind the end where it does not. */
function nextOf(what: string, text: string, from: number): number {
  const at = text.indexOf(what, from)
  return at === -1 ? Number.POSITIVE_INFINITY : at
}

const QUOTE_TEXT = '"'
const BACKSLASH_TEXT = '\\'

/** Space, line feed, carriage return, tab: what JSON takes for space. */
function isSpace(character: number): boolean {
  return character === 32 || character === 10 || character === 13 || character === 9
}

const QUOTE = 34
const COMMA = 44
const COLON = 58
const OPEN_LIST = 91
const CLOSE_LIST = 93
const OPEN_MAP = 123
const CLOSE_MAP = 125
const ENDS_WORD: ReadonlySet<number> = new Set([
  9,
  10,
  13,
  32,
  QUOTE,
  COMMA,
  COLON,
  OPEN_LIST,
  CLOSE_LIST,
  OPEN_MAP,
  CLOSE_MAP,
])

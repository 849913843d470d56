/** A document before it is set in type: what stands on it, in which order, and in which language. */
export interface Paper {
  /** What the file is called. */
  readonly kind: 'determination' | 'screening'
  readonly title: string
  readonly language: Language
  /** In the bookmarks and metadata of the file. */
  readonly keywords: readonly string[]
  /** Stand at the head and foot of every page; the page number is added. */
  readonly head: Words
  readonly foot: Words
  /** `Page {page} of {pages}` in the language of the document. */
  readonly pageOf: string
  readonly blocks: readonly Block[]
}

export const LANGUAGES = ['en', 'de', 'ja', 'ko'] as const
export type Language = (typeof LANGUAGES)[number]

/** Which language a phrase is in: it chooses the shape of Han characters and how it is read aloud. */
export type Tongue = Language | 'zh-Hans' | 'zh-Hant'

export interface Phrase {
  readonly text: string
  /** Where it differs from the language of the document. */
  readonly lang?: Tongue
  readonly style?: 'strong' | 'faint'
}

export type Words = readonly Phrase[]

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly words: Words }
  | { readonly kind: 'paragraph'; readonly words: Words }
  | {
      /** The verdict: its word first, then the sentences that decide it. */
      readonly kind: 'verdict'
      readonly tone: Tone
      readonly word: Words
      readonly sentences: readonly Words[]
    }
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  | { readonly kind: 'list'; readonly numbered: boolean; readonly points: readonly Words[] }
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }
  | {
      readonly kind: 'table'
      readonly head: readonly Words[]
      /** Widths of the columns as parts of the page. */
      readonly shares: readonly number[]
      readonly rows: readonly (readonly Words[])[]
    }

export type Tone = 'stop' | 'wait' | 'go'

export interface Fact {
  readonly label: Words
  readonly value: Words
}

/** One step of a tree, `1.2.1`. */
export interface Step {
  readonly number: string
  readonly words: Words
}

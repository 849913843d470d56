/** What a word of a name is; a number, so that it fits a flat array. */
export type WordKind = 0 | 1 | 2 | 3 | 4 | 5

export const WORD = 0
export const FIGURE = 1
export const INITIAL = 2
/** Particles, articles and conjunctions: `bin`, `al`, `of`, `de`. */
export const SMALL = 3
export const LEGAL = 4
/** `Dr`, `Haji`, `President`: may be left out by anybody. */
export const TITLE = 5

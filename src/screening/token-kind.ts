/** What a word of a name is: it tells who is meant, or counts, or says little. */
export type TokenKind = 'word' | 'number' | 'initial' | 'small' | 'legal'

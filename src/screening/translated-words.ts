/** What translators make of the same words, above all of Russian ones. */
export const TRANSLATED_ALIKE = `

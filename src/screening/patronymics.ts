/** East Slavic, as the spellings of passports and newspapers have it; South Slavic family names end in -ic. */
const EAST_SLAVIC =
  /(?:[oeyi]v(?:[iy]t?ch|itsj|its|itz)|[oeyi]vn[ao]|inichna|lichna|mich|avich|auna|euna)$/
/** Behind the father's name: "Marat kyzy", "Heydar oglu". */
const TURKIC = new Set('ogly oglu oghlu ogli ugli kyzy kizi qizi gizi uulu'.split(' '))

/** Whether a word says whose child somebody is: `Ivanovich`, `Petrivna`, `oglu`. */
export function isPatronymic(text: string): boolean {
  return TURKIC.has(text) || (text.length > 6 && EAST_SLAVIC.test(text))
}

/** Whether the word before says whose child somebody is. */
export function followsFather(text: string): boolean {
  return TURKIC.has(text)
}

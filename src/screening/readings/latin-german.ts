/** Endings and letters that only the German and Polish spelling of a Russian name has. */
const RUSSIAN = /tsch|(?<!th|dr)(?:ow|ew)$|[oe]wa$|skij$|skaja$/
const SHORTEST = 6

const LETTERS = /schtsch|tsch|sch|ch|ss|(?<=[aeiou])s(?=[aeiou])|[wj]/g
const ENGLISH: Readonly<Record<string, string>> = {
  schtsch: 'shch',
  tsch: 'ch',
  sch: 'sh',
  ch: 'kh',
  ss: 's',
  s: 'z',
  w: 'v',
  j: 'y',
}

/** A name from Russian in German letters as English spells it: `Tschemesow` is Chemezov. Undefined where it is none. */
export function fromGerman(tokens: readonly string[]): readonly string[] | undefined {
  if (!tokens.some((token) => token.length >= SHORTEST && RUSSIAN.test(token))) return undefined
  return tokens.map((token) => token.replaceAll(LETTERS, (letters) => ENGLISH[letters] ?? letters))
}

import { readings } from './readings/index.ts'
import { isCountryWord } from './word-classes.ts'

/** Words that addresses write in several ways. */
const SHORT: Readonly<Record<string, string>> = {
  street: 'st',
  str: 'st',
  ul: 'st',
  ulitsa: 'st',
  avenue: 'ave',
  av: 'ave',
  road: 'rd',
  building: 'bldg',
  bld: 'bldg',
  floor: 'fl',
  flr: 'fl',
  room: 'rm',
  suite: 'ste',
  apartment: 'apt',
  number: 'no',
  district: 'dist',
  province: 'prov',
  centre: 'center',
}

/** An address as it is compared: words and house numbers, whatever their order. */
export type AddressWords = ReadonlySet<string>

export function addressWords(address: string): AddressWords {
  const [first] = readings(address.slice(0, 400))
  const words = (first?.tokens ?? []).map(
    (word) => SHORT[word] ?? word.replace(/^(\d+)(?:st|nd|rd|th|f)$/, '$1'),
  )
  return new Set(words.filter((word) => word.length > 1 || /\d/.test(word)))
}

/** Share of the words of the shorter address that stand in the other; numbers must agree. */
export function addressLikeness(left: AddressWords, right: AddressWords): number {
  const [short, long] = left.size <= right.size ? [left, right] : [right, left]
  if (short.size < 3) return 0
  let [figures, found] = [0, 0]
  for (const word of short) {
    const isThere = long.has(word)
    if (isThere) found += 1
    if (!/\d/.test(word)) continue
    if (!isThere) return 0
    figures += 1
  }
  return figures === 0 ? 0 : found / short.size
}

const NO_PLACE = new Set(
  'and or of near the al el city town village district province region governorate county parish oblast state republic democratic federation'.split(
    ' ',
  ),
)

/** The words of a place that name it: no country, no kind of place. */
export function placeWords(place: string): AddressWords {
  const words = addressWords(place)
  return new Set([...words].filter((word) => !NO_PLACE.has(word) && !isCountryWord(word)))
}

/** Every word that names the one place stands in the other. */
export function isSamePlace(left: AddressWords, right: AddressWords): boolean {
  const [short, long] = left.size <= right.size ? [left, right] : [right, left]
  return short.size > 0 && [...short].every((word) => long.has(word))
}

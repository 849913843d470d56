import type { ListedParty, PartyQuery } from 'navicert/screening'
import { mulberry } from './random.ts'

/**
 * Invented companies as they stand in customer files and on lists: words that tell them from others, general words,
 * a legal form, a country. The same seed gives the same. Words are as many and as alike as those of the 18,900 firms
 * of the real lists (`readPopulation`), lists first and invented ones second: telling words a name 1.33 and 1.27; different
 * ones among them 15,100 and 16,100, of which 71 and 72 in a hundred stand once; listed words clearly like a telling one,
 * of 12,000 names each, 5.1 and 5.3. General words are fewer, so that each stands in about twice as many names.
 */
export function generateParties(count: number, seed = 1): readonly PartyQuery[] {
  const random = mulberry(seed)
  const words = new Vocabulary()
  return Array.from({ length: count }, () => ({
    name: nameOf(words, random),
    country: pick(COUNTRIES, random),
  }))
}

export function generateListed(count: number, seed = 2): readonly ListedParty[] {
  const random = mulberry(seed)
  const words = new Vocabulary()
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    source: 'bench',
    list: 'bench-list',
    schema: 'Organization' as const,
    name: nameOf(words, random),
    aliases: random() < 0.5 ? [nameOf(words, random)] : [],
    weakAliases: [],
    addresses: [`${Math.ceil(random() * 90)} ${words.next(random)} Road`],
    countries: [pick(COUNTRIES, random)],
    birthDates: [],
    identifiers: {},
    programmes: [],
    rule: { footnotes: [] },
  }))
}

const COUNTRIES = ['CN', 'HK', 'RU', 'AE', 'DE', 'US', 'TR', 'SG', 'IN', 'GB']
const FORMS = ['Co., Ltd.', 'LLC', 'GmbH', 'JSC', 'Inc.', '', 'FZE', 'Limited']

/** General words by how many hundreds of names bear each, as in the lists. */
const GENERAL = Object.entries({
  40: 'Technology Trading',
  25: 'Group Research Institute International Shipping',
  15: 'Bank Plant Center Electronics Engineering Scientific Technologies Development Production Management',
  10: 'Trade Services China Industries General State Russian Bureau Energy Investment Holding Shanghai',
  7: 'Enterprise Design Association System Beijing Aviation Logistics Science Equipment Marine Federal Global',
  5: 'Oil National Industrial Commercial Information Export Import Machine Central Special Aerospace Hong Kong',
  4: 'Construction Exchange Factory Gas Korea Machinery Petrochemical Radio Security Semiconductor Solutions Star United',
  3: 'Aircraft Airlines Branch Chemical Complex Foundation Foreign Laboratory Maritime Mechanical Military Shipbuilding',
  2: 'Advanced Agency Asia Blue Business Cargo Consulting Control Digital Electric Finance Golden Instrument Lines Mining Moscow Power Precision Product Sky Space Steel Sun Transport',
  1: 'Chemistry City Cloud Communications Credit Data Eastern Fund Future Gold Green Gulf Hotel Innovation Insurance Long Medical Metal Navigation Nuclear Ocean Optical Partners Petroleum Physics Port Project Properties Resources Smart Society South Supply Telecom Union World',
}).flatMap(([names, words]) =>
  words.split(' ').flatMap((word) => Array.from({ length: Number(names) }, () => word)),
)

const ONSETS = 'b ch d f g h j k kh kr l m n p r s sh st t tr v w y z'.split(' ')
const VOWELS = 'a a a e e i i o o u ai ia'.split(' ')
const ENDINGS = ['', '', '', '', '', 'n', 'n', 'r', 'l', 's', 'ng', 'm']

/** As many words as are all different, and how their number grows from then on (Heaps' law): measured on the real lists. */
const DIFFERENT = 1200
const GROWTH = 0.75
/** Words that parties on file and listed ones have in common. */
const SHARED_WORDS = 4000

/** Words one after the other: a new one, ever more seldom, or one that stood there before (Simon 1955, Heaps 1978). */
class Vocabulary {
  readonly #told: string[] = []

  constructor() {
    const shared = mulberry(0)
    while (this.#told.length < SHARED_WORDS) this.next(shared)
  }

  next(random: () => number): string {
    const told = this.#told
    const isNew = random() < (DIFFERENT / (told.length + 1)) ** (1 - GROWTH)
    const word = isNew ? newWord(random) : pick(told, random)
    told.push(word)
    return word
  }
}

function nameOf(words: Vocabulary, random: () => number): string {
  const drawn = random()
  const telling = drawn < 0.13 ? 0 : drawn < 0.67 ? 1 : drawn < 0.93 ? 2 : 3
  const general = (telling === 0 ? 2 : 1) + (random() < 0.52 ? 1 : 0)
  return [
    ...Array.from({ length: telling }, () => words.next(random)),
    ...Array.from({ length: general }, () => pick(GENERAL, random)),
    pick(FORMS, random),
  ]
    .join(' ')
    .trim()
}

function newWord(random: () => number): string {
  const syllables = random() < 0.7 ? 2 : 3
  const word = Array.from(
    { length: syllables },
    () => pick(ONSETS, random) + pick(VOWELS, random) + pick(ENDINGS, random),
  ).join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function pick(from: readonly string[], random: () => number): string {
  return from[Math.floor(random() * from.length)] ?? ''
}

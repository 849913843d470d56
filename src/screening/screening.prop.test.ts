import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareParties } from './compare-parties.ts'
import { buildIndex } from './name-index.ts'
import { createNameSearch } from './name-search.ts'
import { createScreener } from './screener.ts'
import { day, listed, snapshot, TEST_POLICY } from './snapshots.fixture.ts'

const SYLLABLES = [
  'hal',
  'cy',
  'on',
  'lat',
  'tice',
  'zeph',
  'yr',
  'nim',
  'bus',
  'quil',
  'mer',
  'id',
  'bor',
  'tav',
  'rin',
  'pell',
]
const word = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 2, maxLength: 4 })
  .map((syllables) => syllables.join(''))
const common = fc.constantFrom(
  'technology',
  'trading',
  'beijing',
  'institute',
  'international',
  'muhammad',
)
const name = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.array(common, { maxLength: 2 }))
  .map(([rare, general]) => [...rare, ...general])

function screenerOf(names: readonly string[]) {
  const options = { asOf: day('2026-06-03'), policy: TEST_POLICY }
  return createScreener([snapshot(names.map((text) => listed(text)))], options)
}

const LEGAL_FORMS = ['', ' Co., Ltd.', ' LLC', ', Inc.', ' GmbH', ' S.A.', ' JSC', ' Corporation']
const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  c: 'ç',
  n: 'ñ',
}

describe('a listed name is found', () => {
  it('in any order, case, accents, punctuation and legal form', () => {
    const disguise = fc.record({
      words: name.chain((words) =>
        fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })),
      ),
      listedForm: fc.constantFrom(...LEGAL_FORMS),
      askedForm: fc.constantFrom(...LEGAL_FORMS),
      accents: fc.boolean(),
      upper: fc.boolean(),
      separator: fc.constantFrom(' ', ', ', ' - ', '  '),
    })
    fc.assert(
      fc.property(
        disguise,
        ({ words: [original, shuffled], listedForm, askedForm, accents, upper, separator }) => {
          let asked = shuffled.join(separator)
          if (accents) asked = asked.replaceAll(/[aeioucn]/g, (letter) => ACCENTS[letter] ?? letter)
          if (upper) asked = asked.toUpperCase()
          const printed = original.join(' ') + listedForm
          const { hits } = screenerOf([printed, 'Unrelated Quokka']).screen({
            name: asked + askedForm,
          })
          expect(hits.map(({ party }) => party.name)).toContain(printed)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('comparison', () => {
  const text = fc.oneof(
    name.map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  )

  it('gives the same answer to the same question', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const first = compareParties({ name: left }, { name: right })
        expect(compareParties({ name: left }, { name: right })).toEqual(first)
      }),
    )
  })

  it('says the same of two names that share all words, whichever is asked for', () => {
    const both = name.chain((words) =>
      fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })),
    )
    fc.assert(
      fc.property(both, ([one, other]) => {
        const [left, right] = [{ name: one.join(' ') }, { name: other.join(' ') }]
        expect(compareParties(left, right).score).toBe(compareParties(right, left).score)
      }),
    )
  })

  it('does not see marks that nobody sees: direction, joiners, soft hyphens, accents set apart', () => {
    const mark = fc.constantFrom(
      '\u200f',
      '\u200e',
      '\u202e',
      '\u2066',
      '\u00ad',
      '\ufeff',
      '\u0301',
    )
    fc.assert(
      fc.property(name, mark, fc.nat(40), (words, sign, at) => {
        const plain = words.join(' ')
        const place = 1 + (at % plain.length)
        const marked = plain.slice(0, place) + sign + plain.slice(place)
        expect(compareParties({ name: marked }, { name: plain }).score).toBe(
          compareParties({ name: plain }, { name: plain }).score,
        )
      }),
    )
  })

  it('never fails and always gives a probability, whatever the text', () => {
    const garbage = fc.record({
      name: fc.string({ unit: 'binary', maxLength: 300 }),
      aliases: fc.array(fc.string({ unit: 'grapheme', maxLength: 50 }), { maxLength: 4 }),
      birthDates: fc.array(fc.string({ maxLength: 12 }), { maxLength: 2 }),
      countries: fc.array(fc.string({ maxLength: 3 }), { maxLength: 2 }),
      addresses: fc.array(fc.string({ maxLength: 60 }), { maxLength: 2 }),
      identifiers: fc.dictionary(
        fc.string({ maxLength: 5 }),
        fc.array(fc.string({ maxLength: 8 })),
      ),
    })
    fc.assert(
      fc.property(garbage, garbage, (asked, candidate) => {
        const { score, nameScore, because } = compareParties(asked, candidate)
        for (const number of [score, nameScore]) {
          expect(number).toBeGreaterThanOrEqual(0)
          expect(number).toBeLessThanOrEqual(1)
          expect(Math.round(number * 100) / 100).toBe(number)
        }
        expect(because.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('the index', () => {
  it('misses no name that comparison with every name finds', () => {
    const lists = fc.array(
      name.map((words) => words.join(' ')),
      { minLength: 1, maxLength: 60 },
    )
    const typing = fc.record({ at: fc.nat(30), letter: fc.constantFrom('', 'a', 'k', 'x') })
    fc.assert(
      fc.property(lists, fc.nat(59), typing, (names, which, { at, letter }) => {
        const original = names[which % names.length] ?? ''
        const place = at % original.length
        const asked = { name: original.slice(0, place) + letter + original.slice(place + 1) }
        const index = buildIndex(names.map((text) => listed(text)))
        const found = createNameSearch(index)(asked)
        const all = createNameSearch(index, { isExhaustive: true })(asked)
        expect(new Map(found.map(({ party, logOdds }) => [party, logOdds]))).toEqual(
          new Map(all.map(({ party, logOdds }) => [party, logOdds])),
        )
      }),
      { numRuns: 120 },
    )
  })

  it('answers the same when asked twice, and in any order of the list', () => {
    fc.assert(
      fc.property(
        fc.array(
          name.map((words) => words.join(' ')),
          { minLength: 2, maxLength: 20 },
        ),
        (names) => {
          const query = { name: names[0] ?? '' }
          const screener = screenerOf(names)
          const first = screener.screen(query)
          screener.screen({ name: names.at(-1) ?? '' })
          expect(screener.screen(query)).toEqual(first)
          const ranked = (hits: typeof first.hits) =>
            hits.map(({ party, probability }) => [party.name, probability])
          expect(ranked(screenerOf(names.toReversed()).screen(query).hits)).toEqual(
            ranked(first.hits),
          )
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('pathological names', () => {
  const screener = screenerOf([
    'Halcyon Lattice',
    'a'.repeat(10_000),
    'b '.repeat(5000),
    'ha '.repeat(300),
  ])

  it.each([
    ['a word without end', 'a'.repeat(100_000)],
    ['a thousand words', 'halcyon '.repeat(1000)],
    ['combining marks', `h${'\u0301'.repeat(5000)}alcyon lattice`],
    ['control characters', '\u0000\u0007\u202e halcyon lattice'],
    ['a torn surrogate', 'halcyon \ud83d lattice'],
    ['brackets', '('.repeat(20_000)],
    ['emoji', '👩‍👩‍👧‍👦'.repeat(500)],
    ['five hundred words of all scripts', 'halcyon Хальцион 北京 هالسيون '.repeat(125)],
    [
      'direction marks between all letters',
      [...'halcyon lattice'].join('\u202e\u200f').repeat(500),
    ],
    ['ten thousand initials', 'h. l. '.repeat(10_000)],
    ['a name behind a wall of particles', `${'bin '.repeat(400)}halcyon`],
  ])('do no harm: %s', { timeout: 20_000 }, (_, text) => {
    const { hits } = screener.screen({
      name: text,
      otherNames: [text],
      address: text,
      birthDate: text,
      country: text,
    })
    expect(hits.length).toBeLessThanOrEqual(4)
  })
})

import { describe, expect, it } from 'vitest'
import { NameFinder } from './find-names.ts'
import { shapeOf } from './name-bound.ts'
import { buildIndex } from './name-index.ts'
import { NameSieve } from './name-sieve.ts'
import { namesOf } from './printed-names.ts'
import { WORD } from './word-kinds.ts'

const LISTED = ['Mohammed Karimov', 'Mohammed Smith', 'Karimov', 'Mohammed bin Salih Karimov']
const index = buildIndex(LISTED.map((name) => ({ name, schema: 'Person' })))
const NEAR = [
  ['karimow', 'karimov'],
  ['muhammad', 'mohammed'],
] as const

/** A sieve for a name, of which these words are known to be clearly like listed ones. */
function sieveFor(
  name: string,
  least: number,
  near: readonly (readonly [string, string])[] = NEAR,
) {
  const { words, forms, matcher } = new NameFinder(index)
  const sieve = new NameSieve(words, matcher.aligner.likeness, forms, index.words)
  const form = namesOf({ name, schema: 'Person' }, words)[0]?.forms[0]
  if (form === undefined) throw new Error(`${name} has no reading`)
  sieve.begin(form, shapeOf(form, words), { schema: 'Person', least })
  const marks = LISTED.map(() => 0)
  for (const [asked, listed] of near) {
    const word = words.find(listed, WORD)
    const places = sieve.add(words.find(asked, WORD), Uint32Array.of(word))
    LISTED.forEach((other, at) => {
      if (other.toLowerCase().includes(listed)) marks[at] = (marks[at] ?? 0) | places
    })
  }
  const left = LISTED.filter((_, at) => sieve.canReach(at, marks[at] ?? 0))
  const pass = (word: string): void => sieve.gate.pass(words.find(word, WORD), 0b10)
  return { sieve, left, pass }
}

/** The gate for the name of a person, before any word of it is passed. */
function gateOf(name: string, listed: readonly string[]) {
  const parties = listed.map((one) => ({ name: one, schema: 'Person' }))
  const ofListed = buildIndex(parties)
  const { words, forms, matcher } = new NameFinder(ofListed)
  const sieve = new NameSieve(words, matcher.aligner.likeness, forms, ofListed.words)
  const form = namesOf({ name, schema: 'Person' }, words)[0]?.forms[0]
  if (form === undefined) throw new Error(`${name} has no reading`)
  sieve.begin(form, shapeOf(form, words), { schema: 'Person', least: 0 })
  const pass = (text: string): void => {
    const word = words.find(text, WORD)
    sieve.gate.pass(word, sieve.add(word, Uint32Array.of(word)))
  }
  return {
    pass,
    isOpen: (at: number) => sieve.gate.isOpen(at),
  }
}

describe('the names that could reach what is asked for', () => {
  it('are those with a counterpart of each word that weighs', () => {
    const { left } = sieveFor('Muhammad Karimow', 0)
    expect(left).toContain('Mohammed Karimov')
    expect(left).not.toContain('Mohammed Smith')
    expect(sieveFor('Zebulon Quartermaine', 0, []).left).toEqual([])
  })

  it('are all where nothing is asked of them', () => {
    expect(sieveFor('Zebulon Smith', Number.NEGATIVE_INFINITY, []).left).toEqual(LISTED)
  })

  it('may write together what is left of the other', () => {
    expect(sieveFor('Muhammad Kari Mow', 0, [['muhammad', 'mohammed']]).left).toContain(
      'Mohammed Karimov',
    )
  })

  it('are found by consonants where one of both is read without vowels', () => {
    expect(sieveFor('محمد كريموف', 0, []).left).toContain('Mohammed Karimov')
  })
})

describe('once all names with a rare word are opened', () => {
  it('no other name is opened by a common one but those with a word that may be the rare one', () => {
    const { sieve, pass } = sieveFor('Muhammad Karimow', 0, [['muhammad', 'mohammed']])
    expect(sieve.gate.isOpen(1)).toBe(true)
    pass('karimow')
    expect(sieve.gate.isOpen(1)).toBe(false)
    expect(sieve.gate.isOpen(0)).toBe(true)
    expect(sieve.gate.isClosed).toBe(false)
  })

  it('a name with a word clearly like it is not opened again', () => {
    const { sieve, pass } = sieveFor('Muhammad Karimow', 0)
    expect(sieve.gate.isOpen(0)).toBe(true)
    pass('karimow')
    expect(sieve.gate.isOpen(0)).toBe(false)
  })

  it('names are opened that may do without it, unless they have more words than are left', () => {
    const gate = gateOf('Zebulon Quartermaine Holloway', [
      'Zebulon Holloway',
      'Zebulon Holloway Pemberton Ashdown',
      'Quartermaine',
    ])
    gate.pass('quartermaine')
    expect([gate.isOpen(0), gate.isOpen(1)]).toEqual([true, false])
    gate.pass('holloway')
    expect([gate.isOpen(0), gate.isOpen(1)]).toEqual([false, false])
  })

  it('all are opened where little is asked of them', () => {
    const { sieve, pass } = sieveFor('Muhammad Karimow', -20)
    pass('karimow')
    expect(sieve.gate.isOpen(1)).toBe(true)
  })

  it('none is left where names so far apart need all their words', () => {
    const { sieve, pass } = sieveFor('Muhammad Karimow', 20)
    pass('karimow')
    expect(sieve.gate.isClosed).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { NameFinder } from './find-names.ts'
import { shapeOf } from './name-bound.ts'
import { buildIndex } from './name-index.ts'
import { NameSieve } from './name-sieve.ts'
import { namesOf } from './printed-names.ts'
import { WORD } from './word-kinds.ts'

const LISTED = ['Mohammed Karimov', 'Mohammed Smith', 'Karimov', 'Mohammed bin Salih Karimov']
const index = buildIndex(LISTED.map((name) => ({ name, schema: 'Person' })))

/** Which of the listed names could reach the log-odds, where these words are known to be clearly alike. */
function left(name: string, least: number, near: readonly (readonly [string, string])[] = []) {
  const { words, forms, matcher } = new NameFinder(index)
  const sieve = new NameSieve(words, matcher.aligner.likeness, forms, index.words.marks.length)
  const form = namesOf({ name, schema: 'Person' }, words)[0]?.forms[0]
  if (form === undefined) throw new Error(`${name} has no reading`)
  sieve.begin(form, shapeOf(form, words), { schema: 'Person', least })
  for (const [asked, listed] of near) {
    sieve.add(words.find(asked, WORD), Uint32Array.of(words.find(listed, WORD)))
  }
  return LISTED.filter((_, at) => sieve.canReach(at, 0))
}

describe('the names that could reach what is asked for', () => {
  it('are those with a counterpart of each word that weighs', () => {
    const found = left('Muhammad Karimow', 0)
    expect(found).toContain('Mohammed Karimov')
    expect(found).not.toContain('Mohammed Smith')
    expect(left('Zebulon Quartermaine', 0)).toEqual([])
  })

  it('are all where nothing is asked of them', () => {
    expect(left('Zebulon Quartermaine', Number.NEGATIVE_INFINITY)).toEqual(LISTED)
  })

  it('are the same whether the index gave the words that are clearly alike or not', () => {
    const near = [
      ['karimow', 'karimov'],
      ['muhammad', 'mohammed'],
    ] as const
    expect(left('Muhammad Karimow', 0, near)).toEqual(left('Muhammad Karimow', 0))
  })

  it('are found by consonants where one of both is read without vowels', () => {
    expect(left('محمد كريموف', 0)).toContain('Mohammed Karimov')
    expect(left('محمد كريموف', 0)).not.toContain('Mohammed Smith')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearTable } from './near-table.ts'
import { NearWords } from './near-words.ts'
import { WORD } from './word-kinds.ts'
import { CLEARLY_ALIKE, WordLikeness } from './word-likeness.ts'
import { WordTable } from './word-table.ts'

const LISTED = (
  'karim karimov karimova kerimow mohammed muhammad mohamed mehmet ahmad hamed ali aly iris ' +
  'giovanni johnny vladimir wladimir volodymyr kuznetsov kuznetsow kaspersk petrov petrova halcyon halcion ' +
  'quillmere mingguo minghua pengcheng semiconductor semikonductor institute jawadi javadi fan wan'
).split(' ')

/** Of shorter words those are looked for that have the same outline, or all letters but one. */
const LONG = 6

function near(names: readonly string[]) {
  const words = new WordTable()
  for (const name of names) words.idOf(name, WORD)
  const frozen = words.freeze()
  const all = new WordTable(frozen)
  const likeness = new WordLikeness(all)
  const table = new NearWords(all, likeness, nearTable(all), names.length)
  const textsOf = (ids: Iterable<number>): readonly string[] =>
    Array.from(ids, (id) => all.text(id)).toSorted()
  return {
    of: (text: string) => textsOf(table.of(all.idOf(text, WORD))),
    ofText: (text: string) => textsOf(table.ofText(text)),
    alike: (text: string) =>
      names
        .filter((name) => {
          const [one, other] = [all.idOf(text, WORD), all.idOf(name, WORD)]
          const isLong = Math.min(text.length, name.length) >= LONG
          return isLong && likeness.of(one, other, false) >= CLEARLY_ALIKE
        })
        .toSorted(),
  }
}

describe('the listed words that a word may clearly stand for', () => {
  it('are its spellings, typing errors, short names, and the word written backwards', () => {
    const words = near(LISTED)
    expect(words.of('mohammad')).toEqual(
      expect.arrayContaining(['mohamed', 'mohammed', 'muhammad']),
    )
    expect(words.of('kuznetsof')).toEqual(['kuznetsov', 'kuznetsow'])
    expect(words.of('john')).toContain('giovanni')
    expect(words.of('siri')).toContain('iris')
    expect(words.of('zebulon')).toEqual([])
  })

  it('are all long ones that are clearly alike, whatever a typing error did to a listed word', () => {
    const words = near(LISTED)
    const letter = fc.constantFrom(...'aeiouyhkmnrstvwz')
    const mistyped = fc
      .tuple(fc.constantFrom(...LISTED), fc.nat(12), letter, fc.nat(2))
      .map(([word, place, other, how]) => {
        const at = place % word.length
        return word.slice(0, at) + (how === 0 ? '' : other) + word.slice(at + (how === 1 ? 0 : 1))
      })
    fc.assert(
      fc.property(mistyped, (word) => {
        expect(words.of(word)).toEqual(expect.arrayContaining([...words.alike(word)]))
      }),
      { numRuns: 400 },
    )
  })

  it('are told for words written together by their first letter and nearly all others', () => {
    const words = near(LISTED)
    expect(words.ofText('mingguo')).toEqual(['mingguo'])
    expect(words.ofText('semiconducter')).toEqual(['semiconductor', 'semikonductor'])
    expect(words.ofText('inggguo')).toEqual([])
  })
})

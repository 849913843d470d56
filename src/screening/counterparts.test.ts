import { describe, expect, it } from 'vitest'
import { Counterparts } from './counterparts.ts'
import { namesOf } from './printed-names.ts'
import { WORD } from './word-kinds.ts'
import { WordLikeness } from './word-likeness.ts'
import { WordTable } from './word-table.ts'

const words = new WordTable()
const formOf = (name: string) => {
  const form = namesOf({ name, schema: 'Person' }, words)[0]?.forms[0]
  if (form === undefined) throw new Error(`${name} has no reading`)
  return form
}
const listed = formOf('Mohammed Karimov')
const [mohammed = 0, karimov = 0] = listed.words

describe('the counterparts of a listed word', () => {
  const counterparts = new Counterparts(words, new WordLikeness(words), words.size)

  it('are all words asked for that are like it, as bits', () => {
    counterparts.begin(formOf('Muhammad Smith Mohamed'))
    expect(counterparts.of(mohammed, false)).toBe(0b101)
    expect(counterparts.of(karimov, false)).toBe(0)
  })

  it('are those of the name asked for now, also when the word was compared before', () => {
    counterparts.begin(formOf('Smith Karimova'))
    expect(counterparts.of(mohammed, false)).toBe(0)
    expect(counterparts.of(karimov, false)).toBe(0b10)
    expect(counterparts.of(karimov, false)).toBe(0b10)
  })

  it('are those that the index gave as clearly alike, and others alike by edits or short for them', () => {
    const asked = formOf('Karimow Smith')
    const [karimow = 0] = asked.words
    const given = new Counterparts(words, new WordLikeness(words), words.size)
    for (const near of [[karimov], []]) {
      given.begin(asked)
      given.add(karimow, Uint32Array.from(near))
      expect(given.of(karimov, false)).toBe(0b1)
      expect(given.of(mohammed, false)).toBe(0)
    }
    given.begin(asked)
    given.add(karimow, Uint32Array.of(mohammed))
    expect(given.of(mohammed, false)).toBe(0b1)
  })

  it('are more where one of both is read without vowels, whichever way is asked first', () => {
    const fahd = words.idOf('fahd', WORD)
    const both = new Counterparts(words, new WordLikeness(words), words.size)
    both.begin(formOf('Ifouhid'))
    for (const loose of [true, false, true]) expect(both.of(fahd, loose)).toBe(loose ? 1 : 0)
  })
})

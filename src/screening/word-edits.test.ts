import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConsonantOrder } from './consonant-order.ts'
import { likeness } from './token-likeness.ts'
import { WordEdits } from './word-edits.ts'
import { WORD } from './word-kinds.ts'
import { orderOf, UNKNOWN_ORDER } from './word-letters.ts'
import { WordTable } from './word-table.ts'

const word = fc.string({
  unit: fc.constantFrom(...'aabcdeghijklmnorstuwyz'),
  minLength: 1,
  maxLength: 12,
})

describe('edits within the budget of a length', () => {
  it('are found between all words that edits make alike, and between no others', () => {
    fc.assert(
      fc.property(word, word, word, (head, middle, tail) => {
        const words = new WordTable()
        const [left, right] = [head + middle.slice(0, 2) + tail, head + tail]
        const [one, other] = [words.idOf(left, WORD), words.idOf(right, WORD)]
        const edits = new WordEdits(words)
        edits.begin(one)
        const isAlike = left === right ? left.length > 1 : likeness(left, right) > 0
        expect(edits.canBeWithin(other) && edits.isWithin(other)).toBe(isAlike)
      }),
      { numRuns: 1000 },
    )
  })

  it('keep to what they may cost for each letter', () => {
    const words = new WordTable()
    const [asked, near, far] = ['mustafa', 'mustava', 'mistifa'].map((one) => words.idOf(one, WORD))
    const edits = new WordEdits(words, 0.06)
    edits.begin(asked ?? 0)
    expect(edits.canBeWithin(near ?? 0)).toBe(true)
    expect(edits.isWithin(near ?? 0)).toBe(true)
    expect(edits.isWithin(far ?? 0)).toBe(false)
  })
})

describe('the order of consonants', () => {
  const edits = (left: string, right: string): number => {
    const order = new ConsonantOrder()
    order.begin(orderOf(left))
    return order.edits(orderOf(right))
  }

  it('counts one for another class, one left out, and two swapped', () => {
    expect(edits('karim', 'qalin')).toBe(0)
    expect(edits('karim', 'tarim')).toBe(1)
    expect(edits('karim', 'karims')).toBe(1)
    expect(edits('karim', 'rakim')).toBe(1)
    expect(edits('aeiou', 'karim')).toBe(3)
    expect(edits('karim', 'aeiou')).toBe(3)
  })

  it('says nothing of words with more than eight', () => {
    expect(orderOf('bcdfgklmn')).toBe(UNKNOWN_ORDER)
    expect(edits('bcdfgklmn', 'a')).toBe(0)
    expect(edits('a', 'bcdfgklmn')).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import { noneMissing } from './name-bound.ts'
import { UnclearWords } from './unclear-words.ts'

describe('words of a name that are not clearly like one of another', () => {
  it('leave at least the lightest once some have a counterpart', () => {
    const words = new UnclearWords()
    words.clear()
    words.add(0.4, 7, 1, 3)
    words.add(1, 5, 1, 0)
    words.add(0.7, 6, 0, 2)
    const left = [0, 1, 2, 3].map((pairs) => {
      const missing = noneMissing()
      words.leave(pairs, missing)
      return [Math.round(missing.weight * 10) / 10, missing.words, missing.letters, missing.brands]
    })
    expect(left).toEqual([
      [2.1, 3, 15, 2],
      [1.1, 2, 10, 1],
      [0.4, 1, 5, 0],
      [0, 0, 0, -1],
    ])
    expect([0, 1, 2, 3].map((pairs) => words.edits(pairs))).toEqual([0, 0, 2, 3])
    expect([0, 1, 2].map((pairs) => Math.round(words.lightest(pairs) * 10) / 10)).toEqual([
      0, 0.4, 1.1,
    ])
  })
})

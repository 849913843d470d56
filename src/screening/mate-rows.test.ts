import { describe, expect, it } from 'vitest'
import { MateRows } from './mate-rows.ts'

describe('what is known of pairs of words', () => {
  it('is told again for the same word, and of other pairs nothing is known', () => {
    const rows = new MateRows(100, 4)
    const row = rows.of(7, 1)
    rows.set(row, 3, true)
    rows.set(row, 4, false)
    const again = rows.of(7, 2)
    expect([rows.get(again, 3), rows.get(again, 4), rows.get(again, 5)]).toEqual([
      true,
      false,
      undefined,
    ])
    expect(rows.get(rows.of(8, 2), 3)).toBeUndefined()
  })

  it('is kept while a name is asked for, and given up for later ones', () => {
    const most = 2000
    const rows = new MateRows(100, 4)
    const kept = rows.of(0, 1)
    rows.set(kept, 1, true)
    for (let word = 1; word < most; word += 1) {
      expect(rows.get(rows.of(word, 1 + word), 1)).toBeUndefined()
      if (word % 3 === 0) expect(rows.of(0, 1 + word)).toBe(rows.of(0, 1 + word))
    }
    const inOneRound = [1, 2, 3, 4].map((word) => rows.of(most + word, most))
    expect(new Set(inOneRound).size).toBe(4)
  })

  it('is forgotten when words are given other numbers', () => {
    const rows = new MateRows(100, 4)
    rows.set(rows.of(7, 1), 3, true)
    rows.forget()
    expect(rows.get(rows.of(7, 2), 3)).toBeUndefined()
  })
})

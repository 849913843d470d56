import { describe, expect, it } from 'vitest'
import { DatedMemo, frozen, Memo } from './memo.ts'

describe('a memo', () => {
  it('gives what was kept', () => {
    const memo = new Memo<number>(4)
    memo.set('a', 1)
    expect([memo.get('a'), memo.get('b')]).toEqual([1, undefined])
  })

  it('forgets what was not asked for, and never holds more than twice its bound', () => {
    const memo = new Memo<number>(10)
    memo.set('asked', 0)
    memo.set('not asked', 0)
    for (let number = 0; number < 100; number += 1) {
      memo.set(String(number), number)
      expect(memo.get('asked')).toBe(0)
    }
    expect(memo.get('not asked')).toBeUndefined()
    const held = Array.from({ length: 100 }, (_, number) => memo.get(String(number)))
    expect(held.filter((one) => one !== undefined).length).toBeLessThanOrEqual(20)
  })
})

describe('a memo of what is weighed', () => {
  it('never holds more than twice its weight and two values', () => {
    const memo = new Memo<string>(100, (value) => value.length)
    for (let number = 0; number < 50; number += 1) memo.set(String(number), 'x'.repeat(30))
    const held = Array.from({ length: 50 }, (_, number) => memo.get(String(number)) ?? '')
    expect(held.join('').length).toBeLessThanOrEqual(2 * (100 + 30))
    expect(memo.get('49')).toBeDefined()
  })
})

describe('a memo of what is dated', () => {
  it('gives on another day what says no day, and nothing else', () => {
    const memo = new DatedMemo<string>(100, (value) => value.length)
    memo.set('whole period', 'monday', 'the same', false)
    memo.set('counted', 'monday', 'by friday', true)
    expect(memo.get('whole period', 'tuesday')).toBe('the same')
    expect(memo.get('counted', 'monday')).toBe('by friday')
    expect(memo.get('counted', 'tuesday')).toBeUndefined()
    memo.set('counted', 'tuesday', 'by saturday', true)
    expect(memo.get('counted', 'monday')).toBe('by friday')
    expect(memo.get('counted', 'tuesday')).toBe('by saturday')
  })
})

describe('what is frozen', () => {
  it('is frozen to its last part', () => {
    const value = frozen({ a: [{ b: 1 }], c: null })
    expect([value, value.a, value.a[0]].every(Object.isFrozen)).toBe(true)
  })
})

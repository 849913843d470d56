import { describe, expect, it } from 'vitest'
import { likeness } from './token-likeness.ts'

describe('likeness', () => {
  it.each([
    ['mustafa', 'mustapha'],
    ['vladimir', 'wladimir'],
    ['qadhafi', 'kadafi'],
    ['jibril', 'jibrril'],
    ['semiconductor', 'semicondutcor'],
    ['manufacturing', 'manufacturng'],
  ])('finds %s like %s', (left, right) => {
    expect(likeness(left, right)).toBeGreaterThan(0.7)
  })

  it.each([
    ['xi', 'li'],
    ['cat', 'dog'],
    ['beijing', 'nanjing'],
    ['etch', 'lath'],
    ['halcyon', 'zephyr'],
    ['a', 'abcdefgh'],
    ['中芯', '中国'],
  ])('finds %s unlike %s', (left, right) => {
    expect(likeness(left, right)).toBe(0)
  })

  it('counts a typing error less than another consonant, and an equal word as one', () => {
    expect(likeness('halcyon', 'halcyon')).toBe(1)
    expect(likeness('halcyon', 'halciyon')).toBeGreaterThan(likeness('halcyon', 'halcton'))
  })

  it('weighs a wrong first letter more', () => {
    expect(likeness('kalifa', 'qalifa')).toBeLessThan(likeness('balika', 'baliqa'))
  })

  it('finds edits far from each other, whatever lies between', () => {
    expect(likeness('aimuqtisjmb', 'iamuqtqiksjbm')).toBeGreaterThan(0.7)
  })

  it('is bounded in length', () => {
    expect(likeness('a'.repeat(5000), `${'a'.repeat(4999)}b`)).toBe(0)
  })
})

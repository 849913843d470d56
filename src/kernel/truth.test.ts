import { describe, expect, it } from 'vitest'
import {
  codeOf,
  conjoin,
  disjoin,
  FALSE,
  negate,
  TRUE,
  type Truth,
  type TruthCode,
  truthOf,
  UNKNOWN,
} from './index.ts'

describe('three-valued truth', () => {
  it.each<[Truth, Truth, Truth]>([
    ['false', 'false', 'false'],
    ['false', 'unknown', 'false'],
    ['false', 'true', 'false'],
    ['unknown', 'false', 'false'],
    ['unknown', 'unknown', 'unknown'],
    ['unknown', 'true', 'unknown'],
    ['true', 'false', 'false'],
    ['true', 'unknown', 'unknown'],
    ['true', 'true', 'true'],
  ])('%s and %s is %s', (left, right, both) => {
    expect(truthOf(conjoin(codeOf(left), codeOf(right)))).toBe(both)
  })

  it.each<[Truth, Truth, Truth]>([
    ['false', 'false', 'false'],
    ['false', 'unknown', 'unknown'],
    ['false', 'true', 'true'],
    ['unknown', 'false', 'unknown'],
    ['unknown', 'unknown', 'unknown'],
    ['unknown', 'true', 'true'],
    ['true', 'false', 'true'],
    ['true', 'unknown', 'true'],
    ['true', 'true', 'true'],
  ])('%s or %s is %s', (left, right, either) => {
    expect(truthOf(disjoin(codeOf(left), codeOf(right)))).toBe(either)
  })

  it.each<[Truth, Truth]>([
    ['false', 'true'],
    ['unknown', 'unknown'],
    ['true', 'false'],
  ])('not %s is %s', (truth, opposite) => {
    expect(truthOf(negate(codeOf(truth)))).toBe(opposite)
  })

  it.each<[TruthCode, Truth]>([
    [FALSE, 'false'],
    [UNKNOWN, 'unknown'],
    [TRUE, 'true'],
  ])('has the word for code %i and back', (code, word) => {
    expect(truthOf(code)).toBe(word)
    expect(codeOf(word)).toBe(code)
  })

  it('orders false below unknown below true', () => {
    expect([TRUE, FALSE, UNKNOWN].sort((a, b) => a - b)).toEqual([FALSE, UNKNOWN, TRUE])
  })
})

import { describe, expect, it } from 'vitest'
import { coverageOf, covers } from './coverage.ts'
import { readFont } from './printed.fixture.ts'

const code = (character: string): number => character.codePointAt(0) ?? 0

function has(file: string, character: string): boolean {
  return covers(coverageOf(readFont(file)), code(character))
}

describe('what a font covers', () => {
  it('is read from a map of segments', () => {
    expect(has('noto-sans-thai-400.woff', 'ก')).toBe(true)
    expect(has('noto-sans-thai-400.woff', '한')).toBe(false)
    expect(has('noto-sans-kr-400.woff', '한')).toBe(true)
  })

  it('is read from a map of groups, beyond the first 65,536 characters too', () => {
    expect(has('noto-sans-math-400.woff', '𝒜')).toBe(true)
    expect(has('noto-sans-400.ttf', 'Ł')).toBe(true)
    expect(has('noto-sans-400.ttf', '𝒜')).toBe(false)
  })

  it('stops at the ends of a range', () => {
    const coverage = [
      [10, 20],
      [30, 30],
    ] as const
    const codes = [9, 10, 20, 21, 29, 30, 31]
    expect(codes.filter((one) => covers(coverage, one))).toEqual([10, 20, 30])
    expect(covers([], 10)).toBe(false)
  })

  it('leaves out what a segment reaches over without a glyph', () => {
    // One segment from 65 to 67 whose second character has no glyph, and the one that ends the table.
    const table = [
      [0, 1],
      [3, 1, 0, 12],
      [4, 0, 0],
      [4, 0, 0, 0],
      [67, 0xffff],
      [0],
      [65, 0xffff],
      [0, 1],
      [4, 0],
      [5, 0, 6],
    ].flat()
    const map = Buffer.alloc(2 * table.length)
    for (const [at, value] of table.entries()) map.writeUInt16BE(value, 2 * at)
    const head = Buffer.alloc(44 + 20)
    head.write('wOFF', 0, 'latin1')
    head.writeUInt16BE(1, 12)
    head.write('cmap', 44, 'latin1')
    head.writeUInt32BE(64, 48)
    head.writeUInt32BE(map.length, 52)
    head.writeUInt32BE(map.length, 56)
    expect(coverageOf(Buffer.concat([head, map]))).toEqual([
      [65, 65],
      [67, 67],
    ])
  })
})

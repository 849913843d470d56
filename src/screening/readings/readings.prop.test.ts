import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readings, skeleton, slavicKey } from './index.ts'

const BLOCKS: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xc0, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x531, 0x58f],
  [0x590, 0x6ff],
  [0x900, 0x97f],
  [0x10a0, 0x11ff],
  [0x1200, 0x137f],
  [0x200b, 0x206f],
  [0x2e80, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfb50, 0xfeff],
  [0xff00, 0xffef],
  [0x1f300, 0x1f6ff],
  [0x20000, 0x2a6df],
]

/** Letters of all the scripts that have a reader and of some that have none, mixed. */
const letters = fc
  .constantFrom(...BLOCKS)
  .chain(([first, last]) => fc.integer({ min: first, max: last }))
  .map((codePoint) => String.fromCodePoint(codePoint))
const name = fc.oneof(
  fc.string({ unit: letters, maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
)

describe('readings of any text', () => {
  it('are lower-case ASCII words, few, and best first', () => {
    fc.assert(
      fc.property(name, (text) => {
        const all = readings(text)
        expect(all.length).toBeLessThanOrEqual(8)
        all.forEach(({ tokens, weight }, at) => {
          expect(tokens.length).toBeGreaterThan(0)
          expect(tokens.every((token) => /^[a-z0-9]+$/.test(token))).toBe(true)
          expect(weight).toBeGreaterThan(0)
          expect(weight).toBeLessThanOrEqual(all[at - 1]?.weight ?? 1)
        })
      }),
      { numRuns: 1500 },
    )
  })

  it('are the same every time', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(readings(text)).toEqual(readings(text))
      }),
      { numRuns: 300 },
    )
  })

  it('do not depend on case where a script has it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcéøабвгдеёжзийαβγδ '), maxLength: 20 }),
        (text) => {
          expect(readings(text.toUpperCase())).toEqual(readings(text))
        },
      ),
    )
  })

  it('are bounded for texts of ten thousand characters', () => {
    for (const unit of [
      'a',
      'é',
      'щ',
      'ў',
      '한',
      '國',
      '会',
      'ー',
      'م',
      'ו',
      'ভ',
      '\u200d',
      '𠀀',
      'a ',
      '三',
      'اوي ',
    ]) {
      const text = unit.repeat(Math.ceil(10_000 / unit.length))
      for (const { tokens } of readings(text)) {
        expect(tokens.length).toBeLessThanOrEqual(64)
        expect(tokens.join('').length).toBeLessThan(8_000)
      }
    }
  })
})

describe('keys of any word', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), maxLength: 15 })

  it('are never longer than what they stand for, by more than the ks of an x', () => {
    fc.assert(
      fc.property(word, (text) => {
        expect(skeleton(text).length).toBeLessThanOrEqual(2 * text.length)
        expect(slavicKey(text).length).toBeLessThanOrEqual(2 * text.length)
        expect(skeleton(text)).toMatch(/^[a-z]*$/)
        expect(slavicKey(text)).toMatch(/^[a-z]*$/)
      }),
    )
  })
})

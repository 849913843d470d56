import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encoded, Sheet } from './sheet.ts'

describe('a sheet', () => {
  it('holds what was written, one after the other, however long', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.nat(30), (texts, times) => {
        const sheet = new Sheet()
        const long = texts.map((text) => text.repeat(times * 1000))
        for (const [at, text] of long.entries()) {
          if (at % 2 === 0) sheet.text(text)
          else sheet.put(Buffer.from(text))
        }
        expect(sheet.from(0).equals(Buffer.from(long.join('')))).toBe(true)
        expect(sheet.length).toBe(Buffer.byteLength(long.join('')))
      }),
      { numRuns: 30 },
    )
  })

  it('is written over from where it is taken back to', () => {
    const sheet = new Sheet()
    sheet.text('one, two')
    sheet.backTo(3)
    sheet.text('; three')
    expect(sheet.from(0).toString()).toBe('one; three')
    expect(sheet.from(5).toString()).toBe('three')
  })
})

describe('texts as bytes', () => {
  it('are each as it reads, in a block that holds nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const pieces = encoded(texts)
        expect(pieces.map((piece) => piece.toString())).toEqual(
          texts.map((text) => Buffer.from(text).toString()),
        )
        const size = pieces.reduce((sum, piece) => sum + piece.length, 0)
        for (const piece of pieces) expect(piece.buffer.byteLength).toBe(size)
      }),
    )
  })
})

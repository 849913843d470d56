import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Repeats } from './repeats.ts'

describe('texts that may have been seen twice', () => {
  it('are all that were, and of many others none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 4 }), { minLength: 1, maxLength: 60 }),
        (texts) => {
          const repeats = new Repeats(texts.length)
          for (const text of texts) repeats.see(text)
          repeats.close()
          const twice = texts.filter((text, at) => texts.indexOf(text) !== at)
          expect(texts.filter((text) => repeats.mayRepeat(text) !== twice.includes(text))).toEqual(
            [],
          )
        },
      ),
    )
  })

  it('are found among a hundred thousand', () => {
    const repeats = new Repeats(100_001)
    for (let at = 0; at < 100_000; at += 1) repeats.see(`entry-${at}`)
    repeats.see('entry-99999')
    expect(repeats.mayRepeat('entry-99999')).toBe(true)
    expect(repeats.mayRepeat('entry-0')).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFonts } from './fonts.ts'
import { readFont } from './printed.fixture.ts'
import { breakable, visibleText } from './visible-text.ts'

const fonts = openFonts(readFont)
const show = (text: string): string => visibleText(text, fonts)

describe('text on paper', () => {
  it('writes a character that no font has as its code point', () => {
    expect(show('Lucky 😀 Ltd')).toBe('Lucky [U+1F600] Ltd')
    expect(show('ভ')).toBe('[U+09AD]')
  })

  it('writes marks that would turn or hide letters as their code points', () => {
    expect(show('abc\u202etxt\u200b\u0000')).toBe('abc[U+202E]txt[U+200B][U+0000]')
  })

  it('keeps joiners, which letters of Persian and of India need', () => {
    expect(show('می\u200cخواهم')).toBe('می\u200cخواهم')
  })

  it('makes one line of several and composes what is decomposed', () => {
    expect(show('a\r\n\tb')).toBe('a b')
    expect(show('u\u0308 \u1112\u1161\u11ab')).toBe('ü 한')
  })

  it('drops no character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const composed = text.normalize('NFC').replaceAll(/[\t\r\n\u0085\u2028\u2029]+/gu, ' ')
        const back = show(text).replaceAll(/\[U\+([0-9A-F]{4,6})\]/g, (whole, digits: string) => {
          const code = Number.parseInt(digits, 16)
          return code > 0x10ffff ? whole : String.fromCodePoint(code)
        })
        expect(back).toBe(composed)
      }),
      { examples: [['\ud800']] },
    )
  })

  it('lets long words break, and adds nothing else to them', () => {
    const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
    expect(breakable(digest).replaceAll('\u200b', '')).toBe(digest)
    const pieces = breakable(digest).split('\u200b')
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(20)
    expect(breakable('parties[end-user].headquarters/x')).toContain('-\u200buser].\u200b')
  })

  it('leaves words that fit, and scripts that break by themselves', () => {
    expect(breakable('a short word')).toBe('a short word')
    const han = '中芯国际集成电路制造有限公司北京上海深圳天津公司'
    expect(breakable(han)).toBe(han)
  })
})

import { describe, expect, it } from 'vitest'
import { Sheet } from './sheet.ts'
import { inText, isCommonMark, markFor, markOfDestination, wordingOf } from './wording.ts'

const mark = markFor('{}')
const sentence = `${mark} to ${markOfDestination(1)}, or ${markOfDestination(0)}: ${mark}.`

describe('a wording', () => {
  it('is cut where the id of the item stands, and where it goes', () => {
    const wording = wordingOf(sentence, mark)
    expect(wording.with(['a', 'CN', 'JP'])).toBe('"a to JP, or CN: a."')
    const sheet = new Sheet()
    const own = ['a', 'CN', 'JP'].map((text) => Buffer.from(text))
    wording.writeTo(sheet, own)
    expect(sheet.from(0).toString()).toBe('"a to JP, or CN: a."')
  })
  it('is whole where nothing of its own stands in it', () => {
    expect(wordingOf(['plain'], mark).texts).toEqual(['["plain"]'])
  })
  it.each([
    ['the mark of an item', mark],
    ['the mark of a destination', markOfDestination(3)],
  ])('is cut at another mark where the input holds %s', (_, text) => {
    const other = markFor(JSON.stringify({ id: text }))
    expect(isCommonMark(other)).toBe(false)
    expect(inText(text)).not.toContain(inText(other))
    expect(wordingOf(`${other} and ${text}`, other).with([inText('x')])).toBe(
      JSON.stringify(`x and ${text}`),
    )
  })
})

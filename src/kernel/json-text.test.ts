import { describe, expect, it } from 'vitest'
import { readDocument, readJson } from './index.ts'

describe('one JSON value', () => {
  it.each<[string, unknown]>([
    ['{}', {}],
    ['[]', []],
    ['"a:b,{["', 'a:b,{['],
    ['null', null],
    [' {"a" : [ {"b" : null} , 1 ] } ', { a: [{ b: null }, 1] }],
    ['{"a":"3E001"}', { a: '3E001' }],
    ['[{"b":null}]', [{ b: null }]],
    ['{"a":"say 3E991, 1e400"}', { a: 'say 3E991, 1e400' }],
  ])('reads %s', (text, expected) => {
    expect(readJson(text)).toEqual({ ok: true, value: expected })
  })

  it('counts the levels that are open at once, however many there are one after another', () => {
    const pairs = '[{"a":[]},{}]'
    for (const [levels, fits] of [
      [64, true],
      [65, false],
    ] as const) {
      const nested =
        '['.repeat(levels - 3) + Array(99).fill(pairs).join(',') + ']'.repeat(levels - 3)
      expect(readJson(nested).ok).toBe(fits)
      expect(readJson('{"a":'.repeat(levels) + 1 + '}'.repeat(levels)).ok).toBe(fits)
    }
    const texts = `["${'[{'.repeat(99)}\\\\", "\\"${'[{'.repeat(99)}", "]}]}", ${'['.repeat(63)}${']'.repeat(64)}`
    expect(readJson(texts).ok).toBe(true)
    expect(readJson(texts.replace('"]}]}", ', '"]}]}", [').concat(']')).ok).toBe(false)
  })

  it.each(['', '{', '{"a":1', "{'a':1}", '{a:1}', '"a', '"\\', '[1,]', '01', 'NaN', '{"a":1}}'])(
    'refuses %j',
    (text) => {
      expect(readJson(text)).toMatchObject({
        problems: [
          {
            code: 'input.not-json',
            detail: expect.stringMatching(/^The text is not JSON: .+\.$/),
            remedy: 'Check quotes, commas and brackets near that place.',
          },
        ],
      })
    },
  )

  it.each([
    ['{"a":1,"b":2,"a":2}', "Duplicate key 'a' encountered at position 14"],
    ['{"a":1,"a":1}', 'a key stands twice in one object'],
    ['[{"x":{"a":{},"a":{}}}]', 'a key stands twice in one object'],
    ['{"a":1,"a":12345678901234567890}', "Duplicate key 'a' encountered at position 8"],
    ['{"a":12345678901234567890,"a":12345678901234567890}', 'a key stands twice in one object'],
  ])('refuses %s, which says a key twice', (text, why) => {
    expect(readJson(text)).toMatchObject({
      problems: [{ detail: `The text is not JSON: ${why}.` }],
    })
  })

  it('keeps a message short', () => {
    const read = readJson(`["${'x'.repeat(5000)}`)
    expect(read.ok ? 0 : (read.problems[0]?.detail.length ?? 0)).toBeLessThan(240)
    const key = 'k'.repeat(5000)
    for (const text of [
      `{"${key}":1,"${key}":2}`,
      `{"${key}":1,"${key}":12345678901234567890}`,
      `${key}: 1\n${key}: 2`,
      `a: *${key}`,
    ]) {
      for (const result of [readJson(text), readDocument(text)]) {
        expect(result.ok).toBe(false)
        expect(result.ok ? 0 : (result.problems[0]?.detail.length ?? 0)).toBeLessThan(260)
      }
    }
  })
})

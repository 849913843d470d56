import { describe, expect, test } from 'vitest'
import { createPaint } from './paint.ts'
import { printProblems } from './print-problems.ts'
import { printable } from './printable.ts'
import { widthOf, wrap } from './wrap.ts'

describe('printable text', () => {
  test('shows what would move the cursor or turn the reading direction', () => {
    expect(printable('a\u001b[2Jb\u202ec\u0007')).toBe('a\\u{1b}[2Jb\\u{202e}c\\u{7}')
  })

  test('stays on one line and keeps every script', () => {
    expect(printable('中芯\n国际\tПримèr')).toBe('中芯 国际 Примèr')
  })
})

describe('wrapping', () => {
  test('fills lines up to the width and no further', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four'])
    expect(wrap('one two', 7)).toEqual(['one two'])
  })

  test('leaves a word that is too long whole', () => {
    expect(wrap('a 15CFR742.6(a)(6)(iii)(A) b', 8)).toEqual(['a', '15CFR742.6(a)(6)(iii)(A)', 'b'])
  })

  test('counts wide characters as two columns', () => {
    expect(widthOf('7(17)ヲ')).toBe(7)
    expect(wrap('ヲヲ ヲヲ', 8)).toEqual(['ヲヲ', 'ヲヲ'])
  })
})

describe('problems for a person', () => {
  test('say where, what, and what to do', () => {
    const text = printProblems([
      {
        code: 'quantity.wrong-dimension',
        detail: '"1.6 s" measures time, where length is asked.',
        where: { file: 'order.yaml', line: 12, column: 7, path: 'items[0].characteristics.dco_nm' },
        remedy: 'State the value in nm.',
      },
    ])
    expect(text).toBe(
      'order.yaml:12:7 items[0].characteristics.dco_nm\n  "1.6 s" measures time, where length is asked.\n  State the value in nm. [quantity.wrong-dimension]\n',
    )
  })

  test('without a place and a remedy still say what', () => {
    expect(printProblems([{ code: 'a.b', detail: 'It is so.' }])).toBe(
      'navicert\n  It is so.\n  [a.b]\n',
    )
  })

  test('are cut where there are very many, and counted', () => {
    const many = Array.from({ length: 60 }, () => ({ code: 'a.b', detail: 'It is so.' }))
    expect(printProblems(many)).toMatch(/and 10 more\n$/)
  })
})

test('colour is there when asked for, and only then', () => {
  expect(createPaint(false)('red', 'stop')).toBe('stop')
  expect(createPaint(true)('red', 'stop')).toBe('\u001b[31mstop\u001b[39m')
})

import { describe, expect, it } from 'vitest'
import { isAtOrBelow, paragraphsAbove, parseEntryId } from './index.ts'

describe('the code of an entry', () => {
  it.each([
    'US:3A090.a.1',
    'EU:3B501.f',
    'JP:7(17)ヲ',
    'WA:3.A.1.a.5.a',
    'GB:500-series',
    'KR:36th-amendment.sem',
    'CN:61/2025',
    'US:742 Supp. 4',
    'US:3',
    `US:${'3'.repeat(62)}`,
  ])('reads %s', (text) => {
    expect(parseEntryId(text)).toEqual({ ok: true, value: text })
  })

  it.each([
    '',
    '3A090',
    'us:3A090',
    'USA:3A090',
    'U:3A090',
    'US 3A090',
    'US:',
    'US: 3A090',
    'US:3A090 ',
    ' US:3A090',
    'US:3A090\n',
    `US:${'3'.repeat(63)}`,
  ])('refuses %j', (text) => {
    expect(parseEntryId(text)).toEqual({
      ok: false,
      problems: [
        {
          code: 'entry.invalid',
          detail: `${JSON.stringify(text)} is not the code of an entry.`,
          remedy: 'Write the jurisdiction, a colon and the paragraph, for example US:3A090.a.',
        },
      ],
    })
  })

  it('cuts a long text short in its message', () => {
    const read = parseEntryId('x'.repeat(1000))
    expect(read.ok ? '' : read.problems[0]?.detail).toHaveLength(
      80 + '"" is not the code of an entry.'.length,
    )
  })
})

describe('being at or below a paragraph', () => {
  it.each([
    ['3A090', '3A090'],
    ['3A090.b', '3A090'],
    ['3A090.b.1', '3A090'],
    ['3A090.b.1', '3A090.b'],
    ['4A003.b', '4A003'],
    ['3.A.1.a.5.a', '3.A.1.a.5'],
    ['3.A.1.a.5.a', '3.A.1'],
    ['3.A.1.a.5.a', '3'],
    ['7(17)カ(2)', '7(17)カ'],
    ['7(17)カ(2)', '7(17)'],
    ['7(17)カ', '7(17)'],
    ['7(17)ヲ', '7'],
    ['US:3A090.b', 'US:3A090'],
    ['JP:7(17)カ(2)', 'JP:7(17)'],
  ])('puts %s under %s', (code, paragraph) => {
    expect(isAtOrBelow(code, paragraph)).toBe(true)
  })

  it.each([
    ['3A0901', '3A090'],
    ['3A090', '3A090.b'],
    ['4A003', '4A003.b'],
    ['3A090.b', '3A090.a'],
    ['3A090.b1', '3A090.b'],
    ['3.A.1.a.5.a', '3.A.1.a.5.b'],
    ['3.A.10', '3.A.1'],
    ['7(17-2)', '7(17)'],
    ['7(17)カ', '7(17)カ(2)'],
    ['7(17)ヨ', '7(17)カ'],
    ['7(17)カタ', '7(17)カ'],
    ['7(17)a', '7(17)'],
    ['36th-amendment.sem', '36th'],
    ['US:3A090', 'EU:3A090'],
  ])('does not put %s under %s', (code, paragraph) => {
    expect(isAtOrBelow(code, paragraph)).toBe(false)
  })
})

describe('the paragraphs above a code', () => {
  it.each([
    ['3A090.b.1', ['3A090.b.1', '3A090.b', '3A090']],
    ['3A090', ['3A090']],
    ['7(17)カ(2)', ['7(17)カ(2)', '7(17)カ', '7(17)', '7']],
    ['3.A.1.a', ['3.A.1.a', '3.A.1', '3.A', '3']],
    ['3', ['3']],
    // A heading always has text of its own.
    ['.a', ['.a']],
  ])('lists those of %s, itself first', (code, above) => {
    expect(paragraphsAbove(code)).toEqual(above)
  })
})

import { describe, expect, test } from 'vitest'
import { givenList } from './given-list.ts'

describe('a list that is named', () => {
  test('has a source, a file and a day', () => {
    expect(givenList('us-csl:lists/a b.csv@2026-06-01')).toEqual({
      source: 'us-csl',
      file: 'lists/a b.csv',
      published: '2026-06-01',
    })
    expect(givenList('csv:C:\\lists\\own.csv')).toEqual({
      source: 'csv',
      file: 'C:\\lists\\own.csv',
    })
  })

  test.each(['', 'us-csl', 'us-csl:', ':file', 'us-csl:file@2026-02-30', 'US:file'])(
    'is refused when it is written as %j',
    (text) => {
      expect(() => givenList(text)).toThrow(/Write source, file/)
    },
  )
})

import { expect, it } from 'vitest'
import { tableLines } from './table-lines.ts'

const plain = { paint: (_style: unknown, text: string) => text }

it('puts columns under their headings, and nothing where there is nothing to show', () => {
  expect(
    tableLines(
      ['Name', 'No'],
      [
        ['a', '10'],
        ['longer', '2'],
      ],
      plain,
    ),
  ).toEqual(['Name    No', 'a       10', 'longer  2'])
  expect(tableLines(['Name'], [], plain)).toEqual([])
})

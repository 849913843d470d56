import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unwrap } from '../kernel/index.ts'
import { readTable } from './read-table.ts'
import { csvLine, writeTable } from './write-table.ts'

test('a cell that a spreadsheet would run is kept a text', () => {
  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])
    expect(csvLine([formula])).toBe(`'${formula}\r\n`)
  expect(csvLine(['A=1'])).toBe('A=1\r\n')
})

test('commas, quotes and line ends are quoted', () => {
  expect(csvLine(['a,b', 'say "no"', 'two\nlines', 'plain'])).toBe(
    '"a,b","say ""no""","two\nlines",plain\r\n',
  )
})

const cell = fc.stringMatching(/^[A-Za-z0-9,;" äöü株삼|.:()-]{0,12}$/)

test.each(['csv', 'xlsx'] as const)(
  'what is written as %s reads the same, but for spaces',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const filled = rows.map(([one, other]) => [`x${one}`, other.replace(/^[-=+@]+/, '')])
          const bytes = await writeTable([['one', 'other'], ...filled], format)
          const table = unwrap(await readTable(bytes))
          expect(table.format).toBe(format)
          expect(table.rows.map(({ cells }) => cells.map((text) => text.trim()))).toEqual(
            filled.map((row) => row.map((text) => text.trim())),
          )
        },
      ),
      { numRuns: format === 'csv' ? 100 : 15 },
    )
  },
)

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBad, readRows, splitRow } from './separated-rows.ts'
import { openSourceFile } from './source-file.ts'
import { fileOf } from './temporary-files.fixture.ts'

const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ' ', ';', '日') })

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

describe('separated rows', () => {
  it('reads back every field that was quoted', () => {
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 8 }), (fields) => {
        expect(splitRow(fields.map(quoted).join(','), ',')).toEqual(fields)
      }),
    )
  })

  it('accounts for every line of garbage, as a row or as a problem', async () => {
    const line = fc.string({
      unit: fc.constantFrom('a', '"', ',', 'b'),
      minLength: 1,
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
        const file = openSourceFile(fileOf(lines.join('\n')))
        let accounted = 0
        for await (const row of readRows(file, { separator: ',', width: 3 })) {
          const breaks = isBad(row) ? 0 : row.fields.join('').split('\n').length - 1
          expect(row.line).toBe(accounted + 1)
          accounted += 1 + breaks
        }
        expect(accounted).toBe(lines.length)
      }),
      { numRuns: 60 },
    )
  })
})

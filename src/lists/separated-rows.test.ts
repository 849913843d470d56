import { describe, expect, it } from 'vitest'
import { type BadRow, isBad, type Row, readRows, splitRow } from './separated-rows.ts'
import { openSourceFile } from './source-file.ts'
import { fileOf } from './temporary-files.fixture.ts'

async function rowsOf(text: string, width?: number): Promise<readonly (Row | BadRow)[]> {
  const file = openSourceFile(fileOf(text))
  const shape = { separator: ',' as const, ...(width === undefined ? {} : { width }) }
  const rows: (Row | BadRow)[] = []
  for await (const row of readRows(file, shape)) rows.push(row)
  return rows
}

describe('splitRow', () => {
  it('keeps separators and doubled quotes inside quoted fields', () => {
    expect(splitRow('a,"b, c","d ""e""",', ',')).toEqual(['a', 'b, c', 'd "e"', ''])
  })

  it('gives nothing where a quoted field does not end', () => {
    expect(splitRow('a,"b', ',')).toBeUndefined()
  })

  it('takes a quote inside an unquoted field as it stands', () => {
    expect(splitRow('a 5" pipe,b', ',')).toEqual(['a 5" pipe', 'b'])
  })
})

describe('readRows', () => {
  it('numbers rows by their first line and skips empty lines', async () => {
    expect(await rowsOf('a,b\n\n"x\ny",z\nc,d\n')).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 3, fields: ['x\ny', 'z'] },
      { line: 5, fields: ['c', 'd'] },
    ])
  })

  it('reads files with a byte order mark and line ends of DOS', async () => {
    const rows = await rowsOf('\uFEFFa,b\r\n1,2\r\n\u001a')
    expect(rows).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['1', '2'] },
    ])
  })

  it('loses one line to a missing quote and not the rows behind it', async () => {
    const rows = await rowsOf('a,b\n1,"never closed\n2,x\n"3, three",y\n4,z\n')
    expect(rows.filter(isBad)).toEqual([
      { line: 2, reason: 'A quotation mark is opened and not closed' },
    ])
    expect(rows.filter((row) => !isBad(row)).map((row) => row.line)).toEqual([1, 3, 4, 5])
  })

  it('reports a row with too few or too many fields', async () => {
    const rows = await rowsOf('a,b,c\n1,2\n1,2,3,4\n')
    expect(rows.slice(1)).toEqual([
      { line: 2, reason: 'The row has 2 fields where 3 are expected' },
      { line: 3, reason: 'The row has 4 fields where 3 are expected' },
    ])
  })

  it('holds the first row to a width that is given', async () => {
    expect(await rowsOf('a,b\n', 3)).toEqual([
      { line: 1, reason: 'The row has 2 fields where 3 are expected' },
    ])
  })

  it('stays bounded when a line never ends', async () => {
    const rows = await rowsOf(`a,b\n${'x'.repeat(3_000_000)}\n1,2\n`)
    expect(rows[1]).toEqual({ line: 2, reason: 'The line is longer than a million characters' })
    expect(rows.at(-1)).toMatchObject({ fields: ['1', '2'] })
  })

  it('reads more rows than it holds at once', async () => {
    const text = Array.from({ length: 5000 }, (_, index) => `${index},"a\nb"`).join('\n')
    const rows = await rowsOf(text)
    expect(rows).toHaveLength(5000)
    expect(rows.at(-1)).toEqual({ line: 9999, fields: ['4999', 'a\nb'] })
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { csvLine, openSummary } from './summary-csv.ts'
import { inFolder, testSurroundings } from './surroundings.fixture.ts'

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

test('a refused line stands in its place with its problem', async () => {
  await inFolder(async (folder) => {
    const summary = openSummary('s.csv', testSurroundings({ workingDirectory: folder }))
    summary.refused('order-1', { code: 'a.b', detail: 'It is so.', where: { line: 3 } })
    await summary.finish()
    const [head, line] = readFileSync(join(folder, 's.csv'), 'utf8').split('\r\n')
    expect(head?.split(',')).toHaveLength(line?.split(',').length ?? 0)
    expect(line).toBe('order-1,,,,,,,,line 3: It is so. [a.b]')
  })
})

test('without a file nothing is written', async () => {
  await inFolder(async (folder) => {
    const summary = openSummary(undefined, testSurroundings({ workingDirectory: folder }))
    summary.refused(null, { code: 'a.b', detail: 'It is so.' })
    await summary.finish()
    summary.discard()
  })
})

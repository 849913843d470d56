import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSummary } from './summary-csv.ts'
import { inFolder, testSurroundings } from './surroundings.fixture.ts'

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

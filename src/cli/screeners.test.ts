import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { LegalDate } from '../kernel/index.ts'
import { givenList, screenersOf } from './screeners.ts'
import { inFolder, testSurroundings } from './surroundings.fixture.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const FILE = join(ROOT, 'examples/lists/fictional-screening-list.csv')
const [JUNE_1, JUNE_2, MAY_1] = ['2026-06-01', '2026-06-02', '2026-05-01'] as LegalDate[] as [
  LegalDate,
  LegalDate,
  LegalDate,
]

describe('a list that is named', () => {
  test('has a source, a file and a day', () => {
    expect(givenList('us-csl:lists/a b.csv@2026-06-01')).toEqual({
      source: 'us-csl',
      file: 'lists/a b.csv',
      published: JUNE_1,
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

describe('screening against a file', () => {
  const given = [{ source: 'us-csl', file: FILE, published: JUNE_1 }]

  test('uses it from the day of its publication, and keeps nothing', async () => {
    await inFolder(async (folder) => {
      const { readdirSync } = await import('node:fs')
      const surroundings = testSurroundings({ today: JUNE_2 })
      const screeners = await screenersOf(join(ROOT, 'law'), folder, given, surroundings)
      expect(screeners(JUNE_2, JUNE_2).screen({ name: 'Halcyon Lattice' }).state).toBe('hit')
      expect(screeners(MAY_1, MAY_1).lists).toEqual([])
      expect(screeners(MAY_1, MAY_1).screen({ name: 'Halcyon Lattice' }).state).toBe('not-screened')
      expect(screeners(JUNE_2, JUNE_2)).toBe(screeners(JUNE_2, JUNE_2))
      expect(readdirSync(folder)).toEqual([])
    })
  })

  test('what was not known then is not used', async () => {
    await inFolder(async (folder) => {
      const surroundings = testSurroundings({ today: JUNE_2 })
      const screeners = await screenersOf(join(ROOT, 'law'), folder, given, surroundings)
      expect(screeners(JUNE_2, MAY_1).lists).toEqual([])
    })
  })
})

import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { LegalDate } from '../kernel/index.ts'
import { inFolder } from './folder.fixture.ts'
import { screenersOf } from './screeners.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const FILE = join(ROOT, 'examples/lists/fictional-screening-list.csv')
const [JUNE_1, JUNE_2, MAY_1] = ['2026-06-01', '2026-06-02', '2026-05-01'] as LegalDate[] as [
  LegalDate,
  LegalDate,
  LegalDate,
]

describe('screening against a file', () => {
  const given = [{ source: 'us-csl', file: FILE, published: JUNE_1 }]

  test('uses it from the day of its publication, and keeps nothing', async () => {
    await inFolder(async (folder) => {
      const { readdirSync } = await import('node:fs')
      const at = { workingDirectory: folder, today: JUNE_2 }
      const screeners = await screenersOf(join(ROOT, 'law'), folder, given, at)
      expect(screeners(JUNE_2, JUNE_2).screen({ name: 'Halcyon Lattice' }).state).toBe('hit')
      expect(screeners(MAY_1, MAY_1).lists).toEqual([])
      expect(screeners(MAY_1, MAY_1).screen({ name: 'Halcyon Lattice' }).state).toBe('not-screened')
      expect(screeners(JUNE_2, JUNE_2)).toBe(screeners(JUNE_2, JUNE_2))
      expect(readdirSync(folder)).toEqual([])
    })
  })

  test('what was not known then is not used', async () => {
    await inFolder(async (folder) => {
      const at = { workingDirectory: folder, today: JUNE_2 }
      const screeners = await screenersOf(join(ROOT, 'law'), folder, given, at)
      expect(screeners(JUNE_2, MAY_1).lists).toEqual([])
    })
  })
})

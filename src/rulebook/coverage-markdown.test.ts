import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { coverageMarkdown } from './coverage-markdown.ts'
import { officialTexts } from './official-texts.ts'
import { projectLaw } from './project-law.fixture.ts'

const ROOT = join(import.meta.dirname, '../..')
const rulebook = projectLaw()
const rows = coverageMarkdown(rulebook)
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Law'))

describe('the table of coverage', () => {
  it('has a row for every law, encoded or only known', () => {
    expect(rows.map((row) => row.slice(2, 4))).toEqual([
      ...rulebook.jurisdictions.keys(),
      'TW',
      'CA',
      'AU',
      'CH',
      'SG',
      'IN',
    ])
  })
  it('leads every row to an official text and says what is missing', () => {
    for (const row of rows)
      expect(row).toMatch(/\| [^|]{10,} \| \[[^\]]+\]\(https?:\/\/[^)]+\) \|$/)
  })
  it('counts what is encoded, and nothing of what is not', () => {
    const rules = rulebook.rules.filter(({ jurisdiction }) => jurisdiction === 'GB').length
    expect(rows.find((row) => row.startsWith('| GB'))).toContain(` | ${rules} | `)
    expect(rows.find((row) => row.startsWith('| TW'))).toContain('| 0 | 0 | 0 | none |')
  })
  it('is what is published', () => {
    expect(readFileSync(join(ROOT, 'docs/coverage.md'), 'utf8')).toBe(coverageMarkdown(rulebook))
  })
})

describe('official texts', () => {
  it('are none in an edition without the table', () => {
    expect(officialTexts({ tables: new Map() })).toEqual([])
  })
})

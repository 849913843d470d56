import { expect, test } from 'vitest'
import type { RowResult } from './evaluate-row.ts'
import { familyOf, parseGoldRow } from './gold-row.ts'
import { printTable, summarise } from './summary.ts'

function row(id: string, outcome: RowResult['outcome'], about: RowResult['about']): RowResult {
  return { id, about, outcome, findings: [], notUnderstood: [] }
}

test('families are the letters before the number', () => {
  expect(['NV-001', 'SME-TX-010', 'X'].map(familyOf)).toEqual(['NV', 'SME-TX', 'X'])
})

test('rows are counted by outcome, in all, by subject and by family', () => {
  const summary = summarise(
    [
      row('NV-1', 'agreed', 'classification'),
      row('NV-2', 'false clear', 'classification'),
      row('TX-1', 'undetermined', 'transaction'),
    ],
    1,
  )
  expect(summary).toMatchObject({
    rows: 4,
    agreed: 1,
    agreedPercent: 25,
    undetermined: 1,
    differed: 0,
    falseClear: 1,
    problems: 1,
    classification: { rows: 2, agreed: 1 },
    transactions: { rows: 1, undetermined: 1 },
    families: { NV: { rows: 2 }, TX: { rows: 1 } },
  })
  const table = printTable(summary)
  expect(table).toHaveLength(6)
  expect(table[1]).toMatch(/^NV +2 +1 +0 +0 +1$/)
})

test('shares are rounded down: 94.96 percent is not 95', () => {
  const rows = Array.from({ length: 2500 }, (_, at) =>
    row(`A-${at}`, at < 2374 ? 'agreed' : 'differed', 'classification'),
  )
  expect(summarise(rows, 0).agreedPercent).toBe(94.9)
})

test('nothing evaluated is not everything agreed', () => {
  expect(summarise([], 0).agreedPercent).toBe(0)
})

test('a row of another shape is refused with its place', () => {
  expect(parseGoldRow({ id: 'A-1', asOf: '2026-02-30', item: {}, expected: {} })).toMatchObject({
    ok: false,
    problems: [{ where: { path: 'asOf' } }],
  })
})

import type { RowResult } from './evaluate-row.ts'
import { familyOf } from './gold-row.ts'
import type { Outcome } from './outcome.ts'

/** Counts of rows by outcome. */
export interface Tally {
  readonly rows: number
  readonly agreed: number
  readonly undetermined: number
  readonly differed: number
  readonly falseClear: number
}

export interface GoldSummary extends Tally {
  /** Percent of rows, one decimal, rounded down: 94.96 is not 95. */
  readonly agreedPercent: number
  readonly classification: Tally
  readonly transactions: Tally
  readonly families: Readonly<Record<string, Tally>>
  /** Lines that could not be read or evaluated; they count as rows that did not agree. */
  readonly problems: number
}

export function summarise(results: readonly RowResult[], problems: number): GoldSummary {
  const families = new Map<string, RowResult[]>()
  for (const result of results) {
    const family = familyOf(result.id)
    families.set(family, [...(families.get(family) ?? []), result])
  }
  const all = tally(results)
  const rows = all.rows + problems
  return {
    ...all,
    rows,
    agreedPercent: rows === 0 ? 0 : Math.floor((all.agreed * 1000) / rows) / 10,
    classification: tally(results.filter((one) => one.about === 'classification')),
    transactions: tally(results.filter((one) => one.about === 'transaction')),
    families: Object.fromEntries([...families].map(([family, rows]) => [family, tally(rows)])),
    problems,
  }
}

function tally(results: readonly RowResult[]): Tally {
  const count = (outcome: Outcome): number =>
    results.filter((one) => one.outcome === outcome).length
  return {
    rows: results.length,
    agreed: count('agreed'),
    undetermined: count('undetermined'),
    differed: count('differed'),
    falseClear: count('false clear'),
  }
}

/** A table for a person, one line a family. */
export function printTable(summary: GoldSummary): readonly string[] {
  const rows: readonly (readonly [string, Tally])[] = [
    ...Object.entries(summary.families),
    ['classification', summary.classification],
    ['transactions', summary.transactions],
    ['all', summary],
  ]
  const head = ['', 'rows', 'agreed', 'undetermined', 'differed', 'false clear']
  const cells = rows.map(([name, one]) => [
    name,
    ...[one.rows, one.agreed, one.undetermined, one.differed, one.falseClear].map(String),
  ])
  const widths = head.map((title, at) =>
    Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)),
  )
  return [head, ...cells].map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

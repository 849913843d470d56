/** A table as it stands in a file: texts under a heading, nothing interpreted. */
export interface Table {
  readonly format: 'csv' | 'xlsx'
  /** Decimal comma, as in files that separate with semicolons. */
  readonly decimalComma: boolean
  readonly heading: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** As a spreadsheet counts: the heading is row 1. */
  readonly row: number
  readonly cells: readonly string[]
}

/** More rows than this are two files. */
export const MAX_ROWS = 200_000
export const MAX_COLUMNS = 500

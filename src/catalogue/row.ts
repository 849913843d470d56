import type { Problem } from '../kernel/index.ts'
import type { CellReader } from './cell-reading.ts'
import type { Table, TableRow } from './table.ts'
import { plainHeading, type Template } from './template.ts'

/** Which column of the file each column of a template is. */
export class Columns {
  readonly #at = new Map<string, number>()
  readonly #open = new Map<string, readonly (readonly [string, number])[]>()
  /** Headings that no column of the template has. */
  readonly unread: readonly string[]

  constructor({ heading }: Table, template: Template) {
    const plain = heading.map(plainHeading)
    const known = new Set<number>()
    for (const { name, also = [], open } of template.columns) {
      if (open === true) {
        const all = plain.flatMap((one, at) =>
          one.startsWith(name) ? [[(heading[at] ?? '').slice(name.length), at] as const] : [],
        )
        this.#open.set(name, all)
        for (const [, at] of all) known.add(at)
        continue
      }
      const headings = [name, ...also].map(plainHeading)
      const at = plain.findIndex((one) => headings.includes(one))
      if (at >= 0) {
        this.#at.set(name, at)
        known.add(at)
      }
    }
    this.unread = heading.filter((one, at) => one !== '' && !known.has(at))
  }

  has(column: string): boolean {
    return this.#at.has(column)
  }

  at(column: string): number | undefined {
    return this.#at.get(column)
  }

  openOf(column: string): readonly (readonly [string, number])[] {
    return this.#open.get(column) ?? []
  }
}

/** The cells of one row by column, and what is wrong with them. */
export class Row {
  readonly problems: Problem[] = []
  readonly row: number
  readonly #cells: readonly string[]
  readonly #columns: Columns
  readonly #decimalComma: boolean

  constructor({ row, cells }: TableRow, columns: Columns, decimalComma: boolean) {
    this.row = row
    this.#cells = cells
    this.#columns = columns
    this.#decimalComma = decimalComma
  }

  /** What a cell says; nothing where it is empty or (then a problem is kept) cannot be read. */
  read<T>(column: string, reader: CellReader<T>): T | undefined {
    const at = this.#columns.at(column)
    return at === undefined ? undefined : this.#readCell(at, column, reader)
  }

  /** The cells of all columns `column.…` by the rest of their names. */
  readOpen<T>(column: string, reader: CellReader<T>): Readonly<Record<string, T>> {
    const read = this.#columns.openOf(column).flatMap(([rest, at]) => {
      const value = this.#readCell(at, `${column}${rest}`, reader)
      return value === undefined ? [] : [[rest, value] as const]
    })
    return Object.fromEntries(read)
  }

  refuse(column: string, problem: Omit<Problem, 'where'>): void {
    this.problems.push({ ...problem, where: { line: this.row, path: column } })
  }

  #readCell<T>(at: number, column: string, reader: CellReader<T>): T | undefined {
    const cell = (this.#cells[at] ?? '').normalize('NFC').trim()
    // The apostrophe by which a table written here kept a text from being a formula.
    const text = cell.replace(/^'(?=[=+\-@])/, '')
    if (text === '') return undefined
    const read = reader(text, this.#decimalComma)
    if (read.ok) return read.value
    for (const problem of read.problems) this.refuse(column, problem)
    return undefined
  }
}

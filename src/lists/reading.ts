import type { LegalDate, Problem } from '../kernel/index.ts'
import type { ListedParty } from '../screening/index.ts'
import type { SourceFile } from './source-file.ts'

/** What an adapter makes of the files it was given. */
export interface ListReading {
  readonly parties: readonly ListedParty[]
  /** Rows as printed, by list: the rejected ones that could still be told apart, headings, all. */
  readonly rows: ReadonlyMap<string, number>
  readonly rowCount: number
  readonly rejected: number
  readonly rejections: readonly Problem[]
  readonly warnings: readonly Problem[]
  /** The publication day that the file states. */
  readonly published?: LegalDate
  /** The latest day that a row names: the file cannot have been published before. */
  readonly latestDay?: string
}

/** @throws ProblemError where the files are not in the format at all */
export type ListReader = (
  files: readonly SourceFile[],
  options: { readonly list?: string },
) => Promise<ListReading>

const MAX_SHOWN = 100

/** Gathers parties, counts and problems while a file is read. */
export class Gathering {
  readonly #parties: ListedParty[] = []
  readonly #rows = new Map<string, number>()
  readonly #rejections: Problem[] = []
  readonly #warnings: Problem[] = []
  #rejected = 0
  #rowCount = 0
  #latestDay = ''

  row(list: string): void {
    this.#rowCount += 1
    this.#rows.set(list, (this.#rows.get(list) ?? 0) + 1)
  }

  party(party: ListedParty): void {
    this.#parties.push(party)
  }

  /** A row that could not be read; the rest goes on. */
  reject(file: string, line: number, reason: string, remedy: string): void {
    this.#rejected += 1
    this.#rowCount += 1
    if (this.#rejections.length >= MAX_SHOWN) return
    this.#rejections.push({
      code: 'list.bad-row',
      detail: `${reason}; the row is left out.`,
      where: { file, line },
      remedy,
    })
  }

  warn(problem: Problem): void {
    if (this.#warnings.length < MAX_SHOWN) this.#warnings.push(problem)
  }

  sawDay(day: string | undefined): void {
    if (day !== undefined && day > this.#latestDay) this.#latestDay = day
  }

  done(): ListReading {
    return {
      parties: this.#parties,
      rows: this.#rows,
      rowCount: this.#rowCount,
      rejected: this.#rejected,
      rejections: this.#rejections,
      warnings: this.#warnings,
      ...(this.#latestDay === '' ? {} : { latestDay: this.#latestDay }),
    }
  }
}

export const BAD_ROW_REMEDY =
  'Download the file again; where the publisher prints it so, add the party to an own list (csv).'

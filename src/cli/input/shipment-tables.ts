import {
  type Encoding,
  type OnFile,
  type ReadRows,
  readItems,
  readParties,
  readShipments,
  type Table,
} from '../../catalogue/index.ts'
import { type Problem, ProblemError, type Result, unwrap } from '../../kernel/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { readTableFile, type TableReading } from './read-entries.ts'

/** Files that a table of shipments names items and parties from. */
export interface OnFileOptions {
  readonly items?: string
  readonly parties?: string
  readonly encoding?: Encoding
}

const MOST_PROBLEMS = 20
const NOTHING: OnFile = { items: new Map(), parties: new Map() }

/**
 * How a table of shipments is read beside what is on file. A row of what is on file that cannot be read
 * stops everything: the shipments that name it would be told that it is not there.
 * @param onFile what counts where no file is given @throws ProblemError
 */
export async function shipmentReading(
  { items, parties, encoding }: OnFileOptions,
  surroundings: Surroundings,
  onFile = NOTHING,
): Promise<TableReading> {
  const beside: OnFile = {
    items:
      items === undefined ? onFile.items : await byNumber(items, readItems, encoding, surroundings),
    parties:
      parties === undefined
        ? onFile.parties
        : await byNumber(parties, readParties, encoding, surroundings),
  }
  return (table) => readShipments(table, beside)
}

async function byNumber<T>(
  file: string,
  read: (table: Table) => Result<ReadRows<T>>,
  encoding: Encoding | undefined,
  surroundings: Surroundings,
): Promise<ReadonlyMap<string, T>> {
  const table = await readTableFile(file, encoding, surroundings)
  const inFile = (problem: Problem): Problem => ({ ...problem, where: { ...problem.where, file } })
  const found = read(table)
  if (!found.ok) throw new ProblemError(...found.problems.map(inFile))
  const { rows } = unwrap(found)
  const problems = rows.flatMap((row) => ('problems' in row ? row.problems : []))
  if (problems.length > 0) throw new ProblemError(...problems.slice(0, MOST_PROBLEMS).map(inFile))
  return new Map(rows.flatMap((row) => ('value' in row ? [[row.id, row.value] as const] : [])))
}

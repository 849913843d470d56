import { rowErrorTable } from '../../catalogue/index.ts'
import { KIND_TABLES, numbersOnFile, readAllStated } from '../../desk/index.ts'
import { type Problem, ProblemError } from '../../kernel/index.ts'
import type { Kind, Stated } from '../../on-file/index.ts'
import type { Store } from '../../storage/index.ts'
import { openEngine } from '../engine.ts'
import { openEntries, type TableReading } from '../input/read-entries.ts'
import { type OnFileOptions, shipmentReading } from '../input/shipment-tables.ts'
import type { LawOption, TableOptions } from '../options.ts'
import { writeRowErrors } from '../output/row-errors.ts'
import type { Session } from '../session.ts'

export type AddOptions = LawOption & OnFileOptions & TableOptions

const MOST_PROBLEMS = 20

/**
 * What is to be put on file, all of a file or nothing.
 * @throws ProblemError with at most so many problems, each at its line
 */
export async function readForFile(
  store: Store,
  kind: Kind,
  file: string,
  options: AddOptions,
  { surroundings }: Session,
): Promise<ReadonlyMap<string, Stated>> {
  const { encoding, rowErrors } = options
  const { today } = surroundings
  const engine = openEngine(options, surroundings)
  const reading =
    kind === 'order' ? await orderReading(store, options, surroundings) : KIND_TABLES[kind].read
  const source = await openEntries(file, reading, encoding, surroundings)
  if (rowErrors !== undefined && source.table === undefined) throw new ProblemError(NO_ROWS)
  const most = rowErrors === undefined ? MOST_PROBLEMS : undefined
  const { all, errors } = await readAllStated({ store, engine, kind, today }, source.pieces, most)
  if (errors.length === 0) return all
  if (rowErrors !== undefined && source.table !== undefined)
    await writeRowErrors(rowErrors, rowErrorTable(source.table, errors), surroundings)
  const problems = errors.flatMap(({ row, problems: found }) =>
    found.map((one): Problem => ({ ...one, where: { line: row, ...one.where, file } })),
  )
  throw new ProblemError(...problems.slice(0, MOST_PROBLEMS))
}

/** Where no table of items or parties is given, those on file count. */
async function orderReading(
  store: Store,
  options: OnFileOptions,
  surroundings: Session['surroundings'],
): Promise<TableReading> {
  const { items, parties } = options
  return await shipmentReading(options, surroundings, {
    items: items === undefined ? await numbersOnFile(store, 'item') : new Map(),
    parties: parties === undefined ? await numbersOnFile(store, 'party') : new Map(),
  })
}

const NO_ROWS: Problem = {
  code: 'options.contradict',
  detail: '--row-errors is of a table, and the input is JSON lines.',
  remedy: 'What is wrong is said with its line.',
}

import { problemsOf, readStated, Shelf } from '../../desk/index.ts'
import { type Problem, ProblemError, unwrap } from '../../kernel/index.ts'
import type { Kind, Stated } from '../../on-file/index.ts'
import type { Store } from '../../storage/index.ts'
import { openEngine } from '../engine.ts'
import { readAllOrNone } from '../input/read-all.ts'
import { openEntries, type TableReading } from '../input/read-entries.ts'
import { type OnFileOptions, shipmentReading } from '../input/shipment-tables.ts'
import type { LawOption, TableOptions } from '../options.ts'
import type { Session } from '../session.ts'
import { KIND_TABLES } from './tables.ts'

export type AddOptions = LawOption & OnFileOptions & TableOptions

/**
 * What is to be put on file, all of a file or nothing: each is read by the law before any is kept.
 * @throws ProblemError with the lines
 */
export async function readForFile(
  store: Store,
  kind: Kind,
  file: string,
  options: AddOptions,
  { surroundings }: Session,
): Promise<ReadonlyMap<string, Stated>> {
  const { encoding, rowErrors } = options
  const engine = openEngine(options, surroundings)
  const reading =
    kind === 'order' ? await orderReading(store, options, surroundings) : KIND_TABLES[kind].read
  const source = await openEntries(file, reading, encoding, surroundings)
  if (rowErrors !== undefined && source.table === undefined) throw new ProblemError(NO_ROWS)
  return await readAllOrNone(
    { file, source, rowErrors, surroundings },
    (entry) => {
      const { ref, stated } = unwrap(readStated(kind, entry.read()))
      return [ref, stated]
    },
    (all) => problemsOf(store, engine, kind, all, surroundings.today),
  )
}

/** Where no table of items or parties is given, those on file count. */
async function orderReading(
  store: Store,
  options: OnFileOptions,
  surroundings: Session['surroundings'],
): Promise<TableReading> {
  const onFile = async (kind: Kind): Promise<Map<string, { onFile: string }>> => {
    const rows = await new Shelf(store, kind, 'nobody').rows()
    return new Map([...rows.keys()].map((ref) => [ref, { onFile: ref }]))
  }
  return await shipmentReading(options, surroundings, {
    items: options.items === undefined ? await onFile('item') : new Map(),
    parties: options.parties === undefined ? await onFile('party') : new Map(),
  })
}

const NO_ROWS: Problem = {
  code: 'options.contradict',
  detail: '--row-errors is of a table, and the input is JSON lines.',
  remedy: 'What is wrong is said with its line.',
}

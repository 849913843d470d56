import type { RowError } from '../../catalogue/index.ts'
import {
  type LegalDate,
  type Problem,
  ProblemError,
  type Result,
  unwrap,
} from '../../kernel/index.ts'
import type { Kind, Stated } from '../../on-file/index.ts'
import type { Store } from '../../storage/index.ts'
import type { Engine } from '../engine.ts'
import { problemsOf, readStated } from './read-stated.ts'
import { OpenRecords } from './records.ts'

/** One record to be put on file, at its line or row. */
export interface RecordToRead {
  readonly line: number
  /** @throws ProblemError with all that is wrong */
  read(): unknown
}

export interface FilingParts {
  readonly store: Store
  readonly engine: Engine
  readonly kind: Kind
  readonly today: LegalDate
}

export interface AllStated {
  /** Those with which nothing is wrong. */
  readonly all: ReadonlyMap<string, Stated>
  readonly errors: readonly RowError[]
}

/**
 * All records by their numbers, and what is wrong with which: one passed over is one that nobody looks at,
 * so that whoever files them files all or none. Each is read by the law before any is kept.
 * @param most more errors than these are not looked for
 */
export async function readAllStated(
  { store, engine, kind, today }: FilingParts,
  pieces: AsyncIterable<readonly RecordToRead[]> | Iterable<readonly RecordToRead[]>,
  most = Number.POSITIVE_INFINITY,
): Promise<AllStated> {
  const all = new Map<string, Stated>()
  const lines = new Map<string, number>()
  const errors: RowError[] = []
  for await (const records of pieces) {
    for (const record of records) {
      const found = readOne(kind, record)
      if (!found.ok) errors.push({ row: record.line, problems: found.problems })
      else if (all.has(found.value.ref))
        errors.push({ row: record.line, problems: [twice(found.value.ref)] })
      else {
        all.set(found.value.ref, found.value.stated)
        lines.set(found.value.ref, record.line)
      }
    }
    if (errors.length >= most) return { all, errors }
  }
  for (const [ref, problems] of await problemsOf(store, engine, kind, all, today)) {
    errors.push({ row: lines.get(ref) ?? 0, problems })
    all.delete(ref)
  }
  return { all, errors }
}

/** Orders with what they name on file put in its place: transactions as `check` takes them. */
export async function transactionsOf(
  store: Store,
  orders: ReadonlyMap<string, Stated>,
): Promise<readonly Stated[]> {
  const records = await OpenRecords.around(store, 'order', orders)
  return [...orders.values()].map((order) => unwrap(records.transactionOf('order', order)))
}

function readOne(kind: Kind, record: RecordToRead): ReturnType<typeof readStated> {
  let value: unknown
  try {
    value = record.read()
  } catch (error) {
    if (error instanceof ProblemError) return refused(error)
    throw error
  }
  return readStated(kind, value)
}

function refused({ problems }: ProblemError): Result<never> {
  return { ok: false, problems }
}

function twice(ref: string): Problem {
  return {
    code: 'input.twice',
    detail: `The number ${JSON.stringify(ref)} stands twice.`,
    remedy: 'Give each a number of its own.',
  }
}

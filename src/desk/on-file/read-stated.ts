import { z } from 'zod'
import {
  fail,
  type LegalDate,
  ok,
  type Problem,
  ProblemError,
  parseShape,
  type Result,
} from '../../kernel/index.ts'
import {
  itemOnFile,
  type Kind,
  partyOnFile,
  type Stated,
  ticketOnFile,
  toolOnFile,
  usesOf,
} from '../../on-file/index.ts'
import type { Store } from '../../storage/index.ts'
import type { Engine } from '../engine.ts'
import { answerItem } from './answer-item.ts'
import { OpenRecords } from './records.ts'

/** An order is a transaction with a number, which may name items and parties on file. */
const orderOnFile = z.looseObject({
  id: z.union([z.string().trim().min(1).max(200), z.number().transform(String)]),
})

const SHAPES: Readonly<Record<Kind, z.ZodType>> = {
  item: itemOnFile,
  party: partyOnFile,
  tool: toolOnFile,
  order: orderOnFile,
  ticket: ticketOnFile,
}

/** What is to be put on file, by its shape alone. */
export function readStated(
  kind: Kind,
  value: unknown,
): Result<{ readonly ref: string; readonly stated: Stated }> {
  const isUnnumbered = kind === 'order' && !('id' in (Object(value) as object))
  if (isUnnumbered) return fail(noNumber())
  const read = parseShape(SHAPES[kind], value)
  if (!read.ok) return read
  // Each of the shapes is an object.
  const stated = read.value as Stated
  return ok({ ref: String(stated[kind === 'tool' ? 'serial' : 'id']), stated })
}

/** So long nobody else is let in, in milliseconds. */
const AT_A_STRETCH = 50

/**
 * What is wrong with these, by number: what they name is not on file, or the law cannot read them. Nothing
 * that could not be answered comes on file.
 */
export async function problemsOf(
  store: Store,
  engine: Engine,
  kind: Kind,
  all: ReadonlyMap<string, Stated>,
  today: LegalDate,
): Promise<ReadonlyMap<string, readonly Problem[]>> {
  const isAlone = kind === 'item' || kind === 'party'
  const records = isAlone ? undefined : await OpenRecords.around(store, kind, all)
  const found = new Map<string, readonly Problem[]>()
  let until = performance.now() + AT_A_STRETCH
  for (const [ref, stated] of all) {
    if (performance.now() > until) {
      await new Promise((next) => setImmediate(next))
      until = performance.now() + AT_A_STRETCH
    }
    const problems =
      records === undefined
        ? kind === 'item'
          ? problemsIn(() => void answerItem(engine, stated, today))
          : []
        : dealProblems(engine, records, kind, ref, stated)
    if (problems.length > 0) found.set(ref, problems)
  }
  return found
}

/** A tool is read as a ticket for it would be. */
function dealProblems(
  engine: Engine,
  records: OpenRecords,
  kind: Kind,
  ref: string,
  stated: Stated,
): readonly Problem[] {
  const missing = usesOf(kind, stated).filter((use) => !records.has(use.kind, use.ref))
  if (missing.length > 0) return missing.map((use) => notOnFile(use.kind, use.ref))
  const transaction =
    kind === 'tool'
      ? records.transactionOf('ticket', { id: ref, tool: ref })
      : records.transactionOf(kind === 'order' ? 'order' : 'ticket', stated)
  const read = transaction.ok ? engine.parseTransaction(transaction.value) : transaction
  return read.ok ? [] : read.problems
}

function problemsIn(work: () => void): readonly Problem[] {
  try {
    work()
    return []
  } catch (error) {
    if (error instanceof ProblemError) return error.problems
    throw error
  }
}

function noNumber(): Problem {
  return {
    code: 'order.no-ref',
    detail: 'The order has no number.',
    remedy: 'State `id`; by it the order is known again.',
  }
}

function notOnFile(kind: Kind, ref: string): Problem {
  return {
    code: `${kind}.not-on-file`,
    detail: `No ${kind} ${JSON.stringify(ref)} is on file.`,
    remedy: 'Put it on file first, or correct the number.',
  }
}

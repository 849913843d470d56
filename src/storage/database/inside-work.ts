import { AsyncLocalStorage } from 'node:async_hooks'
import { assert } from '../../kernel/index.ts'

interface Running {
  ended: boolean
}
const running = new AsyncLocalStorage<Running>()

/** Runs a transaction's body, and knows what is called from within it. */
export async function insideWork<T>(body: () => Promise<T>): Promise<T> {
  const work: Running = { ended: false }
  try {
    return await running.run(work, body)
  } finally {
    work.ended = true
  }
}

/**
 * A query from within a transaction that goes past it waits for itself: on PGlite for the only
 * connection, on PostgreSQL for the lock of the record. So it is told at once, on both.
 */
export function assertOutsideWork(): void {
  const work = running.getStore()
  assert(work === undefined || work.ended, 'a query within a work goes through it, not past it')
}

import type { z } from 'zod'
import { fail, parseShape, type Result } from '../kernel/index.ts'
import type { LedgerEntry } from './ledger-entry.ts'

/** The body of an entry, held against the shape of its type. */
export function readBody<T>(schema: z.ZodType<T>, { type, body }: LedgerEntry): Result<T> {
  return parseShape(schema, body, {
    locate: (path) => ({ path: path.map(String).join('.') }),
    shapeRemedy: `See ${type} in docs/regime-record.md.`,
  })
}

/** An entry that has no effect, and why: it stays in its log with this reason. */
export function refuse(code: string, detail: string, remedy?: string): Result<never> {
  return fail({ code, detail, ...(remedy === undefined ? {} : { remedy }) })
}

import { fail, ok, type Problem, type Result } from '../kernel/index.ts'
import type { Amount } from './amount.ts'
import { type FactValue, STATED_NONE, STATED_UNKNOWN } from './criteria-model.ts'
import type { StatedRecord } from './derivation.ts'
import { readPlainNumber } from './read-value.ts'
import { shown } from './stated-problems.ts'

export interface ReadValue {
  readonly value: FactValue
  /** Whether a set may have members besides those stated. */
  readonly isOpen?: boolean
  /** Of a list parameter: what formulas over it read. */
  readonly records?: readonly StatedRecord[]
}

/** The records of a list parameter, as `ops`: each with the numbers that formulas over the list read. */
export function readRecords(
  id: string,
  value: unknown,
  fields: readonly string[],
): Result<ReadValue> {
  if (value === 'unknown') return ok({ value: STATED_UNKNOWN })
  if (value === 'none') return ok({ value: STATED_NONE })
  const rows: StatedRecord[] = []
  const shape = `a list of records, each with ${fields.join(' and ')}`
  if (!Array.isArray(value)) return fail(listMisfit(id, value, shape))
  for (const row of value as unknown[]) {
    if (typeof row !== 'object' || row === null) return fail(listMisfit(id, row, shape))
    const stated = row as Readonly<Record<string, unknown>>
    const record: Record<string, Amount | string> = {}
    for (const field of fields) {
      const amount = readPlainNumber(stated[field], '1')
      if (!amount.ok || amount.value.near < 0)
        return fail(listMisfit(id, stated[field] ?? field, shape))
      record[field] = amount.value
    }
    rows.push(record)
  }
  return ok({ value: true, records: rows })
}

function listMisfit(id: string, value: unknown, shape: string): Problem {
  return {
    code: 'characteristic.wrong-type',
    detail: `${shown(value)} does not fit ${id}.`,
    remedy: `Write ${shape}.`,
  }
}

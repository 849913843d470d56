import type { Problem, Result } from '../../kernel/index.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { readBody } from '../read-body.ts'
import { type DenialsState, denialsUnder } from './fold.ts'
import { DENIAL_MESSAGES } from './messages.ts'
import type { DenialRecord } from './record.ts'
import type { TermsOfRegimes } from './terms.ts'

/** A row of a file of denials, or why it could not be read. */
export interface DenialRow {
  /** Row of the table, or line of the file. */
  readonly row: number
  readonly value?: unknown
  readonly problems?: readonly Problem[]
}

export interface RefusedRow {
  readonly row: number
  readonly problems: readonly Problem[]
}

/**
 * The records of a file, all of them or none: each is tried on what is known, with those above it, so that
 * what is loaded has effect. `refused` lists every bad row; where it lists one, nothing is to be loaded.
 */
export function readDenialRows(
  rows: readonly DenialRow[],
  member: string,
  known: DenialsState,
  terms: TermsOfRegimes,
): { readonly records: readonly DenialRecord[]; readonly refused: readonly RefusedRow[] } {
  const subject = denialsUnder(terms)
  const records: DenialRecord[] = []
  const refused: RefusedRow[] = []
  let state = known
  for (const { row, value, problems } of rows) {
    const entry = trialEntry(member, row, value)
    const next: Result<DenialsState> =
      problems === undefined ? subject.apply(state, entry) : { ok: false, problems }
    if (!next.ok) {
      refused.push({ row, problems: next.problems })
      continue
    }
    state = next.value
    const read = readBody(DENIAL_MESSAGES['denial.notify'], entry)
    if (read.ok) records.push(read.value)
  }
  return { records, refused }
}

/** A row as the entry it would become: nothing of it but its body is looked at. */
function trialEntry(member: string, row: number, body: unknown): LedgerEntry {
  return {
    member,
    sequence: row,
    digest: 'sha256:' as LedgerEntry['digest'],
    type: 'denial.notify',
    createdAt: '',
    references: [],
    body,
  }
}

// Denials: what was refused, by whom, in which regimes, and until when.
export { type DenialRow, type RefusedRow, readDenialRows } from './denials/denial-rows.ts'
export { type Denial, type DenialsState, denialsUnder } from './denials/fold.ts'
export type { DenialRecord } from './denials/record.ts'
export { type Standing, standingOf } from './denials/standing.ts'
export { type NoUndercutTerms, readNoUndercut, type TermsOfRegimes } from './denials/terms.ts'
export { inOrder, type RefusedEntry, readSubject, type Subject } from './ledger.ts'
export type { LedgerEntry } from './ledger-entry.ts'
export { Records } from './records.ts'

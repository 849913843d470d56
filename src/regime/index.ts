export { inOrder, type RefusedEntry, readSubject, type Subject } from './ledger.ts'
export type { LedgerEntry } from './ledger-entry.ts'

import type { Digest } from '../kernel/index.ts'

/**
 * One verified entry of one member's log, as the regime reads it. Who signed it, that it stands in that
 * log at that place and when witnesses first saw it was proved before it came here; the regime decides
 * what it means.
 */
export interface LedgerEntry {
  /** Code of the member whose log holds it: the one author of what it says. */
  readonly member: string
  /** Place in that log: 0, 1, 2 … without a gap. */
  readonly sequence: number
  /** Of the entry's exact bytes. */
  readonly digest: Digest
  readonly type: string
  /** What its author's clock said, an RFC 3339 time: never decides a deadline. */
  readonly createdAt: string
  /**
   * Median of the times at which witnesses first saw a checkpoint that covers it, an RFC 3339 time in UTC;
   * absent while too few have. It decides deadlines, so that nobody dates a ballot back.
   */
  readonly witnessedAt?: string
  /** Role of the officer who signed; absent where the node alone did. */
  readonly officerRole?: string
  /** Entries that it speaks of. */
  readonly references: readonly Digest[]
  /** The entry of its author, of the same type, in whose place it stands; that it may was proved before. */
  readonly supersedes?: Digest
  /** Absent where it is sealed to others: that it exists is all this node knows. */
  readonly body?: unknown
  /** The log forked before this entry: it is kept and shown, and counts for nothing. */
  readonly disputed?: true
}

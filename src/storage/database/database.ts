import type { Kysely } from 'kysely'
import type { Tables } from '../schema/tables.ts'

/** An open, migrated database, entered in the role that can add to the record and not change it. */
export interface Database {
  readonly kind: 'pglite' | 'postgresql'
  /** Where it is, fit to print: never with a password. */
  readonly place: string
  readonly sql: Kysely<Tables>
  /** Writes a table anew as its owner, so that nothing of what its rows were before is left in the files. */
  writeAnew(owner: Kysely<Tables>, table: string): Promise<void>
  close(): Promise<void>
}

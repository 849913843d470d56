import type { Generated } from 'kysely'

/** The tables of the schema `navicert`, as they are read and written. */
export interface Tables {
  'navicert.schema_version': SchemaVersionRow
  'navicert.events': EventRow
  'navicert.commands': CommandRow
  'navicert.checkpoints': CheckpointRow
  'navicert.subject_keys': SubjectKeyRow
  'navicert.erasures_due': ErasureDueRow
  'navicert.tallies': TallyRow
}

interface SchemaVersionRow {
  readonly version: number
  readonly name: string
}

export interface EventRow {
  /** PostgreSQL's drivers give a bigint as text, PGlite as a number: read it with `Number`. */
  readonly position: number
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly at: Date
  readonly actor: string
  /** Canonical JSON as text: `jsonb` would refuse and rewrite what a digest was made of. */
  readonly body: string
  readonly previous: string | null
  readonly digest: string
}

interface CommandRow {
  readonly key: string
  readonly digest: string
  readonly result: string
}

interface CheckpointRow {
  readonly projection: string
  readonly version: number
  readonly position: number
}

interface SubjectKeyRow {
  readonly subject: string
  readonly wrapped: string | null
  readonly destroyed_at: Date | null
}

interface ErasureDueRow {
  readonly id: Generated<number>
}

interface TallyRow {
  readonly key: string
  readonly count: number
  readonly last: Date
}

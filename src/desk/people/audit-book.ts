import type { Kysely, SelectQueryBuilder } from 'kysely'
import { ProblemError } from '../../kernel/index.ts'
import type { Json, Projection, RecordedEvent, Store } from '../../storage/index.ts'

/** Something that left no other trace, put on record: what was read, who failed to sign in. */
export interface AuditEntry {
  readonly type: 'audit.read' | 'audit.sign-in-failed'
  /** Who did it; `nobody` where that is not known. */
  readonly actor: string
  /** The action of the table, or the means of signing in. */
  readonly action: string
  /** Of what, by ids alone: names are not put here. */
  readonly of: string
  readonly request: string
  /** How it was tried to sign in. */
  readonly means?: string
  /** Whose token it was done with. */
  readonly token?: string
}

/** A line of the audit: what was put on record for it, and what was done to accounts. */
export interface AuditLine {
  readonly position: number
  readonly at: string
  readonly actor: string
  readonly what: string
  readonly of: string
  readonly request: string
}

export interface AuditSearch {
  readonly actor?: string | undefined
  readonly what?: string | undefined
  readonly of?: string | undefined
  /** Days, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Persons whose doings may be shown; absent: everybody's. */
  readonly among?: readonly string[] | undefined
  readonly before?: number | undefined
  readonly limit: number
}

interface AuditTable {
  readonly audit: Omit<AuditLine, 'position'> & { readonly position: number | string }
}

/** Who did what, to be searched. */
export const AUDIT: Projection<AuditTable> = {
  name: 'audit',
  version: 1,
  tables: ['audit'],
  async create(views) {
    await views.schema
      .createTable('audit')
      .addColumn('position', 'bigint', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('what', 'text', (column) => column.notNull())
      .addColumn('of', 'text', (column) => column.notNull())
      .addColumn('request', 'text', (column) => column.notNull())
      .execute()
    for (const column of ['at', 'actor', 'of'])
      await views.schema.createIndex(`audit_${column}`).on('audit').column(column).execute()
  },
  async apply(event, views) {
    const line = lineOf(event)
    if (line !== undefined) await views.insertInto('audit').values(line).execute()
  },
}

function lineOf(event: RecordedEvent): AuditLine | undefined {
  const { position, at, actor, stream, type, body } = event
  const said = body as { readonly [key: string]: Json }
  const common = { position, at, actor, request: String(said.request ?? '') }
  if (stream.startsWith(STREAM))
    return { ...common, what: `${String(said.action)}`, of: String(said.of) }
  if (stream === 'people' && type !== 'token-used')
    return { ...common, what: type, of: String(said.person ?? said.organisation ?? '') }
  if (stream.startsWith('sessions:') && type !== 'session-seen')
    return { ...common, what: type, of: stream.replace('sessions:', '') }
  return undefined
}

type AuditStore = Pick<Store, 'append' | 'readStream' | 'catchUp' | 'view'>

const STREAM = 'audit:'
const MOST_TRIES = 20

/** Keeps the audit, a stream a day, and searches it. */
export class AuditBook {
  readonly #store: AuditStore
  readonly #now: () => Date
  #stream = ''
  #version = 0
  #turn: Promise<unknown> = Promise.resolve()

  constructor(store: AuditStore, now: () => Date) {
    this.#store = store
    this.#now = now
  }

  /** Kept when this comes back; what is shown is shown after that. @throws ProblemError */
  note(entry: AuditEntry): Promise<void> {
    const turn = this.#turn.then(() => this.#append(entry))
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  /** The newest first. */
  async search(search: AuditSearch): Promise<readonly AuditLine[]> {
    await this.#store.catchUp()
    const rows = await this.#store.view((views: Kysely<AuditTable>) =>
      filtered(views.selectFrom('audit').selectAll(), search)
        .orderBy('position', 'desc')
        .limit(search.limit)
        .execute(),
    )
    return rows.map((row) => ({ ...row, position: Number(row.position) }))
  }

  async #append({ type, actor, ...said }: AuditEntry): Promise<void> {
    const stream = `${STREAM}${this.#now().toISOString().slice(0, 10)}`
    if (stream !== this.#stream) {
      this.#stream = stream
      this.#version = (await this.#store.readStream(stream)).length
    }
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const events = [{ type, body: { ...said } }]
      const appended = await this.#store.append({
        stream,
        expectedVersion: this.#version,
        events,
        actor,
      })
      if (appended.ok) {
        this.#version += 1
        return
      }
      if (appended.problems[0]?.code !== 'store.conflict')
        throw new ProblemError(...appended.problems)
      const since = await this.#store.readStream(stream, { from: this.#version + 1 })
      this.#version += since.length
    }
    throw new ProblemError({
      code: 'store.conflict',
      detail: 'Others were quicker again and again.',
    })
  }
}

function filtered<O>(
  rows: SelectQueryBuilder<AuditTable, 'audit', O>,
  { actor, what, of, from, to, among, before }: AuditSearch,
): SelectQueryBuilder<AuditTable, 'audit', O> {
  let query = rows
  if (actor !== undefined) query = query.where('actor', '=', actor)
  if (what !== undefined) query = query.where('what', '=', what)
  if (of !== undefined) query = query.where('of', '=', of)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (to !== undefined) query = query.where('at', '<=', `${to}T23:59:59.999Z`)
  if (before !== undefined) query = query.where('position', '<', before)
  if (among !== undefined) {
    // An empty list is nobody, and not everybody.
    const ids = among.length === 0 ? ['-'] : among
    query = query.where((where) => where.or([where('actor', 'in', ids), where('of', 'in', ids)]))
  }
  return query
}

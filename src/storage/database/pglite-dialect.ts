import type { PGlite } from '@electric-sql/pglite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import { assertOutsideWork } from './inside-work.ts'

/** What kysely needs to speak to PGlite. Whatever may write is begun after `beforeWriting`. */
export function pgliteDialect(database: PGlite, beforeWriting: () => Promise<void>): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PgliteDriver(database, beforeWriting),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

/** PGlite has one connection: whoever acquires it has it alone until it is released. */
class PgliteDriver implements Driver {
  readonly #database: PGlite
  readonly #connection: DatabaseConnection
  readonly #beforeWriting: () => Promise<void>
  #free: Promise<void> = Promise.resolve()
  #release: () => void = () => {}

  constructor(database: PGlite, beforeWriting: () => Promise<void>) {
    this.#database = database
    this.#connection = new PgliteConnection(database)
    this.#beforeWriting = beforeWriting
  }

  async init(): Promise<void> {
    // Opened by whoever made this dialect.
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    assertOutsideWork()
    const turn = this.#free
    let release: () => void = () => {}
    this.#free = new Promise((resolve) => {
      release = resolve
    })
    await turn
    this.#release = release
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    this.#release()
  }

  async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel = 'read committed', accessMode = 'read write' }: TransactionSettings,
  ): Promise<void> {
    if (accessMode === 'read write') await this.#beforeWriting()
    const begin = `start transaction isolation level ${isolationLevel} ${accessMode}`
    await connection.executeQuery(CompiledQuery.raw(begin))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy(): Promise<void> {
    await this.#database.close()
  }
}

class PgliteConnection implements DatabaseConnection {
  readonly #database: PGlite

  constructor(database: PGlite) {
    this.#database = database
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    // Only the simple protocol takes several statements at once, and only without parameters.
    const result =
      parameters.length === 0
        ? (await this.#database.exec(sql)).at(-1)
        : await this.#database.query(sql, [...parameters])
    return {
      rows: (result?.rows ?? []) as R[],
      ...(result?.affectedRows === undefined
        ? {}
        : { numAffectedRows: BigInt(result.affectedRows) }),
    }
  }

  /** PGlite has no cursor of its own. */
  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('PGlite streams nothing; read in portions.')
  }
}

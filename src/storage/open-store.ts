import { openFolder, openMemory } from './database/open-pglite.ts'
import { openPostgres } from './database/open-postgres.ts'
import { telling } from './database/unavailable.ts'
import { createStore, type Store } from './store.ts'

/** Where the store is: a folder of this process, a PostgreSQL that many share, or nowhere. */
export type StorePlace =
  | { readonly folder: string }
  | { readonly url: string; readonly connections?: number }
  | { readonly memory: true }

export type StoreOptions = StorePlace & {
  /** The clock that events are stamped with. */
  readonly now: () => Date
}

const CONNECTIONS = 10

/**
 * Opens a store and brings its schema up to date. Close it: an open one keeps its process alive.
 * @throws ProblemError where it is in use, cannot be reached, or was written by a newer program
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  return createStore(await telling(() => openDatabase(options)), options.now)
}

function openDatabase(options: StoreOptions) {
  if ('folder' in options) return openFolder(options.folder)
  if ('url' in options) return openPostgres(options.url, options.connections ?? CONNECTIONS)
  return openMemory()
}

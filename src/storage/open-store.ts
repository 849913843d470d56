import { createStore, type StoreParts } from './create-store.ts'
import type { Database } from './database/database.ts'
import { openFolder, openMemory } from './database/open-pglite.ts'
import { openPostgres } from './database/open-postgres.ts'
import { telling } from './database/unavailable.ts'
import type { Store } from './store.ts'

/** Where the store is: a folder of this process, a PostgreSQL that many share, or nowhere. */
export type StorePlace =
  | { readonly folder: string }
  | { readonly url: string; readonly connections?: number }
  | { readonly memory: true }

export type StoreOptions = StorePlace & StoreParts

const CONNECTIONS = 10

/**
 * Opens a store and brings its schema up to date. Close it: an open one keeps its process alive.
 * @throws ProblemError where it is in use, cannot be reached, or was written by a newer program
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  return await telling(async () => {
    const database = await openDatabase(options)
    try {
      return await createStore(database, options)
    } catch (error) {
      await database.close()
      throw error
    }
  })
}

function openDatabase(options: StoreOptions): Promise<Database> {
  if ('folder' in options) return openFolder(options.folder)
  if ('url' in options) return openPostgres(options.url, options.connections ?? CONNECTIONS)
  return openMemory()
}

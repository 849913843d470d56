import { join } from 'node:path'
import { openStore, type Store } from '../../storage/index.ts'
import { type DataOption, dataFolderOf } from '../options.ts'
import type { Session } from '../session.ts'

/**
 * Opens the store of the data folder (or the PostgreSQL of `DATABASE_URL`), does the work and closes it
 * whatever happens: an open one keeps the program from ending. @throws ProblemError
 */
export async function withStore<T>(
  options: DataOption,
  { surroundings }: Session,
  work: (store: Store, actor: string) => Promise<T>,
): Promise<T> {
  const { environment } = surroundings
  const url = environment.DATABASE_URL
  const now = (): Date => new Date(surroundings.now())
  const folder = join(dataFolderOf(options, surroundings), 'store')
  const store = await openStore(url === undefined ? { folder, now } : { url, now })
  try {
    return await work(store, `command:${environment.USER ?? 'unknown'}`)
  } finally {
    await store.close()
  }
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Problem, ProblemError } from '../kernel/index.ts'
import type { Store } from '../storage/index.ts'
import { type DataOption, dataFolderOf } from './options.ts'
import type { Session } from './session.ts'

/**
 * Opens the store of the data folder, or the PostgreSQL of `DATABASE_URL`, for one use. An open one would
 * keep the command from ending. @param orNew makes one where there is none @throws ProblemError
 */
export async function withStore<T>(
  options: DataOption,
  { surroundings }: Session,
  use: (store: Store) => Promise<T>,
  orNew = false,
): Promise<T> {
  const url = surroundings.environment.DATABASE_URL ?? ''
  const folder = join(dataFolderOf(options, surroundings), 'store')
  if (url === '' && !orNew && !existsSync(folder)) throw new ProblemError(noStore(folder))
  // Loaded only here: the other commands need no database, and start without one.
  const { openStore } = await import('../storage/index.ts')
  const now = (): Date => new Date()
  const store = await openStore({ ...(url === '' ? { folder } : { url }), now })
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

function noStore(folder: string): Problem {
  return {
    code: 'store.missing',
    detail: 'There is no store here: nothing was put on file in this data folder.',
    where: { file: folder },
    remedy: 'Name the data folder with --data, or set DATABASE_URL.',
  }
}

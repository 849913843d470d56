import type { KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ON_FILE } from '../desk/index.ts'
import { type Problem, ProblemError } from '../kernel/index.ts'
import type { Store, StoreOptions } from '../storage/index.ts'
import { type DataOption, dataFolderOf } from './options.ts'
import type { Session } from './session.ts'

interface How {
  /** Makes a store where there is none. */
  readonly orNew?: boolean
  /** With the key that personal data is sealed under: `NAVICERT_STORE_KEY`, else a file of the data folder. */
  readonly sealing?: boolean
  /** What is kept in it besides the record. */
  readonly parts?: Pick<StoreOptions, 'queues' | 'projections'>
}

/**
 * Opens the store of the data folder, or the PostgreSQL of `DATABASE_URL`, for one use. An open one would
 * keep the command from ending. @throws ProblemError
 */
export async function withStore<T>(
  options: DataOption,
  { surroundings }: Session,
  use: (store: Store) => Promise<T>,
  { orNew = false, sealing = false, parts = {} }: How = {},
): Promise<T> {
  const url = surroundings.environment.DATABASE_URL ?? ''
  const data = dataFolderOf(options, surroundings)
  const folder = join(data, 'store')
  if (url === '' && !orNew && !existsSync(folder)) throw new ProblemError(noStore(folder))
  // Loaded only here: the other commands need no database, and start without one.
  const { openStore } = await import('../storage/index.ts')
  const now = (): Date => new Date()
  const store = await openStore({
    ...(url === '' ? { folder } : { url }),
    ...parts,
    ...(sealing ? { masterKey: await storeKey(data, surroundings) } : {}),
    projections: [...(parts.projections ?? []), ...(sealing ? [ON_FILE] : [])],
    now,
  })
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

/** What personal data is sealed under. @throws ProblemError */
export async function storeKey(
  dataFolder: string,
  { environment }: Session['surroundings'],
): Promise<KeyObject> {
  const { masterKeyOf, openMasterKey } = await import('../storage/index.ts')
  const given = environment.NAVICERT_STORE_KEY
  return given === undefined ? openMasterKey(join(dataFolder, 'store.key')) : masterKeyOf(given)
}

function noStore(folder: string): Problem {
  return {
    code: 'store.missing',
    detail: 'There is no store here: nothing was put on file in this data folder.',
    where: { file: folder },
    remedy: 'Name the data folder with --data, or set DATABASE_URL.',
  }
}

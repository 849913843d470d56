import { statfs } from 'node:fs/promises'
import { ProblemError } from '../../kernel/index.ts'

/** PostgreSQL writes ahead in files of 16 MiB, and PGlite does not survive that one cannot be made. */
const KEPT_FREE_BYTES = 3 * 16 * 1024 * 1024

/**
 * Refuses to begin what the disk may not have room to end: with a full disk PGlite neither answers
 * nor fails.
 * @throws ProblemError
 */
export async function assertRoomToWrite(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize >= KEPT_FREE_BYTES) return
  const free = Math.floor((bavail * bsize) / 1024 / 1024)
  throw new ProblemError({
    code: 'store.full',
    detail: `The disk has ${free} MiB left; what is in the store is kept and can be read, and nothing is added.`,
    where: { file: folder },
    remedy: `Make room for at least ${KEPT_FREE_BYTES / 1024 / 1024} MiB, then try again with the same idempotency key.`,
  })
}

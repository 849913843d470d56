import { ProblemError } from '../../kernel/index.ts'

/** SQLSTATE classes and codes of the system that say: not now, or not any more. */
const GONE = /^(08...|57P0.|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/
const GONE_IN_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/
const FULL = /^(53100|ENOSPC|EFBIG)$/
const FULL_IN_WORDS =
  /No space left on device|could not extend file|could not write to file|File too large/
/** PostgreSQL keeps every character but one. */
const NO_TEXT = /^(22021|22P05)$/

/** Whether the database cannot be reached, so that the same may succeed later. */
export function isUnavailable(error: unknown): boolean {
  return GONE.test(codeOf(error)) || GONE_IN_WORDS.test(messageOf(error))
}

/** Runs a use of the database; that it is gone or full is told as a problem, not as a bug. */
export async function telling<T>(use: () => Promise<T>): Promise<T> {
  try {
    return await use()
  } catch (error) {
    throw inWords(error)
  }
}

function inWords(error: unknown): unknown {
  if (isUnavailable(error)) {
    return new ProblemError({
      code: 'store.unavailable',
      detail: `The database cannot be reached (${messageOf(error)}).`,
      remedy: 'Try again with the same idempotency key: what was acknowledged is kept.',
    })
  }
  if (FULL.test(codeOf(error)) || FULL_IN_WORDS.test(messageOf(error))) {
    return new ProblemError({
      code: 'store.full',
      detail: `The database has no room left, and nothing of this was kept (${messageOf(error)}).`,
      remedy: 'Make room on the disk, then try again with the same idempotency key.',
    })
  }
  if (NO_TEXT.test(codeOf(error))) {
    return new ProblemError({
      code: 'store.not-text',
      detail: 'A character among these is none that is kept (U+0000).',
      remedy: 'Leave it away.',
    })
  }
  return error
}

function codeOf(error: unknown): string {
  const { code } = Object(error) as { readonly code?: unknown }
  return typeof code === 'string' ? code : ''
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}

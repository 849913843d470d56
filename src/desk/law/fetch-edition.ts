import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { type Problem, ProblemError } from '../../kernel/index.ts'
import { download, type Fetch } from '../../lists/index.ts'
import type { Publisher } from './editions.ts'

const MAX_BYTES = 64 * 1024 * 1024
const IDLE_MS = 30_000
const BACKOFF_MS = [1000, 4000]

export interface FetchedEdition {
  readonly bytes: Uint8Array
  readonly publisher: Publisher
}

/**
 * The newest edition that a publisher offers; nothing where it has not changed since.
 * @throws ProblemError where the address is no address, refuses, or fails every time
 */
export async function fetchEdition(
  publisher: Publisher & { readonly from: string },
  fetch: Fetch,
  signal?: AbortSignal,
): Promise<FetchedEdition | undefined> {
  const { from, etag } = publisher
  if (!/^https?:$/.test(URL.parse(from)?.protocol ?? '')) throw new ProblemError(noAddress(from))
  const folder = mkdtempSync(join(tmpdir(), 'navicert-edition-'))
  const toFile = join(folder, 'edition')
  try {
    const got = await download(from, {
      fetch,
      toFile,
      ...(etag === undefined ? {} : { validators: { etag } }),
      maxBytes: MAX_BYTES,
      idleMs: IDLE_MS,
      backoffMs: BACKOFF_MS,
      wait: (milliseconds) => sleep(milliseconds),
      ...(signal === undefined ? {} : { signal }),
    })
    if (got.state === 'unchanged') return undefined
    const { etag: _before, ...rest } = publisher
    const newEtag = got.validators.etag
    return {
      bytes: unpacked(readFileSync(toFile), from),
      publisher: { ...rest, ...(newEtag === undefined ? {} : { etag: newEtag }) },
    }
  } catch (error) {
    if (error instanceof ProblemError) throw ofEdition(error)
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function unpacked(bytes: Uint8Array, from: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES })
  } catch {
    throw new ProblemError({
      code: 'law.not-an-edition',
      detail: `What ${from} sends cannot be unpacked.`,
      remedy: 'Tell the publisher.',
    })
  }
}

/** Fetching speaks of lists, which it was made for. */
function ofEdition({ problems }: ProblemError): ProblemError {
  return new ProblemError(
    ...problems.map((problem): Problem => {
      if (!problem.code.startsWith('list.')) return problem
      return {
        ...problem,
        code: 'law.not-fetched',
        detail: problem.detail.replace('not with the list', 'not with an edition'),
        remedy: 'Try again later, or take the file by another way and use law import.',
      }
    }),
  )
}

function noAddress(from: string): Problem {
  return {
    code: 'law.no-address',
    detail: `${JSON.stringify(from.slice(0, 200))} is no address of the web.`,
    remedy: 'Write where the publisher puts the newest edition: https://…',
  }
}

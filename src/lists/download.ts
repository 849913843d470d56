import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { type Problem, ProblemError } from '../kernel/index.ts'

/** The part of `fetch` that is used, so that a composition root gives its own. */
export type Fetch = (url: string, options: RequestInit) => Promise<Response>

/** What a publisher said of a file, to ask next time whether it has changed. */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

export type Downloaded =
  | { readonly state: 'unchanged' }
  | { readonly state: 'fetched'; readonly bytes: number; readonly validators: Validators }

export interface DownloadOptions {
  readonly fetch: Fetch
  /** Where the bytes go; whole only where the call returns. */
  readonly toFile: string
  /** Of the copy that is here, if any. */
  readonly validators?: Validators
  readonly maxBytes: number
  /** Without a byte for so long, an attempt is given up. */
  readonly idleMs: number
  /** Waits before the second, third … attempt. */
  readonly backoffMs: readonly number[]
  readonly wait: (milliseconds: number) => Promise<void>
  readonly progress?: (bytes: number, total: number | undefined) => void
  readonly signal?: AbortSignal
}

/**
 * Fetches one file: asks whether it has changed, follows redirects, tries again after a failure that
 * may pass, and stops at a bound of bytes.
 *
 * @throws ProblemError where the publisher refuses, or fails every time
 */
export async function download(url: string, options: DownloadOptions): Promise<Downloaded> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attemptOnce(url, options)
    if (outcome.kind === 'done') return outcome.downloaded
    const pause = options.backoffMs[attempt]
    if (outcome.kind === 'refused' || pause === undefined || options.signal?.aborted === true) {
      throw new ProblemError(outcome.problem)
    }
    await options.wait(Math.max(pause, outcome.retryAfterMs))
  }
}

type Outcome =
  | { readonly kind: 'done'; readonly downloaded: Downloaded }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | {
      readonly kind: 'failed'
      readonly problem: Problem
      readonly retryAfterMs: number
    }

async function attemptOnce(url: string, options: DownloadOptions): Promise<Outcome> {
  const watch = new IdleWatch(options)
  try {
    const response = await follow(url, options, watch)
    if (response.status === 304) return done({ state: 'unchanged' })
    if (!response.ok) return refusedOrFailed(url, response)
    const type = response.headers.get('content-type') ?? ''
    if (/^(?:text\/html|application\/xhtml)/i.test(type)) {
      await response.body?.cancel()
      return refused(url, 'answers with a web page, not with the list', PAGE)
    }
    const bytes = await save(response, options, watch)
    return done({ state: 'fetched', bytes, validators: validatorsOf(response) })
  } catch (error) {
    if (error instanceof ProblemError) {
      return { kind: 'refused', problem: error.problems[0] ?? problem(url, 'failed', LATER) }
    }
    if (options.signal?.aborted === true) return refused(url, 'was not waited for', LATER)
    const why = watch.isIdle ? `sent nothing for ${options.idleMs / 1000} s` : reasonOf(error)
    return { kind: 'failed', problem: problem(url, why, LATER), retryAfterMs: 0 }
  } finally {
    watch.stop()
  }
}

const LATER = 'Try again later, or download the file yourself and use lists import.'
const PAGE = 'See at the publisher whether the list has moved; lists import takes a file.'
/** Told apart, for an address may hold the day of an edition that is not there yet. */
export const NOT_FOUND = 'list.not-found'
const MAX_REDIRECTS = 5
const AGENT = 'navicert'

/** Redirects are followed here, so that none leads from an encrypted address to an open one. */
async function follow(
  url: string,
  { fetch, validators }: DownloadOptions,
  watch: IdleWatch,
): Promise<Response> {
  const headers = new Headers({ 'user-agent': AGENT, accept: '*/*' })
  if (validators?.etag !== undefined) headers.set('if-none-match', validators.etag)
  if (validators?.lastModified !== undefined) {
    headers.set('if-modified-since', validators.lastModified)
  }
  let address = new URL(url)
  for (let redirects = 0; ; redirects += 1) {
    watch.touch()
    const response = await fetch(address.href, {
      headers,
      redirect: 'manual',
      signal: watch.signal,
    })
    const target = response.headers.get('location')
    if (response.status < 301 || response.status > 308 || response.status === 304) return response
    await response.body?.cancel()
    if (target === null || redirects === MAX_REDIRECTS) {
      throw new ProblemError(problem(url, 'redirects without end', PAGE))
    }
    const next = new URL(target, address)
    const isOpen = next.protocol !== 'https:' && next.protocol !== address.protocol
    if (isOpen || !/^https?:$/.test(next.protocol)) {
      throw new ProblemError(
        problem(url, `redirects to ${next.protocol}//, which is refused`, PAGE),
      )
    }
    address = next
  }
}

/** Writes the body as it comes. A body shorter than announced is a failure of the connection. */
async function save(
  response: Response,
  { toFile, maxBytes, progress }: DownloadOptions,
  watch: IdleWatch,
): Promise<number> {
  const announced = Number(response.headers.get('content-length') ?? Number.NaN)
  const isPacked = response.headers.get('content-encoding') !== null
  const total = Number.isFinite(announced) && !isPacked ? announced : undefined
  if (total !== undefined && total > maxBytes) {
    await response.body?.cancel()
    throw tooLarge(response.url, maxBytes)
  }
  const file = createWriteStream(toFile)
  let bytes = 0
  try {
    for await (const chunk of response.body ?? []) {
      watch.touch()
      bytes += chunk.length
      if (bytes > maxBytes) throw tooLarge(response.url, maxBytes)
      if (!file.write(chunk)) await once(file, 'drain')
      progress?.(bytes, total)
    }
  } finally {
    file.end()
    await finished(file)
  }
  if (total !== undefined && bytes !== total) throw new Error(`broke off after ${bytes} bytes`)
  return bytes
}

function validatorsOf({ headers }: Response): Validators {
  const etag = headers.get('etag')
  const lastModified = headers.get('last-modified')
  return {
    ...(etag === null ? {} : { etag }),
    ...(lastModified === null ? {} : { lastModified }),
  }
}

/** A server's own trouble may pass, and so may too many requests; a refusal does not. */
function refusedOrFailed(url: string, response: Response): Outcome {
  void response.body?.cancel()
  const why = `answers ${response.status} ${response.statusText}`.trim()
  if (response.status === 404) {
    return { kind: 'refused', problem: { ...problem(url, why, PAGE), code: NOT_FOUND } }
  }
  if (response.status < 500 && response.status !== 429 && response.status !== 408) {
    return refused(url, why, PAGE)
  }
  const seconds = Number(response.headers.get('retry-after') ?? 0)
  const retryAfterMs = Number.isFinite(seconds) ? Math.min(seconds, 60) * 1000 : 0
  return { kind: 'failed', problem: problem(url, why, LATER), retryAfterMs }
}

/** However it trickles, no list takes longer. */
const MAX_ATTEMPT_MS = 20 * 60_000

/** Ends an attempt in which nothing arrives, or which takes far too long. */
class IdleWatch {
  readonly #controller = new AbortController()
  readonly #idleMs: number
  readonly signal: AbortSignal
  isIdle = false
  #timer: NodeJS.Timeout | undefined

  constructor({ idleMs, signal }: DownloadOptions) {
    this.#idleMs = idleMs
    const own = [this.#controller.signal, AbortSignal.timeout(MAX_ATTEMPT_MS)]
    this.signal = AbortSignal.any(signal === undefined ? own : [signal, ...own])
  }

  touch(): void {
    this.stop()
    this.#timer = setTimeout(() => {
      this.isIdle = true
      this.#controller.abort()
    }, this.#idleMs)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}

function done(downloaded: Downloaded): Outcome {
  return { kind: 'done', downloaded }
}

function refused(url: string, why: string, remedy: string): Outcome {
  return { kind: 'refused', problem: problem(url, why, remedy) }
}

function problem(url: string, why: string, remedy: string): Problem {
  return { code: 'list.not-fetched', detail: `${url} ${why}.`, remedy }
}

function tooLarge(url: string, maxBytes: number): ProblemError {
  const why = `sends more than ${Math.round(maxBytes / 1024 / 1024)} MiB`
  return new ProblemError(problem(url, why, 'No official list is that large.'))
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const { code } = (cause ?? error) as { readonly code?: unknown }
  const message = error instanceof Error ? error.message : String(error)
  return `cannot be read (${typeof code === 'string' ? code : message.slice(0, 80)})`
}

import { randomUUID } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createChecker, type Engine, type Screeners } from '../../desk/index.ts'
import { unwrap } from '../../kernel/index.ts'
import {
  type Job,
  type NewEvent,
  OnDemand,
  type RecordedEvent,
  type Store,
  type Worker,
} from '../../storage/index.ts'
import { Refusal } from '../http/refusal.ts'
import type { Identity } from '../identity/identity.ts'
import { verdictOf } from '../verdict-of.ts'
import { answerLines } from './answer-lines.ts'
import {
  asJson,
  type BatchOptions,
  type BatchState,
  batchState,
  NOTHING_ANSWERED,
} from './batch-state.ts'

export const BATCH_QUEUE = {
  name: 'check-batch',
  retries: 3,
  retryAfterSeconds: 5,
  expireAfterSeconds: 1800,
} as const

/** Unless told otherwise. */
const KEPT_DAYS = 30
const DAY = 24 * 3600 * 1000
/** More batches than these do not wait; the next is told to come later. */
const MOST_WAITING = 100
/** At most this often a batch says how far it is, in milliseconds. */
const TELL_EVERY = 500
/** Who is at a batch and says nothing for so long has died, in milliseconds. */
const SILENT = 20_000
/** How often is looked for such, where other processes share the store. */
const LOOK = 5_000
/** What was read of a stream serves all who follow it for so long, in milliseconds. */
const READ_AGAIN = 250

/** A file of the rows of a table that are not answered, each with what is wrong. */
export interface RefusedRows {
  readonly bytes: Uint8Array
  readonly rows: number
}

export interface BatchesOptions {
  readonly engine: Engine
  readonly screeners: Screeners
  readonly dataFolder: string
  readonly uploadBytes: number
  /** Questions and answers of a batch that is done are removed after so many days. */
  readonly keptDays?: number
  readonly now: () => Date
  /** Opened when it is first needed. */
  readonly store: () => Promise<Store>
}

/**
 * Batches of transactions: taken in as a file, answered by the job queue, told of by events. A job that
 * is done twice writes the same file twice, and says so once.
 */
export class Batches {
  readonly #options: BatchesOptions
  readonly #folder: string
  readonly #reads = new Map<string, { at: number; events: Promise<readonly RecordedEvent[]> }>()
  readonly #stopping = new AbortController()
  readonly #worker = new OnDemand(() => this.#begin())
  #sweeping: NodeJS.Timeout | undefined
  #looking: NodeJS.Timeout | undefined

  constructor(options: BatchesOptions) {
    this.#options = options
    this.#folder = join(options.dataFolder, 'batches')
  }

  /** Takes a batch in. It is acknowledged when it is on disk and its job is kept. @throws Refusal */
  async receive(
    { id: owner, organisation }: Identity,
    options: BatchOptions,
    upload: Readable,
    refused?: RefusedRows,
  ): Promise<BatchState> {
    const store = await this.#options.store()
    if ((await store.jobs.waiting(BATCH_QUEUE.name)) >= MOST_WAITING) throw tooMany()
    const id = randomUUID()
    const bytes = await this.#keep(this.#file(id, 'questions'), upload)
    if (refused !== undefined)
      writeFileSync(this.#file(id, 'refused'), refused.bytes, { mode: 0o600, flush: true })
    const refusedRows = refused === undefined ? {} : { refusedRows: refused.rows }
    const whose = organisation === undefined ? { owner } : { owner, organisation }
    const body = asJson({ ...whose, bytes, options, ...refusedRows })
    const events = await store.work(async (work) => {
      await work.enqueue({ queue: BATCH_QUEUE.name, data: { id }, key: id })
      const event = { type: 'batch.received', body }
      return work.append({
        stream: streamOf(id),
        expectedVersion: 0,
        events: [event],
        actor: owner,
      })
    })
    await this.start()
    const state = batchState(id, unwrap(events))
    if (state === undefined) throw new Error('a batch that was received has a state')
    return state
  }

  /**
   * Works off what waits, also what a process left in the middle that died: now, and looking again while it
   * runs, for others may share the store. Whoever is at a batch says so all the time; who is silent has died.
   */
  async resume(tell: (error: unknown) => void = () => undefined): Promise<void> {
    const store = await this.#options.store()
    await this.start()
    // A folder is this process's alone: what is not done there nobody is at.
    if (store.kind === 'pglite') return await this.#takeUp(store, 0)
    await this.#takeUp(store, SILENT)
    this.#looking ??= setInterval(() => this.#takeUp(store, SILENT).catch(tell), LOOK).unref()
  }

  async #takeUp(store: Store, silent: number): Promise<void> {
    const files = existsSync(this.#folder) ? readdirSync(this.#folder) : []
    for (const file of files) {
      const [, id] = /^([0-9a-f-]{36})\.questions\.jsonl$/.exec(file) ?? []
      if (id === undefined || files.includes(`${id}.answers.jsonl`)) continue
      const events = await this.events(id)
      const state = batchState(id, events)
      if (state === undefined || state.state === 'done' || state.state === 'failed') continue
      const heard = Date.parse(events.at(-1)?.at ?? '')
      if (silent > 0 && this.#options.now().getTime() - heard < silent) continue
      await store.jobs.enqueue({ queue: BATCH_QUEUE.name, data: { id }, key: id })
    }
  }

  /** Removes what was done, or came to nothing, longer ago than batches are kept. @returns how many files */
  sweep(): number {
    const { keptDays = KEPT_DAYS, now } = this.#options
    const files = existsSync(this.#folder) ? readdirSync(this.#folder) : []
    const before = now().getTime() - keptDays * DAY
    // What was asked of a batch that waits still is kept, however long that takes.
    const over = files.filter((file) => {
      const [, id] =
        /^([0-9a-f-]{36})\.(?:questions|answers|refused)\.(?:jsonl|csv)$/.exec(file) ?? []
      if (id === undefined || !files.includes(`${id}.answers.jsonl`)) return false
      const answers = statSync(this.#file(id, 'answers'), { throwIfNoEntry: false })
      return answers !== undefined && answers.mtimeMs < before
    })
    // Questions go first: without them nobody takes the batch up again.
    for (const file of over.toSorted().toReversed())
      rmSync(join(this.#folder, file), { force: true })
    return over.length
  }

  async start(): Promise<void> {
    await this.#worker.get()
  }

  async #begin(): Promise<Worker> {
    const store = await this.#options.store()
    return await store.jobs.work(BATCH_QUEUE.name, (job, signal) => this.#do(store, job, signal))
  }

  /** Removes what is over now, and every hour from now on. */
  keepSwept(tell: (error: unknown) => void): void {
    const sweep = (): void => {
      try {
        this.sweep()
      } catch (error) {
        tell(error)
      }
    }
    sweep()
    this.#sweeping = setInterval(sweep, DAY / 24).unref()
  }

  /** What is being answered is left, and taken up again at the next start. */
  async stop(): Promise<void> {
    clearInterval(this.#sweeping)
    clearInterval(this.#looking)
    this.#stopping.abort()
    await (await this.#worker.ifOpen())?.stop()
  }

  async find(id: string): Promise<BatchState | undefined> {
    return batchState(id, await this.events(id))
  }

  /** What happened to it; several who ask at once are answered by one reading. */
  events(id: string): Promise<readonly RecordedEvent[]> {
    const now = performance.now()
    const before = this.#reads.get(id)
    if (before !== undefined && now - before.at < READ_AGAIN) return before.events
    const events = this.#options.store().then((store) => store.readStream(streamOf(id)))
    this.#reads.set(id, { at: now, events })
    setTimeout(() => this.#reads.delete(id), READ_AGAIN).unref()
    return events
  }

  /** The answers; nothing where they were removed since. */
  result(id: string): Readable | undefined {
    const file = this.#file(id, 'answers')
    return existsSync(file) ? createReadStream(file) : undefined
  }

  /** The refused rows of its table, with what is wrong; nothing where there are none. */
  refused(id: string): Readable | undefined {
    const file = this.#file(id, 'refused')
    return existsSync(file) ? createReadStream(file) : undefined
  }

  async #keep(file: string, upload: Readable): Promise<number> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    const { uploadBytes } = this.#options
    let bytes = 0
    const counting = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length
        if (bytes <= uploadBytes) done(null, chunk)
        else done(tooLarge(uploadBytes))
      },
    })
    try {
      await pipeline(
        // Left open where it is too long: who sends it is still to be told.
        upload.iterator({ destroyOnReturn: false }),
        counting,
        createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
      )
    } catch (error) {
      rmSync(file, { force: true })
      throw error
    }
    return bytes
  }

  async #do(store: Store, { data }: Job, signal: AbortSignal): Promise<void> {
    const id = String(data.id)
    const state = batchState(id, await store.readStream(streamOf(id)))
    if (state === undefined || state.state === 'done' || state.state === 'failed') return
    let { version } = state
    const tell = async (event: NewEvent): Promise<void> => {
      const append = {
        stream: streamOf(id),
        expectedVersion: version,
        events: [event],
        actor: 'server',
      }
      unwrap(await store.append(append))
      version += 1
    }
    if (!existsSync(this.#file(id, 'questions'))) {
      await tell({
        type: 'batch.failed',
        body: asJson({ ...NOTHING_ANSWERED, ...whoseOf(state) }),
      })
      return
    }
    await this.#answer(state, AbortSignal.any([signal, this.#stopping.signal]), tell)
  }

  async #answer(
    batch: BatchState,
    signal: AbortSignal,
    tell: (event: NewEvent) => Promise<void>,
  ): Promise<void> {
    const { engine, screeners } = this.#options
    const { id, options } = batch
    const checker = createChecker(engine, { ...options, screeners })
    const pieces = answerLines(createReadStream(this.#file(id, 'questions')), (value) => {
      const text = checker.write(unwrap(engine.parseTransaction(value)))
      return { text, verdict: verdictOf(text) }
    })
    const aside = `${this.#file(id, 'answers')}.${randomUUID()}`
    let final = {}
    const told = async function* (): AsyncGenerator<string> {
      let last = performance.now()
      for await (const { text, counts } of pieces) {
        signal.throwIfAborted()
        yield text
        if (performance.now() - last > TELL_EVERY) {
          await tell({ type: 'batch.advanced', body: asJson(counts) })
          last = performance.now()
        }
        final = counts
      }
    }
    try {
      await pipeline(Readable.from(told()), createWriteStream(aside, { mode: 0o600, flush: true }))
      renameSync(aside, this.#file(id, 'answers'))
    } finally {
      rmSync(aside, { force: true })
    }
    await tell({ type: 'batch.finished', body: asJson({ ...final, ...whoseOf(batch) }) })
  }

  #file(id: string, what: 'questions' | 'answers' | 'refused'): string {
    return join(this.#folder, `${id}.${what}.${what === 'refused' ? 'csv' : 'jsonl'}`)
  }
}

function whoseOf({ owner, organisation }: Pick<BatchState, 'owner' | 'organisation'>) {
  return { owner, ...(organisation === undefined ? {} : { organisation }) }
}

function streamOf(id: string): string {
  return `batch:${id}`
}

function tooLarge(most: number): Refusal {
  return new Refusal(413, {
    code: 'input.too-large',
    detail: `A batch holds at most ${Math.floor(most / 1024 / 1024)} MiB.`,
    remedy: 'Send it in parts.',
  })
}

function tooMany(): Refusal {
  return new Refusal(
    503,
    {
      code: 'batch.too-many',
      detail: 'Many batches wait already.',
      remedy: 'Come again in a minute.',
    },
    { 'retry-after': '60' },
  )
}

import { setTimeout as pause } from 'node:timers/promises'
import { ok, type Problem, type Result } from '../kernel/index.ts'
import type { RecordedEvent, Store, Work } from '../storage/index.ts'
import type { Notice } from './notice.ts'

/** The stream that says up to where the record was told of. */
const STREAM = 'notices'
/** How often the record is looked at, in milliseconds. */
const LOOK = 1_000

export interface CourierOptions {
  readonly store: Store
  /** What is to be told of events that follow each other, if anything. */
  readonly noticesOf: (events: readonly RecordedEvent[]) => readonly Notice[]
  /** Puts what is to be sent on file, within the work that says it was. */
  readonly announce: (work: Work, notices: readonly Notice[]) => Promise<Result<void>>
  readonly everyMilliseconds?: number
  readonly tell: (error: unknown) => void
}

/**
 * Walks the record and has told what is to be told. How far it came and the messages that this made are
 * one work, so of several processes each thing is told by one, and a process that dies leaves no gap.
 */
export class Courier {
  readonly #options: CourierOptions
  readonly #stopping = new AbortController()
  #position = 0
  #version = 0
  /** Works that were kept when the end of the record was reached. */
  #seen: number | undefined
  #walking: Promise<void> | undefined

  constructor(options: CourierOptions) {
    this.#options = options
  }

  start(): void {
    this.#walking ??= this.#walk()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#walking
  }

  /** Goes to the end of the record. */
  async catchUp(): Promise<void> {
    const { store } = this.#options
    if (this.#version === 0) await this.#learn()
    for (;;) {
      const events = await store.readRecord({ after: this.#position })
      const last = events.at(-1)
      if (last === undefined) return
      const notices = this.#options.noticesOf(events)
      if (notices.length === 0 || (await this.#tellOf(notices, last.position)))
        this.#position = last.position
      else await this.#learn()
    }
  }

  /** @returns whether it was this process that told, and no other before it */
  async #tellOf(notices: readonly Notice[], upTo: number): Promise<boolean> {
    const { store, announce } = this.#options
    const told = await store.work(async (work) => {
      const events = [{ type: 'notices.told', body: { upTo, of: notices.length } }]
      const append = { stream: STREAM, expectedVersion: this.#version, events, actor: 'server' }
      const appended = await work.append(append)
      return appended.ok ? await announce(work, notices) : appended
    })
    if (told.ok) {
      this.#version += 1
      return true
    }
    if (told.problems.some(isConflict)) return false
    throw new Error(told.problems.map(({ detail }) => detail).join(' '))
  }

  /** How far others came. */
  async #learn(): Promise<void> {
    const from = this.#version + 1
    const events = await this.#options.store.readStream(STREAM, { from })
    const last = events.at(-1)
    if (last === undefined) return
    this.#version = last.version
    this.#position = Math.max(this.#position, (last.body as { readonly upTo: number }).upTo)
  }

  async #walk(): Promise<void> {
    const { store, everyMilliseconds = LOOK, tell } = this.#options
    const { signal } = this.#stopping
    let failing = false
    while (!signal.aborted) {
      try {
        const kept = store.worksKept()
        // In a folder nobody else writes: where this process kept nothing, nothing is new.
        if (store.kind === 'postgresql' || kept !== this.#seen) await this.catchUp()
        this.#seen = kept
        failing = false
      } catch (error) {
        // A database that is gone comes back; it is said once.
        if (!failing) tell(error)
        failing = true
      }
      await pause(everyMilliseconds, undefined, { signal }).catch(() => undefined)
    }
  }
}

function isConflict({ code }: Problem): boolean {
  return code === 'store.conflict'
}

/** Has told by several, one after the other. */
export function announceAll(
  ...tellers: readonly ((work: Work, notice: Notice) => Promise<Result<void>>)[]
): CourierOptions['announce'] {
  return async (work, notices) => {
    for (const notice of notices) {
      for (const teller of tellers) {
        const told = await teller(work, notice)
        if (!told.ok) return told
      }
    }
    return ok(undefined)
  }
}

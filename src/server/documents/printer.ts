import { Worker } from 'node:worker_threads'
import type { Paper, PrintedPaper } from '../../documents/index.ts'
import { Refusal } from '../http/refusal.ts'

/** Sets papers in type, one after the other, while others are answered. */
export interface Printer {
  print(paper: Paper): Promise<PrintedPaper>
  close(): Promise<void>
}

/** A print takes a tenth of a second to some seconds; who comes behind so many is told to come later. */
const MOST_WAITING = 20
/** An idle thread is let go after so long: it holds the fonts and Typst, 200 MB. */
const IDLE = 60_000

interface Waiting {
  readonly paper: Paper
  readonly done: (printed: PrintedPaper) => void
  readonly failed: (error: Error) => void
}

/** Prints in a thread of its own, so that a long document holds up nobody's answer. */
export class ThreadPrinter implements Printer {
  readonly #start: () => Worker
  readonly #waiting: Waiting[] = []
  #worker: Worker | undefined
  #idle: NodeJS.Timeout | undefined

  constructor(start: () => Worker = startThread) {
    this.#start = start
  }

  /** @throws Refusal where too many wait already */
  print(paper: Paper): Promise<PrintedPaper> {
    if (this.#waiting.length >= MOST_WAITING) throw tooMany()
    clearTimeout(this.#idle)
    return new Promise((done, failed) => {
      this.#waiting.push({ paper, done, failed })
      if (this.#waiting.length === 1) this.#next()
    })
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle)
    await this.#worker?.terminate()
    this.#worker = undefined
    for (const { failed } of this.#waiting.splice(0)) failed(new Error('the server stopped'))
  }

  #next(): void {
    const [first] = this.#waiting
    if (first !== undefined) {
      this.#thread().postMessage(first.paper)
      return
    }
    this.#idle = setTimeout(() => void this.close(), IDLE).unref()
  }

  #thread(): Worker {
    if (this.#worker !== undefined) return this.#worker
    const worker = this.#start()
    worker.on('message', (printed: PrintedPaper) => {
      this.#waiting.shift()?.done(printed)
      this.#next()
    })
    worker.on('error', (error) => {
      // One paper that cannot be printed takes its thread with it; the next gets another.
      if (this.#worker === worker) this.#worker = undefined
      this.#waiting.shift()?.failed(error)
      this.#next()
    })
    worker.unref()
    this.#worker = worker
    return worker
  }
}

function startThread(): Worker {
  return new Worker(new URL('./print-thread.js', import.meta.url))
}

function tooMany(): Refusal {
  return new Refusal(
    503,
    {
      code: 'documents.too-many',
      detail: 'Many documents wait to be printed already.',
      remedy: 'Come again in a few seconds.',
    },
    { 'retry-after': '5' },
  )
}

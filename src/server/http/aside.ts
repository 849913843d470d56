import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Refusal } from './refusal.ts'

interface AsideOptions {
  /** What the thread runs. There is none where the program runs from its source. */
  readonly thread: URL
  /** Each takes a core and some hundred MB: who comes while so many are at work is told to come later. */
  readonly mostAtOnce: number
  readonly mostMegabytes: number
  readonly tooMany: () => Refusal
  /** For what its memory does not hold. */
  readonly tooLarge: () => Refusal
}

/** Long work in a thread of its own for each question, so that it holds up nobody else. */
export class Aside<Question, Answer> {
  readonly #options: AsideOptions
  #working = 0

  constructor(options: AsideOptions) {
    this.#options = options
  }

  /** Whether there is a thread to work in. */
  get isThere(): boolean {
    return existsSync(fileURLToPath(this.#options.thread))
  }

  /** @throws Refusal where too many are at work, or its memory does not hold it */
  async ask(
    question: Question,
    start: (question: Question) => Worker = (asked) => this.#start(asked),
  ): Promise<Answer> {
    const { mostAtOnce, tooMany } = this.#options
    if (this.#working >= mostAtOnce) throw tooMany()
    this.#working += 1
    try {
      return await this.#answerOf(start(question))
    } finally {
      this.#working -= 1
    }
  }

  #start(workerData: Question): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: this.#options.mostMegabytes }
    return new Worker(this.#options.thread, { workerData, resourceLimits })
  }

  #answerOf(worker: Worker): Promise<Answer> {
    return new Promise((done, failed) => {
      worker.once('message', done)
      worker.once('error', (error: NodeJS.ErrnoException) =>
        failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? this.#options.tooLarge() : error),
      )
      worker.once('exit', () => failed(new Error('the thread ended without an answer')))
    })
  }
}

import type { Store } from '../../storage/index.ts'

/** How old what is known of the record may be, in milliseconds: so long somebody suspended may go on. */
const LOOK_EVERY = 250

/**
 * Where the record ends, so that what is kept in memory is known to be old. A folder has one process, which
 * knows what it wrote; on a server others write too.
 */
export class RecordWatch {
  readonly #store: Pick<Store, 'kind' | 'lastPosition'>
  readonly #clock: () => number
  #looked = Number.NEGATIVE_INFINITY
  #position: Promise<number> = Promise.resolve(0)

  /** @param clock milliseconds of a clock that does not go back */
  constructor(store: Pick<Store, 'kind' | 'lastPosition'>, clock = () => performance.now()) {
    this.#store = store
    this.#clock = clock
  }

  /** @throws ProblemError where the database does not answer: nobody is let in on what was */
  position(): Promise<number> {
    if (this.#store.kind === 'pglite') return this.#position
    const now = this.#clock()
    if (now - this.#looked < LOOK_EVERY) return this.#position
    this.#looked = now
    const position = this.#store.lastPosition()
    // A failure is not remembered: the next one looks again.
    position.catch(() => {
      this.#looked = Number.NEGATIVE_INFINITY
    })
    this.#position = position
    return position
  }
}

/** What is opened once, when it is first asked for; where that failed, the next who asks tries again. */
export class OnDemand<T> {
  readonly #open: () => Promise<T>
  #opened: Promise<T> | undefined

  constructor(open: () => Promise<T>) {
    this.#open = open
  }

  get(): Promise<T> {
    if (this.#opened !== undefined) return this.#opened
    const opened = this.#open()
    this.#opened = opened
    opened.catch(() => {
      this.#opened = undefined
    })
    return opened
  }

  /** It, where somebody asked for it and it could be opened. */
  async ifOpen(): Promise<T | undefined> {
    return await this.#opened?.catch(() => undefined)
  }
}

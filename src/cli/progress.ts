import type { Surroundings } from './surroundings.ts'

/** Tells on standard error how far a long work is. */
export interface Progress {
  advance(by: number): void
  /** The last word: how many, in which time. */
  end(): void
}

const LIVE_EVERY_MS = 250
const LOGGED_EVERY_MS = 10_000

export function startProgress(what: string, surroundings: Surroundings): Progress {
  const { stderr, liveProgress, now } = surroundings
  const start = now()
  const every = liveProgress ? LIVE_EVERY_MS : LOGGED_EVERY_MS
  let done = 0
  let told = start
  const tell = (last: boolean): void => {
    const seconds = Math.max(0.001, (now() - start) / 1000)
    const line = `${done.toLocaleString('en')} ${done === 1 ? oneOf(what) : what} in ${seconds.toFixed(1)} s (${Math.round(done / seconds).toLocaleString('en')}/s)`
    if (liveProgress) stderr.write(`\r${line}\u001b[K${last ? '\n' : ''}`)
    else stderr.write(`${line}\n`)
  }
  return {
    advance(by) {
      done += by
      if (now() - told < every) return
      told = now()
      tell(false)
    },
    end: () => tell(true),
  }
}

function oneOf(many: string): string {
  return many.replace(/(?:(ie)s|s)$/, (_, ies?: string) => (ies === undefined ? '' : 'y'))
}

import { afterAll, vi } from 'vitest'

/** What the runner itself sets for each file. */
const OF_VITEST = /vitest|^__/i
/** The reader of PDFs makes these for itself when it is first used; nothing of ours looks at them. */
const OF_PDF_READER = /pdfjs|^DOMMatrix$|^navigator$/
const LISTENED = ['SIGINT', 'SIGTERM', 'exit', 'uncaughtException', 'unhandledRejection', 'warning']

/**
 * Test files of one worker share the process: what one leaves behind, the next finds. A file fails that leaves
 * another environment, folder or clock, a global, or a listener on the process.
 */
const before = surroundings()

afterAll(() => {
  const after = surroundings()
  const left = Object.keys(after).filter((name) => after[name] !== before[name])
  if (left.length > 0) throw new Error(`This file leaves behind: ${left.join(', ')}.`)
})

function surroundings(): Readonly<Record<string, unknown>> {
  const environment = Object.entries(process.env).filter(([name]) => !OF_VITEST.test(name))
  return {
    environment: JSON.stringify(environment.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    'working folder': process.cwd(),
    'file mode mask': process.umask(),
    'exit code': process.exitCode,
    'fake timers': vi.isFakeTimers(),
    globals: Object.getOwnPropertyNames(globalThis)
      .filter((name) => !OF_VITEST.test(name) && !OF_PDF_READER.test(name))
      .toSorted()
      .join(' '),
    'the clock': Date.now,
    fetch: globalThis.fetch,
    'listeners on the process': LISTENED.map((event) => process.listenerCount(event)).join(),
  }
}

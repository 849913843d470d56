import { tmpdir } from 'node:os'
import { Readable, Writable } from 'node:stream'
import type { LegalDate } from '../kernel/index.ts'
import type { Surroundings } from './surroundings.ts'

/** For tests: surroundings in a folder of their own, with what was written. */
export interface TestSurroundings extends Surroundings {
  readonly written: { out: string; err: string }
}

export function testSurroundings(changes: Partial<Surroundings> = {}): TestSurroundings {
  const written = { out: '', err: '' }
  const sink = (stream: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written[stream] += chunk.toString('utf8')
        done()
      },
    })
  let clock = 0
  return {
    stdin: Readable.from([]),
    stdout: sink('out'),
    stderr: sink('err'),
    environment: {},
    workingDirectory: tmpdir(),
    today: '2026-06-01' as LegalDate,
    moment: `${changes.today ?? '2026-06-01'}T12:00:00Z`,
    colour: false,
    columns: 100,
    liveProgress: false,
    interrupted: new AbortController().signal,
    now: () => {
      clock += 1000
      return clock
    },
    written,
    ...changes,
  }
}

export { inFolder } from '../desk/folder.fixture.ts'

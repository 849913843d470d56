import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import type { run as runCommand } from '../src/cli/run.ts'
import type { LegalDate } from '../src/kernel/index.ts'

type Run = typeof runCommand

export const ROOT = resolve(import.meta.dirname, '..')
export const EXAMPLES = join(ROOT, 'examples')
/** The small fictional list, as of the day before the examples of 2026. */
export const LIST = `us-csl:${join(EXAMPLES, 'lists/fictional-screening-list.csv')}@2026-06-01`
export const PROGRAM = join(ROOT, 'dist/cli/main.js')

const BUILT = pathToFileURL(join(ROOT, 'dist/cli/run.js')).href

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/**
 * Runs a command line of the built program in a folder, within this process: what it prints and how it ends are
 * those of the program, and the seconds that each start of Node.js takes are saved.
 */
export async function navicert(
  folder: string,
  commandLine: readonly string[],
  input = '',
  environment: Readonly<Record<string, string | undefined>> = { PATH: process.env.PATH },
): Promise<Ran> {
  const { run } = (await import(BUILT)) as { readonly run: Run }
  const written = { out: '', err: '' }
  const sink = (stream: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written[stream] += chunk.toString('utf8')
        done()
      },
    })
  const moment = new Date().toISOString()
  const code = await run(commandLine, {
    ...{ stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]) },
    ...{ stdout: sink('out'), stderr: sink('err'), environment },
    ...{ workingDirectory: folder, today: moment.slice(0, 10) as LegalDate, moment },
    ...{ colour: false, columns: 100, liveProgress: false },
    interrupted: new AbortController().signal,
    now: () => performance.now(),
  })
  return { code, ...written }
}

/** Runs the built program as a shell does, in a folder, with nothing of the caller's environment. */
export function navicertAlone(
  folder: string,
  commandLine: readonly string[],
  input?: string,
): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [PROGRAM, ...commandLine],
      { cwd: folder, env: { PATH: process.env.PATH }, maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
        done({ code, out, err })
      },
    )
    child.stdin?.end(input)
  })
}

/** A folder that is gone after the work, whatever happens. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'navicert-e2e-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

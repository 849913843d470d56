import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '..')
export const EXAMPLES = join(ROOT, 'examples')
/** The small fictional list, as of the day before the examples of 2026. */
export const LIST = `us-csl:${join(EXAMPLES, 'lists/fictional-screening-list.csv')}@2026-06-01`
export const PROGRAM = join(ROOT, 'dist/cli/main.js')

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the built program as a shell does, in a folder, with nothing of the caller's environment. */
export function navicert(
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

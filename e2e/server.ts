import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { PROGRAM } from './navicert.ts'

export interface Served {
  readonly url: string
  readonly token: string
  readonly pid: number
  /** What was printed on standard output. */
  readonly greeting: readonly string[]
  readonly log: () => string
  /** Asks it to stop as a supervisor does, or kills it; the exit code. */
  stop(signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>
}

/** Starts the built program on a free port, as a shell does, and waits until it answers. */
export function serving(folder: string, ...line: readonly string[]): Promise<Served> {
  return servingWith({}, folder, ...line)
}

/** The same with variables of the environment, as `DATABASE_URL`. */
export async function servingWith(
  environment: Readonly<Record<string, string>>,
  folder: string,
  ...line: readonly string[]
): Promise<Served> {
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0', ...line], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString('utf8')
  })
  const ended = new Promise<number | null>((done) => {
    child.once('close', (code) => done(code))
  })
  const greeting: string[] = []
  const url = await new Promise<string>((found, failed) => {
    child.once('close', () => failed(new Error(`it ended before it answered: ${log}`)))
    createInterface(child.stdout).on('line', (text) => {
      greeting.push(text)
      if (text === '') found(/http:\/\/\S+:\d+/.exec(greeting.join(' '))?.[0] ?? '')
    })
  })
  const token = /navicert_[0-9a-f]{12}_[\w-]{43}/.exec(greeting.join(' '))?.[0] ?? ''
  return {
    url,
    token,
    pid: child.pid ?? 0,
    greeting,
    log: () => log,
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

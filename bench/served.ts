import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const PROGRAM = fileURLToPath(new URL('../cli/main.js', import.meta.url))

export interface Served {
  readonly child: ChildProcess
  readonly url: string
  readonly token: string
  /** From its start to its first line, in milliseconds. */
  readonly readyAfter: number
}

/** Starts the program as a server, in a process of its own. */
export function startServer(dataFolder: string, ...options: readonly string[]): Promise<Served> {
  const from = performance.now()
  const line = [PROGRAM, 'serve', '--port', '0', '--quiet', '--data', dataFolder, ...options]
  const child = spawn(process.execPath, line, { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((done, failed) => {
    let text = ''
    child.once('close', () => failed(new Error('the server ended before it answered')))
    createInterface(child.stdout).on('line', (printed) => {
      text += `${printed}\n`
      if (printed !== '') return
      const url = /http:\/\/\S+:\d+/.exec(text)?.[0] ?? ''
      const token = /navicert_\w{12}_[\w-]{43}/.exec(text)?.[0] ?? ''
      done({ child, url, token, readyAfter: performance.now() - from })
    })
  })
}

/** Sends a body of JSON and gives the answer. @throws where it is not the status that is wanted */
export function post(
  url: string,
  token: string,
  agent: Agent,
  body: string,
  { type = 'application/json', status = 200 } = {},
): Promise<string> {
  return new Promise((done, failed) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': type }
    const asked = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => {
        if (response.statusCode === status) done(text)
        else failed(new Error(`the server answered ${response.statusCode}: ${text.slice(0, 200)}`))
      })
    })
    asked.on('error', failed)
    asked.end(body)
  })
}

/** Resident memory of a process, in MB; on Linux. */
export function resident({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

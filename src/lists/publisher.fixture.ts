import { existsSync, readdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { ProblemError } from '../kernel/index.ts'
import type { SourcePolicy } from '../screening/index.ts'
import { readIndex } from './snapshot-store.ts'
import { day, POLICY, temporaryFolder } from './temporary-files.fixture.ts'
import { type UpdateOptions, type UpdateReport, updateList } from './update-list.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

interface Publisher {
  /** Given in order, the last one again and again. */
  answers: Answer[]
  readonly requests: IncomingMessage[]
  address: string
  dataFolder: string
  readonly waits: number[]
  server: Server
}

/** A publisher on this machine, new for every test. */
export const publisher: Publisher = {
  answers: [],
  requests: [],
  address: '',
  dataFolder: '',
  waits: [],
  server: createServer(),
}

export function startPublisher(): void {
  beforeEach(async () => {
    publisher.answers = []
    publisher.requests.length = 0
    publisher.waits.length = 0
    publisher.dataFolder = temporaryFolder()
    publisher.server = createServer((request, response) => {
      publisher.requests.push(request)
      const { answers } = publisher
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      answer?.(request, response)
    })
    await new Promise<void>((listening) => publisher.server.listen(0, '127.0.0.1', listening))
    publisher.address = `http://127.0.0.1:${(publisher.server.address() as AddressInfo).port}`
  })

  afterEach(async () => {
    publisher.server.closeAllConnections()
    await new Promise((closed) => publisher.server.close(closed))
  })
}

export function policy(changes: Partial<SourcePolicy> = {}): SourcePolicy {
  const un = POLICY.sources.find(({ source }) => source === 'un')
  if (un === undefined) throw new Error('the policy names no source un')
  return { ...un, downloads: [`${publisher.address}/consolidated.xml`], ...changes }
}

export function update(changes: Partial<UpdateOptions> = {}): Promise<UpdateReport> {
  return updateList({
    dataFolder: publisher.dataFolder,
    source: policy(),
    today: day('2026-03-05'),
    fetch: (url, options) => fetch(url, options),
    ...changes,
    limits: {
      backoffMs: [10, 20],
      idleMs: 5000,
      wait: async (milliseconds) => {
        publisher.waits.push(milliseconds)
      },
      ...changes.limits,
    },
  })
}

export async function refusal(work: Promise<unknown>): Promise<ProblemError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof ProblemError) return error
  throw new Error(`no refusal but ${String(error)}`)
}

export const XML_TYPE = { 'content-type': 'application/xml' }

export function gives(body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_, response) => response.writeHead(200, { ...XML_TYPE, ...headers }).end(body)
}

export function fails(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_, response) => response.writeHead(status, headers).end('no')
}

/** A list of the United Nations with so many entities, made on a day. */
export function listOf(count: number, made = '2026-03-01'): string {
  const entities = Array.from(
    { length: count },
    (_, index) =>
      `<ENTITY><DATAID>${index}</DATAID><FIRST_NAME>GREYWATER ${index}</FIRST_NAME></ENTITY>`,
  )
  return `<CONSOLIDATED_LIST dateGenerated="${made}T01:00:00Z"><ENTITIES>${entities.join('')}</ENTITIES></CONSOLIDATED_LIST>`
}

export const kept = (): readonly string[] =>
  readIndex(publisher.dataFolder).map(({ name, parties }) => `${name}: ${parties}`)

export function leftovers(): readonly string[] {
  const folder = join(publisher.dataFolder, 'lists', 'un')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('.')) : []
}

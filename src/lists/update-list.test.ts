import { existsSync, readdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ProblemError } from '../kernel/index.ts'
import type { SourcePolicy } from '../screening/index.ts'
import { UN_XML } from './official-texts.fixture.ts'
import { openSnapshots } from './open-screener.ts'
import { readIndex } from './snapshot-store.ts'
import { day, POLICY, temporaryFolder } from './temporary-files.fixture.ts'
import { type UpdateOptions, type UpdateReport, updateList } from './update-list.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A publisher on this machine that gives its answers in order, the last one again and again. */
let server: Server
let answers: Answer[]
let requests: IncomingMessage[]
let address: string
let dataFolder: string
let waits: number[]

beforeEach(async () => {
  answers = []
  requests = []
  waits = []
  dataFolder = temporaryFolder()
  server = createServer((request, response) => {
    requests.push(request)
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    answer?.(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

function policy(changes: Partial<SourcePolicy> = {}): SourcePolicy {
  const un = POLICY.sources.find(({ source }) => source === 'un')
  if (un === undefined) throw new Error('the policy names no source un')
  return { ...un, downloads: [`${address}/consolidated.xml`], ...changes }
}

function update(changes: Partial<UpdateOptions> = {}): Promise<UpdateReport> {
  return updateList({
    dataFolder,
    source: policy(),
    today: day('2026-03-05'),
    fetch: (url, options) => fetch(url, options),
    ...changes,
    limits: {
      backoffMs: [10, 20],
      idleMs: 5000,
      wait: async (milliseconds) => {
        waits.push(milliseconds)
      },
      ...changes.limits,
    },
  })
}

async function refusal(work: Promise<unknown>): Promise<ProblemError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof ProblemError) return error
  throw new Error(`no refusal but ${String(error)}`)
}

const XML_TYPE = { 'content-type': 'application/xml' }

function gives(body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_, response) => response.writeHead(200, { ...XML_TYPE, ...headers }).end(body)
}

function fails(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_, response) => response.writeHead(status, headers).end('no')
}

/** A list of the United Nations with so many entities, made on a day. */
function listOf(count: number, made = '2026-03-01'): string {
  const entities = Array.from(
    { length: count },
    (_, index) =>
      `<ENTITY><DATAID>${index}</DATAID><FIRST_NAME>GREYWATER ${index}</FIRST_NAME></ENTITY>`,
  )
  return `<CONSOLIDATED_LIST dateGenerated="${made}T01:00:00Z"><ENTITIES>${entities.join('')}</ENTITIES></CONSOLIDATED_LIST>`
}

const kept = (): readonly string[] =>
  readIndex(dataFolder).map(({ name, parties }) => `${name}: ${parties}`)

function leftovers(): readonly string[] {
  const folder = join(dataFolder, 'lists', 'un')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('.')) : []
}

describe('updateList', () => {
  it('takes the list in, as of the day in the file and as of today', async () => {
    answers = [gives(UN_XML)]
    const report = await update()
    expect(report).toMatchObject({
      source: 'un',
      state: 'updated',
      snapshot: { name: 'un 2026-03-05', since: '2026-03-01', parties: 2 },
      bytes: Buffer.byteLength(UN_XML),
      report: { publishedFrom: 'file', rejected: 1 },
    })
    expect(kept()).toEqual(['un 2026-03-01: 2', 'un 2026-03-05: 2'])
    expect(leftovers()).toEqual([])
  })

  it('asks with the validators it was given, and takes 304 for a list that is still current', async () => {
    answers = [
      gives(UN_XML, { etag: '"v1"', 'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT' }),
      fails(304),
    ]
    await update()
    const report = await update({ today: day('2026-03-20') })
    expect(requests[1]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Mon, 02 Mar 2026 10:00:00 GMT',
    })
    expect(report).toMatchObject({ state: 'unchanged', bytes: 0 })
    expect(report.snapshot).toMatchObject({ published: '2026-03-20', since: '2026-03-01' })
  })

  it('keeps an earlier day answered as before when a list is confirmed later', async () => {
    answers = [gives(UN_XML, { etag: '"v1"' }), fails(304)]
    await update()
    const at = (asOf: string) =>
      openSnapshots({ dataFolder, asOf: day(asOf) }).map(({ name, digest }) => ({ name, digest }))
    const before = at('2026-03-10')
    await update({ today: day('2026-03-20') })
    expect(at('2026-03-10')).toEqual(before)
    expect(at('2026-03-20')[0]?.digest).toBe(before[0]?.digest)
  })

  it('asks for the whole file where the snapshot of the validators is not here', async () => {
    answers = [gives(UN_XML, { etag: '"v1"' })]
    await update()
    dataFolder = temporaryFolder()
    await update()
    expect(requests[1]?.headers).not.toHaveProperty('if-none-match')
  })

  it('says unchanged for the same content sent again', async () => {
    answers = [gives(UN_XML)]
    await update()
    expect(await update()).toMatchObject({ state: 'unchanged' })
  })

  it('has the last content of a day as the newest, also where it changes back', async () => {
    const [first, second] = [listOf(10), listOf(11)]
    for (const body of [first, second, first, second, first]) {
      answers = [gives(body)]
      const { snapshot } = await update()
      expect(openSnapshots({ dataFolder, asOf: day('2026-03-05') })).toMatchObject([
        { digest: snapshot.digest, published: '2026-03-05' },
      ])
      expect(snapshot.parties).toBe(body === first ? 10 : 11)
    }
  })

  it('says what a new list changes in substance', async () => {
    answers = [gives(listOf(10)), gives(listOf(12, '2026-03-04').replace('WATER 3<', 'WATERS 3<'))]
    await update()
    expect(await update()).toMatchObject({
      state: 'updated',
      delta: { added: 2, removed: 0, changed: 1 },
    })
  })

  it('tries again after a failure that may pass, waiting longer each time', async () => {
    answers = [fails(500), fails(503, { 'retry-after': '3' }), gives(UN_XML)]
    expect(await update()).toMatchObject({ state: 'updated' })
    expect(requests).toHaveLength(3)
    expect(waits).toEqual([10, 3000])
  })

  it('gives up after the last attempt, and keeps nothing', async () => {
    answers = [fails(500)]
    expect((await refusal(update())).message).toContain('answers 500')
    expect(requests).toHaveLength(3)
    expect(kept()).toEqual([])
    expect(leftovers()).toEqual([])
  })

  it('does not repeat what the publisher refuses', async () => {
    answers = [fails(403)]
    expect((await refusal(update())).message).toContain('answers 403')
    expect(requests).toHaveLength(1)
  })

  it('tries again where the body breaks off', async () => {
    const cut: Answer = (_, response) => {
      response.writeHead(200, { ...XML_TYPE, 'content-length': Buffer.byteLength(UN_XML) })
      response.write(UN_XML.slice(0, 500), () => response.destroy())
    }
    answers = [cut, gives(UN_XML)]
    expect(await update()).toMatchObject({ state: 'updated', snapshot: { parties: 2 } })
  })

  it('refuses a list cut in the middle that claims to be whole', async () => {
    answers = [gives(UN_XML.slice(0, 2000))]
    expect((await refusal(update())).problems[0]?.code).toBe('list.not-the-format')
    expect(kept()).toEqual([])
  })

  it('gives up on a publisher that sends nothing', async () => {
    answers = [
      (_, response) => {
        response.writeHead(200, XML_TYPE).write('<CONSOLIDATED_LIST>')
      },
    ]
    const error = await refusal(update({ limits: { idleMs: 60, backoffMs: [] } }))
    expect(error.message).toContain('sent nothing for 0.06 s')
  })

  it('waits for a slow publisher as long as something comes', async () => {
    answers = [
      (_, response) => {
        response.writeHead(200, XML_TYPE)
        const parts = UN_XML.match(/[\s\S]{1,700}/g) ?? []
        const next = (): void => {
          const part = parts.shift()
          if (part === undefined) response.end()
          else response.write(part, () => setTimeout(next, 25))
        }
        next()
      },
    ]
    expect(await update({ limits: { idleMs: 2000 } })).toMatchObject({ state: 'updated' })
  })

  it('refuses a web page in place of the list', async () => {
    answers = [gives('<html>Maintenance</html>', { 'content-type': 'text/html; charset=utf-8' })]
    expect((await refusal(update())).message).toContain('a web page')
    answers = [gives('<html>Maintenance</html>')]
    expect((await refusal(update())).problems[0]?.code).toBe('list.not-the-format')
  })

  it('refuses another list in the right wrapping', async () => {
    answers = [gives('<CONSOLIDATED_LIST dateGenerated="2026-03-01"></CONSOLIDATED_LIST>')]
    expect((await refusal(update())).message).toContain('The file has no rows')
  })

  it('follows a redirect, and none without end', async () => {
    answers = [
      (_, response) => response.writeHead(302, { location: '/moved.xml' }).end(),
      gives(UN_XML),
    ]
    expect(await update()).toMatchObject({ state: 'updated' })
    expect(requests[1]?.url).toBe('/moved.xml')
    answers = [(_, response) => response.writeHead(302, { location: '/again' }).end()]
    expect((await refusal(update())).message).toContain('redirects without end')
  })

  it('follows no redirect to a file of this machine', async () => {
    answers = [(_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end()]
    expect((await refusal(update())).message).toContain('redirects to file://')
  })

  it('follows no redirect from an encrypted address to an open one', async () => {
    const source = policy({ downloads: ['https://lists.example/a.xml'] })
    const location = 'http://lists.example/a.xml'
    const error = await refusal(
      update({
        source,
        fetch: async () => new Response(null, { status: 301, headers: { location } }),
      }),
    )
    expect(error.message).toContain('redirects to http://, which is refused')
  })

  it('reads a body that is packed on the way', async () => {
    answers = [
      (_, response) =>
        response.writeHead(200, { ...XML_TYPE, 'content-encoding': 'gzip' }).end(gzipSync(UN_XML)),
    ]
    expect(await update()).toMatchObject({ state: 'updated', snapshot: { parties: 2 } })
  })

  it('stops at the bound of bytes, announced or not', async () => {
    const limits = { maxBytes: 1000 }
    answers = [gives(UN_XML, { 'content-length': String(Buffer.byteLength(UN_XML)) })]
    expect((await refusal(update({ limits }))).message).toContain('sends more than')
    answers = [
      (_, response) => {
        response.writeHead(200, XML_TYPE).write(UN_XML)
        response.end(UN_XML)
      },
    ]
    expect((await refusal(update({ limits }))).message).toContain('sends more than')
    expect(leftovers()).toEqual([])
  })

  it('keeps the list it has where the new one lost more than half of its parties', async () => {
    answers = [gives(listOf(10)), gives(listOf(4, '2026-03-04'))]
    await update()
    const error = await refusal(update({ today: day('2026-03-06') }))
    expect(error.problems[0]).toMatchObject({
      code: 'list.much-shorter',
      detail: 'The file has 4 parties where un 2026-03-05 has 10; it was not taken.',
    })
    expect(kept()).toEqual(['un 2026-03-01: 10', 'un 2026-03-05: 10'])
    expect(await update({ accept: true })).toMatchObject({ snapshot: { parties: 4 } })
  })

  it('keeps the list it has where a cache serves an older one', async () => {
    answers = [gives(listOf(10, '2026-03-01')), gives(listOf(9, '2026-02-01'))]
    await update()
    expect((await refusal(update())).problems[0]?.code).toBe('list.older-than-kept')
  })

  it('takes the day of the last change where the file states none', async () => {
    const source = policy({ source: 'ca', downloads: [`${address}/sema.xml`] })
    const body =
      '<data-set><record><Country>Iran</Country><Entity>Greywater</Entity><Item>1</Item></record></data-set>'
    answers = [gives(body, { 'last-modified': 'Sun, 01 Mar 2026 10:00:00 GMT' })]
    const { report, snapshot } = await update({ source })
    expect(report).toMatchObject({ published: '2026-03-01', publishedFrom: 'given' })
    expect(snapshot.published).toBe('2026-03-05')
  })

  it('goes back day by day where the address holds a day of issue', async () => {
    const source = policy({ downloads: [`${address}/full/{day}/title-15.xml`] })
    answers = [
      (request, response) => {
        const isThere = request.url === '/full/2026-03-03/title-15.xml'
        if (isThere) response.writeHead(200, XML_TYPE).end(listOf(2))
        else response.writeHead(404).end()
      },
    ]
    expect(await update({ source })).toMatchObject({ state: 'updated' })
    expect(requests.map(({ url }) => url)).toEqual([
      '/full/2026-03-05/title-15.xml',
      '/full/2026-03-04/title-15.xml',
      '/full/2026-03-03/title-15.xml',
    ])
  })

  it('fetches all files of a list anew where one of them has changed', async () => {
    const rows = {
      '/sdn.csv':
        '1,"GREYWATER LTD","-0-","IRAN","-0-","-0-","-0-","-0-","-0-","-0-","-0-","-0-"\n',
      '/add.csv': '1,1,"1 Quay Road","Dubai","United Arab Emirates","-0-"\n',
      '/alt.csv': '1,1,"aka","GWT","-0-"\n',
    }
    const source = policy({
      source: 'us-ofac',
      downloads: Object.keys(rows).map((path) => `${address}${path}`),
    })
    let round = 1
    answers = [
      (request, response) => {
        const isAsked = request.headers['if-none-match'] !== undefined
        if (isAsked && !(round === 2 && request.url === '/alt.csv'))
          return fails(304)(request, response)
        const body = rows[request.url as keyof typeof rows]
        response.writeHead(200, { 'content-type': 'text/csv', etag: `"${round}"` }).end(body)
      },
    ]
    expect(await update({ source })).toMatchObject({ state: 'updated', snapshot: { parties: 1 } })
    requests.length = 0
    round = 2
    expect(await update({ source })).toMatchObject({ state: 'unchanged' })
    expect(requests).toHaveLength(6)
    requests.length = 0
    round = 3
    expect(await update({ source })).toMatchObject({ state: 'unchanged', bytes: 0 })
    expect(requests).toHaveLength(3)
  })

  it('tells how far it is', async () => {
    answers = [gives(UN_XML, { 'content-length': String(Buffer.byteLength(UN_XML)) })]
    const told: (readonly [number, number | undefined])[] = []
    await update({ progress: (bytes, total) => told.push([bytes, total]) })
    const size = Buffer.byteLength(UN_XML)
    expect(told.at(-1)).toEqual([size, size])
  })

  it('stops when it is interrupted', async () => {
    const controller = new AbortController()
    answers = [() => controller.abort()]
    expect((await refusal(update({ signal: controller.signal }))).message).toContain(
      'was not waited for',
    )
    expect(requests).toHaveLength(1)
  })

  it('says where to get a list that no file is published of', async () => {
    const { downloads: _, ...source } = policy({ source: 'jp-meti' })
    const error = await refusal(update({ source }))
    expect(error.problems[0]).toMatchObject({ code: 'list.no-download' })
    expect(error.problems[0]?.remedy).toContain('lists import')
  })

  it('says so where nobody answers', async () => {
    const source = policy()
    await new Promise((closed) => server.close(closed))
    expect((await refusal(update({ source }))).message).toContain('cannot be read (ECONNREFUSED)')
  })
})

describe('the policy of lists', () => {
  it('names a file to fetch, terms and a greatest age for every list published as a file', () => {
    const fetched = POLICY.sources.filter(({ downloads }) => downloads !== undefined)
    expect(fetched.map(({ source }) => source)).toEqual([
      'us-bis',
      'us-ofac',
      'us-csl',
      'un',
      'eu-fsf',
      'uk',
      'ca',
      'au',
      'ch',
      'tw',
    ])
    for (const { downloads = [], terms, maxAgeDays } of fetched) {
      expect(terms).toBeDefined()
      expect(maxAgeDays).toBeLessThanOrEqual(30)
      for (const url of downloads) expect(url).toMatch(/^https:/)
    }
  })
})

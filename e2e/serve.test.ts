import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ApiProblem, createClient, OPERATIONS } from '../src/server/index.ts'
import { EXAMPLES, inFolder, LIST, navicert } from './navicert.ts'
import { type Served, serving } from './server.ts'

const PROPOSAL = join(EXAMPLES, 'regime/proposal-3a501.yaml')
const PROCESSOR = { id: 'processor', kind: 'ic.processor', origin: 'DE' }
const { check, classify, lawEntries, lawStatus, live, screen } = OPERATIONS
const [SOURCE, FILE, DAY] = LIST.split(/[:@]/)

describe('the program as a server', () => {
  test('makes one token at its first start, shows it once and logs no secret', async () => {
    await inFolder(async (folder) => {
      const first = await serving(folder)
      const answer = await createClient(first).call(screen, { body: { name: 'Nobody Known' } })
      expect(answer.state).toBe('not-screened')
      expect(await first.stop('SIGINT')).toBe(0)
      expect(first.log()).toContain('"route":"/api/v1/screen"')
      expect(first.log()).not.toContain(first.token.slice(-43))
      expect(first.log()).not.toContain('Nobody')
      expect(statSync(join(folder, '.navicert/store.key')).mode & 0o777).toBe(0o600)

      const second = await serving(folder)
      expect(second.token).toBe('')
      const again = createClient({ url: second.url, token: first.token })
      expect((await again.call(lawStatus)).entries).toBeGreaterThan(300)
      expect((await again.call(screen, { body: { name: 'A' } })).state).toBe('not-screened')
      await second.stop()
    })
  })
})

describe('the demo', () => {
  test('answers at once, and each line that it prints works as it is', async () => {
    await inFolder(async (folder) => {
      const demo = await serving(folder, '--demo')
      const curls = demo.greeting.filter((text) => text.startsWith('  curl'))
      expect(curls[0]).toContain('/api/v1/links/redeem')
      const lines = curls.slice(1)
      expect(lines.length).toBe(8)
      const run = (line = ''): string =>
        execFileSync('sh', ['-c', line], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      const [changes, checked, screened] = lines.slice(0, 3).map(run)
      expect(changes).toContain('NL:3B001.f.4')
      expect(JSON.parse(checked ?? '')).toMatchObject({
        id: 'fpga-to-china',
        verdict: 'licence-required',
      })
      expect(JSON.parse(screened ?? '')).toMatchObject({ state: 'hit' })
      const [proposals, refusals, alerts] = lines.slice(5).map((line) => JSON.parse(run(line)))
      expect(proposals.proposals).toMatchObject([
        { standing: { outcome: 'coalition' } },
        { standing: { phase: 'open' } },
      ])
      expect([refusals.denials.length, alerts.alerts.length]).toEqual([1, 1])
      const hits = (): readonly object[] => JSON.parse(run(lines[4])).hits
      await expect.poll(hits, { timeout: 100_000, interval: 500 }).toMatchObject([{ party: 'C-3' }])
      const orders = JSON.parse(run(lines[3])).records
      expect(orders.length).toBe(4)
      await demo.stop()

      // Started again, nothing is filed twice.
      const again = await serving(folder, '--demo')
      const asked = again.greeting.find((text) => text.includes('/api/v1/orders'))
      expect(JSON.parse(run(asked)).records.length).toBe(4)
      await again.stop()
    })
  })

  test('is for its own machine alone', async () => {
    await inFolder(async (folder) => {
      const { code, err } = await navicert(folder, ['serve', '--demo', '--host', '0.0.0.0'])
      expect([code, err]).toEqual([1, expect.stringContaining('options.contradict')])
    })
  })
})

test('a batch that was acknowledged is answered, also where the server is killed in the middle', async () => {
  await inFolder(async (folder) => {
    const first = await serving(folder)
    const { token } = first
    const deal = JSON.stringify({
      kind: 'export',
      date: '2026-06-02',
      route: { from: 'NL', to: 'CN' },
      items: [],
    })
    const item = { kind: 'ic.processor', characteristics: { tpp: 5000 } }
    const line = (at: number): string =>
      JSON.stringify({
        ...JSON.parse(deal),
        id: `order-${at}`,
        items: [{ ...item, name: `board ${at}` }],
      })
    const body = `${Array.from({ length: 1000 }, (_, at) => line(at)).join('\n')}\n`
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' }
    const received = await fetch(`${first.url}/api/v1/check/batch`, {
      method: 'POST',
      headers,
      body,
    })
    expect(received.status).toBe(202)
    const { events, result } = (await received.json()) as { events: string; result: string }
    await first.stop('SIGKILL')

    const second = await serving(folder)
    const told = await fetch(`${second.url}${events}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const text = await told.text()
    expect(text).toContain('event: finished')
    const answers = await fetch(`${second.url}${result}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const lines = (await answers.text()).trimEnd().split('\n')
    expect(lines.length).toBe(1000)
    expect(JSON.parse(lines[999] ?? '')).toMatchObject({ id: 'order-999' })
    expect(await second.stop()).toBe(0)
  })
})

/** One server for all that leave it as it is. */
describe('a server that runs', () => {
  let folder: string
  let served: Served
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'navicert-served-'))
    await navicert(folder, ['lists', 'import', SOURCE ?? '', FILE ?? '', '--published', DAY ?? ''])
    served = await serving(folder)
  })
  afterAll(async () => {
    expect(await served.stop()).toBe(0)
    rmSync(folder, { recursive: true, force: true })
  })

  test('gives the same bytes as the command', async () => {
    for (const name of ['battery-cell', 'fpga-to-china', 'machine-of-three-countries']) {
      const file = join(EXAMPLES, `${name}.yaml`)
      const { out } = await navicert(folder, ['check', file, '--json'])
      const response = await fetch(`${served.url}/api/v1/check`, {
        method: 'POST',
        headers: { authorization: `Bearer ${served.token}`, 'content-type': 'application/yaml' },
        body: readFileSync(file),
      })
      expect(await response.json()).toEqual(JSON.parse(out))
    }
  })

  test('has its port, and another says so', async () => {
    const { port } = new URL(served.url)
    const line = ['serve', '--port', port, '--data', join(folder, 'other')]
    const { code, err } = await navicert(folder, line)
    expect([code, err]).toEqual([1, expect.stringContaining('server.no-address')])
  })

  test('takes a token that is made beside it, until it is revoked', async () => {
    const line = ['serve', '--new-token', '--name', 'erp', '--scopes', 'screen']
    const token = (await navicert(folder, line)).out.trim()
    const erp = createClient({ url: served.url, token })
    expect((await erp.call(screen, { body: { name: 'A' } })).lists.length).toBe(1)
    const refusal = erp.call(classify, { body: { item: {} } })
    await expect(refusal).rejects.toMatchObject({ document: { status: 403 } })
    expect((await navicert(folder, ['serve', '--revoke-token', token])).code).toBe(0)
    const late = erp.call(screen, { body: { name: 'A' } })
    await expect(late).rejects.toMatchObject({ document: { status: 401 } })
  })

  test('answers others while it works out what a proposal would change for many', async () => {
    const lines = readFileSync(join(EXAMPLES, 'regime/transactions.jsonl'), 'utf8').split('\n')
    const [first] = lines.map((line) => JSON.parse(line || '{}') as object)
    const transactions = Array.from({ length: 400 }, (_, at) => ({
      ...first,
      ...{ id: `order-${at}`, items: [{ ...PROCESSOR, characteristics: { tpp: 4_600 + at } }] },
    }))
    let isAnswered = false
    const { url, token } = served
    const asking = createClient({ url, token })
      .call(OPERATIONS.regimeImpact, {
        query: { asOf: '2026-06-02' },
        body: { proposal: parse(readFileSync(PROPOSAL, 'utf8')), items: [], transactions },
      })
      .finally(() => {
        isAnswered = true
      })
    const client = createClient({ url, token })
    let meanwhile = 0
    // Each waits for the one before: where the answer held up the server, hardly any would come through.
    for (; !isAnswered && meanwhile < 50; meanwhile += 1) await client.call(lawStatus)
    expect(meanwhile).toBe(50)
    const { transactions: answered } = await asking
    expect([answered.asked, (answered.changed as readonly object[]).length]).toEqual([400, 200])
  })

  test('reads a long table in a thread, and tells what is wrong with its rows', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => `C-${at},Example ${at},KR\n`)
    const response = await fetch(`${served.url}/api/v1/tables/parties`, {
      method: 'POST',
      headers: { authorization: `Bearer ${served.token}`, 'content-type': 'text/csv' },
      body: `id,name,country\n${rows.join('')}C-X,Example,Korea\n`,
    })
    const { errors } = (await response.json()) as { readonly errors: readonly object[] }
    expect([response.status, errors[0]]).toMatchObject([422, { row: 3002 }])
  })

  test('is let go on to the next page until there is none', async () => {
    const client = createClient({ url: served.url })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const query = {
        limit: 7,
        asOf: '2026-06-01',
        jurisdiction: 'EU',
        ...(cursor ? { cursor } : {}),
      }
      const page = await client.call(lawEntries, { query })
      seen.push(...page.entries.map(({ id, version }) => `${id} ${version}`))
      cursor = page.next
    } while (cursor !== undefined)
    const whole = await client.call(lawEntries, {
      query: { limit: 500, asOf: '2026-06-01', jurisdiction: 'EU' },
    })
    expect(seen).toEqual(whole.entries.map(({ id, version }) => `${id} ${version}`))
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('is asked what would decide, and less after each answer', async () => {
    const client = createClient(served)
    const item = { kind: 'sme.litho.scanner' }
    const first = await client.call(classify, { body: { item, asOf: '2026-06-01' } })
    const [question] = first.next
    expect(question?.text).toMatch(/\?$/)
    const answers = { wavelength_nm: 193, na_max: 1.35, dco_nm: 1.3 }
    const second = await client.call(classify, { body: { item, answers, asOf: '2026-06-01' } })
    expect(second.listed.EU).toBe('listed')
    expect(second.next.map(({ parameter }) => parameter)).not.toContain(question?.parameter)
    expect(second.next.length).toBeLessThan(first.next.length)
  })

  test('is told what is wrong as a problem', async () => {
    const body = { kind: 'export', items: [], to: 'CN' } as never
    const error = await createClient(served)
      .call(check, { body })
      .catch((problem: unknown) => problem)
    expect(error).toBeInstanceOf(ApiProblem)
    expect((error as ApiProblem).document).toMatchObject({ status: 422, code: 'input.wrong-shape' })
  })

  test('may be slow only so long, and what is no request is answered as a problem', async () => {
    const port = Number(new URL(served.url).port)
    const told = (text: string): Promise<string> =>
      new Promise((done) => {
        let answer = ''
        const socket = connect(port, '127.0.0.1', () => socket.write(text))
        socket.on('data', (chunk) => {
          answer += chunk.toString()
        })
        socket.on('close', () => done(answer))
      })
    expect(await told('GARBAGE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*request\.malformed/)
    expect(await told(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431/,
    )
    expect(
      await told('GET /health/live HTTP/1.1\r\nHost: a\r\nX-Request-Id: a\rb\r\n\r\n'),
    ).toMatch(/^HTTP\/1\.1 400/)
    // Headers that never end.
    expect(await told('GET /health/live HTTP/1.1\r\nHost: a\r\nX: ')).toMatch(/^HTTP\/1\.1 408/)
  })

  test('that sends its body in drops holds up nobody else', async () => {
    const port = Number(new URL(served.url).port)
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `POST /api/v1/check HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${served.token}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`,
      ),
    )
    socket.on('error', () => undefined)
    expect(await createClient(served).call(live)).toEqual({ status: 'live' })
    socket.destroy()
  })
})

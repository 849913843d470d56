import type { KeyObject } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENTRY_PAYLOAD_TYPE, signEnvelope } from '../../exchange/index.ts'
import { canonicalJson } from '../../kernel/index.ts'
import { type TestServer, testServer } from '../app.fixture.ts'

let server: TestServer
let officers: Awaited<ReturnType<TestServer['officers']>>
beforeAll(async () => {
  server = await testServer()
  officers = await server.officers()
})
afterAll(() => server.close())

async function ask(path: string, payload?: object, token = server.roleTokens.delegate) {
  const answer = await server.app.inject({
    method: payload === undefined ? 'GET' : 'POST',
    url: `/api/v1/regime/${path}`,
    headers: { authorization: `Bearer ${token}` },
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: answer.statusCode, body: answer.json() }
}

/** What an officer's own program makes: an entry at the place that the server names, signed. */
async function signed(
  type: string,
  body: object,
  key: KeyObject = officers.delegate,
  more: object = {},
): Promise<object> {
  const { payloadType, ...place } = (await ask('log/next')).body
  const header = {
    ...{ v: 1, ...place, id: `${type}-${place.seq}`, type, schema: `${type}/1` },
    ...{ createdAt: server.clock.now.toISOString(), audience: { class: 'all' } },
    ...{ refs: [], handling: 'official', body, ...more },
  }
  return JSON.parse(
    signEnvelope(payloadType, Buffer.from(canonicalJson(header)), [key]).toString(),
  ) as object
}

const CHARTER = 'charter=plurilateral-2024'
const PROPOSAL = '2026-mask-writers'
const send = (envelope: object, token?: string) => ask('log/entries', envelope, token)

describe('what an officer signed', () => {
  test('is added to the own log once, and stands on record', async () => {
    const { body: proposal } = await ask(`proposals/${PROPOSAL}?${CHARTER}`)
    const ballot = { proposal: PROPOSAL, proposalDigest: proposal.digest, choice: 'yes' }
    const envelope = await signed('vote.cast', ballot)
    const first = await send(envelope)
    expect([first.status, first.body.added]).toEqual([201, true])
    const again = await send(envelope)
    expect([again.status, again.body]).toEqual([201, { ...first.body, added: false }])
    const next = (await ask('log/next')).body
    expect(next).toMatchObject({
      payloadType: ENTRY_PAYLOAD_TYPE,
      ...{ regime: 'demo', issuer: 'NL', seq: first.body.sequence + 1, prev: first.body.digest },
    })
    const { body } = await ask('log')
    expect(body.faults.filter(({ kind }: { kind: string }) => kind !== 'stale')).toEqual([])
  })

  test('is refused where its place has been taken since, with what to do', async () => {
    const refusal = (await signed('denial.renew', {}, officers.licensing)) as { payload: string }
    const ended = { commitmentId: 'NL-W-9', stream: 'none', text: 'x', due: '2027-01-01' }
    expect((await send(await signed('workstream.commit', ended))).status).toBe(422)
    const alert = {
      ...{ alertId: 'NL-A-9', subject: 'A trader', confidence: 60, basis: 'Two orders.' },
      ...{ expires: '2026-09-01' },
    }
    expect(await send(await signed('alert.entity', alert, officers.licensing))).toMatchObject({
      status: 201,
    })
    expect(await send(refusal)).toMatchObject({
      status: 409,
      body: { code: 'exchange.entry-out-of-sequence', remedy: expect.stringContaining('log/next') },
    })
  })

  test('is refused with the reason where it would count for nothing', async () => {
    const late = await signed('vote.cast', {
      ...{ proposal: '2026-cryogenic-etch', choice: 'no' },
      proposalDigest: `sha256:${'0'.repeat(64)}`,
    })
    expect((await send(late)).body).toMatchObject({ status: 422, code: 'ballot.late' })
    const wrong = await send(await signed('denial.renew', {}, officers.delegate))
    expect([wrong.status, wrong.body.code]).toEqual([403, 'exchange.not-entitled'])
    const shapeless = await send(await signed('denial.renew', {}, officers.licensing))
    expect(shapeless.status).toBe(422)
    const altered = (await signed('vote.cast', {})) as { signatures: { sig: string }[] }
    const other = { ...altered, payload: Buffer.from('{}').toString('base64') }
    expect((await send(other)).body.code).toBe('exchange.entry-unreadable')
    expect((await send({ ...altered, signatures: [] })).status).toBe(422)
  })

  test('is handed in by who speaks for the member, and by nobody else', async () => {
    const envelope = await signed('vote.cast', {})
    for (const role of ['administrator', 'compliance-officer', 'auditor', 'service'] as const) {
      expect((await send(envelope, server.roleTokens[role])).status).toBe(403)
    }
    expect((await send(envelope, server.roleTokens['licensing-officer'])).status).toBe(422)
  })
})

describe('ballots that were not cast', () => {
  const asked = { charter: 'compact', matter: 'list-add', technology: 'lithography' }
  test('are counted by the rule of a charter, to the second of its close', async () => {
    const ballots = [
      { member: 'NL', choice: 'yes', at: '2027-03-01T00:00:00Z' },
      { member: 'JP', choice: 'yes', at: '2027-03-01T00:00:01Z' },
      { member: 'CN', choice: 'no' },
    ]
    const { status, body } = await ask('tally', {
      ...asked,
      closes: '2027-03-01T00:00:00Z',
      ballots,
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      yes: ['NL'],
      late: ['JP'],
      withoutVote: ['CN'],
      outcome: 'lapsed',
    })
  })

  test('are refused of a technology or a charter that nobody knows', async () => {
    const strange = await ask('tally', { ...asked, technology: 'litography', ballots: [] })
    expect(strange.status).toBe(422)
    expect((await ask('tally', { ...asked, charter: 'compac', ballots: [] })).status).toBe(404)
  })
})

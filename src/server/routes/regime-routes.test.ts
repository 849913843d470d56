import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { OWN_LAW, openEngine } from '../../desk/index.ts'
import { type TestServer, testServer } from '../app.fixture.ts'
import { regimeExample } from '../contract/regime-operations.ts'
import { demoNode } from '../regime/demo-members.ts'
import { RegimeOnHand } from '../regime/on-hand.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const CHARTER = 'charter=plurilateral-2024'

async function ask(path: string, payload?: object, token = server.tokens.admin) {
  const answer = await server.app.inject({
    method: payload === undefined ? 'GET' : 'POST',
    url: `/api/v1/regime/${path}`,
    headers: { authorization: `Bearer ${token}` },
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: answer.statusCode, body: answer.json(), text: answer.body }
}

describe('the record of a regime', () => {
  test('shows one proposal adopted by three of eleven, and one that is open', async () => {
    const { body } = await ask(`proposals?${CHARTER}`)
    expect(body.withoutEffect).toEqual([])
    expect(body.proposals).toMatchObject([
      {
        proposal: '2026-cryogenic-etch',
        standing: { phase: 'decided', outcome: 'coalition', tally: { binds: ['JP', 'NL', 'US'] } },
      },
      { proposal: '2026-mask-writers', standing: { phase: 'open' } },
    ])
  })

  test('shows of a proposal its comments, ballots and reservations', async () => {
    const etch = await ask(`proposals/2026-cryogenic-etch?${CHARTER}`)
    expect(etch.body).toMatchObject({
      comments: [{ member: 'JP' }],
      ballots: [
        { member: 'NL', choice: 'yes' },
        { member: 'JP', choice: 'yes' },
        { member: 'US', choice: 'yes' },
      ],
    })
    const masks = await ask(`proposals/2026-mask-writers?${CHARTER}`)
    expect(masks.body.reservations).toMatchObject([{ member: 'US', position: 'scrutiny' }])
    expect((await ask(`proposals/2026-none?${CHARTER}`)).status).toBe(404)
  })

  test('shows as of an earlier day what was known then', async () => {
    const { body } = await ask(`proposals?${CHARTER}&on=2026-04-01`)
    expect(body).toMatchObject({
      at: '2026-04-01T23:59:59Z',
      proposals: [{ standing: { phase: 'tallying' } }],
    })
  })

  test('shows who has it in force, who later, and who is silent', async () => {
    const { body } = await ask(`track?${CHARTER}`)
    expect(body.rows).toMatchObject([
      { member: 'JP', state: 'dated' },
      { member: 'NL', state: 'in-force' },
      { member: 'US', state: 'silent' },
    ])
  })

  test('shows alerts, measures with what is done, commitments and criteria for a tender', async () => {
    expect((await ask('alerts')).body.alerts).toMatchObject([{ alertId: 'US-A-1', issuer: 'US' }])
    expect((await ask('measures')).body.measures).toMatchObject([
      { measureId: 'JP-M-1', state: 'running', burden: { done: '2.25' } },
    ])
    const { body } = await ask('workstreams?buyers=NL,%20JP')
    expect(body.commitments).toMatchObject([{ owner: 'JP', isOverdue: false }])
    expect(body.criteria).toHaveLength(1)
    expect((await ask('workstreams?buyers=nl')).status).toBe(422)
  })

  test('shows who was asked for information, to those who may read refusals', async () => {
    const { body } = await ask('information')
    expect(body.requests).toMatchObject([
      { requestId: 'JP-R-1', asked: [{ member: 'NL', state: 'open' }, { state: 'open' }] },
    ])
    expect((await ask('information', undefined, server.roleTokens.analyst)).status).toBe(403)
  })

  test('finds no fault in three members’ logs', async () => {
    const { body } = await ask('log')
    expect(body.faults).toEqual([])
    expect(body.logs.map(({ member }: { member: string }) => member)).toEqual(['JP', 'NL', 'US'])
  })
})

describe('a case', () => {
  test('is stopped by a refusal of another member, of whose file nothing is shown', async () => {
    const transaction = regimeExample('memory-to-trader.yaml')
    const { status, body, text } = await ask('case-block', { member: 'JP', transaction })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      mayBeApproved: false,
      steps: [{ state: 'to-assess', blocks: true, match: { denial: { denialId: 'NSG-NL-7' } } }],
    })
    // Its parties, use and grounds; the mail domain is the deal's own.
    for (const kept of [
      'Severnaya',
      'Balkan Chip Trade',
      'sales@',
      'weather',
      'missiles',
      'NL-402',
    ])
      expect(text).not.toContain(kept)
  })

  test('waits for the answer of the member that was asked', async () => {
    const transaction = regimeExample('memory-to-institute.yaml')
    const asked = { member: 'JP', caseRef: 'JP-120', transaction }
    expect((await ask('case-block', asked)).body).toMatchObject({
      mayBeApproved: false,
      steps: [{ state: 'consulting' }],
    })
    expect((await ask('consultations?member=US')).body.consultations).toEqual([])
    expect((await ask('consultations')).body.consultations).toMatchObject([
      { consultId: 'JP-C-1', standing: { state: 'received' } },
    ])
  })
})

describe('refusals', () => {
  test('are shown to a licensing officer on record, and not to who sells', async () => {
    const officer = server.roleTokens['licensing-officer']
    const { body } = await ask('denials', undefined, officer)
    expect(body.denials).toMatchObject([{ issuer: 'NL', standing: { state: 'in-force' } }])
    expect((await ask('denials', undefined, server.roleTokens.sales)).status).toBe(403)
    expect(server.store.events).toContainEqual(
      expect.objectContaining({
        type: 'audit.read',
        actor: 'is-licensing-officer',
        body: expect.objectContaining({ action: 'refusal.read' }),
      }),
    )
  })
})

describe('questions about votes', () => {
  test('name the nearest charter, and refuse a state that no charter knows', async () => {
    const unknown = await ask('charters/wasenar')
    expect([unknown.status, unknown.body.remedy]).toEqual([
      404,
      expect.stringContaining('Did you mean wassenaar?'),
    ])
    const set = regimeExample('what-if.yaml') as { proposals: { no: string[] }[] }
    set.proposals[0]?.no.push('HX')
    const refused = await ask('what-if', set)
    expect([refused.status, refused.body.code]).toEqual([422, 'what-if.no-member'])
  })

  test('show what a proposal would list', async () => {
    const item = { id: 'p', kind: 'ic.processor', characteristics: { tpp: 4992 } }
    const proposal = regimeExample('proposal-3a501.yaml')
    const { body } = await ask('impact?asOf=2026-06-02', { proposal, items: [item] })
    expect(body.items.changed).toMatchObject([{ newlyMet: ['EU:3A501.a.16'] }])
  })
})

describe('the record on hand', () => {
  const now = () => new Date('2026-06-02T12:00:00Z')
  const engine = openEngine(OWN_LAW)
  const heldBy = (node: ReturnType<typeof demoNode> | undefined) =>
    new RegimeOnHand({ engine, lawFolder: OWN_LAW, now, node: async () => await node })

  test('is read again after a fault that has passed, and else only once', async () => {
    const opened = demoNode(engine.rulebook, () => now().getTime())
    const node = await opened
    const regime = heldBy(opened)
    const entriesOfDutch = vi.spyOn(node.log('NL'), 'entries')
    entriesOfDutch.mockImplementationOnce(() => {
      throw new Error('EIO: i/o error, read')
    })
    await expect(regime.recordOn(undefined)).rejects.toThrow('EIO')
    expect((await regime.recordOn(undefined)).entries.length).toBeGreaterThan(0)
    const reads = entriesOfDutch.mock.calls.length
    await regime.recordOn(undefined)
    expect(entriesOfDutch.mock.calls.length).toBe(reads)
  })

  test('is read again when a sealed body came, which no log shows', async () => {
    const opened = demoNode(engine.rulebook, () => now().getTime())
    const node = await opened
    const regime = heldBy(opened)
    node.files.write(
      'blobs-missing.json',
      Buffer.from(JSON.stringify([`sha256:${'a'.repeat(64)}`])),
    )
    await regime.recordOn(undefined)
    const entriesOfDutch = vi.spyOn(node.log('NL'), 'entries')
    node.files.write('blobs-missing.json', Buffer.from('[]'))
    await regime.recordOn(undefined)
    expect(entriesOfDutch).toHaveBeenCalled()
  })

  test('is none where there is no node, which is said with what to do', async () => {
    await expect(heldBy(undefined).recordOn(undefined)).rejects.toMatchObject({
      status: 404,
      problem: { code: 'regime.no-node' },
    })
  })
})

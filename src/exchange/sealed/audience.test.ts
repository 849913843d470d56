import { beforeAll, describe, expect, it } from 'vitest'
import { lastingFaults } from '../node/health.ts'
import { readLedger } from '../node/ledger.ts'
import type { ExchangeNode } from '../node/node.ts'
import { Members } from '../node/nodes.fixture.ts'
import { publish } from '../node/publish.ts'
import { pull } from '../node/pull.ts'
import { delegationOf, keyOf, rootKeys, rootOfRegime, signed } from '../regime.fixture.ts'
import { filesInMemory } from '../store/files.fixture.ts'
import { appendSealed } from './append-sealed.ts'
import { audienceOf } from './recipients.ts'
import { generateSealIdentity } from './seal.ts'

const MEMBERS = ['JP', 'KR', 'NL', 'US']
const seals = new Map<string, Awaited<ReturnType<typeof generateSealIdentity>>>()

beforeAll(async () => {
  for (const member of MEMBERS) seals.set(member, await generateSealIdentity())
})

/** Nodes with seal keys of their own, which know those of all. */
function sealing() {
  const members = new Members(MEMBERS)
  const said = MEMBERS.map((member) => {
    const sealKey = seals.get(member)?.recipient ?? ''
    return signed(delegationOf(member, { sealKey }), rootKeys(member)).bytes
  })
  const nodes = new Map(
    MEMBERS.map((member) => {
      const seal = seals.get(member)?.identity ?? ''
      return [member, members.open(member, filesInMemory(), { seal }, said)] as const
    }),
  )
  for (const [member, node] of nodes) members.nodes.set(member, node)
  const say = (body: unknown, to: 'all' | readonly string[], node = members.node('NL')) => {
    const createdAt = new Date(members.now).toISOString()
    const draft = { id: `${Math.random()}`, type: 'vote.cast', schema: 't/1', createdAt, body }
    return appendSealed(node, draft, to, keyOf(`${node.member} delegate`))
  }
  return { members, say }
}

/** The next root, without some members and with some suspended. */
function nextRoot(version: number, gone: readonly string[], suspended: readonly string[] = []) {
  const root = rootOfRegime(
    MEMBERS.filter((member) => !gone.includes(member)),
    { version, issued: '2027-02-01T00:00:00Z', threshold: 3 },
  )
  const members = root.members.map((one) =>
    suspended.includes(one.member) ? { ...one, suspended: true as const } : one,
  )
  return signed({ ...root, members }, rootKeys(...MEMBERS)).bytes
}

async function bodiesAt(members: Members, member: string): Promise<readonly unknown[]> {
  const node = members.node(member)
  if (member !== 'NL') await pull(node, members.peer('NL'))
  const { entries } = await readLedger(node)
  return entries.flatMap(({ type, body }) => (type === 'vote.cast' ? [body] : []))
}

describe('a sealed body', () => {
  it('is read by those named and its author, and by nobody else', async () => {
    const { members, say } = sealing()
    expect((await say('for JP', ['JP'])).ok).toBe(true)
    expect((await say('for all', 'all')).ok).toBe(true)
    expect(await bodiesAt(members, 'NL')).toEqual(['for JP', 'for all'])
    expect(await bodiesAt(members, 'JP')).toEqual(['for JP', 'for all'])
    expect(await bodiesAt(members, 'US')).toEqual([undefined, 'for all'])
  })

  it('is not read by a member that left or is suspended before, and stays read where it was', async () => {
    const { members, say } = sealing()
    await say('before', 'all')
    for (const [version, gone, suspended] of [
      [2, ['US'], []],
      [3, ['US'], ['KR']],
    ] as const) {
      for (const node of members.nodes.values()) node.learn([nextRoot(version, gone, suspended)])
      expect((await say(`under ${version}`, 'all')).ok).toBe(true)
    }
    expect(await bodiesAt(members, 'US')).toEqual(['before', undefined, undefined])
    expect(await bodiesAt(members, 'KR')).toEqual(['before', 'under 2', undefined])
    expect(await bodiesAt(members, 'JP')).toEqual(['before', 'under 2', 'under 3'])
    const codes = async (to: readonly string[]) => {
      const made = await say('x', to)
      return made.ok ? [] : made.problems.map(({ code }) => code)
    }
    expect(await codes(['KR'])).toEqual(['exchange.recipient-not-a-member'])
    expect(await codes(['US'])).toEqual(['exchange.recipient-not-a-member'])
    expect(audienceOf(members.node('NL'), ['JP'])).toMatchObject({
      value: { audience: { class: 'pair', epoch: 3 } },
    })
  })

  it('sealed under a root that had passed is named, and counts', async () => {
    const { members, say } = sealing()
    const [jp, nl] = [members.node('JP'), members.node('NL')]
    members.now = Date.parse('2027-03-01T00:00:00Z')
    await say('late', 'all')
    for (const member of ['JP', 'KR', 'US']) members.node(member).learn([nextRoot(2, ['US'])])
    await publish(nl, members.others('NL'))
    await pull(jp, members.peer('NL'))
    const ledger = await readLedger(jp)
    expect(lastingFaults(jp, ledger)).toContainEqual({
      kind: 'epoch-passed',
      member: 'NL',
      detail: 'entry 0 was sealed under root version 1, and version 2 was in force',
    })
    expect(ledger.entries[0]).toMatchObject({ body: 'late' })
  })

  it('is left out where its author may not write, and needs a key of each reader', async () => {
    const { members, say } = sealing()
    const bare = members.open('NL', filesInMemory())
    const made = await say('x', ['JP'], bare as ExchangeNode)
    expect(made).toMatchObject({ problems: [{ code: 'exchange.recipient-unknown' }] })
    const thief = members.open('NL', filesInMemory(), { node: keyOf('thief') })
    expect(await say('x', ['JP'], thief)).toMatchObject({
      problems: [{ code: 'exchange.not-delegated' }],
    })
    expect(thief.files.list('blobs')).toEqual([])
  })
})

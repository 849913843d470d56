import { describe, expect, it } from 'vitest'
import { exportBundle } from '../bundle/bundle.ts'
import { importBundle } from '../bundle/import-bundle.ts'
import { keyIdOfEd25519 } from '../entry/envelope.ts'
import { toBase64 } from '../note/base64.ts'
import { publicBytesOf } from '../note/ed25519.ts'
import { delegationOf, keyOf, publicOf, REGIME, rootKeys, signed } from '../regime.fixture.ts'
import { type FilesInMemory, filesInMemory } from '../store/files.fixture.ts'
import { healthOf, lastingFaults } from './health.ts'
import { importLog } from './import-log.ts'
import { ledgerDigest, readLedger } from './ledger.ts'
import type { ExchangeNode } from './node.ts'
import { Members } from './nodes.fixture.ts'
import { rolledBackTo } from './own-log.ts'
import { publish } from './publish.ts'
import { pull, pullEvidence } from './pull.ts'
import { recoverOwnLog } from './put-back.ts'
import { undisputed } from './settled.ts'

const kindsOf = async (node: ExchangeNode) =>
  lastingFaults(node, await readLedger(node)).map(({ kind }) => kind)

/** What the root of a member says of the history that a node holds, by so many of its keys. */
function settlement(node: ExchangeNode, member = 'NL', keys = rootKeys(member)): Buffer {
  const { size } = node.log(member)
  const root = toBase64(node.log(member).rootAt(size))
  return signed({ type: 'fork-settlement', regime: REGIME, member, size, root }, keys).bytes
}

function takenBack(name: string, compromisedAt: string): Buffer {
  const keyId = keyIdOfEd25519(publicBytesOf(keyOf(name)))
  const member = name.slice(0, 2)
  return signed(
    { type: 'key-revocation', regime: REGIME, member, keyId, compromisedAt },
    rootKeys(member),
  ).bytes
}

/** NL's own history, and another that somebody writes with its key; JP saw the one, US the other. */
async function forked() {
  const members = new Members(['JP', 'NL', 'US'])
  await members.say('NL', 3)
  const files = members.files.get('NL')?.copy() ?? filesInMemory()
  const twin = members.open('NL', files)
  members.write(members.node('NL'), 'vote.cast', { body: { history: 'own' } })
  members.write(members.node('NL'), 'notice')
  for (let at = 0; at < 3; at += 1) members.write(twin, 'notice', { body: { history: 'other' } })
  const [jp, nl, us] = [members.node('JP'), members.node('NL'), members.node('US')]
  await pull(jp, members.peer('NL'))
  await pull(us, members.peer('NL', twin))
  return { members, twin, jp, nl, us }
}

/** All compare with all, until nobody has anything new. */
async function heal(members: Members, nodes: readonly ExchangeNode[]): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    members.now += 3_600_000
    for (const node of nodes) {
      for (const other of nodes) {
        if (other === node) continue
        const peer = members.peer(other.member, other)
        await pullEvidence(node, peer)
        await pull(node, peer)
      }
      const others = nodes.filter((other) => other !== node)
      await publish(
        node,
        others.map((other) => members.peer(other.member, other)),
      )
    }
  }
}

describe('a fork that the root of its member settles', () => {
  it('ends: all go over to the history that stands, and agree again', async () => {
    const { members, jp, nl, us } = await forked()
    await heal(members, [jp, nl, us])
    for (const node of [jp, us]) expect(await kindsOf(node)).toContain('forked')
    us.learn([settlement(jp)])
    await heal(members, [jp, nl, us])
    const digests = []
    for (const node of [jp, nl, us]) {
      const ledger = await readLedger(node)
      digests.push(ledgerDigest(ledger))
      expect(ledger.entries.some(({ disputed }) => disputed)).toBe(false)
      expect(ledger.entries.map(({ body }) => body)).toContainEqual({ history: 'own' })
      expect(await kindsOf(node)).not.toContain('forked')
    }
    expect(new Set(digests).size).toBe(1)
    for (const node of [jp, us]) {
      expect(healthOf(node, await readLedger(node)).settled).toEqual([{ member: 'NL', common: 4 }])
    }
    // It writes on, and is witnessed again.
    expect(members.write(nl, 'notice').ok).toBe(true)
    expect(await publish(nl, [members.peer('JP'), members.peer('US')])).toMatchObject({
      hasQuorum: true,
    })
  })

  it('may stand as the other has it; the own node then writes nothing until it has gone over', async () => {
    const { members, twin, jp, nl, us } = await forked()
    nl.learn([settlement(twin)])
    expect(members.write(nl, 'notice')).toMatchObject({
      problems: [{ code: 'exchange.settled-otherwise' }],
    })
    const lost = nl.log('NL').rootAt(6)
    await heal(members, [jp, nl, us])
    expect(members.write(nl, 'notice').ok).toBe(true)
    for (const node of [jp, nl, us]) {
      const { entries } = await readLedger(node)
      expect(entries.some(({ disputed }) => disputed)).toBe(false)
      expect(entries.map(({ body }) => body)).not.toContainEqual({ history: 'own' })
    }
    // Nothing is deleted: the history that does not stand is beside it.
    expect(nl.history('NL').rootAt(6)).toEqual(lost)
  })

  it('is not settled by less than the threshold, another member, or a key of the node', async () => {
    const { jp, us } = await forked()
    for (const bytes of [
      settlement(jp, 'NL', [keyOf('NL root 1')]),
      settlement(jp, 'NL', rootKeys('US')),
      settlement(jp, 'NL', [keyOf('NL node'), keyOf('NL root 1')]),
    ]) {
      us.learn([bytes])
      expect(us.trust.settlements).toEqual([])
    }
  })

  it('stays open where the root has said two things', async () => {
    const { members, twin, jp, nl, us } = await forked()
    us.learn([settlement(twin), settlement(jp)])
    await heal(members, [jp, nl, us])
    for (const node of [jp, us]) {
      expect(await kindsOf(node)).toContain('forked')
      expect(undisputed(node, 'NL')).toBe(4)
    }
  })

  it('is taken from a member that cannot write, and so tells nobody what it has', async () => {
    const { members, twin, jp, us } = await forked()
    jp.learn([settlement(twin)])
    // Only US has the history that stands, and its disk was put back.
    members.files.get('US')?.write('rolled-back/US', Buffer.from('9'))
    expect(members.write(us, 'notice').ok).toBe(false)
    await pull(jp, members.peer('US'))
    expect(jp.log('NL').rootAt(7)).toEqual(twin.log('NL').rootAt(7))
    expect(undisputed(jp, 'NL')).toBeUndefined()
  })

  it('comes to a node that is off by a file', async () => {
    const { members, jp, us } = await forked()
    jp.learn([settlement(jp)])
    const before = new Map([['NL', us.log('NL').size]])
    await pull(jp, members.peer('US'))
    await importBundle(us, exportBundle(jp))
    await importBundle(us, exportBundle(jp, before))
    expect(us.log('NL').rootAt(6)).toEqual(jp.log('NL').rootAt(6))
    expect(undisputed(us, 'NL')).toBeUndefined()
  })

  it('is the old history or the new one wherever the power goes', async () => {
    const { members, jp, us } = await forked()
    const files = members.files.get('US') as FilesInMemory
    us.learn([settlement(jp)])
    const roots = [us.log('NL').rootAt(us.log('NL').size), jp.log('NL').rootAt(6)]
    for (let writes = 0; writes < 20; writes += 1) {
      const copy = files.copy()
      const node = members.open('US', copy)
      copy.cutAfter(writes)
      const take = (by: ExchangeNode) => importLog(by, 'NL', members.peer('JP').log('NL'))
      const done = await take(node).then(
        () => true,
        () => false,
      )
      copy.cutAfter(Number.POSITIVE_INFINITY)
      const again = members.open('US', copy)
      const { size } = again.log('NL')
      expect(roots).toContainEqual(again.log('NL').rootAt(size))
      await take(again)
      expect(again.log('NL').rootAt(6)).toEqual(roots[1])
      if (done) return
    }
    expect.unreachable()
  })
})

describe('a stolen node key', () => {
  it('is taken back: what it signed since counts for nothing, and it can dispute nothing any more', async () => {
    const { members, twin, jp, nl, us } = await forked()
    const delegation = signed(
      delegationOf('NL', { nodeKey: publicOf('NL node 2') }),
      rootKeys('NL'),
    ).bytes
    const at = new Date(members.now).toISOString()
    const said = [takenBack('NL node', at), delegation, settlement(nl)]
    const next = members.open('NL', members.files.get('NL') ?? filesInMemory(), {
      node: keyOf('NL node 2'),
    })
    next.learn(said)
    members.now += 3_600_000
    expect(members.write(next, 'notice', { body: { by: 'next key' } }).ok).toBe(true)
    await heal(members, [jp, next, us])
    // The thief goes on: on its own history, and on a new one that parts later.
    members.write(twin, 'notice', { body: { by: 'thief' } })
    const late = members.open('NL', members.files.get('JP')?.copy() ?? filesInMemory())
    members.write(late, 'notice', { body: { by: 'thief' } })
    for (const thief of [twin, late]) {
      await pull(us, members.peer('NL', thief))
      await pull(jp, members.peer('NL', thief))
    }
    await heal(members, [jp, next, us])
    const digests = []
    for (const node of [jp, next, us]) {
      const ledger = await readLedger(node)
      digests.push(ledgerDigest(ledger))
      const bodies = ledger.entries.map(({ body }) => body)
      expect(bodies).toContainEqual({ by: 'next key' })
      // Signed by the lost key and not witnessed before it was lost: the root has vouched for it.
      expect(bodies).toContainEqual({ history: 'own' })
      expect(bodies).not.toContainEqual({ by: 'thief' })
      expect(await kindsOf(node)).toEqual(['key-compromised'])
    }
    expect(new Set(digests).size).toBe(1)
  })
})

describe('a log whose last entries are lost', () => {
  it('is no fork once its root speaks, where nobody that was asked had seen what it wrote anew', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    const files = members.files.get('NL')?.copy() ?? filesInMemory()
    members.write(members.node('NL'), 'notice', { body: { lost: true } })
    await pull(members.node('US'), members.peer('NL'))
    // US does not answer: what it alone has cannot be known, and JP has seen nothing.
    const node = members.open('NL', files)
    await recoverOwnLog(node, [members.peer('JP')])
    expect(members.write(node, 'notice', { body: { anew: true } }).ok).toBe(true)
    const [jp, us] = [members.node('JP'), members.node('US')]
    await heal(members, [jp, node, us])
    for (const one of [jp, us]) expect(await kindsOf(one)).toContain('forked')
    jp.learn([settlement(node)])
    await heal(members, [jp, node, us])
    for (const one of [jp, node, us]) {
      expect(await kindsOf(one)).not.toContain('forked')
      const bodies = (await readLedger(one)).entries.map(({ body }) => body)
      expect(bodies).toContainEqual({ anew: true })
      expect(bodies).not.toContainEqual({ lost: true })
    }
  })

  it('is not silenced by a witness that has not heard what its root said of it', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    await members.say('NL', 2)
    const old = members.files.get('NL')?.copy() ?? filesInMemory()
    await members.say('NL', 2)
    const node = members.open('NL', old)
    const said = settlement(node)
    for (const one of [node, members.node('US')]) one.learn([said])
    expect(await publish(node, members.others('NL'))).toMatchObject({ cosigned: ['US'] })
    await recoverOwnLog(node, members.others('NL'))
    expect(members.write(node, 'notice').ok).toBe(true)
  })

  it('goes on from what its root says is left, which witnesses then take', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    await members.say('NL', 2)
    const old = members.files.get('NL')?.copy() ?? filesInMemory()
    await members.say('NL', 2)
    // Only the hashes were ever seen: nobody has pulled the entries.
    const node = members.open('NL', old)
    expect(await publish(node, members.others('NL'))).toMatchObject({ rolledBackTo: 6 })
    const said = settlement(node)
    for (const one of [node, members.node('JP'), members.node('US')]) one.learn([said])
    expect(rolledBackTo(node)).toBeUndefined()
    expect(members.write(node, 'notice').ok).toBe(true)
    expect(await publish(node, members.others('NL'))).toMatchObject({ hasQuorum: true })
  })
})

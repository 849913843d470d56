import { describe, expect, it } from 'vitest'
import { printNote } from '../note/signed-note.ts'
import { keyOf } from '../regime.fixture.ts'
import { filesInMemory, PowerCut } from '../store/files.fixture.ts'
import { LogStore } from '../store/log-store.ts'
import { forks, parseEvidence, verifyFork } from './fork.ts'
import { healthOf } from './health.ts'
import { importLog } from './import-log.ts'
import { ledgerDigest, readLedger } from './ledger.ts'
import { Members } from './nodes.fixture.ts'
import { rolledBackTo } from './own-log.ts'
import { publish } from './publish.ts'
import { pull } from './pull.ts'
import { recoverOwnLog } from './put-back.ts'
import { quarantined } from './quarantine.ts'
import { quorumOf } from './quorum.ts'

const HOUR = 3_600_000

describe('a mirror', () => {
  it('takes what is new in order, and a poll without news is one small read', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    await members.say('NL', 258)
    const asked: string[] = []
    const [report] = await pull(members.node('US'), members.peer('NL', members.node('NL'), asked))
    expect(report).toMatchObject({ outcome: 'advanced', from: 0, to: 259 })
    expect(asked).toEqual(['GET /checkpoint', 'GET /tile/entries/000', 'GET /tile/entries/001.p/3'])
    asked.length = 0
    expect(
      await pull(members.node('US'), members.peer('NL', members.node('NL'), asked)),
    ).toMatchObject([{ outcome: 'no-news' }])
    expect(asked).toEqual(['GET /checkpoint'])
  })

  it('names the gap where a relay leaves entries out, and takes nothing altered', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    await members.say('NL', 3)
    const { log } = members.peer('NL')
    const us = members.node('US')
    const without = { ...log('NL'), tile: async () => undefined }
    expect(await importLog(us, 'NL', without)).toMatchObject({
      outcome: 'unreachable',
      problems: [{ code: 'exchange.entries-missing' }],
    })
    const tile = async (...asked: Parameters<typeof without.tile>) => {
      const bytes = Buffer.from(
        (await (log('NL').tile as (...one: typeof asked) => Promise<Buffer | undefined>)(
          ...asked,
        )) ?? [],
      )
      bytes.writeUInt8(bytes.readUInt8(9) ^ 1, 9)
      return bytes
    }
    expect(await importLog(us, 'NL', { ...log('NL'), tile })).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'exchange.entries-altered' }],
    })
    expect(us.log('NL').size).toBe(0)
    expect(quarantined(us)).toHaveLength(1)
    expect(await importLog(us, 'NL', log('NL'))).toMatchObject({ outcome: 'advanced', to: 4 })
  })

  it('is the old one or the new one wherever the power goes', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    await members.say('NL', 3)
    await pull(members.node('US'), members.peer('NL'))
    await members.say('NL', 260)
    const before = members.files.get('US')
    for (let writes = 0; writes < 30; writes += 1) {
      const files = before?.copy() ?? filesInMemory()
      const node = members.open('US', files)
      files.cutAfter(writes)
      const done = await pull(node, members.peer('NL')).then(
        () => true,
        (error: unknown) => {
          expect(error).toBeInstanceOf(PowerCut)
          return false
        },
      )
      const again = members.open('US', files)
      expect([4, 265]).toContain(again.log('NL').size)
      if (done) break
      await pull(again, members.peer('NL'))
      expect(again.log('NL').rootAt(265)).toEqual(members.node('NL').log('NL').rootAt(265))
    }
  })
})

describe('an append', () => {
  it('leaves the last good log or the new one wherever the power goes', () => {
    const members = new Members(['JP', 'NL', 'US'])
    for (let at = 0; at < 255; at += 1) members.write(members.node('NL'), 'notice')
    for (let writes = 0; ; writes += 1) {
      const files = members.files.get('NL')?.copy() ?? filesInMemory()
      const node = members.open('NL', files)
      files.cutAfter(writes)
      let cut = false
      try {
        members.write(node, 'notice')
      } catch (error) {
        expect(error).toBeInstanceOf(PowerCut)
        cut = true
      }
      const log = new LogStore(files, 'logs/NL')
      expect(log.size).toBe(cut ? 255 : 256)
      expect([...log.entries(0)]).toHaveLength(log.size)
      if (!cut) break
    }
  })

  it('is refused to a node whose key nobody delegated', () => {
    const members = new Members(['JP', 'NL', 'US'])
    const node = members.open('NL', filesInMemory(), { node: keyOf('thief') })
    expect(members.write(node, 'notice')).toMatchObject({
      problems: [{ code: 'exchange.not-delegated' }],
    })
  })
})

describe('witnesses', () => {
  it('are two thirds of the others', () => {
    expect([1, 2, 3, 4, 26, 44].map(quorumOf)).toEqual([1, 2, 2, 3, 18, 30])
  })

  it('date an entry by their clocks, whatever its author says', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    const nl = members.node('NL')
    members.write(nl, 'vote.cast', { createdAt: '2027-02-01T00:00:00Z' })
    await publish(nl, members.others('NL'))
    await pull(members.node('US'), members.peer('NL'))
    const ledger = await readLedger(members.node('US'))
    expect(ledger.entries[0]).toMatchObject({
      member: 'NL',
      sequence: 0,
      type: 'vote.cast',
      officerRole: 'delegate',
      createdAt: '2027-02-01T00:00:00Z',
      witnessedAt: '2027-03-01T00:00:00.000Z',
    })
    expect(healthOf(members.node('US'), ledger).faults).toContainEqual(
      expect.objectContaining({ kind: 'back-dated', member: 'NL' }),
    )
  })

  it('without a quorum date nothing', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    const nl = members.node('NL')
    members.write(nl, 'notice')
    const published = await publish(nl, [members.peer('US')])
    expect(published).toMatchObject({ cosigned: ['US'], hasQuorum: false })
    const [entry] = (await readLedger(nl)).entries
    expect(entry?.witnessedAt).toBeUndefined()
  })

  it('that have seen nothing of a log for 48 hours make it stale', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    for (const member of ['JP', 'NL', 'US']) await members.say(member)
    const us = members.node('US')
    for (const peer of members.others('US')) await pull(us, peer)
    const stale = async () =>
      healthOf(us, await readLedger(us)).faults.filter(({ kind }) => kind === 'stale')
    members.now += 48 * HOUR
    expect(await stale()).toEqual([])
    members.now += 1000
    expect(await stale()).toHaveLength(3)
  })
})

describe('a disk that was put back', () => {
  it('is known by what witnesses have seen, writes nothing, and is made whole from any member', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    await members.say('NL', 2)
    const old = members.files.get('NL')?.copy() ?? filesInMemory()
    await members.say('NL', 2)
    await pull(members.node('US'), members.peer('NL'))
    const node = members.open('NL', old)
    expect(await publish(node, members.others('NL'))).toMatchObject({ rolledBackTo: 6 })
    expect(members.write(node, 'notice')).toMatchObject({
      problems: [{ code: 'exchange.rolled-back' }],
    })
    expect(healthOf(node, await readLedger(node)).faults).toContainEqual(
      expect.objectContaining({ kind: 'rolled-back' }),
    )
    await recoverOwnLog(node, members.others('NL'))
    expect(node.log('NL').size).toBe(6)
    expect(rolledBackTo(node)).toBeUndefined()
    expect(members.write(node, 'notice').ok).toBe(true)
  })

  it('is known before the first word where witnesses alone have seen what is lost', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    const empty = members.files.get('NL')?.copy() ?? filesInMemory()
    await members.say('NL', 2)
    const node = members.open('NL', empty)
    await recoverOwnLog(node, members.others('NL'))
    expect(rolledBackTo(node)).toBe(3)
    expect(members.write(node, 'notice')).toMatchObject({
      problems: [{ code: 'exchange.rolled-back' }],
    })
    expect(node.log('NL').head).toBeUndefined()
  })

  it('is not what a witness only says: a number without the own signature silences nobody', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    await members.say('NL', 2)
    const node = members.node('NL')
    const lying = { status: 409, body: '1000000\n' }
    const made = [undefined, Buffer.from('nothing'), Buffer.from(printNote(noteOf(members, 'US')))]
    for (const witnessed of made) {
      const liar = {
        ...members.peer('JP'),
        addCheckpoint: async () => lying,
        witnessed: async () => witnessed,
      }
      expect(await publish(node, [liar])).toMatchObject({ cosigned: [] })
      await recoverOwnLog(node, [liar])
      expect(rolledBackTo(node)).toBeUndefined()
    }
    expect(members.write(node, 'notice').ok).toBe(true)
  })
})

/** A note that a member's node signed for its own log. */
function noteOf(members: Members, member: string) {
  members.write(members.node(member), 'notice')
  const { head } = members.node(member).log(member)
  if (head === undefined) throw new Error('no head')
  return head.note
}

describe('a fork', () => {
  it('proves itself on every node that compares, and puts what follows in dispute', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    await members.say('NL', 3)
    const twin = members.open('NL', members.files.get('NL')?.copy() ?? filesInMemory())
    await members.say('NL', 2)
    members.write(twin, 'vote.cast')
    const [jp, us] = [members.node('JP'), members.node('US')]
    await pull(us, members.peer('NL'))
    await pull(jp, members.peer('NL', twin))
    expect(await pull(us, members.peer('NL', twin))).toMatchObject([{ outcome: 'fork' }])
    const [evidence] = forks(us)
    expect(evidence).toMatchObject({ member: 'NL', common: 4 })
    await publish(us, members.others('US'))
    await pull(jp, members.peer('US'))
    expect(forks(jp)).toEqual([evidence])
    for (const node of [jp, us]) {
      const { entries } = await readLedger(node)
      const nl = entries.filter(({ member }) => member === 'NL')
      expect(nl.filter(({ sequence }) => sequence < 4).some(({ disputed }) => disputed)).toBe(false)
      expect(nl.filter(({ sequence }) => sequence >= 4).every(({ disputed }) => disputed)).toBe(
        true,
      )
    }
    await pull(us, members.peer('JP'))
    expect(ledgerDigest(await readLedger(us))).toBe(ledgerDigest(await readLedger(jp)))
  })

  it('cannot be made up', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    await members.say('NL', 3)
    const twin = members.open('NL', members.files.get('NL')?.copy() ?? filesInMemory())
    await members.say('NL', 1)
    members.write(twin, 'notice')
    const us = members.node('US')
    await pull(us, members.peer('NL'))
    await pull(us, members.peer('NL', twin))
    const [evidence] = forks(us)
    if (evidence === undefined) throw new Error('no evidence')
    expect(verifyFork(us, evidence).ok).toBe(true)
    const [one, other] = evidence.branches
    for (const wrong of [
      { ...evidence, common: 3 },
      { ...evidence, member: 'JP' },
      { ...evidence, branches: [one, one] as const },
      { ...evidence, branches: [one, { ...other, checkpoint: one.checkpoint }] as const },
      { ...evidence, root: other.leaf },
    ]) {
      const parsed = parseEvidence(wrong)
      expect(parsed.ok && verifyFork(us, parsed.value).ok).toBe(false)
    }
    expect(parseEvidence({ member: 'NL' }).ok).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { digestOf, unwrap } from '../../kernel/index.ts'
import { entryDigest } from '../entry/sign-entry.ts'
import { keyOf } from '../regime.fixture.ts'
import { generateSealIdentity, sealBody } from '../sealed/seal.ts'
import { filesInMemory } from '../store/files.fixture.ts'
import { blobPath } from './absorb.ts'
import { healthOf, readHealth } from './health.ts'
import { ledgerDigest, readLedger } from './ledger.ts'
import type { ExchangeNode } from './node.ts'
import { Members } from './nodes.fixture.ts'
import { append } from './own-log.ts'
import { pull } from './pull.ts'

describe('the ledger', () => {
  it('shows with a reason what counts for nothing', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    const nl = members.node('NL')
    members.write(nl, 'notice', { id: 'same' })
    members.write(nl, 'notice', { id: 'same' })
    members.write(nl, 'sung')
    members.write(nl, 'notice', { body: 'wrong' })
    members.write(nl, 'notice', { refs: [`sha256:${'0'.repeat(64)}` as never] })
    append(
      nl,
      { id: 'x', type: 'vote.cast', schema: 't/1', createdAt: '2027-03-01T00:00:00Z' },
      keyOf('US delegate'),
    )
    const { refused, entries } = await readLedger(nl)
    expect(entries).toHaveLength(1)
    expect(refused.map(({ problems }) => problems[0]?.code)).toEqual([
      'exchange.entry-twice',
      'exchange.not-entitled',
      'test.wrong',
      'exchange.reference-missing',
      'exchange.not-entitled',
    ])
  })

  it('shows a sealed body to its recipients, and to others that there is one', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    const us = await generateSealIdentity()
    const { blob, sealed } = unwrap(await sealBody({ denial: 7 }, [us.recipient]))
    const nl = members.node('NL')
    nl.files.write(blobPath(sealed.digest), blob)
    const { body: _, ...draft } = {
      id: 's',
      type: 'notice',
      schema: 't/1',
      createdAt: '2027-03-01T00:00:00Z',
      body: 0,
    }
    append(nl, { ...draft, sealed, handling: 'restricted', audience: { class: 'pair' } })
    const reader = members.open('US', filesInMemory(), { seal: us.identity })
    await pull(reader, members.peer('NL'))
    await pull(members.node('JP'), members.peer('NL'))
    expect((await readLedger(reader)).entries[0]).toMatchObject({ body: { denial: 7 } })
    expect((await readLedger(members.node('JP'))).entries[0]).not.toHaveProperty('body')
  })

  it('lets an entry stand in the place of an earlier one of its log and type, where the regime does', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    const [jp, nl] = [members.node('JP'), members.node('NL')]
    const digestAt = (node: ExchangeNode, at: number) =>
      entryDigest(node.log(node.member).entry(at))
    members.write(jp, 'notice')
    members.write(nl, 'notice')
    members.write(nl, 'vote.cast')
    members.write(nl, 'notice', { supersedes: digestAt(nl, 0) })
    // Twice, of another type, of another member, of a type that stays as it was said, of nothing.
    members.write(nl, 'notice', { supersedes: digestAt(nl, 0) })
    members.write(nl, 'notice', { supersedes: digestAt(nl, 1) })
    members.write(nl, 'notice', { supersedes: digestAt(jp, 0) })
    members.write(nl, 'vote.cast', { supersedes: digestAt(nl, 1) })
    members.write(nl, 'notice', { supersedes: `sha256:${'0'.repeat(64)}` as never })
    members.write(nl, 'notice', { supersedes: digestAt(nl, 2) })
    await pull(jp, members.peer('NL'))
    for (const node of [jp, nl]) {
      const { entries, refused } = await readLedger(node)
      expect(entries.flatMap(({ supersedes, sequence }) => (supersedes ? [sequence] : []))).toEqual(
        [2, 8],
      )
      expect(refused.map(({ sequence }) => sequence)).toEqual([3, 4, 5, 6, 7])
      expect(
        refused.every(({ problems }) => problems[0]?.code.endsWith('supersedes-nothing')),
      ).toBe(true)
    }
  })

  it('has the digest of all that counts as one list, though it is taken entry by entry', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    for (const member of ['JP', 'NL']) await members.say(member, 3)
    const { entries } = await readLedger(members.node('JP'))
    expect(entries.length).toBeGreaterThan(3)
    const said = (all: typeof entries) => digestOf(all.map(({ body: _, ...entry }) => entry))
    expect(ledgerDigest({ entries })).toBe(said(entries))
    expect(ledgerDigest({ entries: [] })).toBe(said([]))
    const disputed = entries.map((one, at) => (at < 2 ? { ...one, disputed: true as const } : one))
    expect(ledgerDigest({ entries: disputed })).toBe(said(entries.slice(2)))
    const { digest, faults } = await readHealth(members.node('JP'))
    expect(healthOf(members.node('JP'), { entries })).toMatchObject({ digest, faults })
  })
})

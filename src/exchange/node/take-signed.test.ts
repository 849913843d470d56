import { describe, expect, it } from 'vitest'
import { canonicalJson, type Digest } from '../../kernel/index.ts'
import { signEnvelope } from '../entry/envelope.ts'
import { ENTRY_PAYLOAD_TYPE } from '../entry/sign-entry.ts'
import { keyOf } from '../regime.fixture.ts'
import { readLedger } from './ledger.ts'
import { Members } from './nodes.fixture.ts'
import { publish } from './publish.ts'
import { appendSigned, nextPlace } from './take-signed.ts'

const HOUR = 3_600_000

/** An entry as its officer signs it, away from the node. */
function signedBy(members: Members, officer: string, more: object = {}): Buffer {
  const header = {
    ...{ v: 1, ...nextPlace(members.node('NL')), id: 'b-1', type: 'vote.cast', schema: 'test/1' },
    ...{ createdAt: new Date(members.now).toISOString(), audience: { class: 'all' } },
    ...{ refs: [] as Digest[], handling: 'official', body: { choice: 'yes' } },
    ...more,
  }
  return signEnvelope(ENTRY_PAYLOAD_TYPE, Buffer.from(canonicalJson(header)), [keyOf(officer)])
}

async function codeOf(members: Members, bytes: Uint8Array): Promise<string | undefined> {
  const taken = await appendSigned(members.node('NL'), bytes)
  return taken.ok ? undefined : taken.problems[0]?.code.replace('exchange.', '')
}

describe('an entry that an officer signed elsewhere', () => {
  it('is added under the node’s signature, once, and counts like any other', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    members.write(members.node('NL'), 'notice')
    const bytes = signedBy(members, 'NL delegate')
    const nl = members.node('NL')
    const first = await appendSigned(nl, bytes)
    expect(first).toMatchObject({ value: { sequence: 1, added: true } })
    members.write(nl, 'notice')
    expect(await appendSigned(nl, bytes)).toEqual({
      ...first,
      value: { ...(first.ok ? first.value : {}), added: false },
    })
    expect(nl.log('NL').size).toBe(3)
    await publish(nl, members.others('NL'))
    const { entries, refused } = await readLedger(nl)
    expect(refused).toEqual([])
    expect(entries[1]).toMatchObject({ officerRole: 'delegate', body: { choice: 'yes' } })
  })

  it('is not added where it would count for nothing, and nothing changes then', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    members.write(members.node('NL'), 'notice', { id: 'taken' })
    const nl = members.node('NL')
    const head = nl.log('NL').head?.note.text
    const as = (more: object, officer = 'NL delegate') => signedBy(members, officer, more)
    for (const [bytes, code] of [
      [as({}, 'US delegate'), 'not-entitled'],
      [as({}, 'NL node'), 'not-entitled'],
      [as({ seq: 7 }), 'entry-out-of-sequence'],
      [as({ prev: `sha256:${'0'.repeat(64)}` }), 'entry-not-chained'],
      [as({ issuer: 'US' }), 'entry-of-another-log'],
      [as({ id: 'taken' }), 'entry-twice'],
      [as({ refs: [`sha256:${'1'.repeat(64)}`] }), 'reference-missing'],
      [as({ supersedes: `sha256:${'2'.repeat(64)}` }), 'supersedes-nothing'],
      [as({ type: 'key.document' }), 'not-entitled'],
      [as({ type: 'notice' }, 'US delegate'), 'not-entitled'],
      [as({ createdAt: new Date(members.now - 49 * HOUR).toISOString() }), 'entry-dated-back'],
      [as({ seq: 'one' }), 'entry-unreadable'],
      [as({ body: 'x'.repeat(60_000) }), 'entry-too-large'],
      [Buffer.from('{}'), 'envelope-malformed'],
    ] as const) {
      expect([code, await codeOf(members, bytes)]).toEqual([code, code])
    }
    const altered = Buffer.from(as({}).toString().replace('"sig":"', '"sig":"AAAA'))
    expect(await codeOf(members, altered)).toBe('not-entitled')
    expect(nl.log('NL').head?.note.text).toBe(head)
  })

  it('is added by one of two that come for the same place', async () => {
    const members = new Members(['JP', 'NL', 'US'])
    const [one, other] = [
      signedBy(members, 'NL delegate'),
      signedBy(members, 'NL delegate', { id: 'b-2' }),
    ]
    const codes = await Promise.all([codeOf(members, one), codeOf(members, other)])
    expect(codes).toEqual([undefined, 'entry-out-of-sequence'])
  })
})

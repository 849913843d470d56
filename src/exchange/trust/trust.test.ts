import { describe, expect, it } from 'vitest'
import { keyIdOfEd25519 } from '../entry/envelope.ts'
import { publicBytesOf } from '../note/ed25519.ts'
import {
  delegationOf,
  keyOf,
  publicOf,
  REGIME,
  regimeOf,
  rootKeys,
  rootOfRegime,
  signed,
  signedRoot,
} from '../regime.fixture.ts'
import { parseDocument, signDocument } from './documents.ts'
import {
  allMembers,
  compromisedAt,
  currentRoot,
  delegationsAt,
  isSelfSigned,
  readTrust,
  rootAt,
} from './trust.ts'

const MEMBERS = ['JP', 'NL', 'US']
const { pinned, documents } = regimeOf(MEMBERS)
const second = rootOfRegime([...MEMBERS, 'KR'], {
  version: 2,
  issued: '2027-06-01T00:00:00Z',
  threshold: 3,
})
const june = Date.parse('2027-06-15T00:00:00Z')

describe('the chain of roots', () => {
  it('goes on where the thresholds of both versions signed', () => {
    const next = signed(second, rootKeys('JP', 'NL', 'KR'))
    const trust = readTrust(pinned, [next])
    expect(currentRoot(trust).version).toBe(2)
    expect(rootAt(trust, june).version).toBe(2)
    expect(rootAt(trust, Date.parse('2027-02-01T00:00:00Z')).version).toBe(1)
    expect(allMembers(trust)).toEqual(['JP', 'KR', 'NL', 'US'])
  })

  it('stays where either threshold is missing, or keys of one member count twice', () => {
    for (const keys of [
      rootKeys('NL', 'KR'),
      rootKeys('JP', 'NL'),
      [...rootKeys('NL', 'KR'), keyOf('JP root 1')],
      [...rootKeys('NL', 'KR'), keyOf('JP root 1'), keyOf('JP root 1')],
    ]) {
      expect(currentRoot(readTrust(pinned, [signed(second, keys)])).version).toBe(1)
    }
  })

  it('skips no version, goes back to none and does not mind the order', () => {
    const keys = rootKeys('JP', 'NL', 'US', 'KR')
    const third = { ...second, version: 3, issued: '2027-07-01T00:00:00Z' }
    expect(currentRoot(readTrust(pinned, [signed(third, keys)])).version).toBe(1)
    const both = [signed(third, keys), signed(second, keys)]
    expect(currentRoot(readTrust(pinned, both)).version).toBe(3)
    const back = signed(rootOfRegime(['US'], { version: 1 }), keys)
    expect(currentRoot(readTrust(pinned, [back])).members).toHaveLength(3)
  })

  it('stops and says so where two next versions were signed', () => {
    const keys = rootKeys('JP', 'NL', 'US', 'KR')
    const other = { ...second, expires: '2031-01-01T00:00:00Z' }
    const trust = readTrust(pinned, [signed(second, keys), signed(other, keys)])
    expect(trust.rootForkedAt).toBe(2)
    expect(currentRoot(trust).version).toBe(1)
  })

  it('has one seat for each member, and each key in one', () => {
    const [jp, nl] = second.members
    if (jp === undefined || nl === undefined) throw new Error('no members')
    const parse = (members: typeof second.members) =>
      parseDocument(signDocument({ ...second, members }, rootKeys('JP', 'NL', 'US'))).ok
    expect(parse(second.members)).toBe(true)
    expect(parse([...second.members, { ...jp, threshold: 1 }])).toBe(false)
    expect(parse([jp, { ...nl, rootKeys: [...nl.rootKeys, jp.rootKeys[0] ?? ''] }])).toBe(false)
    expect(parse([{ ...jp, rootKeys: [...jp.rootKeys, ...jp.rootKeys] }, nl])).toBe(false)
  })

  it('is pinned to a root that its own members signed', () => {
    expect(isSelfSigned(pinned)).toBe(true)
    expect(isSelfSigned(signedRoot(rootOfRegime(MEMBERS), rootKeys('JP')))).toBe(false)
  })
})

describe('a delegation', () => {
  it('holds within its days, signed by the threshold of its member root', () => {
    const trust = readTrust(pinned, documents)
    expect(delegationsAt(trust, 'NL', june)).toHaveLength(1)
    expect(delegationsAt(trust, 'NL', Date.parse('2026-12-31T23:59:59Z'))).toEqual([])
    expect(delegationsAt(trust, 'NL', Date.parse('2028-01-31T00:00:00Z'))).toEqual([])
  })

  it('holds not by another member, one key, the key inside it, or longer than 13 months', () => {
    const nl = delegationOf('NL')
    for (const document of [
      signed(nl, rootKeys('US')),
      signed(nl, [keyOf('NL root 1')]),
      signed(nl, [keyOf('NL node')]),
      signed({ ...nl, regime: 'others' }, rootKeys('NL')),
      signed({ ...nl, expires: '2028-02-02T00:00:00Z' }, rootKeys('NL')),
      signed(delegationOf('FR'), rootKeys('FR')),
    ]) {
      expect(
        delegationsAt(
          readTrust(pinned, [document]),
          document.document.type === 'node-delegation' ? document.document.member : '',
          june,
        ),
      ).toEqual([])
    }
  })

  it('may have a key taken back from a day on', () => {
    const keyId = keyIdOfEd25519(publicBytesOf(keyOf('NL node')))
    const revocation = {
      type: 'key-revocation' as const,
      regime: REGIME,
      member: 'NL',
      keyId,
      compromisedAt: '2027-05-01T00:00:00Z',
    }
    const trust = readTrust(pinned, [...documents, signed(revocation, rootKeys('NL'))])
    expect(compromisedAt(trust, 'NL', keyId)).toBe(Date.parse('2027-05-01T00:00:00Z'))
    expect(compromisedAt(trust, 'US', keyId)).toBeUndefined()
    const forged = readTrust(pinned, [...documents, signed(revocation, rootKeys('US'))])
    expect(compromisedAt(forged, 'NL', keyId)).toBeUndefined()
  })
})

describe('a document of trust', () => {
  it('of another form is refused', () => {
    const bytes = signDocument(delegationOf('NL'), rootKeys('NL'))
    expect(parseDocument(bytes).ok).toBe(true)
    expect(parseDocument(bytes.subarray(0, 100)).ok).toBe(false)
    const short = { ...delegationOf('NL'), nodeKey: publicOf('NL node').slice(4) }
    expect(parseDocument(signDocument(short, rootKeys('NL'))).ok).toBe(false)
  })
})

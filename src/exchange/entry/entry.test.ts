import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOfBytes, unwrap } from '../../kernel/index.ts'
import { privateKeyOfSeed, publicBytesOf } from '../note/ed25519.ts'
import { keyOf, REGIME, regimeOf, rootKeys, signed } from '../regime.fixture.ts'
import { readTrust } from '../trust/trust.ts'
import { readEntry, signersOf } from './check-entry.ts'
import {
  isSignedBy,
  keyIdOfEd25519,
  parseEnvelope,
  preAuthentication,
  signEnvelope,
} from './envelope.ts'
import { unknownFields } from './header.ts'
import { ENTRY_PAYLOAD_TYPE, type EntryDraft, signEntry } from './sign-entry.ts'

const { pinned, documents } = regimeOf(['JP', 'NL', 'US'])
const trust = readTrust(pinned, documents)
const place = { regime: REGIME, issuer: 'NL', seq: 0 }
const draft: EntryDraft = {
  id: '1',
  type: 'vote.cast',
  schema: 'vote/1',
  createdAt: '2027-03-02T09:14:00Z',
  body: { choice: 'yes' },
}
const keys = { officer: keyOf('NL delegate'), node: keyOf('NL node') }
const bytes = unwrap(signEntry(draft, place, keys))
const march = Date.parse('2027-03-02T10:00:00Z')
const given = { member: 'NL', at: march, witnessed: true }

describe('an envelope', () => {
  it('signs what the specification of DSSE says', () => {
    const message = preAuthentication('http://example.com/HelloWorld', Buffer.from('hello world'))
    expect(message.toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world')
  })

  it('verifies by a key known from elsewhere, over its type and exact bytes', () => {
    const envelope = unwrap(parseEnvelope(bytes))
    const key = publicBytesOf(keyOf('NL node'))
    expect(isSignedBy(envelope, key)).toBe(true)
    expect(isSignedBy({ ...envelope, payloadType: 'text/plain' }, key)).toBe(false)
    expect(
      isSignedBy(
        { ...envelope, payload: Buffer.concat([envelope.payload, Buffer.from(' ')]) },
        key,
      ),
    ).toBe(false)
    expect(isSignedBy(envelope, publicBytesOf(keyOf('US node')))).toBe(false)
  })

  it('that is anything else is a problem', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (garbage) => {
          expect(parseEnvelope(garbage).ok).toBe(false)
        },
      ),
    )
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), (at, value) => {
        const altered = Buffer.from(bytes)
        altered.writeUInt8(value, at)
        const parsed = parseEnvelope(altered)
        if (!parsed.ok || altered.equals(bytes)) return
        const { problems } = signersOf(parsed.value, trust, given)
        const officer = signersOf(parsed.value, trust, given).officerRoles
        expect(problems.length > 0 || officer.length === 0).toBe(true)
      }),
    )
  })
})

describe('an entry', () => {
  it('is signed by officer and node, and is what its author wrote', () => {
    const entry = readEntry(bytes, place)
    expect(entry.problems).toEqual([])
    expect(entry.header).toMatchObject({
      type: 'vote.cast',
      seq: 0,
      issuer: 'NL',
      body: { choice: 'yes' },
    })
    const envelope = unwrap(parseEnvelope(bytes))
    expect(signersOf(envelope, trust, given)).toEqual({
      officerRoles: ['delegate'],
      problems: [],
    })
  })

  it('stands at its place in its log, behind the one before', () => {
    const other = digestOfBytes('x')
    const codes = (at: object) =>
      readEntry(bytes, { ...place, ...at }).problems.map(({ code }) => code)
    expect(codes({ seq: 1 })).toEqual(['exchange.entry-out-of-sequence'])
    expect(codes({ prev: other })).toEqual(['exchange.entry-not-chained'])
    expect(codes({ issuer: 'US' })).toEqual(['exchange.entry-of-another-log'])
    expect(codes({ regime: 'others' })).toEqual(['exchange.entry-of-another-log'])
  })

  it('counts only keys delegated to that member at that time', () => {
    const roles = (more: object) =>
      signersOf(unwrap(parseEnvelope(bytes)), trust, { ...given, ...more })
    expect(roles({ member: 'US' })).toMatchObject({
      officerRoles: [],
      problems: [{ code: 'exchange.entry-not-signed' }],
    })
    expect(roles({ at: Date.parse('2029-01-01T00:00:00Z') }).problems).toHaveLength(1)
    const thief = unwrap(signEntry(draft, place, { node: privateKeyOfSeed(Buffer.alloc(32, 5)) }))
    expect(signersOf(unwrap(parseEnvelope(thief)), trust, given).problems).toHaveLength(1)
  })

  it('by a key taken back counts where witnesses saw it before, and never on its author’s word', () => {
    const keyId = keyIdOfEd25519(publicBytesOf(keyOf('NL node')))
    const revocation = {
      type: 'key-revocation' as const,
      regime: REGIME,
      member: 'NL',
      keyId,
      compromisedAt: '2027-03-02T12:00:00Z',
    }
    const later = readTrust(pinned, [...documents, signed(revocation, rootKeys('NL'))])
    const problems = (more: object) =>
      signersOf(unwrap(parseEnvelope(bytes)), later, { ...given, ...more }).problems
    expect(problems({})).toEqual([])
    expect(problems({ witnessed: false })).toHaveLength(1)
    expect(problems({ at: Date.parse('2027-03-02T12:00:00Z') })).toHaveLength(1)
  })

  it('with a field or type of tomorrow is kept and told', () => {
    const header = {
      v: 1,
      ...place,
      ...draft,
      refs: [],
      handling: 'official',
      audience: { class: 'all' },
      colour: 'red',
    }
    const signedBytes = signEnvelope(ENTRY_PAYLOAD_TYPE, Buffer.from(canonicalJson(header)), [
      keyOf('NL node'),
    ])
    const entry = readEntry(signedBytes, place)
    expect(entry.problems).toEqual([])
    expect(entry.header && unknownFields(entry.header)).toEqual(['colour'])
    const tomorrow = signEnvelope(
      ENTRY_PAYLOAD_TYPE,
      Buffer.from(canonicalJson({ ...header, v: 2 })),
      [keyOf('NL node')],
    )
    expect(readEntry(tomorrow, place).problems).toMatchObject([
      { code: 'exchange.entry-unreadable' },
    ])
  })

  it('is no larger than its length field', () => {
    const large = signEntry({ ...draft, body: 'x'.repeat(50_000) }, place, keys)
    expect(large).toMatchObject({ ok: false, problems: [{ code: 'exchange.entry-too-large' }] })
  })
})

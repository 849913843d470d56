import { createPrivateKey, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson, type Digest, digestOf, type LegalDate } from '../kernel/index.ts'
import { issueCertificate, preAuthenticationEncoding } from './envelope.ts'
import { generateSigningKey, keyIdOf, publicJwkOf } from './keys.ts'
import { PAYLOAD_TYPE } from './model.ts'
import { verifyCertificate } from './verify-certificate.ts'

/** RFC 8037, appendix A.1: a key everybody knows, so that the bytes below never change. */
const KEY = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  },
})
const DAY = '2026-06-01' as LegalDate
const CONTENT = {
  verdict: 'licence-required',
  asOf: DAY,
  knownAt: DAY,
  engine: { version: '0.1.0' },
  digests: {
    answer: digestOf('answer'),
    input: digestOf('input'),
    rulebook: digestOf('rulebook'),
    snapshots: [{ source: 'us-csl', digest: digestOf('list'), published: DAY }],
  },
} as const
const CERTIFICATE = issueCertificate(CONTENT, KEY)

function altered(change: (envelope: Record<string, unknown>) => void): Uint8Array {
  const envelope = JSON.parse(Buffer.from(CERTIFICATE).toString()) as Record<string, unknown>
  change(envelope)
  return Buffer.from(`${canonicalJson(envelope)}\n`)
}

function lastCheck(bytes: Uint8Array): string {
  const { genuine, checks } = verifyCertificate(bytes)
  expect(genuine).toBe(false)
  expect(checks.filter((check) => !check.holds)).toHaveLength(1)
  return checks.at(-1)?.check ?? ''
}

/** A payload of any content under a true signature of the key. */
function signed(payload: unknown): Uint8Array {
  const body = Buffer.from(typeof payload === 'string' ? payload : canonicalJson(payload))
  return altered((envelope) => {
    envelope.payload = body.toString('base64')
    const sig = sign(null, preAuthenticationEncoding(PAYLOAD_TYPE, body), KEY).toString('base64')
    envelope.signatures = [{ keyid: keyIdOf(publicJwkOf(KEY)), sig }]
  })
}

function payloadOf(bytes: Uint8Array): Record<string, unknown> {
  const envelope = JSON.parse(Buffer.from(bytes).toString()) as { payload: string }
  return JSON.parse(Buffer.from(envelope.payload, 'base64').toString()) as Record<string, unknown>
}

describe('a certificate', () => {
  test('verifies as issued, and says what it certifies and under which key', () => {
    const verification = verifyCertificate(CERTIFICATE)
    expect(verification.genuine && verification.payload).toMatchObject(CONTENT)
    expect(verification.genuine && verification.keyid).toBe(
      'sha256:90facafea9b1556698540f70c0117a22ea37bd5cf3ed3c47093c1707282b4b89',
    )
    expect(verification.checks.map((check) => check.check)).toEqual([
      'canonical envelope',
      'payload type',
      'canonical payload',
      'key identity',
      'signature',
    ])
  })

  test('is the same bytes for the same content and key', () => {
    expect(Buffer.from(issueCertificate(CONTENT, KEY)).equals(CERTIFICATE)).toBe(true)
  })

  test('fails when any one byte is altered to any of several others', () => {
    for (let at = 0; at < CERTIFICATE.length; at += 1) {
      for (const flip of [0x01, 0x20, 0x80]) {
        const bytes = Uint8Array.from(CERTIFICATE)
        bytes[at] = (bytes[at] ?? 0) ^ flip
        expect(verifyCertificate(bytes).genuine, `byte ${at} flipped by ${flip}`).toBe(false)
      }
    }
  })

  test('fails when a byte is added or taken away anywhere', () => {
    for (let at = 0; at <= CERTIFICATE.length; at += 1) {
      const [head, tail] = [CERTIFICATE.slice(0, at), CERTIFICATE.slice(at)]
      expect(verifyCertificate(Buffer.concat([head, Buffer.from(' '), tail])).genuine).toBe(false)
      if (at < CERTIFICATE.length)
        expect(verifyCertificate(Buffer.concat([head, tail.slice(1)])).genuine).toBe(false)
    }
  })

  test('fails when it says another thing under the old signature', () => {
    const forged = { ...payloadOf(CERTIFICATE), verdict: 'clear' }
    const bytes = altered((envelope) => {
      envelope.payload = Buffer.from(canonicalJson(forged)).toString('base64')
    })
    expect(lastCheck(bytes)).toBe('signature')
  })

  test('fails when another key signs in the name of the first', () => {
    const other = issueCertificate(CONTENT, generateSigningKey())
    const bytes = altered((envelope) => {
      envelope.signatures = JSON.parse(Buffer.from(other).toString()).signatures
    })
    expect(lastCheck(bytes)).toBe('key identity')
  })

  test('is another certificate, under another identity, when another key signs it', () => {
    const verification = verifyCertificate(issueCertificate(CONTENT, generateSigningKey()))
    expect(verification.genuine).toBe(true)
    expect(verification.genuine && verification.keyid).not.toBe(keyIdOf(publicJwkOf(KEY)))
  })
})

describe('what is refused although it is truly signed', () => {
  test('a payload that is not canonical', () => {
    expect(lastCheck(signed(JSON.stringify(payloadOf(CERTIFICATE), null, 1)))).toBe(
      'canonical payload',
    )
  })

  test.each([
    ['an unknown verdict', { verdict: 'fine' }],
    ['a day that is none', { asOf: '2026-02-30' }],
    ['a digest that is none', { engine: { version: '' } }],
    ['an unknown key', { issuedBy: 'somebody' }],
    ['another version of the shape', { type: 'navicert.determination/2' }],
  ])('%s', (_name, change) => {
    expect(lastCheck(signed({ ...payloadOf(CERTIFICATE), ...change }))).toBe('canonical payload')
  })

  test('a payload of another type', () => {
    const bytes = altered((envelope) => {
      envelope.payloadType = 'application/json'
    })
    expect(lastCheck(bytes)).toBe('payload type')
  })

  test('a key that is no point of the curve', () => {
    const signer = { crv: 'Ed25519', kty: 'OKP', x: `${'_'.repeat(42)}8` }
    const body = Buffer.from(canonicalJson({ ...payloadOf(CERTIFICATE), signer }))
    const bytes = altered((envelope) => {
      envelope.payload = body.toString('base64')
      envelope.signatures = [
        { keyid: digestOf(signer) satisfies Digest, sig: Buffer.alloc(64).toString('base64') },
      ]
    })
    expect(lastCheck(bytes)).toBe('signature')
  })

  test.each([
    ['nothing', ''],
    ['text', 'hello\n'],
    ['JSON that is no envelope', '{}\n'],
    ['two signatures', '{"payload":"","payloadType":"","signatures":[]}\n'],
  ])('%s is no certificate', (_name, text) => {
    expect(lastCheck(Buffer.from(text))).toBe('canonical envelope')
  })

  test('a byte order mark before it', () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), CERTIFICATE])
    expect(lastCheck(marked)).toBe('canonical envelope')
  })
})

import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { parseAddCheckpoint, printAddCheckpoint } from './add-checkpoint.ts'
import { fromBase64 } from './base64.ts'
import { type Checkpoint, parseCheckpoint, printCheckpoint } from './checkpoint.ts'
import {
  cosign,
  cosignatureVerifier,
  cosignMlDsa,
  mlDsaVerifier,
  timeOfCosignature,
} from './cosignature.ts'
import { privateKeyOfSeed, publicBytesOf } from './ed25519.ts'
import {
  ED25519_NOTE,
  noteVerifier,
  parseVerifierKey,
  printVerifierKey,
  signNote,
} from './note-key.ts'
import { openNote, parseNote, printNote } from './signed-note.ts'

/** The keys and note that Go's golang.org/x/mod/sumdb/note tests with. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const PETER_SEED = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`
const peter = privateKeyOfSeed(Buffer.from(PETER_SEED, 'base64').subarray(1))
const verifierOf = (text: string) => {
  const verifier = parseVerifierKey(text)
  if (verifier === undefined) throw new Error('no key')
  return verifier
}

describe("a signed note of Go's checksum database", () => {
  it('verifies by the key in its text form', () => {
    const note = unwrap(parseNote(NOTE))
    const opened = unwrap(openNote(note, [verifierOf(PETER)]))
    expect(opened.map(([{ name, keyId }]) => [name, keyId])).toEqual([['PeterNeumann', 'c74f20a3']])
    expect(note.text).toBe(TEXT)
    expect(printNote(note)).toBe(NOTE)
  })

  it('comes out of the same seed byte for byte', () => {
    const signature = signNote(TEXT, 'PeterNeumann', peter)
    expect(printNote({ text: TEXT, signatures: [signature] })).toBe(NOTE)
    expect(printVerifierKey('PeterNeumann', ED25519_NOTE, publicBytesOf(peter))).toBe(PETER)
  })

  it('is refused with another text, with no known key, and with a known key that signed wrongly', () => {
    const note = unwrap(parseNote(NOTE))
    const verifier = verifierOf(PETER)
    expect(openNote({ ...note, text: `${TEXT}!\n` }, [verifier]).ok).toBe(false)
    expect(openNote(note, []).ok).toBe(false)
    const other = noteVerifier('PeterNeumann', Buffer.alloc(32, 7))
    expect(openNote(note, [other]).ok).toBe(false)
  })

  it("is refused where Go's is: by its lines and by its key", () => {
    for (const text of [
      TEXT,
      `${TEXT}\n— PeterNeumann x08go/ZJ`,
      `${TEXT}\n— PeterNeumann\n`,
      `${TEXT}\n— Peter Neumann x08go/ZJ\n`,
      `${TEXT}\n- PeterNeumann x08go/ZJkuBS9UG=\n`,
      `${TEXT}\nPeterNeumann\n`,
      NOTE.replace('think', '\u0001'),
    ]) {
      expect(parseNote(text).ok, text).toBe(false)
    }
    expect(parseNote(Buffer.from([0xff, 10, 10])).ok).toBe(false)
    for (const key of [
      PETER.slice(0, -4),
      PETER.replace('c74', 'c75'),
      'x',
      PETER.replace('ARpc', 'ZRpc'),
    ]) {
      expect(parseVerifierKey(key), key).toBeUndefined()
    }
  })
})

const checkpoint: Checkpoint = {
  origin: 'regime/GB',
  size: 20_852_163,
  root: Buffer.from('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'base64'),
  extensions: ['heads: NL/3/CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='],
}

describe('a checkpoint', () => {
  it('is read as the specification shows it, with its extension lines', () => {
    const text =
      'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
    expect(unwrap(parseCheckpoint(text))).toMatchObject({
      origin: 'example.com/behind-the-sofa',
      size: 20_852_163,
    })
    expect(parseCheckpoint(printCheckpoint(checkpoint))).toEqual({ ok: true, value: checkpoint })
  })

  it('of another form is a problem', () => {
    const good = printCheckpoint(checkpoint)
    for (const text of [
      good.replace('20852163', '020852163'),
      good.replace('20852163', '-1'),
      good.replace('20852163', '99999999999999999'),
      good.replace('q2I=', 'q2I'),
      good.replace('regime/GB', ''),
      good.slice(0, -1),
      `${good}\n`,
      '',
    ]) {
      expect(parseCheckpoint(text).ok, text).toBe(false)
    }
  })
})

describe('a cosignature', () => {
  const text = printCheckpoint(checkpoint)

  it('is that of the specification over time and checkpoint, and of no other time or text', () => {
    const signature = cosign(text, 'witness/NL', peter, 1_679_315_147)
    const verifier = cosignatureVerifier('witness/NL', publicBytesOf(peter))
    expect(signature.keyId).toBe(verifier.keyId)
    expect(timeOfCosignature(signature)).toBe(1_679_315_147)
    expect(verifier.verify(text, signature.signature)).toBe(true)
    expect(verifier.verify(text.replace('GB', 'FR'), signature.signature)).toBe(false)
    const later = Buffer.from(signature.signature)
    later.writeUInt8(later.readUInt8(7) ^ 1, 7)
    expect(verifier.verify(text, later)).toBe(false)
    expect(verifier.verify(text, signature.signature.subarray(1))).toBe(false)
  })

  it('by ML-DSA-44 speaks of name, origin, size and root, not of the extension lines', () => {
    const key = ml_dsa44.keygen(Buffer.alloc(32, 1))
    const signature = cosignMlDsa(text, 'regime/GB', key)
    const verifier = mlDsaVerifier('regime/GB', key.publicKey)
    expect(signature.keyId).toBe(verifier.keyId)
    expect(verifier.verify(text, signature.signature)).toBe(true)
    expect(verifier.verify(text.replace('NL/3', 'NL/4'), signature.signature)).toBe(true)
    expect(verifier.verify(text.replace('20852163', '20852164'), signature.signature)).toBe(false)
    expect(mlDsaVerifier('regime/FR', key.publicKey).verify(text, signature.signature)).toBe(false)
    expect(verifier.verify(text, signature.signature.subarray(0, 100))).toBe(false)
  })
})

describe('whatever is read as a note, a checkpoint or a request', () => {
  it('is read or refused, and never throws', () => {
    const pieces = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('\n', '\n\n', '— a ', 'old 3', 'AAAAAAAA', NOTE, TEXT)),
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('')
        const note = parseNote(text)
        if (note.ok) {
          expect(printNote(note.value)).toBe(text)
          openNote(note.value, [verifierOf(PETER)])
        }
        const read = parseCheckpoint(text)
        if (read.ok) expect(printCheckpoint(read.value)).toBe(text)
        parseAddCheckpoint(Buffer.from(text))
      }),
      { numRuns: 300 },
    )
  })

  it('keeps one spelling of base64', () => {
    expect(fromBase64('AA==')).toEqual(Buffer.from([0]))
    for (const text of ['AB==', 'AA=', 'AA', 'A A=', 'AA==\n', '_w==']) {
      expect(fromBase64(text), text).toBeUndefined()
    }
  })
})

describe('a request to a witness', () => {
  it('is written as it is read', () => {
    const note = { text: printCheckpoint(checkpoint), signatures: [signNote(TEXT, 'a', peter)] }
    const request = { oldSize: 5, proof: [Buffer.alloc(32, 1), Buffer.alloc(32, 2)], note }
    expect(unwrap(parseAddCheckpoint(Buffer.from(printAddCheckpoint(request))))).toEqual(request)
    const many = printAddCheckpoint({ ...request, proof: Array(64).fill(Buffer.alloc(32)) })
    expect(parseAddCheckpoint(Buffer.from(many)).ok).toBe(false)
  })
})

import { ok, type Result } from '../../kernel/index.ts'
import { refuse } from '../refusal.ts'
import { fromBase64, toBase64 } from './base64.ts'

/** Text and who signed it: the format of Go's checksum database, C2SP signed-note. */
export interface SignedNote {
  /** Ends in a line feed. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export interface NoteSignature {
  readonly name: string
  /** Eight hexadecimal digits: which key and algorithm. */
  readonly keyId: string
  readonly signature: Uint8Array
}

/** A key whose signatures are recognised by its name and id. */
export interface NoteVerifier {
  readonly name: string
  readonly keyId: string
  readonly verify: (text: string, signature: Uint8Array) => boolean
}

export const MAX_NOTE_BYTES = 500_000
const MAX_SIGNATURES = 200

export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+\p{White_Space}]/u.test(name)
}

export function printNote({ text, signatures }: SignedNote): string {
  return `${text}\n${signatures.map(signatureLine).join('')}`
}

export function signatureLine({ name, keyId, signature }: NoteSignature): string {
  return `— ${name} ${toBase64(Buffer.concat([Buffer.from(keyId, 'hex'), signature]))}\n`
}

export function parseNote(note: string | Uint8Array): Result<SignedNote> {
  const whole = typeof note === 'string' ? note : decode(note)
  if (whole === undefined || whole.length > MAX_NOTE_BYTES || hasControls(whole)) {
    return refuse('note-malformed', 'The note is not plain text of a reasonable length.')
  }
  const end = whole.lastIndexOf('\n\n')
  const lines = whole.slice(end + 2)
  if (end < 0 || !lines.endsWith('\n')) {
    return refuse('note-malformed', 'The note has no signature lines after an empty line.')
  }
  const signatures = parseSignatureLines(lines)
  return signatures.ok
    ? ok({ text: whole.slice(0, end + 1), signatures: signatures.value })
    : signatures
}

export function parseSignatureLines(text: string): Result<readonly NoteSignature[]> {
  const lines = text.split('\n').slice(0, -1)
  const signatures = lines.map(parseSignatureLine).filter((line) => line !== undefined)
  if (!text.endsWith('\n') || signatures.length !== lines.length || lines.length > MAX_SIGNATURES) {
    return refuse('note-malformed', 'A signature line is malformed, or there are too many.')
  }
  return ok(signatures)
}

function parseSignatureLine(line: string): NoteSignature | undefined {
  const [dash, name = '', encoded = '', ...more] = line.split(' ')
  const bytes = fromBase64(encoded)
  if (dash !== '—' || more.length > 0 || !isKeyName(name)) return undefined
  if (bytes === undefined || bytes.length < 5) return undefined
  return { name, keyId: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) }
}

/**
 * The signatures by known keys, each verified. Signatures by others are ignored; one by a known key that
 * does not verify spoils the note.
 */
export function openNote(
  note: SignedNote,
  verifiers: readonly NoteVerifier[],
): Result<readonly (readonly [NoteVerifier, NoteSignature])[]> {
  const opened: (readonly [NoteVerifier, NoteSignature])[] = []
  for (const signature of note.signatures) {
    const verifier = verifiers.find(
      ({ name, keyId }) => name === signature.name && keyId === signature.keyId,
    )
    if (verifier === undefined || opened.some(([known]) => known === verifier)) continue
    if (!verifier.verify(note.text, signature.signature)) {
      return refuse('note-signature-wrong', `The signature of ${signature.name} does not verify.`)
    }
    opened.push([verifier, signature])
  }
  return opened.length > 0 ? ok(opened) : refuse('note-unsigned', 'No known key signed the note.')
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes.length > MAX_NOTE_BYTES) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 && unit !== 0x0a) return true
  }
  return false
}

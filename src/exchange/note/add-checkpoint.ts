import { ok, type Result } from '../../kernel/index.ts'
import { HASH_BYTES } from '../merkle/hash.ts'
import { refuse } from '../refusal.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { isSizeText } from './checkpoint.ts'
import { parseNote, printNote, type SignedNote } from './signed-note.ts'

/** What a log asks of a witness: C2SP tlog-witness, the body of `add-checkpoint`. */
export interface AddCheckpoint {
  readonly oldSize: number
  readonly proof: readonly Buffer[]
  readonly note: SignedNote
}

const MAX_PROOF_LINES = 63

export function printAddCheckpoint({ oldSize, proof, note }: AddCheckpoint): string {
  const lines = [`old ${oldSize}`, ...proof.map(toBase64)]
  return `${lines.join('\n')}\n\n${printNote(note)}`
}

export function parseAddCheckpoint(body: Uint8Array): Result<AddCheckpoint> {
  const text = Buffer.from(body).toString('utf8')
  const end = text.indexOf('\n\n')
  const [first = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\n')
  const size = /^old (.+)$/.exec(first)?.[1] ?? ''
  const proof = lines.map(fromBase64).filter((hash) => hash?.length === HASH_BYTES)
  if (
    end < 0 ||
    !isSizeText(size) ||
    proof.length !== lines.length ||
    proof.length > MAX_PROOF_LINES
  ) {
    return refuse('add-checkpoint-malformed', 'The request is not an old size and a proof.')
  }
  const note = parseNote(text.slice(end + 2))
  if (!note.ok) return note
  const hashes = proof.filter((hash) => hash !== undefined)
  return ok({ oldSize: Number(size), proof: hashes, note: note.value })
}

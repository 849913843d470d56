import type { KeyObject } from 'node:crypto'
import { sameHash } from '../merkle/hash.ts'
import { verifyConsistency } from '../merkle/proof.ts'
import { type AddCheckpoint, parseAddCheckpoint } from '../note/add-checkpoint.ts'
import { type Checkpoint, parseCheckpoint } from '../note/checkpoint.ts'
import { cosign } from '../note/cosignature.ts'
import { type NoteVerifier, openNote, printNote, signatureLine } from '../note/signed-note.ts'

/** What a witness answers, as HTTP says it. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422
  /** Cosignature lines, or, with 409, the size that the witness knows. */
  readonly body: string
}

/** The largest checkpoint that a witness has cosigned of a log, or a note that shows another beside it. */
export interface WitnessRecord {
  readonly size: number
  readonly root: Buffer
}

/** What a witness stands on: its key, the logs it knows and a record that survives it. */
export interface WitnessPort {
  readonly name: string
  readonly key: () => KeyObject | undefined
  /** Keys trusted for that log now; undefined where the log is not known. */
  readonly verifiersOf: (origin: string) => readonly NoteVerifier[] | undefined
  readonly recall: (origin: string) => WitnessRecord | undefined
  /** Durable when it returns: a cosignature is given only for what is kept. */
  readonly keep: (checkpoint: Checkpoint, note: string) => void
  /** A signed checkpoint that does not follow the one known: perhaps a fork. */
  readonly suspect: (note: string) => void
  /** Seconds since 1970. */
  readonly now: () => number
}

/** C2SP tlog-witness `add-checkpoint`; runs without a pause, so that no two requests pass each other. */
export function addCheckpoint(port: WitnessPort, body: Uint8Array): WitnessAnswer {
  const request = parseAddCheckpoint(body)
  const checkpoint = request.ok ? parseCheckpoint(request.value.note.text) : request
  if (!request.ok || !checkpoint.ok) return answer(400, 'The request is malformed.\n')
  const verifiers = port.verifiersOf(checkpoint.value.origin)
  if (verifiers === undefined) return answer(404, 'The log is not known.\n')
  if (!openNote(request.value.note, verifiers).ok) return answer(403, 'No trusted key signed.\n')
  return judge(port, request.value, checkpoint.value)
}

function judge(port: WitnessPort, request: AddCheckpoint, checkpoint: Checkpoint): WitnessAnswer {
  const { oldSize, proof, note } = request
  const key = port.key()
  if (key === undefined) return answer(403, 'This witness has no key now.\n')
  if (oldSize > checkpoint.size) return answer(400, 'The old size is larger.\n')
  const known = port.recall(checkpoint.origin)
  if (oldSize !== (known?.size ?? 0)) return answer(409, `${known?.size ?? 0}\n`)
  if (known !== undefined && oldSize === checkpoint.size) {
    if (!sameHash(known.root, checkpoint.root)) {
      port.suspect(printNote(note))
      return answer(409, `${known.size}\n`)
    }
  } else if (
    !verifyConsistency(
      oldSize,
      checkpoint.size,
      proof,
      known?.root ?? checkpoint.root,
      checkpoint.root,
    )
  ) {
    port.suspect(printNote(note))
    return answer(422, 'The consistency proof does not verify.\n')
  }
  port.keep(checkpoint, printNote(note))
  return answer(200, signatureLine(cosign(note.text, port.name, key, port.now())))
}

function answer(status: WitnessAnswer['status'], body: string): WitnessAnswer {
  return { status, body }
}

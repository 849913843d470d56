import { ok, type Result } from '../../kernel/index.ts'
import { HASH_BYTES } from '../merkle/hash.ts'
import { refuse } from '../refusal.ts'
import { fromBase64, toBase64 } from './base64.ts'

/** What a log stands for at one size: C2SP tlog-checkpoint. */
export interface Checkpoint {
  /** Which log. */
  readonly origin: string
  readonly size: number
  readonly root: Buffer
  /** Lines after the third. */
  readonly extensions: readonly string[]
}

export function printCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, String(size), toBase64(root), ...extensions].map((line) => `${line}\n`).join('')
}

/** Reads the text of a note as a checkpoint. */
export function parseCheckpoint(text: string): Result<Checkpoint> {
  const lines = text.split('\n')
  const [origin = '', size = '', encoded = '', ...extensions] = lines.slice(0, -1)
  const root = fromBase64(encoded)
  const isWhole = text.endsWith('\n') && origin !== '' && !extensions.includes('')
  if (!isWhole || root?.length !== HASH_BYTES || !isSizeText(size)) {
    return refuse('checkpoint-malformed', 'The text is not origin, size and root hash.')
  }
  return ok({ origin, size: Number(size), root, extensions })
}

/** Decimal without leading zeros, up to what a number holds exactly. */
export function isSizeText(text: string): boolean {
  return /^(?:0|[1-9]\d{0,15})$/.test(text) && Number.isSafeInteger(Number(text))
}

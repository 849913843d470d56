import type { Digest } from '../../kernel/index.ts'
import type { Tile } from '../merkle/tile.ts'

/** One log as somebody serves it: its author, a mirror, a relay or a bundle. None of it is believed. */
export interface LogSource {
  readonly checkpoint: () => Promise<Buffer | undefined>
  readonly tile: (tile: Tile) => Promise<Buffer | undefined>
}

/** What a node, or a file from one, can be asked; undefined where it does not answer. */
export interface PeerSource {
  /** The member whose node it is. */
  readonly member: string
  readonly documents: () => Promise<readonly Buffer[]>
  /** Proofs of forks, each as JSON has it. */
  readonly forks: () => Promise<readonly unknown[]>
  readonly log: (member: string) => LogSource
  readonly blob: (digest: Digest) => Promise<Buffer | undefined>
}

/** Another member's witness, wherever it is. */
export interface Witness {
  readonly member: string
  /** The answer to `add-checkpoint`; undefined where none came. */
  readonly addCheckpoint: (
    body: Buffer,
  ) => Promise<{ readonly status: number; readonly body: string } | undefined>
  /** The note that it cosigned last of a log, by the name of the history (`settledName`). */
  readonly witnessed: (history: string) => Promise<Buffer | undefined>
}

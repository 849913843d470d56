import { ProblemError } from '../../kernel/index.ts'
import { entryBundle, parseEntryBundle } from '../merkle/entry-bundle.ts'
import { Frontier } from '../merkle/frontier.ts'
import { HASH_BYTES, leafHash, sameHash } from '../merkle/hash.ts'
import { hashesAt, TILE_WIDTH, type Tile, tilePath } from '../merkle/tile.ts'
import { hashesOfTiles } from '../merkle/tile-hashes.ts'
import { rootOf, type SubtreeHash } from '../merkle/tree.ts'
import { type Checkpoint, parseCheckpoint } from '../note/checkpoint.ts'
import { parseNote, printNote, type SignedNote } from '../note/signed-note.ts'
import type { Files } from './files.ts'

export interface Head {
  readonly note: SignedNote
  readonly checkpoint: Checkpoint
}

/** Entries written behind the head, which count when a checkpoint that covers them is committed. */
export interface Staged {
  readonly size: number
  readonly root: Buffer
}

/** Entries on their way behind the head. */
export interface Staging {
  readonly append: (entry: Uint8Array) => void
  readonly size: () => number
  readonly root: () => Buffer
  readonly finish: () => Staged
}

/**
 * One log in the files that it is served from. What counts is what the checkpoint covers: tiles are written
 * first, the checkpoint last, so that an interruption leaves the old log or the new one.
 */
export class LogStore {
  private current: Head | undefined
  private readonly files: Files
  private readonly folder: string

  constructor(files: Files, folder: string) {
    this.files = files
    this.folder = folder
    const bytes = files.read(`${folder}/checkpoint`)
    if (bytes === undefined) return
    const head = readHead(bytes)
    if (head === undefined) throw damaged(folder)
    this.current = head
    if (!sameHash(this.edge().root(), head.checkpoint.root)) throw damaged(folder)
  }

  get head(): Head | undefined {
    return this.current
  }

  get size(): number {
    return this.current?.checkpoint.size ?? 0
  }

  /** A tile as far as the head covers it. */
  tile(tile: Tile): Buffer | undefined {
    const whole = Math.min(TILE_WIDTH, hashesAt(tile.level, this.size) - tile.index * TILE_WIDTH)
    if (tile.width > whole) return undefined
    const bytes = this.files.read(`${this.folder}/${tilePath({ ...tile, width: whole })}`)
    if (bytes === undefined) throw damaged(this.folder)
    if (tile.width === whole) return bytes
    if (tile.level !== 'entries') return bytes.subarray(0, tile.width * HASH_BYTES)
    return entryBundle(this.bundle(tile.index, bytes, whole).slice(0, tile.width))
  }

  entry(sequence: number): Buffer {
    const [found] = this.entries(sequence, sequence + 1)
    if (found === undefined) throw damaged(this.folder)
    return found
  }

  *entries(from: number, to = this.size): Iterable<Buffer> {
    for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < to; index += 1) {
      const first = index * TILE_WIDTH
      const width = Math.min(TILE_WIDTH, this.size - first)
      const bytes = this.tile({ level: 'entries', index, width }) ?? Buffer.alloc(0)
      yield* this.bundle(index, bytes, width).slice(Math.max(0, from - first), to - first)
    }
  }

  hashes(size = this.size): SubtreeHash {
    return hashesOfTiles((tile) => this.tile(tile) ?? Buffer.alloc(0), size)
  }

  rootAt(size: number): Buffer {
    return rootOf(this.hashes(size), size)
  }

  /** Writes entries behind the head; nothing that the head covers changes. */
  stage(entries: Iterable<Uint8Array>): Staged {
    const staging = this.staging()
    for (const entry of entries) staging.append(entry)
    return staging.finish()
  }

  /** As {@link stage}, for entries that come one after the other. */
  staging(): Staging {
    const edge = this.edge()
    const write = (tile: Tile, bytes: Uint8Array) =>
      this.files.write(`${this.folder}/${tilePath(tile)}`, bytes)
    let open = [...this.entries(this.size - (this.size % TILE_WIDTH))]
    return {
      size: () => edge.size,
      root: () => edge.root(),
      append: (entry) => {
        open.push(Buffer.from(entry))
        edge.append(leafHash(entry), write)
        if (open.length < TILE_WIDTH) return
        const index = edge.size / TILE_WIDTH - 1
        write({ level: 'entries', index, width: TILE_WIDTH }, entryBundle(open))
        open = []
      },
      finish: () => {
        if (open.length > 0) {
          const index = Math.floor(edge.size / TILE_WIDTH)
          write({ level: 'entries', index, width: open.length }, entryBundle(open))
        }
        for (const [tile, bytes] of edge.partialTiles()) write(tile, bytes)
        return { size: edge.size, root: edge.root() }
      },
    }
  }

  /** Makes the checkpoint the head: the one step at which staged entries begin to count. */
  commit(note: SignedNote): void {
    const head = readHead(Buffer.from(printNote(note)))
    if (head === undefined) throw damaged(this.folder)
    const before = this.partials()
    this.files.write(`${this.folder}/checkpoint`, Buffer.from(printNote(note)))
    this.current = head
    const now = new Set(this.partials().map(tilePath))
    for (const tile of before) {
      if (!now.has(tilePath(tile))) this.files.remove(`${this.folder}/${tilePath(tile)}`)
    }
  }

  private edge(): Frontier {
    return Frontier.of(this.size, (tile) => this.tile(tile) ?? Buffer.alloc(0))
  }

  private partials(): readonly Tile[] {
    const levels: Tile['level'][] = ['entries']
    for (let level = 0; hashesAt(level, this.size) > 0; level += 1) levels.push(level)
    return levels.flatMap((level) => {
      const hashes = hashesAt(level, this.size)
      const width = hashes % TILE_WIDTH
      return width === 0 ? [] : [{ level, index: Math.floor(hashes / TILE_WIDTH), width }]
    })
  }

  private bundle(index: number, bytes: Buffer, width: number): readonly Buffer[] {
    const parsed = parseEntryBundle(bytes, width)
    if (!parsed.ok) throw damaged(`${this.folder}, bundle ${index}`)
    return parsed.value
  }
}

export function readHead(bytes: Uint8Array): Head | undefined {
  const note = parseNote(bytes)
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note
  return note.ok && checkpoint.ok ? { note: note.value, checkpoint: checkpoint.value } : undefined
}

function damaged(what: string): ProblemError {
  return new ProblemError({
    code: 'exchange.log-damaged',
    detail: `The files of the log in ${what} are not those that its checkpoint speaks of.`,
    remedy: 'Move the folder away and fetch the log again from any member.',
  })
}

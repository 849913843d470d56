import { assert, ok, type Result } from '../../kernel/index.ts'
import { refuse } from '../refusal.ts'
import { TILE_WIDTH } from './tile.ts'

/** C2SP tlog-tiles: an entry's length is two bytes. */
export const MAX_ENTRY_BYTES = 65_535

/** The entries of a tile, each behind its length. */
export function entryBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      assert(entry.length <= MAX_ENTRY_BYTES, 'an entry fits its length field')
      const length = Buffer.alloc(2)
      length.writeUInt16BE(entry.length)
      return [length, entry]
    }),
  )
}

export function parseEntryBundle(bytes: Uint8Array, width: number): Result<readonly Buffer[]> {
  const entries = entriesWithin(bytes)
  const length = entries.reduce((sum, entry) => sum + 2 + entry.length, 0)
  if (length !== bytes.length || entries.length !== width) {
    return refuse('entry-bundle-malformed', `The bundle does not hold ${width} whole entries.`)
  }
  return ok(entries)
}

/** The whole entries that a bundle begins with, be it what it should be or not. */
export function entriesWithin(bytes: Uint8Array): readonly Buffer[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: Buffer[] = []
  let at = 0
  while (at + 2 <= buffer.length && entries.length < TILE_WIDTH) {
    const end = at + 2 + buffer.readUInt16BE(at)
    if (end > buffer.length) break
    entries.push(buffer.subarray(at + 2, end))
    at = end
  }
  return entries
}

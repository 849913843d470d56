import { assert } from '../../kernel/index.ts'
import { HASH_BYTES, nodeHash } from './hash.ts'
import { hashesAt, TILE_HEIGHT, TILE_WIDTH, type Tile } from './tile.ts'
import type { SubtreeHash } from './tree.ts'

/** The bytes of a tile. */
export type ReadTile = (tile: Tile) => Uint8Array

/** Subtree hashes of a tree of that size out of its tiles; each tile is read once. */
export function hashesOfTiles(read: ReadTile, size: number): SubtreeHash {
  const tiles = new Map<string, Uint8Array>()
  return (level, index) => {
    const tileLevel = Math.floor(level / TILE_HEIGHT)
    const width = 2 ** (level % TILE_HEIGHT)
    const first = index * width
    const number = Math.floor(first / TILE_WIDTH)
    const key = `${tileLevel}/${number}`
    const bytes = tiles.get(key) ?? readWhole(read, tileLevel, number, size)
    tiles.set(key, bytes)
    return rootOfHashes(bytes, first % TILE_WIDTH, width)
  }
}

function readWhole(read: ReadTile, level: number, index: number, size: number): Uint8Array {
  const width = Math.min(TILE_WIDTH, hashesAt(level, size) - index * TILE_WIDTH)
  assert(width > 0, 'a tile holds a hash')
  const bytes = read({ level, index, width })
  assert(bytes.length === width * HASH_BYTES, 'a tile is as wide as the tree says')
  return bytes
}

/** The root of `width` hashes side by side, a power of two. */
export function rootOfHashes(bytes: Uint8Array, first: number, width: number): Buffer {
  if (width === 1) {
    return Buffer.from(bytes.subarray(first * HASH_BYTES, (first + 1) * HASH_BYTES))
  }
  const half = width / 2
  return nodeHash(rootOfHashes(bytes, first, half), rootOfHashes(bytes, first + half, half))
}

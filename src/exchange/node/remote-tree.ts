import { HASH_BYTES } from '../merkle/hash.ts'
import { type Tile, tilePath } from '../merkle/tile.ts'
import { hashesOfTiles } from '../merkle/tile-hashes.ts'
import type { SubtreeHash } from '../merkle/tree.ts'
import type { LogSource } from './source.ts'

class MissingTile extends Error {
  readonly tile: Tile
  constructor(tile: Tile) {
    super('missing tile')
    this.tile = tile
  }
}

const MOST_TILES = 1_000

/**
 * What a computation over a tree makes of tiles fetched as it asks for them; undefined where one does not
 * come. Whether the tiles are those of the signed tree is for what the computation proves.
 */
export async function overRemoteTree<T>(
  source: LogSource,
  size: number,
  compute: (hashes: SubtreeHash) => T,
): Promise<T | undefined> {
  const tiles = new Map<string, Buffer>()
  const read = (tile: Tile) => {
    const bytes = tiles.get(tilePath(tile))
    if (bytes === undefined) throw new MissingTile(tile)
    return bytes
  }
  while (tiles.size < MOST_TILES) {
    try {
      return compute(hashesOfTiles(read, size))
    } catch (error) {
      if (!(error instanceof MissingTile)) throw error
      const bytes = await source.tile(error.tile)
      if (bytes?.length !== error.tile.width * HASH_BYTES) return undefined
      tiles.set(tilePath(error.tile), bytes)
    }
  }
  return undefined
}

/** The first leaf in which two trees differ among the first `size`; undefined where none does. */
export function firstDifference(
  one: SubtreeHash,
  other: SubtreeHash,
  size: number,
): number | undefined {
  let start = 0
  while (start < size) {
    let level = 0
    while (start % 2 ** (level + 1) === 0 && start + 2 ** (level + 1) <= size) level += 1
    if (!one(level, start / 2 ** level).equals(other(level, start / 2 ** level))) {
      return descend(one, other, level, start / 2 ** level)
    }
    start += 2 ** level
  }
  return undefined
}

function descend(one: SubtreeHash, other: SubtreeHash, level: number, index: number): number {
  if (level === 0) return index
  const left = index * 2
  const isLeft = !one(level - 1, left).equals(other(level - 1, left))
  return descend(one, other, level - 1, isLeft ? left : left + 1)
}

import { assert } from '../../kernel/index.ts'
import { EMPTY_ROOT, HASH_BYTES, nodeHash } from './hash.ts'
import { hashesAt, TILE_WIDTH, type Tile } from './tile.ts'
import { rootOfHashes } from './tile-hashes.ts'

/** The right edge of a growing tree: its partial tiles, which are all it takes to grow and to be signed. */
export class Frontier {
  /** Of each tile level, the hashes of its rightmost, not yet full tile. */
  private readonly edges: Buffer[] = []
  private leaves = 0

  get size(): number {
    return this.leaves
  }

  /** The edge of a tree of that size, out of its partial tiles. */
  static of(size: number, read: (tile: Tile) => Uint8Array): Frontier {
    const frontier = new Frontier()
    frontier.leaves = size
    for (let level = 0; hashesAt(level, size) > 0; level += 1) {
      const hashes = hashesAt(level, size)
      const width = hashes % TILE_WIDTH
      const index = Math.floor(hashes / TILE_WIDTH)
      const bytes = width === 0 ? Buffer.alloc(0) : Buffer.from(read({ level, index, width }))
      assert(bytes.length === width * HASH_BYTES, 'a partial tile is as wide as the tree says')
      frontier.edges.push(bytes)
    }
    return frontier
  }

  /** One more leaf; `full` is told of each tile that it fills. */
  append(leaf: Uint8Array, full: (tile: Tile, bytes: Buffer) => void): void {
    this.leaves += 1
    this.push(0, leaf, full)
  }

  private push(level: number, hash: Uint8Array, full: (tile: Tile, bytes: Buffer) => void): void {
    const edge = Buffer.concat([this.edges[level] ?? Buffer.alloc(0), hash])
    this.edges[level] = edge
    if (edge.length < TILE_WIDTH * HASH_BYTES) return
    const index = hashesAt(level, this.leaves) / TILE_WIDTH - 1
    full({ level, index, width: TILE_WIDTH }, edge)
    this.edges[level] = Buffer.alloc(0)
    this.push(level + 1, rootOfHashes(edge, 0, TILE_WIDTH), full)
  }

  partialTiles(): readonly (readonly [Tile, Buffer])[] {
    return this.edges.flatMap((bytes, level) => {
      const width = bytes.length / HASH_BYTES
      const index = Math.floor(hashesAt(level, this.leaves) / TILE_WIDTH)
      return width === 0 ? [] : [[{ level, index, width }, bytes] as const]
    })
  }

  root(): Buffer {
    let right: Buffer | undefined
    for (const edge of this.edges) right = rootOfEdge(edge, right)
    return right ?? EMPTY_ROOT
  }
}

/** The hashes of an edge, cut into complete subtrees, joined from the right. */
function rootOfEdge(edge: Buffer, right: Buffer | undefined): Buffer | undefined {
  let end = edge.length / HASH_BYTES
  let joined = right
  for (let width = 1; width <= end; width *= 2) {
    if (Math.floor(end / width) % 2 === 0) continue
    const left = rootOfHashes(edge, end - width, width)
    joined = joined === undefined ? left : nodeHash(left, joined)
    end -= width
  }
  return joined
}

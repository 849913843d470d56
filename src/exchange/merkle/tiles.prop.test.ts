import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryBundle, parseEntryBundle } from './entry-bundle.ts'
import { Frontier } from './frontier.ts'
import { leafHash } from './hash.ts'
import { verifyConsistency, verifyInclusion } from './proof.ts'
import { parseTilePath, type Tile, tilePath, tilesOf } from './tile.ts'
import { hashesOfTiles } from './tile-hashes.ts'
import { consistencyProof, inclusionProof, rootOf } from './tree.ts'

const LARGEST = 70_000
const tiles = new Map<string, Buffer>()
const roots = new Map<number, Buffer>()
const tree = new Frontier()
const leaf = (index: number) => leafHash(Buffer.from(`entry ${index}`))
const SIZES = [1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 65_793, LARGEST]
for (let index = 0; index < LARGEST; index += 1) {
  tree.append(leaf(index), (tile, bytes) => tiles.set(tilePath(tile), bytes))
  if (!SIZES.includes(index + 1)) continue
  for (const [tile, bytes] of tree.partialTiles()) tiles.set(tilePath(tile), bytes)
  roots.set(index + 1, tree.root())
}
const read = (tile: Tile) => tiles.get(tilePath(tile)) ?? Buffer.alloc(0)
const anySize = fc.constantFrom(...SIZES)
const rootAt = (size: number) => roots.get(size) ?? Buffer.alloc(0)

describe('a tree in tiles', () => {
  it('of 70,000 leaves has the tiles of the specification', () => {
    const widths = (level: number) => tilesOf(level, LARGEST).map(({ width }) => width)
    expect(widths(0)).toEqual([...Array(273).fill(256), 112])
    expect(widths(1)).toEqual([256, 17])
    expect(widths(2)).toEqual([1])
    expect(widths(3)).toEqual([])
  })

  it('has the same root from its tiles as from its growing edge, at every size', () => {
    for (const size of SIZES) {
      expect(rootOf(hashesOfTiles(read, size), size)).toEqual(roots.get(size))
    }
  })

  it('grows on from its partial tiles', () => {
    for (const size of SIZES.slice(0, -1)) {
      const grown = Frontier.of(size, read)
      expect(grown.root()).toEqual(roots.get(size))
      if (size > 1000) continue
      for (let index = size; index < 512; index += 1) grown.append(leaf(index), () => undefined)
      expect(grown.root()).toEqual(roots.get(512))
    }
  })

  it('proves every leaf at every size', () => {
    fc.assert(
      fc.property(anySize, fc.nat(), (size, any) => {
        const index = any % size
        const proof = inclusionProof(hashesOfTiles(read, size), index, size)
        expect(verifyInclusion(leaf(index), index, size, proof, rootAt(size))).toBe(true)
        expect(verifyInclusion(leaf(index + 1), index, size, proof, rootAt(size))).toBe(false)
      }),
      { numRuns: 40 },
    )
  })

  it('proves every older size', () => {
    fc.assert(
      fc.property(anySize, anySize, (one, other) => {
        const [old, size] = [Math.min(one, other), Math.max(one, other)]
        const proof = consistencyProof(hashesOfTiles(read, size), old, size)
        expect(verifyConsistency(old, size, proof, rootAt(old), rootAt(size))).toBe(true)
        expect(verifyConsistency(old, size, proof, rootAt(size), rootAt(size))).toBe(old === size)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the path of a tile', () => {
  it('is that of the specification', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067')
    expect(tilePath({ level: 'entries', index: 0, width: 3 })).toBe('tile/entries/000.p/3')
  })

  it('is read back, and no other spelling is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Tile['level']>('entries', 0, 1, 63),
        fc.integer({ min: 0, max: 10 ** 14 }),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width })
        },
      ),
    )
    for (const path of [
      'tile/00/000',
      'tile/64/000',
      'tile/0/0',
      'tile/0/x000/001',
      'tile/0/000.p/0',
      'tile/0/000.p/256',
      'tile/0/000.p/01',
      'tile/0/../000',
      'tile/0/000/',
      '/tile/0/000',
    ]) {
      expect(parseTilePath(path), path).toBeUndefined()
    }
  })
})

describe('a bundle of entries', () => {
  it('gives the same entries back', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 256 }), (entries) => {
        const parsed = parseEntryBundle(entryBundle(entries), entries.length)
        expect(parsed).toEqual({ ok: true, value: entries.map((entry) => Buffer.from(entry)) })
      }),
    )
  })

  it('that is cut, longer or of another width is a problem', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.integer({ min: 0, max: 256 }),
        (bytes, width) => {
          const parsed = parseEntryBundle(bytes, width)
          if (parsed.ok) expect(entryBundle(parsed.value)).toEqual(Buffer.from(bytes))
          else expect(parsed.problems[0]?.code).toBe('exchange.entry-bundle-malformed')
        },
      ),
    )
    expect(parseEntryBundle(Buffer.from([0, 2, 1]), 1).ok).toBe(false)
    expect(parseEntryBundle(entryBundle([Buffer.from('a')]), 2).ok).toBe(false)
  })
})

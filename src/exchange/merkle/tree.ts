import { assert } from '../../kernel/index.ts'
import { EMPTY_ROOT, nodeHash } from './hash.ts'

/** The hash of the complete subtree of `2^level` leaves that starts at leaf `index · 2^level`. */
export type SubtreeHash = (level: number, index: number) => Buffer

/** Root of the first `size` leaves (RFC 6962 §2.1). */
export function rootOf(hashes: SubtreeHash, size: number): Buffer {
  return size === 0 ? EMPTY_ROOT : rangeHash(hashes, 0, size)
}

/** The audit path of a leaf, lowest first (RFC 6962 §2.1.1). */
export function inclusionProof(hashes: SubtreeHash, index: number, size: number): Buffer[] {
  assert(index >= 0 && index < size, 'a leaf stands in its tree')
  return path(hashes, index, 0, size)
}

/** That the first `oldSize` leaves are the beginning of the first `size` (RFC 6962 §2.1.2). */
export function consistencyProof(hashes: SubtreeHash, oldSize: number, size: number): Buffer[] {
  assert(oldSize >= 0 && oldSize <= size, 'a tree only grows')
  return oldSize === 0 || oldSize === size ? [] : subproof(hashes, oldSize, 0, size, true)
}

/** Hash of the leaves from `start` up to `end`, where the tree that holds them splits there. */
function rangeHash(hashes: SubtreeHash, start: number, end: number): Buffer {
  const size = end - start
  const split = largestPowerBelow(size)
  if (split * 2 === size || size === 1) return hashes(levelOf(size), start / size)
  return nodeHash(rangeHash(hashes, start, start + split), rangeHash(hashes, start + split, end))
}

function path(hashes: SubtreeHash, index: number, start: number, end: number): Buffer[] {
  if (end - start === 1) return []
  const middle = start + largestPowerBelow(end - start)
  return index < middle
    ? [...path(hashes, index, start, middle), rangeHash(hashes, middle, end)]
    : [...path(hashes, index, middle, end), rangeHash(hashes, start, middle)]
}

function subproof(
  hashes: SubtreeHash,
  oldSize: number,
  start: number,
  end: number,
  isOldTree: boolean,
): Buffer[] {
  if (oldSize === end) return isOldTree ? [] : [rangeHash(hashes, start, end)]
  const middle = start + largestPowerBelow(end - start)
  return oldSize <= middle
    ? [...subproof(hashes, oldSize, start, middle, isOldTree), rangeHash(hashes, middle, end)]
    : [...subproof(hashes, oldSize, middle, end, false), rangeHash(hashes, start, middle)]
}

/** The largest power of two that is smaller, where the tree splits; 1 for 1. */
function largestPowerBelow(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

function levelOf(power: number): number {
  let level = 0
  for (let rest = power; rest > 1; rest /= 2) level += 1
  return level
}

import { nodeHash, sameHash } from './hash.ts'

/** RFC 9162 §2.1.3.2: whether the leaf stands at that index of the tree with that root. */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  const computed = rootByInclusion(leaf, index, size, proof)
  return sameHash(computed, root)
}

function rootByInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Uint8Array | undefined {
  if (!isSize(index) || !isSize(size) || index >= size) return undefined
  let at = index
  let last = size - 1
  let root = leaf
  for (const sibling of proof) {
    if (last === 0) return undefined
    if (isOdd(at) || at === last) {
      root = nodeHash(sibling, root)
      while (!isOdd(at) && at !== 0) {
        at /= 2
        last = half(last)
      }
    } else root = nodeHash(root, sibling)
    at = half(at)
    last = half(last)
  }
  return last === 0 ? root : undefined
}

/** RFC 9162 §2.1.4.2: whether the larger tree begins with the smaller one. */
export function verifyConsistency(
  oldSize: number,
  size: number,
  proof: readonly Uint8Array[],
  oldRoot: Uint8Array,
  root: Uint8Array,
): boolean {
  if (!isSize(oldSize) || !isSize(size) || oldSize > size) return false
  if (oldSize === size) return proof.length === 0 && sameHash(oldRoot, root)
  if (oldSize === 0) return proof.length === 0
  const steps = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof
  const roots = rootsByConsistency(oldSize, size, steps)
  return roots !== undefined && sameHash(roots[0], oldRoot) && sameHash(roots[1], root)
}

function rootsByConsistency(
  oldSize: number,
  size: number,
  steps: readonly Uint8Array[],
): readonly [Uint8Array, Uint8Array] | undefined {
  let at = oldSize - 1
  let last = size - 1
  while (isOdd(at)) {
    at = half(at)
    last = half(last)
  }
  const [first, ...rest] = steps
  if (first === undefined) return undefined
  let oldRoot = first
  let root = first
  for (const step of rest) {
    if (last === 0) return undefined
    if (isOdd(at) || at === last) {
      oldRoot = nodeHash(step, oldRoot)
      root = nodeHash(step, root)
      while (!isOdd(at) && at !== 0) {
        at /= 2
        last = half(last)
      }
    } else root = nodeHash(root, step)
    at = half(at)
    last = half(last)
  }
  return last === 0 ? [oldRoot, root] : undefined
}

function isSize(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0
}

function isPowerOfTwo(size: number): boolean {
  let rest = size
  while (!isOdd(rest)) rest /= 2
  return rest === 1
}

function isOdd(number: number): boolean {
  return number % 2 === 1
}

function half(number: number): number {
  return Math.floor(number / 2)
}

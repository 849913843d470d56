import { describe, expect, it } from 'vitest'
import { EMPTY_ROOT, leafHash, nodeHash } from './hash.ts'
import { verifyConsistency, verifyInclusion } from './proof.ts'
import { consistencyProof, inclusionProof, rootOf, type SubtreeHash } from './tree.ts'

/** The vectors of Certificate Transparency (RFC 6962), as github.com/transparency-dev/merkle 0.0.2 has them. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
].map((root) => Buffer.from(root, 'hex'))
const N = {
  leaf0: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  leaf1: '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  leaf4: 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  leaf6: 'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
  two0: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  two1: '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  two2: '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  two3: 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  four0: 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  four1: '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
}
const leaves = LEAVES.map((leaf) => leafHash(Buffer.from(leaf, 'hex')))
const hashes: SubtreeHash = (level, index) =>
  level === 0
    ? (leaves[index] ?? EMPTY_ROOT)
    : nodeHash(hashes(level - 1, index * 2), hashes(level - 1, index * 2 + 1))
const hex = (proof: readonly Buffer[]) => proof.map((hash) => hash.toString('hex'))

describe('the tree of RFC 6962', () => {
  it('has the roots of its test vectors', () => {
    expect(ROOTS.map((_, size) => rootOf(hashes, size))).toEqual(ROOTS)
  })

  it('has their inclusion proofs', () => {
    expect(hex(inclusionProof(hashes, 0, 1))).toEqual([])
    expect(hex(inclusionProof(hashes, 0, 8))).toEqual([N.leaf1, N.two1, N.four1])
    expect(hex(inclusionProof(hashes, 5, 8))).toEqual([N.leaf4, N.two3, N.four0])
    expect(hex(inclusionProof(hashes, 2, 3))).toEqual([N.two0])
    expect(hex(inclusionProof(hashes, 1, 5))).toEqual([N.leaf0, N.two1, N.leaf4])
  })

  it('has their consistency proofs', () => {
    expect(hex(consistencyProof(hashes, 1, 1))).toEqual([])
    expect(hex(consistencyProof(hashes, 1, 8))).toEqual([N.leaf1, N.two1, N.four1])
    expect(hex(consistencyProof(hashes, 6, 8))).toEqual([N.two2, N.two3, N.four0])
    expect(hex(consistencyProof(hashes, 2, 5))).toEqual([N.two1, N.leaf4])
    expect(hex(consistencyProof(hashes, 6, 7))).toEqual([N.two2, N.leaf6, N.four0])
  })
})

describe('the proofs of every pair of sizes', () => {
  const sizes = ROOTS.map((_, size) => size)
  const root = (size: number) => ROOTS[size] ?? EMPTY_ROOT

  it('hold for the tree they were made of, and for no other leaf, index, size or root', () => {
    for (const size of sizes.slice(1)) {
      for (let index = 0; index < size; index += 1) {
        const leaf = leaves[index] ?? EMPTY_ROOT
        const proof = inclusionProof(hashes, index, size)
        expect(verifyInclusion(leaf, index, size, proof, root(size))).toBe(true)
        expect(verifyInclusion(root(0), index, size, proof, root(size))).toBe(false)
        expect(verifyInclusion(leaf, index, size, proof, root(size - 1))).toBe(false)
        expect(verifyInclusion(leaf, size, size, proof, root(size))).toBe(false)
        expect(verifyInclusion(leaf, index, size, [...proof, leaf], root(size))).toBe(false)
        if (index > 0) expect(verifyInclusion(leaf, index - 1, size, proof, root(size))).toBe(false)
      }
    }
  })

  it('say that one begins with the other, and nothing else', () => {
    for (const size of sizes) {
      for (let old = 0; old <= size; old += 1) {
        const proof = consistencyProof(hashes, old, size)
        expect(verifyConsistency(old, size, proof, root(old), root(size))).toBe(true)
        expect(verifyConsistency(old, size, [...proof, root(0)], root(old), root(size))).toBe(false)
        if (old === 0 || old === size) continue
        expect(verifyConsistency(old, size, proof, root(0), root(size))).toBe(false)
        expect(verifyConsistency(old, size, proof, root(old), root(0))).toBe(false)
        expect(verifyConsistency(old, size, proof.slice(1), root(old), root(size))).toBe(false)
        expect(verifyConsistency(size, old, proof, root(size), root(old))).toBe(false)
      }
    }
  })

  it('are refused for sizes that no number holds', () => {
    expect(verifyInclusion(root(1), 0, 2 ** 60, [], root(1))).toBe(false)
    expect(verifyConsistency(-1, 3, [], root(1), root(3))).toBe(false)
    expect(verifyConsistency(1.5, 3, [], root(1), root(3))).toBe(false)
  })
})

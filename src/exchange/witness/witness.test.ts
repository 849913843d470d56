import { beforeEach, describe, expect, it } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { Frontier } from '../merkle/frontier.ts'
import { leafHash } from '../merkle/hash.ts'
import { type Tile, tilePath } from '../merkle/tile.ts'
import { hashesOfTiles } from '../merkle/tile-hashes.ts'
import { consistencyProof } from '../merkle/tree.ts'
import { printAddCheckpoint } from '../note/add-checkpoint.ts'
import { printCheckpoint } from '../note/checkpoint.ts'
import { cosignatureVerifier } from '../note/cosignature.ts'
import { privateKeyOfSeed, publicBytesOf } from '../note/ed25519.ts'
import { noteVerifier, signNote } from '../note/note-key.ts'
import { parseSignatureLines } from '../note/signed-note.ts'
import { addCheckpoint, type WitnessPort, type WitnessRecord } from './witness.ts'

const log = privateKeyOfSeed(Buffer.alloc(32, 1))
const witness = privateKeyOfSeed(Buffer.alloc(32, 2))
const tiles = new Map<string, Buffer>()
const roots: Buffer[] = []
const tree = new Frontier()
for (let size = 0; size <= 9; size += 1) {
  roots.push(tree.root())
  for (const [tile, bytes] of tree.partialTiles()) tiles.set(tilePath(tile), bytes)
  tree.append(leafHash(Buffer.from([size])), () => undefined)
}
const read = (tile: Tile) => tiles.get(tilePath(tile)) ?? Buffer.alloc(0)

function request(
  oldSize: number,
  size: number,
  given: { root?: Buffer; origin?: string; key?: typeof log } = {},
) {
  const origin = given.origin ?? 'regime/GB'
  const root = given.root ?? roots[size] ?? Buffer.alloc(32)
  const text = printCheckpoint({ origin, size, root, extensions: [] })
  const proof = oldSize > size ? [] : consistencyProof(hashesOfTiles(read, size), oldSize, size)
  const note = { text, signatures: [signNote(text, origin, given.key ?? log)] }
  return { text, body: Buffer.from(printAddCheckpoint({ oldSize, proof, note })) }
}

let known: WitnessRecord | undefined
let suspected: string[]
const port: WitnessPort = {
  name: 'witness/NL',
  key: () => witness,
  verifiersOf: (origin) =>
    origin === 'regime/GB' ? [noteVerifier(origin, publicBytesOf(log))] : undefined,
  recall: () => known,
  keep: ({ size, root }) => {
    known = { size, root }
  },
  suspect: (note) => suspected.push(note),
  now: () => 1_800_000_000,
}

describe('a witness', () => {
  beforeEach(() => {
    known = undefined
    suspected = []
  })

  it('cosigns what grows out of what it knows, keeps it first and gives the time', () => {
    const first = request(0, 3)
    const { status, body } = addCheckpoint(port, first.body)
    expect(status).toBe(200)
    const [signature] = unwrap(parseSignatureLines(body))
    const verifier = cosignatureVerifier('witness/NL', publicBytesOf(witness))
    expect(verifier.verify(first.text, signature?.signature ?? Buffer.alloc(0))).toBe(true)
    expect(known).toEqual({ size: 3, root: roots[3] })
    expect(addCheckpoint(port, request(3, 8).body).status).toBe(200)
    expect(addCheckpoint(port, request(8, 8).body).status).toBe(200)
  })

  it('tells the size that it knows where the log says another', () => {
    addCheckpoint(port, request(0, 5).body)
    expect(addCheckpoint(port, request(3, 8).body)).toEqual({ status: 409, body: '5\n' })
    expect(addCheckpoint(port, request(0, 3).body)).toEqual({ status: 409, body: '5\n' })
    expect(known?.size).toBe(5)
  })

  it('cosigns no second history and keeps it as evidence', () => {
    addCheckpoint(port, request(0, 5).body)
    expect(addCheckpoint(port, request(5, 5, { root: Buffer.alloc(32, 9) }).body).status).toBe(409)
    expect(addCheckpoint(port, request(5, 8, { root: Buffer.alloc(32, 9) }).body).status).toBe(422)
    expect(suspected).toHaveLength(2)
    expect(known).toEqual({ size: 5, root: roots[5] })
  })

  it('refuses what is malformed, unknown, signed by others or shrinks', () => {
    expect(addCheckpoint(port, Buffer.from('old x\n\n')).status).toBe(400)
    expect(addCheckpoint(port, request(0, 3, { origin: 'regime/FR' }).body).status).toBe(404)
    expect(addCheckpoint(port, request(0, 3, { key: witness }).body).status).toBe(403)
    expect(addCheckpoint(port, request(5, 3).body).status).toBe(400)
    expect(addCheckpoint({ ...port, key: () => undefined }, request(0, 3).body).status).toBe(403)
    expect(known).toBeUndefined()
  })
})

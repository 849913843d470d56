import { ok, type Problem, type Result } from '../../kernel/index.ts'
import { entriesWithin, parseEntryBundle } from '../merkle/entry-bundle.ts'
import { HASH_BYTES, leafHash, sameHash } from '../merkle/hash.ts'
import { hashesAt, TILE_WIDTH, type Tile } from '../merkle/tile.ts'
import { refuse } from '../refusal.ts'
import type { Head, Staging } from '../store/log-store.ts'
import { absorb } from './absorb.ts'
import type { ExchangeNode } from './node.ts'
import { noteRolledBack } from './own-log.ts'
import { agrees, settledName } from './settled.ts'
import type { LogSource } from './source.ts'

/** What is new up to a head: `altered` where it is not what the head covers. */
export type Taken = 'taken' | 'altered' | 'moved' | { readonly missing: readonly Problem[] }

/**
 * Entries from the head known here up to another, tile by tile, so that a long absence takes no more memory
 * than a short one. Written behind the head as they come, they count when all of them fit.
 */
export async function takeEntries(
  node: ExchangeNode,
  member: string,
  source: LogSource,
  head: Head,
): Promise<Taken> {
  const log = node.log(member)
  const from = log.size
  const staging = log.staging()
  const came = await fetchInto(staging, source, head.checkpoint.size)
  if (!came.ok) return { missing: came.problems }
  const { root } = staging.finish()
  if (log.size !== from) return 'moved'
  if (!sameHash(root, head.checkpoint.root)) return 'altered'
  if (member === node.member) noteRolledBack(node, head.checkpoint.size)
  log.commit(head.note)
  absorb(node, member, from)
  return 'taken'
}

/**
 * The history that a member's root has settled on, in place of the one held here, which is kept beside it. The
 * two share `common` entries.
 */
export async function takeStanding(
  node: ExchangeNode,
  member: string,
  source: LogSource,
  given: { readonly head: Head; readonly common: number },
): Promise<Taken> {
  const { head, common } = given
  const name = settledName(node, member)
  const history = node.history(name)
  if (history.size === 0) {
    const staging = history.staging()
    const roots = new Map([[0, staging.root()]])
    const append = (entry: Uint8Array) => {
      staging.append(entry)
      if (isSettledSize(node, member, staging.size())) roots.set(staging.size(), staging.root())
    }
    for (const entry of node.log(member).entries(0, common)) append(entry)
    const came = await fetchInto({ ...staging, append }, source, head.checkpoint.size)
    if (!came.ok) return { missing: came.problems }
    const { size, root } = staging.finish()
    const isIt =
      sameHash(root, head.checkpoint.root) && agrees(node, member, size, (at) => roots.get(at))
    if (!isIt) return 'altered'
    history.commit(head.note)
  }
  node.goBy(member, name)
  absorb(node, member, common)
  return 'taken'
}

function isSettledSize(node: ExchangeNode, member: string, size: number): boolean {
  return node.trust.settlements.some(
    ({ document }) => document.member === member && document.size === size,
  )
}

/** Entries as they are served, up to a size: not verified yet. */
async function fetchInto(staging: Staging, source: LogSource, to: number): Promise<Result<number>> {
  for (let at = staging.size(); at < to; at = staging.size()) {
    const index = Math.floor(at / TILE_WIDTH)
    const width = Math.min(TILE_WIDTH, hashesAt('entries', to) - index * TILE_WIDTH)
    const bytes = await source.tile({ level: 'entries', index, width })
    const parsed = bytes && parseEntryBundle(bytes, width)
    if (parsed?.ok !== true) {
      const gap = bytes && (await firstGap(source, { index, width }, bytes))
      return gap === undefined
        ? refuse('entries-missing', `Entries from ${at} of ${to} do not come.`)
        : refuse('entries-missing', `Entry ${gap} of ${to} does not come: it was left out.`)
    }
    for (const entry of parsed.value.slice(at - index * TILE_WIDTH)) staging.append(entry)
  }
  return ok(to)
}

/** The first entry that a tile of hashes speaks of and the bundle beside it does not hold. */
async function firstGap(
  source: LogSource,
  { index, width }: Pick<Tile, 'index' | 'width'>,
  bundle: Buffer,
): Promise<number | undefined> {
  const hashes = await source.tile({ level: 0, index, width })
  if (hashes?.length !== width * HASH_BYTES) return undefined
  const held = entriesWithin(bundle)
  for (let at = 0; at < width; at += 1) {
    const entry = held[at]
    const expected = hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)
    if (entry === undefined || !sameHash(leafHash(entry), expected)) return index * TILE_WIDTH + at
  }
  return undefined
}

import { type Digest, type LegalDate, unwrap } from '../../kernel/index.ts'
import { listStatus, snapshotRowsOn } from '../../lists/index.ts'
import type { Rulebook } from '../../rulebook/index.ts'
import type { ListPolicy } from '../../screening/index.ts'
import type { Json, Store } from '../../storage/index.ts'
import { engineVersion } from '../engine.ts'
import { changedPieces, type LawPiece, lawPieces, piecesTurning } from './law-pieces.ts'

/** Under what everything on file was answered: what differs from it now is why anything is answered again. */
export interface World {
  readonly on: LegalDate
  readonly engine: string
  readonly edition: string
  readonly law: Digest
  readonly lists: readonly {
    readonly source: string
    readonly digest: Digest
    readonly published: LegalDate
  }[]
  /** Of each list that is required whether it is fresh, stale or missing. */
  readonly freshness: Readonly<Record<string, string>>
}

export function worldOn(
  on: LegalDate,
  { rulebook, dataFolder, policy }: { rulebook: Rulebook; dataFolder: string; policy: ListPolicy },
): World {
  return {
    on,
    engine: engineVersion(),
    edition: rulebook.edition,
    law: rulebook.digest,
    lists: snapshotRowsOn({ dataFolder, asOf: on }).map(({ source, digest, published }) => ({
      source,
      digest,
      published,
    })),
    freshness: Object.fromEntries(
      listStatus(dataFolder, on, policy).map(({ source, state }) => [source, state]),
    ),
  }
}

/** What may change an answer since an earlier world, in words, and how far each reaches. */
export interface WorldChange {
  /** Why everything must be answered again. */
  readonly everything: readonly string[]
  /** Pieces of law, and why they count. */
  readonly pieces: readonly LawPiece[]
  readonly law: readonly string[]
  /** Whether the lists or the rows in force may be others, and in words which. */
  readonly lists: readonly string[]
  readonly isAnotherDay: boolean
}

/** @param before nothing where nothing was answered yet */
export async function changeOf(
  store: Store,
  rulebook: Rulebook,
  before: World,
  now: World,
): Promise<WorldChange> {
  const old = before.law === now.law ? undefined : await piecesOf(store, before.law)
  const isOtherLaw = before.law !== now.law
  const edition = `The law: edition ${before.edition} became ${now.edition}.`
  const turned = piecesTurning(rulebook, before.on, now.on)
  const changed = old === undefined ? [] : changedPieces(old, lawPieces(rulebook))
  return {
    everything: [
      ...(before.engine === now.engine
        ? []
        : [`The program: version ${before.engine} became ${now.engine}.`]),
      ...(isOtherLaw && old === undefined ? [edition] : []),
      ...freshnessCauses(before, now),
      ...(now.on < before.on ? [`The day: ${before.on} became ${now.on}.`] : []),
    ],
    pieces: [...changed, ...turned],
    law: [
      ...(changed.length > 0 ? [edition] : []),
      ...(turned.length > 0 ? [`The day: the law of ${before.on} became that of ${now.on}.`] : []),
    ],
    lists: listCauses(before, now),
    isAnotherDay: before.on !== now.on,
  }
}

function freshnessCauses(before: World, now: World): readonly string[] {
  return Object.entries(now.freshness).flatMap(([source, state]) => {
    const was = before.freshness[source] ?? 'missing'
    return was === state ? [] : [`The list ${source} was ${was} and is ${state}.`]
  })
}

function listCauses(before: World, now: World): readonly string[] {
  const old = new Map(before.lists.map((list) => [keyOf(list), list]))
  const come = now.lists.flatMap((list) => {
    const was = old.get(keyOf(list))
    old.delete(keyOf(list))
    if (was?.digest === list.digest) return []
    return [
      `The list ${list.source}: ${was === undefined ? 'none' : `of ${was.published}`} became that of ${list.published}.`,
    ]
  })
  const kept = new Set(now.lists.map(({ digest }) => digest))
  const gone = [...old.values()].filter(({ digest }) => !kept.has(digest))
  return [...come, ...gone.map(({ source }) => `The list ${source} is there no more.`)]
}

/** Own lists share a source; the newest of each counts. */
function keyOf({ source, digest }: World['lists'][number]): string {
  return source === 'csv' || source === 'ftm' ? digest : source
}

function editionStream(digest: string): string {
  return `edition:${digest}`
}

/** Keeps which pieces an edition has, once: it is compared with the next one when its files are gone. */
export async function keepPieces(store: Store, rulebook: Rulebook, actor: string): Promise<void> {
  const stream = editionStream(rulebook.digest)
  if ((await store.readStream(stream, { limit: 1 })).length > 0) return
  const body = { edition: rulebook.edition, pieces: lawPieces(rulebook) as unknown as Json }
  const events = [{ type: 'edition.seen', body }]
  const kept = await store.append({ stream, expectedVersion: 0, events, actor })
  // Another process saw it at the same time.
  if (!kept.ok && kept.problems[0]?.code !== 'store.conflict') unwrap(kept)
}

/** The pieces of an edition seen before; nothing where nobody kept them. */
async function piecesOf(store: Store, digest: string): Promise<readonly LawPiece[] | undefined> {
  const [seen] = await store.readStream(editionStream(digest), { limit: 1 })
  return seen === undefined
    ? undefined
    : (seen.body as unknown as { readonly pieces: readonly LawPiece[] }).pieces
}

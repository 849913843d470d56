import { diffSnapshots, findSnapshot, type SnapshotDelta } from '../../lists/index.ts'
import { listDelta, listStatus } from '../contract/list-operations.ts'
import { pageOf } from '../page.ts'
import { type Route, route } from '../route.ts'
import type { Services } from '../services.ts'

export function listRoutes({ lists, today }: Services): readonly Route[] {
  return [
    route(listStatus, ({ query: { asOf = today() } }) => ({
      asOf,
      lists: lists.status(asOf).map(({ newest, snapshots, ...one }) => ({
        ...one,
        ...(newest === undefined ? {} : { newest: copy(newest) }),
        snapshots: snapshots.length,
      })),
    })),
    route(listDelta, ({ params: { source }, query: { from, to, limit, cursor } }) => {
      const find = (which: string) => findSnapshot(lists.dataFolder, source, which)
      const delta = diffSnapshots(find(from), find(to))
      const { older, newer, reworded, same, added, removed, changed } = delta
      const { items, ...rest } = pageOf(changesOf(delta), keyOf, { limit, cursor })
      return {
        older,
        newer,
        counts: {
          added: added.length,
          removed: removed.length,
          changed: changed.length,
          reworded,
          same,
        },
        changes: items,
        ...rest,
      }
    }),
  ]
}

interface Copy {
  readonly name: string
  readonly digest: string
  readonly published: string
  readonly parties: number
}

function copy({ name, digest, published, parties }: Copy): Copy {
  return { name, digest, published, parties }
}

interface Change {
  readonly change: 'added' | 'removed' | 'changed'
  readonly list: string
  readonly entry: string
}

function keyOf({ change, list, entry }: Change): string {
  return `${change} ${list} ${entry}`
}

function changesOf({ added, removed, changed }: SnapshotDelta): readonly Change[] {
  const about = (change: Change['change'], party: SnapshotDelta['added'][number]) => ({
    change,
    list: party.list,
    entry: party.id,
    name: party.name,
    countries: party.countries,
  })
  return [
    ...added.map((party) => about('added', party)),
    ...removed.map((party) => about('removed', party)),
    ...changed.map(({ newer, fields }) => ({ ...about('changed', newer), fields })),
  ]
}

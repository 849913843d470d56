import type { SnapshotReference } from '../screening/index.ts'
import { heading, paragraph, table } from './blocks.ts'
import { plain, type Scribe } from './messages.ts'
import type { Block } from './paper.ts'

/** The lists that were used, each with its day and digest; that none was used is said too. */
export function listBlocks(lists: readonly SnapshotReference[], scribe: Scribe): readonly Block[] {
  const rows = lists.map(({ source, snapshot, date, digest }) => [
    plain(source),
    plain(snapshot),
    plain(date),
    plain(digest),
  ])
  return [
    heading(1, scribe.say('listsHead')),
    ...(rows.length === 0
      ? [paragraph(scribe.say('noLists'))]
      : table(
          [
            [scribe.say('source'), 2],
            [scribe.say('snapshot'), 3],
            [scribe.say('published'), 3],
            [scribe.say('digest'), 11],
          ],
          rows,
        )),
  ]
}

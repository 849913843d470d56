import { ProblemError } from '../kernel/index.ts'
import type { Snapshot } from '../screening/index.ts'
import type { SnapshotRow } from './model.ts'
import { loadSnapshot, readIndex } from './snapshot-store.ts'

/**
 * A kept snapshot by its day (`2026-02-27`) or the beginning of its digest (`sha256:f9e2`); `newest`, or
 * `before`: the newest with other content than that.
 *
 * @throws ProblemError where there is none
 */
export function findSnapshot(dataFolder: string, source: string, which: string): Snapshot {
  const rows = readIndex(dataFolder).filter((row) => row.source === source)
  const row = find(rows, which)
  if (row !== undefined) return loadSnapshot(dataFolder, row)
  const days = [...new Set(rows.map(({ published }) => published))].slice(-8).join(', ')
  throw new ProblemError({
    code: 'list.no-snapshot',
    detail:
      which === 'before' && rows.length > 0
        ? `There is only one content of ${source} here, so nothing to compare it with.`
        : `There is no snapshot of ${source} ${which === 'newest' || which === 'before' ? 'here' : which}.`,
    remedy: rows.length === 0 ? 'Take one in with lists update or lists import.' : `Here: ${days}.`,
  })
}

function find(rows: readonly SnapshotRow[], which: string): SnapshotRow | undefined {
  const newest = rows.at(-1)
  if (which === 'newest') return newest
  if (which === 'before') return rows.findLast(({ digest }) => digest !== newest?.digest)
  return rows.findLast(({ published, digest }) =>
    which.startsWith('sha256:') ? digest.startsWith(which) : published === which,
  )
}

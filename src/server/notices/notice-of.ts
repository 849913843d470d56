import { toldChanges } from '../../desk/index.ts'
import { type Change, countsOf, type Notice } from '../../notices/index.ts'
import { CHANGE_TOLD, type ChangeTold } from '../../on-file/index.ts'
import type { RecordedEvent, Store } from '../../storage/index.ts'

type Body = Notice['data']

/** A message tells of so many changes at most: about 20 KB, as Standard Webhooks advises. */
const TOGETHER = 100

/** What of the record is told, and how: references, counts and verdicts, never names. */
export function noticesOf(events: readonly RecordedEvent[]): readonly Notice[] {
  const batches = events.flatMap((event) => batchNotice(event) ?? [])
  const changed = events.filter(({ type }) => type === CHANGE_TOLD)
  const changes: Notice[] = []
  for (let at = 0; at < changed.length; at += TOGETHER)
    changes.push(...changeNotice(changed.slice(at, at + TOGETHER)))
  return [...batches, ...changes]
}

function batchNotice({ type, stream, position, at, body }: RecordedEvent): Notice | undefined {
  if (type !== 'batch.finished' && type !== 'batch.failed') return undefined
  const { owner, organisation, ...counts } = body as Body & Whose
  const id = stream.slice('batch:'.length)
  const data = { id, ...counts, result: `/api/v1/check/batch/${id}/result` }
  return {
    type,
    position,
    at,
    data,
    owner,
    ...(organisation === undefined ? {} : { organisation }),
  }
}

type Whose = { readonly owner: string; readonly organisation?: string }

/** What stands open of a change that is told; why is sealed, for its words may name persons. */
type Open = Pick<ChangeTold, 'ref' | 'on' | 'effect' | 'before' | 'after'> & {
  readonly of: ChangeTold['kind']
}

/** One message for what one run found, so that nobody is sent a thousand. */
function changeNotice(events: readonly RecordedEvent[]): readonly Notice[] {
  const last = events.at(-1)
  if (last === undefined) return []
  const changes = events.map(({ body }) => {
    const { of, ref, on, effect, before, after } = body as unknown as Open
    return { of, ref, on, effect, before, after }
  })
  const { position, at } = last
  return [{ type: 'change.told', position, at, data: { counts: countsOf(changes), changes } }]
}

/** A mail tells of so many changes at most; it names fewer. */
const MOST = 5_000

/** The changes that the record tells of after a place, each with why; those that were erased are left out. */
export async function changesSince(
  store: Store,
  position: number,
): Promise<{ readonly changes: readonly Change[]; readonly upTo: number }> {
  const changes: Change[] = []
  let upTo = position
  while (changes.length < MOST) {
    const events = await store.readRecord({ after: upTo })
    const last = events.at(-1)
    if (last === undefined) break
    upTo = last.position
    for (const { change } of await toldChanges(store, events)) {
      const { kind, ref, effect, before, after, because } = change
      changes.push({ kind, ref, effect, before, after, because })
    }
  }
  return { changes, upTo }
}

import { ok, type Result } from '../../kernel/index.ts'
import { CHANGE_TOLD, type ChangeTold } from '../../on-file/index.ts'
import type { Json, NewEvent, RecordedEvent, Store, Work } from '../../storage/index.ts'
import { openEvents, streamOf } from './shelf.ts'

/**
 * Events that tell of changes, for the work that keeps what changed: its reasons name persons, and are
 * sealed under the key of what they are of.
 */
export async function toldEvents(
  work: Work,
  changes: readonly ChangeTold[],
): Promise<Result<readonly NewEvent[]>> {
  const sealed = await work.sealAll(
    changes.map(({ kind, ref, now, noLonger, because, references }) => ({
      subject: streamOf(kind, ref),
      value: { now, noLonger, because, references } as unknown as Json,
    })),
  )
  if (!sealed.ok) return sealed
  return ok(
    changes.map(({ kind, ref, on, effect, before, after }, at) => ({
      type: CHANGE_TOLD,
      body: { of: kind, ref, on, effect, before, after, sealed: sealed.value[at] ?? null },
    })),
  )
}

/**
 * The changes among events of the record, each with its place; one of which nobody may read any more is left
 * out. They stand in whatever stream: whoever tells people of them goes through the record by their type.
 */
export async function toldChanges(
  store: Pick<Store, 'unsealAll'>,
  recorded: readonly RecordedEvent[],
): Promise<readonly { readonly event: RecordedEvent; readonly change: ChangeTold }[]> {
  const told: { readonly event: RecordedEvent; readonly change: ChangeTold }[] = []
  for (const event of recorded) {
    if (event.type !== CHANGE_TOLD) continue
    const [opened] = await openEvents<ChangeTold & { readonly of: ChangeTold['kind'] }>(
      store,
      [event],
      () => ({}),
    )
    if (opened === undefined) continue
    const { of, ...change } = opened
    told.push({ event, change: { ...change, kind: of } })
  }
  return told
}

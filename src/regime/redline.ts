import { canonicalJson } from '../kernel/index.ts'
import type { Entry, Rulebook } from '../rulebook/index.ts'

/** One entry in which two laws differ: what of it decides, before and after. */
export interface Redline {
  readonly id: string
  readonly change: 'added' | 'removed' | 'changed'
  readonly fields: readonly RedlineField[]
  readonly cite: string
}

interface RedlineField {
  readonly field: (typeof FIELDS)[number]
  readonly before?: unknown
  readonly after?: unknown
}

const FIELDS = ['title', 'criteria', 'excluded', 'reasons', 'exceptions', 'effective'] as const

/** Entries are paired by their code, whatever their versions are called: the old words beside the new. */
export function redlineOf(
  before: Pick<Rulebook, 'entries'>,
  after: Pick<Rulebook, 'entries'>,
): readonly Redline[] {
  const [kept, next] = [new Set(before.entries), new Set(after.entries)]
  const removed = before.entries.filter((one) => !next.has(one))
  const added = after.entries.filter((one) => !kept.has(one))
  const ids = new Set([...removed, ...added].map(({ id }) => id))
  return [...ids].toSorted().map((id) => {
    const old = removed.find((one) => one.id === id)
    const fresh = added.find((one) => one.id === id)
    return {
      id,
      change: old === undefined ? 'added' : fresh === undefined ? 'removed' : 'changed',
      fields: FIELDS.flatMap((field) => fieldOf(field, old, fresh)),
      cite: (fresh ?? old)?.cite ?? '',
    }
  })
}

function fieldOf(
  field: RedlineField['field'],
  old: Entry | undefined,
  fresh: Entry | undefined,
): readonly RedlineField[] {
  const [before, after] = [old?.[field], fresh?.[field]]
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return []
  return [
    {
      field,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  ]
}

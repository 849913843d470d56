/** What is on file, and what may become of it, in the words of the record. */
export const CHANGED_KINDS = ['order', 'ticket', 'tool', 'item', 'party'] as const
export type ChangedKind = (typeof CHANGED_KINDS)[number]
export const EFFECTS = ['held', 'released', 'worse', 'better', 'other-reasons', 'hits'] as const
export type ChangeEffect = (typeof EFFECTS)[number]

/** Something on file that is answered otherwise than before. */
export interface Change {
  readonly kind: ChangedKind
  /** Under which number it is on file. */
  readonly ref: string
  readonly effect: ChangeEffect
  readonly before: string
  readonly after: string
  /** Why it was answered again. */
  readonly because: readonly string[]
}

/** `{held: 3, released: 1}` */
export function countsOf(changes: readonly Pick<Change, 'effect'>[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { effect } of changes) counts[effect] = (counts[effect] ?? 0) + 1
  return counts
}

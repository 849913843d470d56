import type { Classifier, Item } from '../classification/index.ts'
import type { LegalDate } from '../kernel/index.ts'
import type { Expression, Rulebook } from '../rulebook/index.ts'
import type { Interpretation, ProposalContent } from './proposals/messages.ts'
import { entryRead } from './proposed-law.ts'

/** A reading of words, the entry in which they stand, and whose answer on it may hang on them. */
export interface NoteEffect extends Interpretation {
  readonly title: string
  readonly criteria: Expression
  readonly cite: string
  /** Items that are open on the entry: whoever decides them decides by the reading. */
  readonly open: readonly string[]
  /** Items that are on the entry as they are stated. */
  readonly met: readonly string[]
}

interface Asked {
  readonly asOf: LegalDate
  readonly items: readonly Item[]
  readonly classifierOf: (rulebook: Rulebook) => Classifier
}

export function noteEffects(
  rulebook: Rulebook,
  { interprets = [] }: ProposalContent,
  { asOf, items, classifierOf }: Asked,
): readonly NoteEffect[] {
  return interprets.flatMap((note) => {
    const entry = entryRead(rulebook, note.entry, asOf)
    if (entry === undefined) return []
    const on = { open: [] as string[], met: [] as string[] }
    for (const [at, item] of items.entries()) {
      const found = classifierOf(rulebook).classify(item, { asOf })
      const lists = found.ok ? found.value.byJurisdiction.get(entry.jurisdiction) : undefined
      const id = item.id ?? `item ${at + 1}`
      if (lists?.undecided.some((one) => one.entry.id === entry.id) === true) on.open.push(id)
      if (lists?.met.some((one) => one.entry.id === entry.id) === true) on.met.push(id)
    }
    const { title, criteria, cite } = entry
    return [{ ...note, title, criteria, cite, ...on }]
  })
}

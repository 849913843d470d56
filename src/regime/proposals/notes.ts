import type { LegalDate } from '../../kernel/index.ts'
import type { Charter } from '../charter-format.ts'
import type { Interpretation } from './messages.ts'
import { type AsSeen, standingAt } from './standing.ts'
import type { ProposalsState } from './state.ts'

/** How words of an entry are read, as a release published it. */
export interface InterpretationNote extends Interpretation {
  /** The first reading of these words is 1; each later one takes the place of the one before, from its day on. */
  readonly version: number
  readonly proposal: string
  readonly release: string
  readonly from: LegalDate
  /** Members that are bound to read it so; the law of each says what a reading is worth there. */
  readonly binds: readonly string[]
  readonly state: 'holds' | 'to-come' | 'replaced' | 'ended'
}

/** Every note that was released, the readings of the same words one after the other. */
export function notesOf(
  charter: Charter,
  state: ProposalsState,
  seen: AsSeen,
): readonly InterpretationNote[] {
  const today = seen.at.slice(0, 10) as LegalDate
  const versions = new Map<string, number>()
  const released = Object.values(state.releases)
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .flatMap(({ version: release, effectiveFrom: from, proposals }) =>
      proposals.flatMap((id) => {
        const proposal = state.proposals[id]
        if (proposal?.content.interprets === undefined) return []
        const { tally, endsAt } = standingAt(charter, state, proposal, seen)
        const isOver = endsAt !== undefined && endsAt <= seen.at
        return proposal.content.interprets.map((one) => {
          const words = wordsOf(one)
          const version = (versions.get(words) ?? 0) + 1
          versions.set(words, version)
          return { ...one, version, proposal: id, release, from, binds: tally.binds, isOver }
        })
      }),
    )
  return released.map(({ isOver, ...note }) => {
    const isReplaced = released.some(
      (other) =>
        wordsOf(other) === wordsOf(note) && other.version > note.version && other.from <= today,
    )
    const holds = note.from <= today ? 'holds' : 'to-come'
    return { ...note, state: isOver ? 'ended' : isReplaced ? 'replaced' : holds }
  })
}

function wordsOf({ entry, words }: Interpretation): string {
  return JSON.stringify([entry, words.toLowerCase()])
}

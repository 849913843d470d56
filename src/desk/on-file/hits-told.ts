import type { LegalDate } from '../../kernel/index.ts'
import type { ChangeTold } from '../../on-file/index.ts'
import {
  type FoundHit,
  isOpen,
  type MonitoredHit,
  type MonitoringState,
  type Rescreening,
} from '../../screening/index.ts'

/** What a screening changed of the open hits of parties: those whose hits a person must look at anew, or no more. */
export function hitsTold(
  state: MonitoringState,
  { events }: Rescreening,
  on: LegalDate,
): readonly ChangeTold[] {
  const [screened] = events
  if (screened?.kind !== 'screened') return []
  const parties = new Map<string, { now: string[]; noLonger: string[]; hits: string[] }>()
  const of = (party: string): { now: string[]; noLonger: string[]; hits: string[] } => {
    const known = parties.get(party) ?? { now: [], noLonger: [], hits: [] }
    parties.set(party, known)
    return known
  }
  for (const hit of screened.found) {
    const before = state.hits.get(hit.insteadOf ?? hit.hit)
    const wasOpen = before !== undefined && isOpen(before)
    if (wasOpen || !isOpen(asFound(hit, before))) continue
    of(hit.party).now.push(sentenceOf(hit))
    of(hit.party).hits.push(hit.hit)
  }
  const taken = new Set(screened.found.flatMap(({ insteadOf }) => insteadOf ?? []))
  for (const id of screened.gone) {
    const hit = state.hits.get(id)
    if (hit !== undefined && isOpen(hit) && !taken.has(id))
      of(hit.party).noLonger.push(sentenceOf(hit))
  }
  const lists = screened.baseline.snapshots.map(({ source, digest }) => ({
    what: 'list' as const,
    id: `${source} ${digest}`,
  }))
  return [...parties].map(([ref, { now, noLonger, hits }]) => {
    const open = openOf(state, ref)
    return {
      ...{ kind: 'party', ref, on, effect: 'hits', now, noLonger },
      before: `${open} open`,
      after: `${open + now.length - noLonger.length} open`,
      because: [
        screened.scope === 'all'
          ? 'The party was screened against all lists.'
          : 'A list or the party changed.',
      ],
      references: [...hits.map((id) => ({ what: 'hit' as const, id })), ...lists],
    } satisfies ChangeTold
  })
}

/** A decision stands only on the contents that it was made on. */
function asFound(hit: FoundHit, before: MonitoredHit | undefined): MonitoredHit {
  const decision = before?.decision
  const stands =
    decision !== undefined &&
    decision.partyContent === hit.partyContent &&
    decision.rowContent === hit.rowContent
  return { ...hit, isPresent: true, ...(stands ? { decision } : {}) }
}

function sentenceOf({ listedName, list, row, percent }: FoundHit): string {
  return `May be ${listedName} (${list}, ${row}), probability ${percent} %.`
}

function openOf(state: MonitoringState, party: string): number {
  return [...(state.hitsOf.get(party) ?? [])].filter((id) => {
    const hit = state.hits.get(id)
    return hit !== undefined && isOpen(hit)
  }).length
}

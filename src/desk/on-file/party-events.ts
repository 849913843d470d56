import { type Digest, digestOf, type LegalDate, ok, type Result } from '../../kernel/index.ts'
import type { FoundHit, MonitoringEvent, MonitoringState } from '../../screening/index.ts'
import type { Append, Json, Work } from '../../storage/index.ts'
import { streamOf } from './shelf.ts'

/** The stream of what holds of all parties together; the rest stands with each. */
export const MONITORING = 'monitoring'
export const SCREENED = 'monitoring-screened'

/** An event of one party, as it is kept in its stream. */
export interface PartyEvent {
  readonly party: string
  readonly type: string
  readonly on: LegalDate
  /** Sealed under the party's key. */
  readonly said: Json
}

/** The events of each party among those of monitoring; what holds of all parties together is left out. */
export function partyEvents(
  events: readonly MonitoringEvent[],
  { hits }: MonitoringState,
): readonly PartyEvent[] {
  const ofFound = new Map<string, string>()
  return events.flatMap((event): readonly PartyEvent[] => {
    if (event.kind === 'screened') return []
    if (event.kind === 'party-hits')
      for (const { hit, party } of event.found) ofFound.set(hit, party)
    const party =
      'party' in event ? event.party : (ofFound.get(event.hit) ?? hits.get(event.hit)?.party)
    return party === undefined ? [] : [{ party, on: event.on, ...saidOf(event, party) }]
  })
}

/** What a screening changed, by party. */
export function hitsByParty(
  { on, found, gone }: Extract<MonitoringEvent, { kind: 'screened' }>,
  { hits }: MonitoringState,
): readonly MonitoringEvent[] {
  const changed = new Map<string, { found: FoundHit[]; gone: string[] }>()
  const of = (party: string): { found: FoundHit[]; gone: string[] } => {
    const known = changed.get(party) ?? { found: [], gone: [] }
    changed.set(party, known)
    return known
  }
  for (const hit of found) of(hit.party).found.push(hit)
  for (const hit of gone) {
    const party = hits.get(hit)?.party
    if (party !== undefined) of(party).gone.push(hit)
  }
  return [...changed].map(([party, these]) => ({ kind: 'party-hits', on, party, ...these }))
}

function saidOf(
  event: Exclude<MonitoringEvent, { kind: 'screened' }>,
  party: string,
): Pick<PartyEvent, 'type' | 'said'> {
  switch (event.kind) {
    case 'party-filed':
    case 'party-changed': {
      const stated = { id: party, ...event.query }
      const input: Digest = digestOf(stated)
      return { type: 'party-filed', said: { stated, input } as unknown as Json }
    }
    case 'party-retired':
      return { type: 'party-closed', said: { reason: 'taken off the file' } }
    default: {
      const { kind, on: _on, ...said } = event
      const type = kind.startsWith('party-') ? kind : `party-${kind}`
      return { type, said: said as unknown as Json }
    }
  }
}

/** Appends to the stream of each party, on the versions that are known, which it brings up to date. */
export async function appendPartyEvents(
  work: Work,
  actor: string,
  events: readonly PartyEvent[],
  versions: ReadonlyMap<string, number>,
): Promise<Result<ReadonlyMap<string, number>>> {
  const sealed = await work.sealAll(
    events.map(({ party, said }) => ({ subject: streamOf('party', party), value: said })),
  )
  if (!sealed.ok) return sealed
  const appends = new Map<string, Append>()
  for (const [at, { party, type, on }] of events.entries()) {
    const stream = streamOf('party', party)
    const body = { ref: party, on, sealed: sealed.value[at] ?? null }
    appends.set(stream, {
      ...{ stream, actor, expectedVersion: versions.get(stream) ?? 0 },
      events: [...(appends.get(stream)?.events ?? []), { type, body }],
    })
  }
  const appended = await work.appendAll([...appends.values()])
  if (!appended.ok) return appended
  return ok(new Map(appended.value.map(({ stream, version }) => [stream, version])))
}

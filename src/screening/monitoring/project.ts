import { assertNever, digestOf } from '../../kernel/index.ts'
import type {
  Baseline,
  Contents,
  Countersigned,
  Decision,
  FoundHit,
  HitDecided,
  HitStatus,
  MonitoredHit,
  MonitoredParty,
  MonitoringEvent,
  MonitoringState,
  Outcome,
  PartyFiled,
  PartyHits,
  Screened,
} from './model.ts'

/**
 * The state that the events make. A decision holds only on the contents it was made on: that is seen
 * here from the digests, so that a log cut off before its `hit-reopened` leaves no hit cleared.
 */
export function projectMonitoring(events: Iterable<MonitoringEvent>): MonitoringState {
  const projection = new Projection()
  for (const event of events) projection.apply(event)
  return projection
}

/** The same, one event after the other as they come, each with its place in the record. */
export interface GrowingState extends MonitoringState {
  apply(event: MonitoringEvent, position: number): void
}

export function growingMonitoring(): GrowingState {
  return new Projection()
}

const OUTCOME_OF: Readonly<Record<HitDecided['kind'], Outcome>> = {
  'hit-cleared': 'clear',
  'hit-confirmed': 'true-match',
  whitelisted: 'whitelist',
  overridden: 'override',
}

export function needsSecond(outcome: Outcome): boolean {
  return outcome !== 'clear'
}

export function statusOf({ decision }: MonitoredHit): HitStatus {
  if (decision === undefined) return 'open'
  const isWaiting = needsSecond(decision.outcome) && decision.second === undefined
  return isWaiting ? 'awaiting-second' : decision.outcome
}

/** Whether nobody has finally decided it. */
export function isOpen(hit: MonitoredHit): boolean {
  const status = statusOf(hit)
  return hit.isPresent && (status === 'open' || status === 'awaiting-second')
}

export function holdsOn(decision: Contents, contents: Contents): boolean {
  return (
    decision.partyContent === contents.partyContent && decision.rowContent === contents.rowContent
  )
}

class Projection implements GrowingState {
  readonly parties = new Map<string, MonitoredParty>()
  readonly hits = new Map<string, MonitoredHit>()
  readonly hitsOf = new Map<string, Set<string>>()
  baseline?: Baseline
  /** Parties filed or changed since the last screening, and where that stands. */
  readonly #waiting = new Map<string, number>()

  apply(event: MonitoringEvent, position = 0): void {
    switch (event.kind) {
      case 'party-filed':
      case 'party-changed':
        this.#file(event, position)
        break
      case 'party-hits':
        this.#takeHits(event)
        break
      case 'party-retired':
        this.#retire(event.party)
        break
      case 'screened':
        this.#screened(event)
        break
      case 'hit-cleared':
      case 'hit-confirmed':
      case 'whitelisted':
      case 'overridden':
        this.#decide(event)
        break
      case 'countersigned':
        this.#countersign(event)
        break
      case 'hit-reopened':
        this.#change(event.hit, withoutDecision)
        break
      default:
        assertNever(event)
    }
  }

  #file({ party: id, query }: PartyFiled, position: number): void {
    const content = digestOf(query)
    this.parties.set(id, { id, query, content, isRetired: false, isScreened: false })
    this.#waiting.set(id, position)
    for (const hit of this.hitsOf.get(id) ?? []) {
      this.#change(hit, (before) =>
        before.isPresent && before.decision?.partyContent !== content
          ? withoutDecision(before)
          : before,
      )
    }
  }

  #retire(id: string): void {
    const party = this.parties.get(id)
    if (party !== undefined) this.parties.set(id, { ...party, isRetired: true })
    this.#waiting.delete(id)
    for (const hit of this.hitsOf.get(id) ?? []) this.#leave(hit)
  }

  #screened(event: Screened): void {
    const { baseline, through = Number.POSITIVE_INFINITY } = event
    this.baseline = baseline
    this.#takeHits(event)
    for (const [id, position] of this.#waiting) {
      if (position > through) continue
      this.#waiting.delete(id)
      const party = this.parties.get(id)
      if (party !== undefined) this.parties.set(id, { ...party, isScreened: true })
    }
  }

  #takeHits({ found, gone }: Pick<PartyHits, 'found' | 'gone'>): void {
    for (const hit of gone) this.#leave(hit)
    for (const hit of found) this.#find(hit)
  }

  #find({ insteadOf, ...found }: FoundHit): void {
    const decision = this.hits.get(insteadOf ?? found.hit)?.decision
    const stands = decision !== undefined && holdsOn(decision, found)
    this.hits.set(found.hit, { ...found, isPresent: true, ...(stands ? { decision } : {}) })
    const ofParty = this.hitsOf.get(found.party) ?? new Set()
    this.hitsOf.set(found.party, ofParty.add(found.hit))
  }

  #leave(hit: string): void {
    this.#change(hit, (before) => ({ ...before, isPresent: false }))
  }

  #decide({ kind, hit, on, by, reason, partyContent, rowContent }: HitDecided): void {
    const outcome = OUTCOME_OF[kind]
    const decision: Decision = { outcome, on, by, reason, partyContent, rowContent }
    this.#change(hit, (before) => ({ ...before, decision }))
  }

  #countersign({ hit, by }: Countersigned): void {
    this.#change(hit, (before) =>
      before.decision === undefined
        ? before
        : { ...before, decision: { ...before.decision, second: by } },
    )
  }

  #change(hit: string, change: (before: MonitoredHit) => MonitoredHit): void {
    const before = this.hits.get(hit)
    if (before !== undefined) this.hits.set(hit, change(before))
  }
}

function withoutDecision({ decision: _, ...hit }: MonitoredHit): MonitoredHit {
  return hit
}

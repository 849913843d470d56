import { fail, type LegalDate, ok, type Problem, type Result } from '../../kernel/index.ts'
import type {
  Countersigned,
  HitDecided,
  HitStatus,
  MonitoredHit,
  MonitoringEvent,
  MonitoringState,
  Outcome,
} from './model.ts'
import { statusOf } from './project.ts'

export interface DecideHit {
  readonly hit: string
  readonly outcome: Outcome
  readonly reason: string
  readonly by: string
  /** Who countersigns at once; without one the decision waits and the hit stays open. */
  readonly second?: string
  readonly on: LegalDate
}

export interface CountersignHit {
  readonly hit: string
  readonly by: string
  readonly on: LegalDate
}

const KIND_OF: Readonly<Record<Outcome, HitDecided['kind']>> = {
  clear: 'hit-cleared',
  'true-match': 'hit-confirmed',
  whitelist: 'whitelisted',
  override: 'overridden',
}

/** One person never undoes what two have said or one has laid before a second. */
const ADMITTED: Readonly<Record<HitStatus, readonly Outcome[]>> = {
  open: ['clear', 'true-match', 'whitelist', 'override'],
  'awaiting-second': ['true-match', 'whitelist', 'override'],
  clear: ['true-match', 'whitelist'],
  'true-match': ['whitelist', 'override'],
  whitelist: ['true-match'],
  override: ['true-match'],
}

export function decideHit(
  state: MonitoringState,
  command: DecideHit,
): Result<readonly MonitoringEvent[]> {
  const { outcome, reason, by, second, on } = command
  const found = hitInForce(state, command.hit)
  if (!found.ok) return found
  const { hit, partyContent, rowContent } = found.value
  const status = statusOf(found.value)
  if (!ADMITTED[status].includes(outcome)) return fail(notAdmitted(status, outcome))
  if (reason.trim() === '') return fail(NO_REASON)
  if (by.trim() === '' || second?.trim() === '') return fail(NO_PERSON)
  if (second !== undefined && isSamePerson(by, second)) return fail(samePerson(by))
  const decided: HitDecided = {
    kind: KIND_OF[outcome],
    on,
    hit,
    by,
    reason,
    partyContent,
    rowContent,
  }
  const signed: readonly Countersigned[] =
    second === undefined ? [] : [{ kind: 'countersigned', on, hit, by: second }]
  return ok([decided, ...signed])
}

/** The second of four eyes. */
export function countersignHit(
  state: MonitoringState,
  { hit: id, by, on }: CountersignHit,
): Result<readonly MonitoringEvent[]> {
  const found = hitInForce(state, id)
  if (!found.ok) return found
  const { hit, decision } = found.value
  if (decision === undefined || statusOf(found.value) !== 'awaiting-second') {
    return fail({
      code: 'monitoring.nothing-to-countersign',
      detail: `Hit ${hit} has no decision that waits for a second person.`,
      remedy: 'Decide it first.',
    })
  }
  if (by.trim() === '') return fail(NO_PERSON)
  if (isSamePerson(by, decision.by)) return fail(samePerson(by))
  return ok([{ kind: 'countersigned', on, hit, by }])
}

/** The present hit whose id begins so, screened with the party's present content. */
function hitInForce(state: MonitoringState, id: string): Result<MonitoredHit> {
  const exact = state.hits.get(id)
  const matching =
    exact === undefined && id.length >= SHORTEST_ID
      ? [...state.hits.values()].filter(({ hit }) => hit.startsWith(id))
      : []
  const hit = exact ?? (matching.length === 1 ? matching[0] : undefined)
  if (hit === undefined || !hit.isPresent) {
    const why = hit === undefined ? 'There is no such hit' : 'That hit is gone'
    return fail({
      code: hit === undefined ? 'monitoring.no-hit' : 'monitoring.hit-gone',
      detail: `${why}: ${JSON.stringify(id)}.`,
      remedy: 'See the hits on file: navicert monitor hits.',
    })
  }
  if (state.parties.get(hit.party)?.content === hit.partyContent) return ok(hit)
  return fail({
    code: 'monitoring.not-rescreened',
    detail: `Party ${hit.party} was changed after hit ${hit.hit} was found.`,
    remedy: 'Screen again first, then decide what is found.',
  })
}

const SHORTEST_ID = 6

/** Case, spaces and compatibility forms make no second person. */
function isSamePerson(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

function folded(person: string): string {
  return person.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

const NO_REASON: Problem = {
  code: 'monitoring.no-reason',
  detail: 'A decision needs its reason.',
  remedy: 'Say what tells the two apart, or what makes them one.',
}

const NO_PERSON: Problem = {
  code: 'monitoring.no-person',
  detail: 'A decision needs the person who makes it.',
  remedy: 'Give the name of the person.',
}

function samePerson(person: string): Problem {
  return {
    code: 'monitoring.same-person',
    detail: `${JSON.stringify(person)} cannot be both persons: four eyes means two persons.`,
    remedy: 'Have another person countersign.',
  }
}

function notAdmitted(status: HitStatus, outcome: Outcome): Problem {
  return {
    code: 'monitoring.not-admitted',
    detail: `The hit stands at ${JSON.stringify(status)}; ${JSON.stringify(outcome)} is not admitted from there.`,
    remedy: `Admitted: ${ADMITTED[status].join(', ')}.`,
  }
}

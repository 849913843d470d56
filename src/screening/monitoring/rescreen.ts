import { type Digest, digestOf, type LegalDate } from '../../kernel/index.ts'
import type { Hit } from '../model.ts'
import { deltaOf, digestOfRows, keyOf, type ListedRows } from './listed-rows.ts'
import type {
  Baseline,
  FoundHit,
  HitReopened,
  MonitoredHit,
  MonitoredParty,
  MonitoringEvent,
  MonitoringPorts,
  MonitoringState,
} from './model.ts'
import { holdsOn } from './project.ts'

export interface Rescreen {
  readonly on: LegalDate
  readonly baseline: Omit<Baseline, 'rows'>
  /** The rows in force now. */
  readonly rows: ListedRows
  /** Those of the baseline before, where they can still be made; else everything is screened anew. */
  readonly before?: ListedRows
}

export interface Rescreening {
  readonly scope: 'all' | 'delta'
  readonly events: readonly MonitoringEvent[]
  /** Parties screened against all rows. */
  readonly wholly: number
  /** Rows added or changed, which the other parties were screened against. */
  readonly freshRows: number
}

/**
 * Screens the parties on file and says what changed. A likeness depends on one party and one row and
 * on nothing else, so it suffices to compare parties that changed with all rows, and the others with
 * the rows that changed; of these, where the parties are indexed, the few that the rows lead to. The hits are those that screening everything anew would find.
 */
export function rescreen(
  state: MonitoringState,
  command: Rescreen,
  ports: MonitoringPorts,
): Rescreening {
  const { on, rows } = command
  const baseline: Baseline = { ...command.baseline, rows: digestOfRows(rows) }
  const before = comparable(state.baseline, baseline, command.before)
  const scope = before === undefined ? 'all' : 'delta'
  const onFile = [...state.parties.values()].filter(({ isRetired }) => !isRetired)
  const anew = before === undefined ? onFile : onFile.filter(({ isScreened }) => !isScreened)
  const rest = before === undefined ? [] : onFile.filter(({ isScreened }) => isScreened)
  const { fresh, touched } =
    before === undefined ? { fresh: [], touched: new Set<string>() } : deltaOf(before, rows)
  const { nearOf = (parties) => parties } = ports
  const found = [
    ...(anew.length === 0 ? [] : screenAgainst(anew, [...rows.values()], ports)),
    ...(fresh.length === 0 ? [] : screenAgainst(nearOf(rest, fresh), fresh, ports)),
  ]
  const again = new Set(found.map(({ hit }) => hit))
  const wholly = new Set(anew.map(({ id }) => id))
  const gone = [...state.hits.values()].filter(
    ({ isPresent, hit, party, list, row }) =>
      isPresent && !again.has(hit) && (wholly.has(party) || touched.has(keyOf(list, row))),
  )
  const named = insteadOfGone(state, found, gone)
  const changed = named.filter((hit) => !isAsBefore(state.hits.get(hit.hit), hit))
  const screened: MonitoringEvent = {
    kind: 'screened',
    on,
    scope,
    baseline,
    parties: onFile.length,
    found: changed.toSorted(byHit),
    gone: gone.map(({ hit }) => hit).toSorted(),
  }
  const reopened = changed.toSorted(byHit).flatMap((hit) => reopenedBy(state, hit, on))
  return {
    scope,
    events: [screened, ...reopened],
    wholly: anew.length,
    freshRows: fresh.length,
  }
}

/** The earlier rows, where they are known to be those that the same program screened against. */
function comparable(
  last: Baseline | undefined,
  now: Baseline,
  before: ListedRows | undefined,
): ListedRows | undefined {
  if (last === undefined || before === undefined || last.engine !== now.engine) return undefined
  return digestOfRows(before) === last.rows ? before : undefined
}

function screenAgainst(
  parties: readonly MonitoredParty[],
  rows: Parameters<MonitoringPorts['screenerOf']>[0],
  { screenerOf, contentOf }: MonitoringPorts,
): readonly FoundHit[] {
  const screener = screenerOf(rows)
  const contents = new Map<string, Digest>()
  const rowContent = ({ party }: Hit): Digest => {
    const key = keyOf(party.list, party.id)
    const content = contents.get(key) ?? contentOf(party)
    contents.set(key, content)
    return content
  }
  return parties.flatMap((party) => {
    const byRow = new Map<string, FoundHit>()
    // Best first: of a row found by its name and by its address the better stands.
    for (const hit of screener.screen(party.query).hits) {
      const found = foundHit(party, hit, rowContent(hit))
      if (!byRow.has(found.hit)) byRow.set(found.hit, found)
    }
    return [...byRow.values()]
  })
}

function foundHit(party: MonitoredParty, hit: Hit, rowContent: Digest): FoundHit {
  const { list, id: row, name: listedName } = hit.party
  return {
    hit: hitId(party.id, list, row),
    party: party.id,
    list,
    row,
    listedName,
    matchedName: hit.matchedName,
    percent: Math.round(hit.probability * 100),
    partyContent: party.content,
    rowContent,
  }
}

const ID_LENGTH = 16

function hitId(party: string, list: string, row: string): string {
  return digestOf([party, list, row]).slice('sha256:'.length, 'sha256:'.length + ID_LENGTH)
}

/**
 * Some publishers give no numbers, and an id is made of what is printed: a comma makes another id. A
 * new hit takes over from a gone one of the same party, list and content.
 */
function insteadOfGone(
  state: MonitoringState,
  found: readonly FoundHit[],
  gone: readonly MonitoredHit[],
): readonly FoundHit[] {
  const leaving = new Set(gone.map(({ hit }) => hit))
  return found.map((hit) => {
    if (state.hits.has(hit.hit)) return hit
    const earlier = [...(state.hitsOf.get(hit.party) ?? [])]
      .flatMap((id) => state.hits.get(id) ?? [])
      .find(
        ({ hit: id, isPresent, list, rowContent }) =>
          (!isPresent || leaving.has(id)) && list === hit.list && rowContent === hit.rowContent,
      )
    return earlier === undefined ? hit : { ...hit, insteadOf: earlier.hit }
  })
}

function isAsBefore(before: MonitoredHit | undefined, now: FoundHit): boolean {
  return (
    before?.isPresent === true &&
    holdsOn(before, now) &&
    before.percent === now.percent &&
    before.matchedName === now.matchedName &&
    before.listedName === now.listedName
  )
}

function reopenedBy(state: MonitoringState, now: FoundHit, on: LegalDate): readonly HitReopened[] {
  const decision = state.hits.get(now.insteadOf ?? now.hit)?.decision
  if (decision === undefined || holdsOn(decision, now)) return []
  const because = [
    ...(decision.rowContent === now.rowContent ? [] : (['listed row changed'] as const)),
    ...(decision.partyContent === now.partyContent ? [] : (['party changed'] as const)),
  ]
  return [{ kind: 'hit-reopened', on, hit: now.hit, because }]
}

function byHit(a: FoundHit, b: FoundHit): number {
  return a.hit < b.hit ? -1 : 1
}

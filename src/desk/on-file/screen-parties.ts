import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type LegalDate, type Problem, ProblemError } from '../../kernel/index.ts'
import { contentOfListed, findSnapshot, openSnapshots } from '../../lists/index.ts'
import {
  createScreener,
  isOpen,
  type ListedRows,
  type ListPolicy,
  type MonitoringPorts,
  type MonitoringState,
  type PartyQuery,
  type Rescreening,
  rescreen,
  rowsInForce,
  type ScreeningState,
  type Snapshot,
  statusOf,
} from '../../screening/index.ts'
import { engineVersion } from '../engine.ts'
import type { NearParties } from './near-parties.ts'

export interface MonitoringRun {
  readonly policy: ListPolicy
  readonly dataFolder: string
  readonly asOf: LegalDate
  readonly today: LegalDate
  /** Stops between two parties; what was kept until then stays. */
  readonly signal?: AbortSignal
  /** How many are kept together; a run that is stopped has these to do again at most. */
  readonly together?: number
  /** How many parties more were screened against all rows. */
  readonly tell?: (more: number) => void
}

export interface ScreenedParties extends Rescreening {
  /** Whether the lists that must be screened are here and fresh. */
  readonly lists: ScreeningState
  readonly because: readonly string[]
}

const TOGETHER = 1_000
/** So long nobody else is let in, in milliseconds. */
const AT_A_STRETCH = 100

/** Some of the parties on file, and up to where in the record that is all there are to screen. */
interface Portion {
  readonly state: MonitoringState
  readonly through: number
  readonly isLast: boolean
}

/**
 * One run over the parties on file against the lists of a day: what changed of the lists for those that were
 * screened before, then portion by portion those that were not. After each portion the state may be kept.
 */
export class PartyScreening {
  readonly #run: MonitoringRun
  readonly #near: NearParties
  readonly #snapshots: readonly Snapshot[]
  readonly #rows: ListedRows
  readonly #ahead = new Map<PartyQuery, Hits>()
  readonly #done: Rescreening[] = []
  #before: ListedRows | undefined
  #whole: Screens | undefined

  /** @throws ProblemError where fewer lists are here than were screened before */
  constructor(run: MonitoringRun, state: MonitoringState, near: NearParties) {
    const { dataFolder, asOf, policy } = run
    this.#run = run
    this.#near = near
    this.#snapshots = openSnapshots({ dataFolder, asOf })
    refuseFewerLists(state, this.#snapshots, asOf)
    // An earlier program kept the names of the parties there, in clear.
    rmSync(join(dataFolder, 'indexes', 'filed.names'), { force: true })
    this.#before = rowsBefore(state, dataFolder, policy)
    this.#rows = rowsInForce(this.#snapshots, asOf, policy)
  }

  /** @param filedAt where in the record each party stands @param end of the record */
  portionOf(state: MonitoringState, filedAt: ReadonlyMap<string, number>, end: number): Portion {
    const { together = TOGETHER } = this.#run
    const waiting = waitingIn(state, filedAt)
    const next = waiting[together]
    const parties = new Map(waiting.slice(0, together).map((party) => [party.id, party]))
    // Of those that were screened against the same rows a moment ago nothing can be new.
    for (const [id, party] of this.#done.length === 0 ? state.parties : [])
      if (party.isScreened || party.isRetired) parties.set(id, party)
    return {
      state: { ...stateOf(state), parties },
      through: next === undefined ? end : (filedAt.get(next.id) ?? 0) - 1,
      isLast: next === undefined,
    }
  }

  /**
   * Screens those of the next portion against all rows, and lets others in between.
   *
   * @throws what the signal says when it is told to stop
   */
  async lookAhead(state: MonitoringState, filedAt: ReadonlyMap<string, number>): Promise<void> {
    const { signal, tell, together = TOGETHER } = this.#run
    const isWhole = this.#before === undefined || state.baseline?.engine !== engineVersion()
    const waiting = waitingIn(state, filedAt)
    const again = isWhole ? [...state.parties.values()].filter(({ isScreened }) => isScreened) : []
    const anew = [...waiting.slice(0, together), ...again.filter(({ isRetired }) => !isRetired)]
    this.#ahead.clear()
    let told = 0
    const progress = (): void => {
      tell?.(this.#ahead.size - told)
      told = this.#ahead.size
    }
    for (let until = 0; this.#ahead.size < anew.length; ) {
      const now = performance.now()
      if (now >= until) {
        until = now + AT_A_STRETCH
        progress()
        await new Promise((next) => setImmediate(next))
        signal?.throwIfAborted()
      }
      const query = anew[this.#ahead.size]?.query
      if (query !== undefined) this.#ahead.set(query, this.#wholly().screen(query))
    }
    progress()
  }

  /** What is new of a portion. @throws ProblemError where another run went on against other lists */
  screen({ state }: Portion): Rescreening {
    const { asOf, today } = this.#run
    const snapshots = this.#snapshots.map(({ source, digest }) => ({ source, digest }))
    const done = rescreen(
      state,
      {
        on: today,
        baseline: { asOf, engine: engineVersion(), snapshots },
        rows: this.#rows,
        ...(this.#before === undefined ? {} : { before: this.#before }),
      },
      {
        contentOf: contentOfListed,
        nearOf: this.#near.of,
        screenerOf: (rows) =>
          rows.length === this.#rows.size
            ? { screen: (query) => this.#ahead.get(query) ?? this.#wholly().screen(query) }
            : this.#screenerOf(rows),
      },
    )
    if (this.#done.length > 0 && done.scope === 'all') throw new ProblemError(takenOver())
    this.#before = this.#rows
    this.#done.push(done)
    return done
  }

  /** All portions together. */
  result(): ScreenedParties {
    const events = this.#done.flatMap((one) => one.events)
    const screened = events.flatMap((event) => (event.kind === 'screened' ? [event] : []))
    const [first] = screened
    const whole = first && {
      ...first,
      parties: screened.reduce((sum, { parties }) => sum + parties, 0),
      found: screened.flatMap(({ found }) => found),
      gone: screened.flatMap(({ gone }) => gone),
    }
    return {
      scope: this.#done[0]?.scope ?? 'delta',
      events: [
        ...(whole === undefined ? [] : [whole]),
        ...events.filter(({ kind }) => kind !== 'screened'),
      ],
      wholly: this.#done.reduce((sum, { wholly }) => sum + wholly, 0),
      freshRows: this.#done[0]?.freshRows ?? 0,
      ...this.#listState(),
    }
  }

  /** Made when it is first needed: that takes longer than looking through what changed. */
  #wholly(): Screens {
    this.#whole ??= this.#screenerOf([...this.#rows.values()])
    return this.#whole
  }

  #screenerOf(rows: Snapshot['parties']): Screens {
    const { asOf, policy } = this.#run
    return createScreener([asSnapshot(rows, asOf)], { asOf, policy })
  }

  #listState(): Pick<ScreenedParties, 'lists' | 'because'> {
    const { asOf, policy } = this.#run
    // Freshness does not need the rows.
    const empty = this.#snapshots.map((snapshot) => ({ ...snapshot, parties: [] }))
    const { state: lists, because } = createScreener(empty, { asOf, policy }).screen({ name: '-' })
    return { lists, because }
  }
}

function waitingIn(
  { parties }: MonitoringState,
  filedAt: ReadonlyMap<string, number>,
): readonly PartyOnFile[] {
  return [...parties.values()]
    .filter(({ isRetired, isScreened }) => !isRetired && !isScreened)
    .toSorted((a, b) => (filedAt.get(a.id) ?? 0) - (filedAt.get(b.id) ?? 0))
}

function takenOver(): Problem {
  return {
    code: 'monitoring.taken-over',
    detail: 'Another run went on against other lists meanwhile; what was done until then stands.',
    remedy: 'Run it again.',
  }
}

type PartyOnFile = NonNullable<ReturnType<MonitoringState['parties']['get']>>
type Screens = ReturnType<MonitoringPorts['screenerOf']>
type Hits = ReturnType<Screens['screen']>

/** Its parts by name: those of a class are not spread. */
function stateOf({ parties, hits, hitsOf, baseline }: MonitoringState): MonitoringState {
  return { parties, hits, hitsOf, ...(baseline === undefined ? {} : { baseline }) }
}

/** Whether nothing on file keeps anybody: no open hit, and no true match that stands. */
export function isClearOfHits(state: MonitoringState): boolean {
  return [...state.hits.values()].every(
    (hit) => !isOpen(hit) && (!hit.isPresent || statusOf(hit) !== 'true-match'),
  )
}

/**
 * Against fewer lists than before, hits would be gone that nobody took off a list.
 *
 * @throws ProblemError
 */
function refuseFewerLists(
  { baseline }: MonitoringState,
  snapshots: readonly Snapshot[],
  asOf: LegalDate,
): void {
  const many = (of: readonly { readonly source: string }[], source: string): number =>
    of.filter((one) => one.source === source).length
  const sources = new Set(baseline?.snapshots.map(({ source }) => source))
  const fewer = [...sources].filter(
    (source) => many(snapshots, source) < many(baseline?.snapshots ?? [], source),
  )
  if (fewer.length === 0) return
  throw new ProblemError({
    code: 'monitoring.list-gone',
    detail: `The parties on file were screened against ${fewer.join(', ')} before, and for ${asOf} there is no copy here; nothing was recorded.`,
    remedy: 'Take the list in again, or screen against the lists of a later day.',
  })
}

/** The rows of the screening before; nothing where a snapshot of it is not kept any more. */
function rowsBefore(
  { baseline }: MonitoringState,
  dataFolder: string,
  policy: ListPolicy,
): ListedRows | undefined {
  if (baseline === undefined) return undefined
  try {
    const snapshots = baseline.snapshots.map(({ source, digest }) =>
      findSnapshot(dataFolder, source, digest),
    )
    return rowsInForce(snapshots, baseline.asOf, policy)
  } catch (error) {
    if (error instanceof ProblemError) return undefined
    throw error
  }
}

/** Rows of several lists as one snapshot, for a screener over these and no others. */
function asSnapshot(rows: Snapshot['parties'], published: LegalDate): Snapshot {
  const digest = 'sha256:' as Snapshot['digest']
  return {
    source: 'monitoring',
    name: 'rows in force',
    digest,
    fileDigest: digest,
    published,
    lists: [...new Set(rows.map(({ list }) => list))],
    parties: rows,
  }
}

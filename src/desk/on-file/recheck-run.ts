import { type LegalDate, ok, type Result, unwrap } from '../../kernel/index.ts'
import type { Effect, Kind } from '../../on-file/index.ts'
import type { Json, NewEvent, RecordedEvent, Store, Work } from '../../storage/index.ts'
import type { Affected } from './affected.ts'
import type { OnFileViews } from './index-projection.ts'
import type { World } from './world.ts'

/** How a run went, or how far it is. */
export interface RecheckCounts {
  /** On file and open when it began: deals and items. */
  readonly onFile: number
  /** Of them those that had to be answered again, and those that were. */
  readonly affected: number
  readonly answered: number
  readonly first: number
  readonly failed: number
  readonly effects: Readonly<Record<Effect, number>>
}

export const NOTHING_COUNTED: RecheckCounts = {
  onFile: 0,
  affected: 0,
  answered: 0,
  first: 0,
  failed: 0,
  effects: { held: 0, released: 0, worse: 0, better: 0, 'other-reasons': 0 },
}

export interface RecheckState extends RecheckCounts {
  readonly run: number
  readonly state: 'running' | 'done' | 'superseded'
  readonly on: LegalDate
  readonly world: World
  readonly toAnswer: readonly Affected[]
  /** Where it began in the record, and the version of its stream. */
  readonly position: number
  readonly version: number
  /** What it could not answer: to be tried again. */
  readonly failures: readonly string[]
}

interface Begun {
  readonly on: LegalDate
  readonly world: World
  readonly reasons: readonly string[]
  readonly toAnswer?: BegunWith
  readonly onFile: number
  readonly looked: number
}

/** Kind, number, and places of the reasons. */
type BegunWith = readonly (readonly [Kind, string, readonly number[]])[]

interface Advanced extends RecheckCounts {
  readonly failures: readonly string[]
}

export function recheckStream(run: number): string {
  return `recheck:${run}`
}

/** The state of a run from its events; nothing where there is none. */
export function recheckState(
  run: number,
  events: readonly RecordedEvent[],
): RecheckState | undefined {
  const [first] = events
  const last = events.at(-1)
  if (first === undefined || last === undefined) return undefined
  const { on, world, reasons, onFile, looked, ...begun } = first.body as unknown as Begun
  const { toAnswer = [] } = begun
  // What is left of a run whose parts have other names is not known: the next one is begun anew.
  const goingOn = begun.toAnswer === undefined ? 'superseded' : 'running'
  const told = events.findLast(({ type }) => type === 'recheck.advanced')
  const { failures, ...counts } = (told?.body ?? {
    ...NOTHING_COUNTED,
    onFile,
    affected: toAnswer.length,
    failures: [],
  }) as unknown as Advanced
  return {
    ...counts,
    run,
    state: STATES[last.type] ?? goingOn,
    on,
    world,
    toAnswer: toAnswer.map(([kind, ref, why]) => ({
      kind,
      ref,
      because: why.flatMap((at) => reasons[at] ?? []),
    })),
    position: looked,
    version: last.version,
    failures,
  }
}

const STATES: Readonly<Record<string, RecheckState['state']>> = {
  'recheck.finished': 'done',
  'recheck.superseded': 'superseded',
}

/** The newest run, and the newest that was done: what the next one begins from. */
export async function lastRuns(
  store: Store,
): Promise<{ readonly last?: RecheckState; readonly done?: RecheckState }> {
  await store.catchUp()
  const [newest] = await store.view<OnFileViews, readonly { readonly run: number }[]>((views) =>
    views.selectFrom('rechecks').select('run').orderBy('run', 'desc').limit(1).execute(),
  )
  const [finished] = await store.view<OnFileViews, readonly { readonly run: number }[]>((views) =>
    views
      .selectFrom('rechecks')
      .select('run')
      .where('is_done', '=', true)
      .orderBy('run', 'desc')
      .limit(1)
      .execute(),
  )
  const last = newest === undefined ? undefined : await findRun(store, newest.run)
  const done = finished === undefined ? undefined : await findRun(store, finished.run)
  return { ...(last === undefined ? {} : { last }), ...(done === undefined ? {} : { done }) }
}

export async function findRun(store: Store, run: number): Promise<RecheckState | undefined> {
  return recheckState(run, await store.readStream(recheckStream(run)))
}

/** @param looked up to where in the record what is to be done was computed from */
export async function beginRun(
  store: Store,
  actor: string,
  { last, world, toAnswer, onFile, looked, on }: BeginRun,
): Promise<Result<RecheckState>> {
  const run = (last?.run ?? 0) + 1
  const reasons = [...new Set(toAnswer.flatMap(({ because }) => because))]
  const body = {
    on,
    world,
    reasons,
    toAnswer: toAnswer.map(({ kind, ref, because }) => [
      kind,
      ref,
      because.map((one) => reasons.indexOf(one)),
    ]),
    onFile,
    looked,
  } as unknown as Json
  const begun = await store.work(async (work) => {
    if (last?.state === 'running') {
      const superseded = await appendTo(
        work,
        last,
        [{ type: 'recheck.superseded', body: { run } }],
        actor,
      )
      if (!superseded.ok) return superseded
    }
    return await work.append({
      stream: recheckStream(run),
      expectedVersion: 0,
      events: [{ type: 'recheck.begun', body }],
      actor,
    })
  })
  if (!begun.ok) return begun
  const state = recheckState(run, begun.value)
  if (state === undefined) throw new Error('a run that has begun has a state')
  return ok(state)
}

export interface BeginRun {
  readonly last: RecheckState | undefined
  readonly world: World
  readonly toAnswer: readonly Affected[]
  readonly onFile: number
  readonly looked: number
  readonly on: LegalDate
}

/** Adds to the stream of a run, where nobody else went on with it. */
export async function appendTo(
  work: Work,
  { run, version }: Pick<RecheckState, 'run' | 'version'>,
  events: readonly NewEvent[],
  actor: string,
): Promise<Result<readonly RecordedEvent[]>> {
  return await work.append({ stream: recheckStream(run), expectedVersion: version, events, actor })
}

export async function finishRun(store: Store, actor: string, state: RecheckState): Promise<void> {
  const events = [{ type: 'recheck.finished', body: {} }]
  unwrap(await store.work((work) => appendTo(work, state, events, actor)))
}

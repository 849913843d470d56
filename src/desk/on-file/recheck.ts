import type { Determination } from '../../determination/index.ts'
import {
  canonicalJson,
  type LegalDate,
  ok,
  type Problem,
  ProblemError,
  type Result,
  unwrap,
} from '../../kernel/index.ts'
import {
  answerRecord,
  type ChangeTold,
  type Difference,
  differenceOf,
  type ItemAnswer,
  itemDifferenceOf,
  type Kind,
  type RecordAnswered,
} from '../../on-file/index.ts'
import type { ListPolicy } from '../../screening/index.ts'
import type { Store } from '../../storage/index.ts'
import { createChecker } from '../checker.ts'
import type { Engine } from '../engine.ts'
import type { Screeners } from '../screeners.ts'
import { type Affected, affectedOf, keyOf } from './affected.ts'
import { answerItem } from './answer-item.ts'
import type { FiledRow } from './index-projection.ts'
import { partiesNear } from './near-rows.ts'
import { PartyBook } from './party-book.ts'
import {
  appendTo,
  beginRun,
  finishRun,
  lastRuns,
  type RecheckCounts,
  type RecheckState,
} from './recheck-run.ts'
import { DEALS, type DealKind, OpenRecords } from './records.ts'
import type { MonitoringRun, ScreenedParties } from './screen-parties.ts'
import { Shelf } from './shelf.ts'
import { toldEvents } from './told.ts'
import { changeOf, keepPieces, worldOn } from './world.ts'

export interface RecheckParts {
  readonly store: Store
  /** Who writes, for the record. */
  readonly actor: string
  readonly engine: Engine
  readonly screeners: Screeners
  readonly dataFolder: string
  readonly policy: ListPolicy
  /** What counts as today: deals ship today at the earliest. */
  readonly today: LegalDate
  /** The day that the record says. */
  readonly on: LegalDate
  /** The parties, where somebody has read them already. */
  readonly book?: PartyBook
  /** Answers everything, whatever may have changed. */
  readonly everything?: boolean
  /** Stops within a moment; what was kept until then stays, and the next run goes on with the rest. */
  readonly signal?: AbortSignal
  /** How many parties more were screened against all lists. */
  readonly tell?: MonitoringRun['tell']
}

/** What a run found of one thing on file. */
export interface Rechecked {
  readonly kind: Kind
  readonly ref: string
  readonly because: readonly string[]
  readonly answer?: Determination | ItemAnswer
  /** The first answer has none, and one that says the same neither. */
  readonly difference?: Difference
  readonly isFirst: boolean
  /** Why it could not be answered; its last answer stays. */
  readonly problems: readonly Problem[]
}

export interface RecheckProgress {
  readonly state: RecheckState
  readonly found: readonly Rechecked[]
  /** What screening the parties on file gave; told once, where there are any. */
  readonly screened?: ScreenedParties
}

/** Answered and kept together: a run that is stopped keeps what it had done before. */
const TOGETHER = 50
const TRIES = 3

/**
 * Screens the parties on file, then answers again what a change of lists, law, day or of what is on file can
 * affect, and nothing else; keeps the answers that say anything else, and tells of them. A run that was stopped is gone on with, unless the world
 * has moved on: then the next one begins from where the last whole one was.
 *
 * @throws ProblemError where the store refuses, or another process goes on with the run
 */
export async function* recheck(parts: RecheckParts): AsyncGenerator<RecheckProgress> {
  const screened = await screenOnFile(parts)
  const records = await OpenRecords.open(parts.store)
  let state = unwrap(await beginOrGoOn(parts, records))
  yield { state, found: [], ...(screened === undefined ? {} : { screened }) }
  while (state.answered < state.toAnswer.length) {
    parts.signal?.throwIfAborted()
    const portion = state.toAnswer.slice(state.answered, state.answered + TOGETHER)
    const done = await answerPortion(parts, records, state, portion)
    state = done.state
    yield done
  }
  await finishRun(parts.store, parts.actor, state)
  yield { state: { ...state, state: 'done', version: state.version + 1 }, found: [] }
}

/** Where nobody is on file, no list need be read. */
async function screenOnFile(parts: RecheckParts): Promise<ScreenedParties | undefined> {
  const { store, actor, policy, dataFolder, today, book, signal, tell } = parts
  const parties = book ?? (await PartyBook.open(store, actor))
  await parties.refresh()
  const isAnybody = [...parties.state.parties.values()].some(({ isRetired }) => !isRetired)
  if (!isAnybody) return undefined
  const stopping = signal === undefined ? {} : { signal }
  const telling = tell === undefined ? {} : { tell }
  return await parties.screen({ policy, dataFolder, asOf: today, today, ...stopping, ...telling })
}

async function beginOrGoOn(
  parts: RecheckParts,
  records: OpenRecords,
): Promise<Result<RecheckState>> {
  const { store, actor, engine, dataFolder, policy, today, on, everything = false } = parts
  // Before anything is looked at: what comes after is for the next run.
  const looked = await store.lastPosition()
  const world = worldOn(today, { rulebook: engine.rulebook, dataFolder, policy })
  const { last, done } = await lastRuns(store)
  if (last?.state === 'running' && !everything && isSame(last.world, world)) return ok(last)
  await keepPieces(store, engine.rulebook, actor)
  const isKnown = done !== undefined && !everything
  const near = isKnown ? partiesNear(dataFolder, policy, done.world, world) : undefined
  const toAnswer = affectedOf({
    records,
    engine,
    ...(isKnown
      ? {
          change: await changeOf(store, engine.rulebook, done.world, world),
          last: { position: done.position, failed: new Set(done.failures) },
        }
      : {}),
    ...(near === undefined ? {} : { near }),
  })
  const onFile = [...DEALS, 'item' as const].reduce(
    (sum, kind) => sum + records.openOf(kind).length,
    0,
  )
  return await beginRun(store, actor, { last, world, toAnswer, onFile, looked, on })
}

function isSame(one: object, other: object): boolean {
  return canonicalJson(one) === canonicalJson(other)
}

/** Answered on the state that is on file now; where one was changed meanwhile, answered again. */
async function answerPortion(
  parts: RecheckParts,
  records: OpenRecords,
  state: RecheckState,
  portion: readonly Affected[],
): Promise<RecheckProgress> {
  for (let tries = 1; ; tries += 1) {
    const answered = await answers(parts, records, portion)
    const next = advanced(
      state,
      answered.map(({ found }) => found),
    )
    const kept = await keep(parts, state, next, answered)
    if (kept.ok)
      return { state: { ...next, version: kept.value }, found: answered.map(({ found }) => found) }
    const isConflict = kept.problems.every(({ code }) => code === 'store.conflict')
    const length = (
      await parts.store.readStream(`recheck:${state.run}`, { from: state.version + 1 })
    ).length
    if (!isConflict || length > 0 || tries === TRIES)
      throw new ProblemError(...kept.problems.map(takenOver))
  }
}

function takenOver(problem: Problem): Problem {
  if (problem.code !== 'store.conflict') return problem
  return {
    code: 'recheck.taken-over',
    detail:
      'Another process is answering what is on file; this one has stopped, and nothing is lost.',
    remedy: 'Wait for the other to be done; run again then, if need be.',
  }
}

interface Answered {
  readonly found: Rechecked
  readonly row: FiledRow
  readonly event?: RecordAnswered<Determination | ItemAnswer>
}

async function answers(
  parts: RecheckParts,
  records: OpenRecords,
  portion: readonly Affected[],
): Promise<readonly Answered[]> {
  const all: Answered[] = []
  for (const kind of new Set(portion.map((one) => one.kind))) {
    const some = portion.filter((one) => one.kind === kind)
    const shelf = new Shelf<Determination | ItemAnswer>(parts.store, kind, parts.actor)
    const rows = await shelf.rows(some.map(({ ref }) => ref))
    const open = [...rows.values()].filter(({ is_open }) => is_open)
    const last = await shelf.answers(open)
    for (const row of open) {
      const because = some.find(({ ref }) => ref === row.ref)?.because ?? []
      all.push(answerOne(parts, records, row, last.get(row.ref), because))
    }
  }
  return all
}

function answerOne(
  parts: RecheckParts,
  records: OpenRecords,
  row: FiledRow,
  before: Determination | ItemAnswer | undefined,
  because: readonly string[],
): Answered {
  const { kind, ref } = row
  const isFirst = before === undefined
  const found = { kind, ref, because, isFirst, problems: [] }
  try {
    const answer =
      kind === 'item'
        ? itemAnswer(parts, records, ref)
        : dealAnswer(parts, records, kind as DealKind, ref)
    const [event] = answerRecord<Determination | ItemAnswer>(
      {
        ref,
        ...(isFirst ? {} : { last: { kind: 'answered', ref, on: parts.on, answer: before } }),
      },
      answer,
      parts.on,
      (old, now) =>
        kind === 'item'
          ? itemDifferenceOf(old as ItemAnswer, now as ItemAnswer)
          : differenceOf(old as Determination, now as Determination),
    )
    const difference = event?.difference
    return {
      row,
      found: { ...found, answer, ...(difference === undefined ? {} : { difference }) },
      ...(event === undefined ? {} : { event }),
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { row, found: { ...found, problems: error.problems } }
  }
}

function itemAnswer(
  { engine, today }: RecheckParts,
  records: OpenRecords,
  ref: string,
): ItemAnswer {
  return answerItem(engine, records.stated('item', ref) ?? {}, today)
}

/** What is open ships today at the earliest. */
function dealAnswer(
  { engine, screeners, today }: RecheckParts,
  records: OpenRecords,
  kind: DealKind,
  ref: string,
): Determination {
  const transaction = unwrap(engine.parseTransaction(unwrap(records.transaction(kind, ref))))
  const { date } = transaction
  const asOf = date !== undefined && date > today ? date : today
  return createChecker(engine, { asOf, knownAt: today, screeners }).determine(transaction)
}

/** Answers, what is told of them and how far the run is, all or none. @returns the version of the run */
async function keep(
  { store, actor }: RecheckParts,
  state: RecheckState,
  next: RecheckState,
  answered: readonly Answered[],
): Promise<Result<number>> {
  return await store.work(async (work) => {
    for (const kind of new Set(answered.map(({ row }) => row.kind))) {
      const some = answered.filter(({ row }) => row.kind === kind)
      const events = some.flatMap(({ event }) =>
        event === undefined ? [] : [{ event, open: openOf(event.answer) }],
      )
      const rows = new Map(some.map(({ row }) => [row.ref, row]))
      const kept = await new Shelf(store, kind, actor).keepIn(work, events, rows)
      if (!kept.ok) return kept
    }
    const told = await toldEvents(
      work,
      answered.flatMap((one) => changeTold(one, state)),
    )
    if (!told.ok) return told
    const { onFile, affected, answered: many, first, failed, effects, failures } = next
    const body = { onFile, affected, answered: many, first, failed, effects, failures }
    const events = [...told.value, { type: 'recheck.advanced', body }]
    const appended = await appendTo(work, state, events, actor)
    return appended.ok ? ok(state.version + events.length) : appended
  })
}

function openOf(answer: Determination | ItemAnswer): {
  readonly standing: string
  readonly holds: string
} {
  const holds = answer.jurisdictions.map(({ jurisdiction }) => jurisdiction).join(' ')
  return { standing: 'verdict' in answer ? answer.verdict : answer.standing, holds }
}

function changeTold(
  { found, event }: Answered,
  { run, on, world }: RecheckState,
): readonly ChangeTold[] {
  const { kind, ref, because, difference } = found
  if (event === undefined || difference === undefined) return []
  const { from, to, effect, causes, now, noLonger } = difference
  return [
    {
      ...{ kind, ref, on, effect, before: from, after: to, now, noLonger },
      because: [...new Set([...because, ...causes])],
      references: [
        { what: 'recheck', id: String(run) },
        { what: 'edition', id: world.edition },
        ...world.lists.map(({ source, digest }) => ({
          what: 'list' as const,
          id: `${source} ${digest}`,
        })),
      ],
    },
  ]
}

/** The counts with some more answered; what is not open any more is done with too. */
function advanced(state: RecheckState, found: readonly Rechecked[]): RecheckState {
  const counts: { -readonly [Key in keyof RecheckCounts]: RecheckCounts[Key] } = { ...state }
  const effects = { ...state.effects }
  const failures = [...state.failures]
  counts.answered = Math.min(state.toAnswer.length, state.answered + TOGETHER)
  for (const one of found) {
    if (one.problems.length > 0) {
      counts.failed += 1
      failures.push(keyOf(one))
    } else if (one.isFirst) counts.first += 1
    if (one.difference !== undefined) effects[one.difference.effect] += 1
  }
  return { ...state, ...counts, effects, failures }
}

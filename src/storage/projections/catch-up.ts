import { type Kysely, sql } from 'kysely'
import { ProblemError } from '../../kernel/index.ts'
import { insideWork } from '../database/inside-work.ts'
import type { RecordedEvent } from '../record/event.ts'
import { lastPosition, readRecord } from '../record/read.ts'
import { VIEWS_SCHEMA } from '../schema/migrations.ts'
import type { Tables } from '../schema/tables.ts'
import type { Projection, ProjectionStatus } from './projection.ts'

const PORTION = 500

/** How far a projection has come: the last position taken in. */
export type TellProgress = (position: number) => void

/**
 * Takes in what a projection has not yet. A portion of events and the checkpoint behind it are one
 * transaction, so that whoever is killed goes on where it was. Of two processes one waits.
 */
export async function catchUp(
  db: Kysely<Tables>,
  projection: Projection,
  tell: TellProgress = () => {},
): Promise<void> {
  for (;;) {
    const { position, done } = await db
      .transaction()
      .execute((work) => insideWork(() => takePortion(work, projection)))
    tell(position)
    if (done) return
  }
}

/** Throws the tables away and builds them again from the whole record. */
export async function rebuild(
  db: Kysely<Tables>,
  projection: Projection,
  tell?: TellProgress,
): Promise<void> {
  await db.transaction().execute(async (work) => {
    await lockCheckpoint(work, projection)
    await startAnew(work, projection)
  })
  await catchUp(db, projection, tell)
}

export async function projectionStatus(
  db: Kysely<Tables>,
  { name, version }: Projection,
): Promise<ProjectionStatus> {
  const checkpoint = await db
    .selectFrom('navicert.checkpoints')
    .selectAll()
    .where('projection', '=', name)
    .executeTakeFirst()
  const position = checkpoint?.version === version ? Number(checkpoint.position) : 0
  return { name, version, position, of: await lastPosition(db) }
}

/** The tables of the projections, whatever a query calls them. */
export function viewsOf<Views>(db: Kysely<Tables>): Kysely<Views> {
  return db.withSchema(VIEWS_SCHEMA) as unknown as Kysely<Views>
}

async function takePortion(
  work: Kysely<Tables>,
  projection: Projection,
): Promise<{ readonly position: number; readonly done: boolean }> {
  const after = await readyCheckpoint(work, projection)
  const events = await readRecord(work, { after, limit: PORTION })
  // So that handwritten SQL finds the tables as the query builder does.
  await sql.raw(`set local search_path = ${VIEWS_SCHEMA}`).execute(work)
  const views = viewsOf(work)
  await takeEvents(projection, events, views)
  const position = events.at(-1)?.position ?? after
  if (position !== after) await setCheckpoint(work, projection, position)
  return { position, done: events.length < PORTION }
}

async function takeEvents(
  projection: Projection,
  events: readonly RecordedEvent[],
  views: Kysely<unknown>,
): Promise<void> {
  let at = events[0]?.position ?? 0
  try {
    if (projection.applyAll !== undefined) return await projection.applyAll(events, views)
    for (const event of events) {
      at = event.position
      await projection.apply(event, views)
    }
  } catch (error) {
    throw failed(projection, at, error)
  }
}

/** The position to go on after; tables of an older version are built anew. */
async function readyCheckpoint(work: Kysely<Tables>, projection: Projection): Promise<number> {
  const { version, position } = await lockCheckpoint(work, projection)
  if (version > projection.version) {
    throw new ProblemError({
      code: 'store.projection-newer',
      detail: `The projection ${projection.name} is at version ${version}; this program knows ${projection.version}.`,
      remedy: 'Use the release that built it, or a newer one.',
    })
  }
  if (version === projection.version) return position
  await startAnew(work, projection)
  return 0
}

async function lockCheckpoint(
  work: Kysely<Tables>,
  { name }: Projection,
): Promise<{ readonly version: number; readonly position: number }> {
  await work
    .insertInto('navicert.checkpoints')
    .values({ projection: name, version: 0, position: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await work
    .selectFrom('navicert.checkpoints')
    .selectAll()
    .where('projection', '=', name)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { version: row.version, position: Number(row.position) }
}

async function startAnew(work: Kysely<Tables>, projection: Projection): Promise<void> {
  const { schema } = work.withSchema(VIEWS_SCHEMA)
  for (const table of projection.tables.toReversed())
    await schema.dropTable(table).ifExists().cascade().execute()
  await sql.raw(`set local search_path = ${VIEWS_SCHEMA}`).execute(work)
  await projection.create(viewsOf(work))
  await setCheckpoint(work, projection, 0)
}

async function setCheckpoint(
  work: Kysely<Tables>,
  { name, version }: Projection,
  position: number,
): Promise<void> {
  await work
    .updateTable('navicert.checkpoints')
    .set({ version, position })
    .where('projection', '=', name)
    .execute()
}

function failed({ name }: Projection, position: number, cause: unknown): unknown {
  if (cause instanceof ProblemError) return cause
  const error = new Error(
    `The projection ${name} failed on the event at ${position}: ${cause instanceof Error ? cause.message : String(cause)}`,
    { cause },
  )
  // What the database said of itself is still to be recognised.
  return Object.assign(error, { code: (Object(cause) as { readonly code?: unknown }).code })
}

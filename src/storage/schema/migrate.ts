import { type Kysely, sql } from 'kysely'
import { ProblemError } from '../../kernel/index.ts'
import { MIGRATIONS, WORKER_ROLE } from './migrations.ts'
import type { Tables } from './tables.ts'

/** The version of the schema that this program works with. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map(({ version }) => version))

/**
 * Brings the schema to the version of this program, all steps or none. A schema that is already
 * there is left alone, so a program that may not change it can still work in it.
 * @throws ProblemError for a schema newer than the program
 */
export async function migrate(owner: Kysely<Tables>): Promise<void> {
  if ((await schemaVersion(owner)) === SCHEMA_VERSION) return
  await createRole(owner)
  await owner.transaction().execute(async (work) => {
    // Two processes that start at once: the second finds the work of the first.
    await sql`select pg_advisory_xact_lock(hashtext('navicert.migrate'))`.execute(work)
    await sql`create schema if not exists navicert`.execute(work)
    await sql`create table if not exists navicert.schema_version (
      version integer primary key, name text not null)`.execute(work)
    const present = await schemaVersion(work)
    for (const { version, name, sql: text } of MIGRATIONS) {
      if (version <= present) continue
      await sql.raw(text).execute(work)
      await work.insertInto('navicert.schema_version').values({ version, name }).execute()
    }
  })
}

/** 0 where there is none yet. @throws ProblemError for a newer one */
export async function schemaVersion(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ readonly found: boolean }>`
    select to_regclass('navicert.schema_version') is not null as found`.execute(db)
  if (rows[0]?.found !== true) return 0
  const { version } = await db
    .selectFrom('navicert.schema_version')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirstOrThrow()
  if ((version ?? 0) <= SCHEMA_VERSION) return version ?? 0
  throw new ProblemError({
    code: 'store.schema-newer',
    detail: `The store has schema ${version}; this program knows ${SCHEMA_VERSION}.`,
    remedy: 'Use the release that wrote it, or a newer one.',
  })
}

/** A role belongs to the whole server, so it may be there before the schema is. */
async function createRole(owner: Kysely<Tables>): Promise<void> {
  try {
    await sql
      .raw(`do $$ begin
        if not exists (select from pg_roles where rolname = '${WORKER_ROLE}') then
          create role ${WORKER_ROLE} nologin;
        end if;
        if not (select rolsuper from pg_roles where rolname = current_user)
          and not pg_has_role(current_user, '${WORKER_ROLE}', 'usage') then
          grant ${WORKER_ROLE} to current_user;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$`)
      .execute(owner)
  } catch (error) {
    throw new ProblemError({
      code: 'store.role-missing',
      detail: `The role ${WORKER_ROLE} is not there and cannot be made (${(error as Error).message}).`,
      remedy: `Let an administrator run: create role ${WORKER_ROLE} nologin; grant ${WORKER_ROLE} to <user>;`,
    })
  }
}

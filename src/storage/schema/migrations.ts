import PgBoss from 'pg-boss'
import { assert } from '../../kernel/index.ts'

/** The role the program works as. It may not log in; whoever logs in is a member of it. */
export const WORKER_ROLE = 'navicert_work'

/** Projections keep their tables here, and may do with them what they like. */
export const VIEWS_SCHEMA = 'navicert_views'

/** The job queue keeps its tables here. */
export const JOBS_SCHEMA = 'navicert_jobs'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/**
 * What makes the schema, in order. A migration that has shipped is never edited: write the next
 * one, that adds first and takes away a release later, so that two releases can run side by side.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'record',
    sql: `
      create table navicert.events (
        position bigint primary key check (position > 0),
        stream text not null check (stream <> ''),
        version integer not null check (version > 0),
        type text not null check (type <> ''),
        at timestamptz(3) not null,
        actor text not null check (actor <> ''),
        body text not null,
        previous text check ((previous is null) = (version = 1)),
        digest text not null,
        unique (stream, version)
      );
      create table navicert.commands (
        key text primary key,
        digest text not null,
        result text not null
      );

      -- The second lock behind the missing grant, for whoever owns the tables.
      create function navicert.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the record is never changed: % on %', lower(tg_op), tg_table_name
          using errcode = 'insufficient_privilege';
      end $$;
      create trigger never_changed before update or delete or truncate on navicert.events
        for each statement execute function navicert.refuse_change();
      create trigger never_changed before update or delete or truncate on navicert.commands
        for each statement execute function navicert.refuse_change();
      alter table navicert.events enable always trigger never_changed;
      alter table navicert.commands enable always trigger never_changed;

      -- One append at a time: a position is given and committed before the next is given, so a
      -- reader never sees a later event before an earlier one. Each statement of the function
      -- sees what was committed before it, so the lock is taken first.
      create function navicert.head_for_append(of_stream text)
        returns table (last_position bigint, last_version integer, last_digest text)
        language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtext('navicert.append'));
        return query
          select (select coalesce(max(e.position), 0) from navicert.events e), h.version, h.digest
          from (select 1) one
          left join lateral (
            select e.version, e.digest from navicert.events e
            where e.stream = of_stream order by e.version desc limit 1
          ) h on true;
      end $$;

      grant usage on schema navicert to ${WORKER_ROLE};
      grant select on navicert.schema_version to ${WORKER_ROLE};
      grant select, insert on navicert.events, navicert.commands to ${WORKER_ROLE};
    `,
  },
  {
    version: 2,
    name: 'projections',
    sql: `
      create schema ${VIEWS_SCHEMA};
      grant usage, create on schema ${VIEWS_SCHEMA} to ${WORKER_ROLE};
      create table navicert.checkpoints (
        projection text primary key,
        version integer not null,
        position bigint not null
      );
      grant select, insert, update on navicert.checkpoints to ${WORKER_ROLE};
    `,
  },
  {
    version: 3,
    name: 'jobs',
    sql: `
      ${withoutTransaction(PgBoss.getConstructionPlans(JOBS_SCHEMA))};
      -- A queue is a partition, which only the owner of the table can add.
      alter function ${JOBS_SCHEMA}.create_queue(text, json)
        security definer set search_path = pg_catalog, pg_temp;
      grant usage on schema ${JOBS_SCHEMA} to ${WORKER_ROLE};
      grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${WORKER_ROLE};
      revoke insert, update, delete on ${JOBS_SCHEMA}.version from ${WORKER_ROLE};
      grant update (maintained_on, cron_on, monitored_on) on ${JOBS_SCHEMA}.version to ${WORKER_ROLE};
    `,
  },
  {
    version: 4,
    name: 'subject keys',
    sql: `
      create table navicert.subject_keys (
        subject text primary key check (subject <> ''),
        wrapped text,
        destroyed_at timestamptz(3),
        check ((wrapped is null) = (destroyed_at is not null))
      );
      -- A key is made once and destroyed once; it is never exchanged and never comes back.
      create function navicert.only_destroy() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.wrapped is not null and new.wrapped is null
          and new.subject = old.subject then
          return new;
        end if;
        raise exception 'a subject key is destroyed or kept, never changed'
          using errcode = 'insufficient_privilege';
      end $$;
      create trigger only_destroy before update or delete on navicert.subject_keys
        for each row execute function navicert.only_destroy();
      create trigger never_emptied before truncate on navicert.subject_keys
        for each statement execute function navicert.only_destroy();
      alter table navicert.subject_keys enable always trigger only_destroy;
      alter table navicert.subject_keys enable always trigger never_emptied;
      grant select, insert on navicert.subject_keys to ${WORKER_ROLE};
      grant update (wrapped, destroyed_at) on navicert.subject_keys to ${WORKER_ROLE};
    `,
  },
  {
    version: 5,
    name: 'erasures due',
    sql: `
      -- A row a work that destroyed keys, until their bytes are out of the files.
      create table navicert.erasures_due (id bigint generated always as identity primary key);
      grant select, insert, delete on navicert.erasures_due to ${WORKER_ROLE};
    `,
  },
  {
    version: 6,
    name: 'tallies',
    sql: `
      create table navicert.tallies (
        key text primary key check (key <> ''),
        count integer not null check (count > 0),
        last timestamptz(3) not null
      );
      create index tallies_last on navicert.tallies (last);
      grant select, insert, update, delete on navicert.tallies to ${WORKER_ROLE};
    `,
  },
]

/** The migrations run in a transaction of their own. */
function withoutTransaction(plan: string): string {
  const [, inner] = /^\s*BEGIN;([\s\S]*?);?\s*COMMIT;\s*$/.exec(plan) ?? []
  assert(inner !== undefined, 'the plan of the queue is one transaction')
  return inner
}

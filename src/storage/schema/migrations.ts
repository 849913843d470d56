/** The role the program works as. It may not log in; whoever logs in is a member of it. */
export const WORKER_ROLE = 'navicert_work'

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
]

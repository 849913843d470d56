import { type Kysely, sql } from 'kysely'
import { canonicalJson, digestOf, fail, ok, type Result } from '../../kernel/index.ts'
import type { Tables } from '../schema/tables.ts'
import type { Json } from './event.ts'

/** A command that may be delivered more than once. */
export interface Command {
  /** The same for each delivery of the same command, and for no other. */
  readonly key: string
  /** All that it says, so that another command under the same key is noticed. */
  readonly content: Json
}

/**
 * Carries a command out unless it was carried out before, in which case it gives what it gave then.
 * Two deliveries at the same time: the second waits for the first. A refusal is not kept, so that
 * the command may be tried again.
 */
export async function once<T extends Json>(
  work: Kysely<Tables>,
  { key, content }: Command,
  carryOut: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const digest = digestOf(content)
  await sql`select pg_advisory_xact_lock(hashtext('navicert.command'), hashtext(${key}))`.execute(
    work,
  )
  const before = await work
    .selectFrom('navicert.commands')
    .select(['digest', 'result'])
    .where('key', '=', key)
    .executeTakeFirst()
  if (before !== undefined) {
    return before.digest === digest ? ok(JSON.parse(before.result) as T) : keyReused(key)
  }
  const result = await carryOut()
  if (result.ok) {
    const row = { key, digest, result: canonicalJson(result.value) }
    await work.insertInto('navicert.commands').values(row).execute()
  }
  return result
}

function keyReused(key: string): Result<never> {
  return fail({
    code: 'store.key-reused',
    detail: `The idempotency key ${JSON.stringify(key.slice(0, 80))} was used for another command.`,
    remedy: 'Give each command a key of its own, and only a repetition the same one.',
  })
}

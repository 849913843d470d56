import type { AuditLine } from '../../desk/index.ts'
import { belongingsOf, reaches } from '../../people/index.ts'
import { auditCsv, auditSearch } from '../contract/people-operations.ts'
import type { People } from '../people/people.ts'
import { refused } from '../people/sign-in.ts'
import { type Call, type Route, route, Written } from '../route.ts'
import type { Services } from '../services.ts'

interface Query {
  readonly actor?: string
  readonly what?: string
  readonly of?: string
  readonly from?: string
  readonly to?: string
  readonly limit: number
  readonly cursor?: string
}

export function auditRoutes({ people: open }: Services): readonly Route[] {
  return [
    route(auditSearch, async ({ query }, call) => {
      const lines = await search(await open(), query, call)
      const last = lines.at(-1)
      const isMore = last !== undefined && lines.length === query.limit
      return { lines, ...(isMore ? { next: String(last.position) } : {}) }
    }),
    route(auditCsv, async ({ query }, call) => {
      const lines = await search(await open(), query, call)
      return new Written(`${[HEAD, ...lines.map(rowOf)].join('\r\n')}\r\n`)
    }),
  ]
}

async function search(
  people: People,
  { cursor, ...query }: Query,
  { identity, reach }: Call,
): Promise<readonly AuditLine[]> {
  if (identity === undefined) throw refused()
  const roster = await people.directory.fresh()
  const among =
    reach === 'all'
      ? undefined
      : roster
          .persons()
          .filter((one) => belongingsOf(one).some((thing) => reaches(identity, reach, thing)))
          .map(({ id }) => id)
  const before = /^\d{1,15}$/.test(cursor ?? '') ? Number(cursor) : undefined
  return await people.audit.search({ ...query, among, before })
}

const HEAD = 'position,at,actor,what,of,request'

/** Quoted, and no cell begins as a formula does: what others sent stands in it. */
function rowOf({ position, at, actor, what, of, request }: AuditLine): string {
  const cell = (text: string): string => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return `"${safe.replaceAll('"', '""')}"`
  }
  return [String(position), ...[at, actor, what, of, request].map(cell)].join(',')
}

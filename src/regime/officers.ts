import { z } from 'zod'
import { ok, parseShape, type Result } from '../kernel/index.ts'

const types = z
  .array(
    z.string().regex(/^[a-z]+(?:\.[a-z]+)*(?:\.\*)?$/, {
      error: 'A message type, or the beginning of some and .*',
    }),
  )
  .min(1)

const table = z.strictObject({
  roles: z.record(z.string().regex(/^[a-z][a-z-]*$/), types),
  supersedable: types.optional(),
  cite: z.string().min(1),
  mark: z.string().min(1),
})

/** Whether an officer in one of these roles may send such a message; the node alone may send none. */
export type MaySign = (type: string, officerRoles: readonly string[]) => boolean

/** Reads `tables/officer-roles` of the law. */
export function readOfficerRoles(value: unknown): Result<MaySign> {
  const read = parseShape(table, value)
  if (!read.ok) return read
  const { roles } = read.value
  return ok((type, officerRoles) =>
    officerRoles.some((role) =>
      Object.hasOwn(roles, role) ? roles[role]?.some((named) => covers(named, type)) : false,
    ),
  )
}

/** Whether its author may put another entry of that type in the place of one. */
export function readSupersedable(value: unknown): Result<(type: string) => boolean> {
  const read = parseShape(table, value)
  if (!read.ok) return read
  const { supersedable = [] } = read.value
  return ok((type) => supersedable.some((named) => covers(named, type)))
}

function covers(named: string, type: string): boolean {
  return named.endsWith('.*') ? type.startsWith(named.slice(0, -1)) : type === named
}

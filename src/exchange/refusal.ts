import { fail, type Problem } from '../kernel/index.ts'

/** Why something that came from outside is not taken: a problem, never an exception. */
export function refuse(
  code: string,
  detail: string,
  remedy?: string,
): { ok: false; problems: readonly Problem[] } {
  return fail({ code: `exchange.${code}`, detail, ...(remedy === undefined ? {} : { remedy }) })
}

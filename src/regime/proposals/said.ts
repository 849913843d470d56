import type { Digest, Problem } from '../../kernel/index.ts'

/** A message as the fold reads it: its body in shape, its author, and when witnesses first saw it. */
export interface Said<Body> {
  readonly member: string
  readonly at: string
  readonly entry: Digest
  readonly body: Body
}

export function refusal(code: string, detail: string, remedy?: string): Problem {
  return { code, detail, ...(remedy === undefined ? {} : { remedy }) }
}

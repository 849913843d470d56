import { SCOPES, type Scope } from '../../people/index.ts'
import { makeToken } from './token.ts'
import { TokenFile } from './token-file.ts'

export interface NewToken {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly made: Date
  /** The last day on which it is good, in UTC. */
  readonly until?: string
}

/** Makes a token and keeps its digest; its text, which is shown once. @throws ProblemError */
export function addToken(dataFolder: string, { name, scopes, made, until }: NewToken): string {
  const { text, kept } = makeToken({
    name,
    scopes,
    made: made.toISOString(),
    ...(until === undefined ? {} : { expires: `${until}T23:59:59.999Z` }),
  })
  new TokenFile(dataFolder).add(kept)
  return text
}

/** Takes a token away by its id or its text. @returns whether there was one */
export function revokeToken(dataFolder: string, which: string): boolean {
  const [, id = which] = /^navicert_([0-9a-f]{12})_/.exec(which) ?? []
  return new TokenFile(dataFolder).revoke(id)
}

/** `check,screen` @returns nothing where one of them is no scope */
export function readScopes(text: string): readonly Scope[] | undefined {
  const words = text.split(',').map((word) => word.trim())
  const scopes = SCOPES.filter((scope) => words.includes(scope))
  return scopes.length === new Set(words).size ? scopes : undefined
}

import { type Problem, ProblemError, type Result, unwrap } from '../kernel/index.ts'
import type { OperatorCommand, Scope } from '../server/index.ts'
import type { Json, Store } from '../storage/index.ts'
import { type DataOption, dataFolderOf } from './options.ts'
import type { Session } from './session.ts'
import { storeKey, withStore } from './with-store.ts'

/**
 * Does something with accounts for whoever has the data folder: on the store, or by the server that has it
 * open. @throws ProblemError
 */
export async function operate(
  options: DataOption,
  session: Session,
  command: OperatorCommand,
): Promise<Json> {
  const { askServer, performOnStore } = await import('../server/index.ts')
  const dataFolder = dataFolderOf(options, session.surroundings)
  const masterKey = await storeKey(dataFolder, session.surroundings)
  const perform = (store: Store): Promise<Result<Json>> =>
    performOnStore(store, dataFolder, command, { now: () => new Date(), masterKey })
  try {
    return unwrap(await withStore(options, session, perform, { orNew: true, sealing: true }))
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.problems.some(isInUse)) throw error
    return unwrap(await askServer(dataFolder, command))
  }
}

function isInUse({ code }: Problem): boolean {
  return code === 'store.in-use'
}

/** `check,screen` @throws ProblemError where one of them is no scope */
export async function scopesOf(text: string): Promise<Scope[]> {
  const { SCOPES } = await import('../server/index.ts')
  return wordsOf(text, SCOPES, 'scope')
}

/** Words of a closed list, with commas between. @throws ProblemError */
export function wordsOf<Word extends string>(
  text: string,
  known: readonly Word[],
  what: string,
): Word[] {
  const words = text.split(',').map((word) => word.trim())
  const found = known.filter((word) => words.includes(word))
  if (found.length === new Set(words).size) return found
  throw new ProblemError({
    code: `token.${what}`,
    detail: `${JSON.stringify(text)} names what is no ${what}.`,
    remedy: `Words, with commas between: ${known.join(', ')}.`,
  })
}

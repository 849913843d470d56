import type { Result } from '../../kernel/index.ts'
import type { Json, Store } from '../../storage/index.ts'
import { TokenFile } from '../identity/token-file.ts'
import { begin } from './first-start.ts'
import { type OperatorCommand, operatorCommand, performForOperator } from './operator.ts'
import { People, type PeopleOptions } from './people.ts'

/** Does what the operator asks for on a store that no server has open. */
export async function performOnStore(
  store: Store,
  dataFolder: string,
  command: OperatorCommand,
  { now, masterKey }: Pick<PeopleOptions, 'now' | 'masterKey'>,
): Promise<Result<Json>> {
  const people = await People.open(store, { now, masterKey })
  const tokens = new TokenFile(dataFolder)
  await begin(people, tokens.read())
  tokens.setAside()
  return await performForOperator(people, operatorCommand.parse(command))
}

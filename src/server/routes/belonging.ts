import { reaches } from '../../people/index.ts'
import type { Identity } from '../identity/identity.ts'
import type { Call } from '../route.ts'

/** Who asks, on a route that nobody unknown reaches. */
export function callerOf({ identity }: Call): Identity {
  if (identity === undefined) throw new Error('the table of actions asks for a token here')
  return identity
}

/** Whether what the asker may do goes as far as something that somebody made in an organisation's name. */
export function isWithin(
  call: Call,
  { owner, organisation }: { readonly owner: string; readonly organisation?: string },
): boolean {
  const thing = { persons: [owner], ...(organisation === undefined ? {} : { organisation }) }
  return reaches(callerOf(call), call.reach, thing)
}

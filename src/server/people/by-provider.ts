import { randomUUID } from 'node:crypto'
import { unwrap } from '../../kernel/index.ts'
import { addPerson, type Person, type Roster, setRoles } from '../../people/index.ts'
import type { Claimed, ProviderSettings } from '../identity/provider.ts'
import type { People } from './people.ts'
import { refused } from './sign-in.ts'

const ACTOR = 'provider'

/**
 * The account of who signed in at the provider: known by issuer and subject, never by name or mail, which
 * others could take on there. It is made at the first time; its roles are those that the provider's word
 * stands for each time, and without any nobody is let in. @throws Refusal
 */
export async function byProvider(
  people: People,
  { issuer, subject, name, roles }: Claimed,
  { organisation }: ProviderSettings,
): Promise<Person> {
  const of = (roster: Roster): Person | undefined => roster.byIdentity(issuer, subject)
  const known = of(await people.directory.fresh())
  if (known === undefined) {
    if (roles.length === 0) throw refused()
    const id = randomUUID()
    const person = { id, is: 'person', name, organisation, roles } as const
    unwrap(
      await people.directory.change(ACTOR, (roster) => {
        // Of two at once the later finds the account made.
        if (of(roster) !== undefined) return { ok: true, value: [] }
        const added = addPerson('operator', roster, person)
        if (!added.ok) return added
        const linked = { kind: 'identity-linked', person: id, issuer, subject } as const
        return { ok: true, value: [...added.value, linked] }
      }),
    )
  } else if (!hasRoles(known, organisation, roles)) {
    const change = { id: known.id, organisation, roles }
    unwrap(await people.directory.change(ACTOR, (now) => setRoles('operator', now, change)))
  }
  const person = of(people.directory.roster)
  if (person === undefined || roles.length === 0) throw refused()
  return person
}

function hasRoles(person: Person, organisation: string, roles: readonly string[]): boolean {
  const held = person.memberships.find((one) => one.organisation === organisation)?.roles ?? []
  return held.length === roles.length && held.every((role) => roles.includes(role))
}

import { randomUUID } from 'node:crypto'
import { ProblemError, unwrap } from '../../kernel/index.ts'
import {
  addPerson,
  belongingsOf,
  erase,
  isTokenWithin,
  makeToken,
  type Person,
  reaches,
  restore,
  revokeToken,
  setRoles,
  suspend,
} from '../../people/index.ts'
import {
  personAdd,
  personErase,
  personList,
  personReset,
  personRestore,
  personRoles,
  personSuspend,
  tokenList,
  tokenMake,
  tokenRevoke,
} from '../contract/people-operations.ts'
import type { Identity } from '../identity/identity.ts'
import { makeSecret } from '../identity/secrets.ts'
import { pageOf } from '../page.ts'
import { linkFor, shownPerson } from '../people/operator.ts'
import type { People } from '../people/people.ts'
import { refused } from '../people/sign-in.ts'
import { type Call, type Route, route } from '../route.ts'
import type { Services } from '../services.ts'

type Decide = Parameters<People['directory']['change']>[1]

/** Accounts and tokens, as far as the asker's roles go; the domain decides, by who asks. */
export function peopleRoutes({ people: open }: Services): readonly Route[] {
  const change = async (id: string, call: Call, decide: Decide): Promise<object> => {
    const people = await open()
    unwrap(await people.directory.change(asker(call).id, decide))
    const person = people.directory.roster.person(id)
    if (person === undefined) throw new Error('who was changed is there')
    return shownPerson(person, people.now())
  }
  return [
    route(personList, async ({ query }, call) => {
      const people = await open()
      const seen = await within(people, call)
      const { items, ...rest } = pageOf(seen, ({ id }) => id, query)
      return { people: items.map((one) => shownPerson(one, people.now())), ...rest }
    }),
    route(personAdd, async ({ body }, call) => {
      const by = asker(call)
      const id = randomUUID()
      const { organisation = by.organisation ?? '', until, ...rest } = body
      const person = await change(id, call, (roster) =>
        addPerson(by, roster, { id, organisation, ...rest, ...endOf(until) }),
      )
      if (body.is === 'service') return { person }
      return { person, link: unwrap(await linkFor(await open(), by, id)) }
    }),
    route(personRoles, ({ params, body }, call) => {
      const by = asker(call)
      const { organisation = by.organisation ?? '', roles, until } = body
      const wanted = { id: params.person, organisation, roles, ...endOf(until) }
      return change(params.person, call, (roster) => setRoles(by, roster, wanted))
    }),
    route(personSuspend, async ({ params: { person: id }, body: { reason } }, call) => {
      const shown = await change(id, call, (roster) => suspend(asker(call), roster, { id, reason }))
      const people = await open()
      await people.sessions.end(id, people.now(), 'suspended')
      return shown
    }),
    route(personRestore, ({ params: { person: id }, body: { reason } }, call) =>
      change(id, call, (roster) => restore(asker(call), roster, { id, reason })),
    ),
    route(personReset, async ({ params }, call) => ({
      link: unwrap(await linkFor(await open(), asker(call), params.person)),
    })),
    route(personErase, async ({ params: { person: id }, body: { reason } }, call) => {
      await change(id, call, (roster) => erase(asker(call), roster, { id, reason }))
      const people = await open()
      await people.sessions.end(id, people.now(), 'suspended')
      return { erased: id }
    }),
    ...tokenRoutes(open),
  ]
}

function tokenRoutes(open: Services['people']): readonly Route[] {
  return [
    route(tokenList, async (_, call) => {
      const seen = await within(await open(), call)
      return {
        tokens: seen.flatMap(({ id: person, tokens }) =>
          tokens
            .filter((token) => call.reach === 'all' || isTokenWithin(asker(call), { token }))
            .map(({ digest: _digest, ...token }) => ({ ...token, person })),
        ),
      }
    }),
    route(tokenMake, async ({ body }, call) => {
      const people = await open()
      const by = asker(call)
      const { text, id, digest } = makeSecret('token')
      const { name, scopes, until, person = by.id } = body
      // A token that could make wider ones would have no bounds.
      if (by.scopes !== undefined && !scopes.every((one) => holds(by, one))) throw wider()
      const end = until === undefined ? {} : { expires: `${until}T23:59:59.999Z` }
      // In whose name it was made it acts, whoever else its owner works for.
      const where = by.organisation === undefined ? {} : { organisation: by.organisation }
      const token = { id, digest, name, scopes, made: people.now(), ...where, ...end }
      unwrap(await people.directory.change(by.id, (roster) => makeToken(by, roster, person, token)))
      return { id, token: text }
    }),
    route(tokenRevoke, async ({ params }, call) => {
      const people = await open()
      const by = asker(call)
      unwrap(
        await people.directory.change(by.id, (roster) => revokeToken(by, roster, params.token)),
      )
      return { revoked: params.token }
    }),
  ]
}

function holds({ scopes = [] }: Identity, wanted: (typeof scopes)[number]): boolean {
  return scopes.includes('admin') || scopes.includes(wanted)
}

function wider(): ProblemError {
  return new ProblemError({
    code: 'people.wider-token',
    detail: 'A token makes no token that may more than itself.',
    remedy: 'Sign in, and make it there.',
  })
}

/** Those whom the asker is let see. */
async function within(people: People, call: Call): Promise<readonly Person[]> {
  const roster = await people.directory.fresh()
  const by = asker(call)
  return roster
    .persons()
    .filter((one) => belongingsOf(one).some((thing) => reaches(by, call.reach, thing)))
}

function asker({ identity }: Call): Identity {
  if (identity === undefined) throw refused()
  return identity
}

function endOf(until: string | undefined): { readonly until?: string } {
  return until === undefined ? {} : { until: `${until}T23:59:59.999Z` }
}

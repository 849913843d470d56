import { unwrap } from '../../kernel/index.ts'
import { judgePassword, type Person, setPassword } from '../../people/index.ts'
import {
  changePassword,
  endSession,
  redeemLink,
  sessionList,
  signIn,
  signOut,
  signOutEverywhere,
  switchOrganisation,
  whoAmI,
} from '../contract/account-operations.ts'
import type { Identity, SessionMark } from '../identity/identity.ts'
import type { People } from '../people/people.ts'
import {
  byLink,
  byPassword,
  enter,
  noteFailure,
  refused,
  shownAccount,
  switchTo,
} from '../people/sign-in.ts'
import { type Call, type Route, route } from '../route.ts'
import type { Services } from '../services.ts'

/** What one does with one's own account: sign in and out, see one's sessions, change the password. */
export function accountRoutes({ people: open, provider }: Services): readonly Route[] {
  return [
    route(signIn, async ({ body }, call) => {
      const people = await open()
      return enter(people, await byPassword(people, body, call), 'password', call)
    }),
    route(redeemLink, async ({ body }, call) => {
      const people = await open()
      return enter(people, await byLink(people, body, call), 'link', call)
    }),
    route(whoAmI, async (_, call) => {
      const people = await open()
      const { person, identity } = await own(people, call)
      return shownAccount(people, person, identity)
    }),
    route(switchOrganisation, async ({ body }, call) => {
      const people = await open()
      const { person } = await own(people, call)
      return switchTo(people, person, body.organisation, call)
    }),
    route(signOut, async (_, call) => {
      const people = await open()
      const { person, session } = await own(people, call)
      call.tell('set-cookie', call.site.cookie(undefined))
      const isThis = (one: SessionMark | { readonly id: string }): boolean => one.id === session.id
      const sessions = await people.sessions.all(person.id, people.now())
      const cameByProvider = sessions.find(isThis)?.means === 'provider'
      const ended = await people.sessions.end(person.id, people.now(), 'signed-out', isThis)
      // That the provider is away keeps nobody signed in here.
      const goOn = cameByProvider
        ? await provider?.signOutUrl(call.site.url.href).catch(() => undefined)
        : undefined
      return { ended, ...(goOn === undefined ? {} : { goOn }) }
    }),
    route(sessionList, async (_, call) => {
      const people = await open()
      const { person, session } = await own(people, call)
      const sessions = await people.sessions.all(person.id, people.now())
      return {
        sessions: sessions.map(({ organisation: _organisation, ...one }) => ({
          ...one,
          isThis: one.id === session.id,
        })),
      }
    }),
    route(signOutEverywhere, async (_, call) => {
      const people = await open()
      const { person } = await own(people, call)
      call.tell('set-cookie', call.site.cookie(undefined))
      return { ended: await people.sessions.end(person.id, people.now(), 'everywhere') }
    }),
    route(endSession, async ({ params }, call) => {
      const people = await open()
      const { person } = await own(people, call)
      const isIt = (one: { readonly id: string }): boolean => one.id === params.session
      return { ended: await people.sessions.end(person.id, people.now(), 'signed-out', isIt) }
    }),
    route(changePassword, async ({ body }, call) => {
      const people = await open()
      const { person } = await own(people, call)
      await changeOwn(people, person, body, call)
      return enter(people, person, 'password', call)
    }),
  ]
}

/** Whose session it is. */
export async function own(
  people: People,
  { identity }: Call,
): Promise<{
  readonly person: Person
  readonly identity: Identity
  readonly session: SessionMark
}> {
  const roster = await people.directory.fresh()
  const person = identity === undefined ? undefined : roster.person(identity.id)
  const session = identity?.session
  if (person === undefined || identity === undefined || session === undefined) throw refused()
  return { person, identity, session }
}

/** With the password of before, where there is one: an unlocked screen is no way to take an account. */
async function changeOwn(
  people: People,
  person: Person,
  { current = '', next }: { readonly current?: string; readonly next: string },
  call: Call,
): Promise<void> {
  const { passwordHash } = person
  if (passwordHash !== undefined) {
    const attempt = await people.throttle.begin(`change ${person.id}`, call.address)
    if (!(await people.passwords.fits(current, passwordHash))) {
      await noteFailure(people, person, 'password', call)
      throw refused()
    }
    await attempt.succeeded()
  }
  unwrap(judgePassword(next, person))
  const hash = await people.passwords.hash(next)
  unwrap(await people.directory.change(person.id, () => setPassword(person, hash)))
  await people.sessions.end(person.id, people.now(), 'everywhere')
}

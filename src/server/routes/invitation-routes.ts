import { createHash } from 'node:crypto'
import { type Result, unwrap } from '../../kernel/index.ts'
import {
  acceptInvitation,
  type FirstCredential,
  type Invitation,
  isInvitationGood,
  judgePassword,
  type PeopleEvent,
  reaches,
  signUp,
  withdrawInvitation,
} from '../../people/index.ts'
import {
  invitationAccept,
  invitationList,
  invitationMake,
  invitationWithdraw,
  signUpInvited,
  signUpPasskey,
} from '../contract/invitation-operations.ts'
import { Refusal } from '../http/refusal.ts'
import { isSameDigest, readSecret } from '../identity/secrets.ts'
import { invitationFrom } from '../people/operator.ts'
import type { People } from '../people/people.ts'
import { enter, noteFailure, shownAccount } from '../people/sign-in.ts'
import { type Call, type Route, route } from '../route.ts'
import type { Services } from '../services.ts'
import { own } from './account-routes.ts'
import { callerOf } from './belonging.ts'
import { keep, registered, registrationOptions, taken } from './passkey-routes.ts'

/** Into an organisation by invitation: made by its administrator, accepted by who is new or has an account. */
export function invitationRoutes(services: Services): readonly Route[] {
  return [...madeBy(services), ...acceptedBy(services)]
}

function madeBy({ people: open }: Services): readonly Route[] {
  return [
    route(invitationMake, async ({ body }, call) => {
      const by = callerOf(call)
      const { organisation = by.organisation ?? '', roles, until } = body
      const end = until === undefined ? {} : { until: `${until}T23:59:59.999Z` }
      return unwrap(await invitationFrom(await open(), by, { organisation, roles, ...end }))
    }),
    route(invitationList, async (_, call) => {
      const people = await open()
      const roster = await people.directory.fresh()
      const seen = roster
        .invitations()
        .filter((one) => isInvitationGood(one, people.now()))
        .filter(({ organisation }) => reaches(callerOf(call), call.reach, { organisation }))
      return { invitations: seen.map(({ digest: _digest, by: _by, ...one }) => one) }
    }),
    route(invitationWithdraw, async ({ params: { invitation } }, call) => {
      const by = callerOf(call)
      const { directory } = await open()
      unwrap(await directory.change(by.id, (roster) => withdrawInvitation(by, roster, invitation)))
      return { withdrawn: invitation }
    }),
  ]
}

function acceptedBy({ people: open }: Services): readonly Route[] {
  return [
    route(signUpPasskey, async ({ body }, call) => {
      const people = await open()
      const { id } = await shownInvitation(people, body.invitation, call)
      const { name, signInName } = body
      const person = { id: newcomerOf(id), name, signInName, passkeys: [] }
      const options = await registrationOptions(person, call)
      keep(people, call, `sign up ${id}`, options.challenge)
      return options
    }),
    route(signUpInvited, async ({ body }, call) => {
      const people = await open()
      const { id } = await shownInvitation(people, body.invitation, call)
      const { name, signInName } = body
      const credential = await firstCredential(people, id, body, call)
      const newcomer = { id: newcomerOf(id), name, signInName, credential }
      const now = people.now()
      await change(people, newcomer.id, (roster) => signUp(roster, id, newcomer, now))
      const person = people.directory.roster.person(newcomer.id)
      if (person === undefined) throw noInvitation()
      return await enter(people, person, 'link', call)
    }),
    route(invitationAccept, async ({ body }, call) => {
      const people = await open()
      const { identity } = await own(people, call)
      const { id } = await shownInvitation(people, body.invitation, call)
      const now = people.now()
      await change(people, identity.id, (roster) => {
        const person = roster.person(identity.id)
        if (person === undefined) throw noInvitation()
        return acceptInvitation(roster, id, person, now)
      })
      const { person } = await own(people, call)
      return shownAccount(people, person, identity)
    }),
  ]
}

async function change(
  people: People,
  actor: string,
  decide: (roster: People['directory']['roster']) => Result<readonly PeopleEvent[]>,
): Promise<void> {
  unwrap(await people.directory.change(actor, decide))
}

/** The invitation whose text is shown. Whatever is wrong with it is answered alike. @throws Refusal */
async function shownInvitation(people: People, text: string, call: Call): Promise<Invitation> {
  const shown = readSecret('invitation', text)
  // By the invitation, so that who guesses keeps nobody from using theirs.
  const attempt = await people.throttle.begin(
    `invitation ${shown?.id ?? call.address}`,
    call.address,
  )
  const roster = await people.directory.fresh()
  const found = shown === undefined ? undefined : roster.invitation(shown.id)
  const isGood =
    shown !== undefined &&
    found !== undefined &&
    isSameDigest(shown.digest, found.digest) &&
    isInvitationGood(found, people.now())
  if (!isGood) {
    await noteFailure(people, undefined, 'link', call)
    throw noInvitation()
  }
  await attempt.succeeded()
  return found
}

async function firstCredential(
  people: People,
  id: string,
  { name, signInName, password, passkey }: SignUp,
  call: Call,
): Promise<FirstCredential> {
  if (passkey !== undefined) {
    const challenge = taken(people, call, `sign up ${id}`)
    const made = await registered(passkey.credential, challenge, call)
    return { passkey: { ...made, label: passkey.label } }
  }
  unwrap(judgePassword(password ?? '', { name, signInName }))
  return { hash: await people.passwords.hash(password ?? '') }
}

interface SignUp {
  readonly name: string
  readonly signInName: string
  readonly password?: string
  readonly passkey?: {
    readonly label: string
    readonly credential: Readonly<Record<string, unknown>>
  }
}

/** The account that an invitation becomes: a passkey names it before it is there. */
function newcomerOf(invitation: string): string {
  const hex = createHash('sha256').update(`newcomer ${invitation}`).digest('hex')
  return hex.slice(0, 32)
}

function noInvitation(): Refusal {
  return new Refusal(401, {
    code: 'people.no-invitation',
    detail: 'The invitation is not good: it was accepted, withdrawn, or is too old.',
    remedy: 'Ask who invited for another.',
  })
}

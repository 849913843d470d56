import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { ProblemError, unwrap } from '../../kernel/index.ts'
import { addPasskey, type Person, removePasskey, usePasskey } from '../../people/index.ts'
import {
  passkeyAdd,
  passkeyList,
  passkeyOptions,
  passkeyRemove,
  passkeySignIn,
  passkeySignInOptions,
} from '../contract/passkey-operations.ts'
import { PENDING_SECONDS } from '../identity/pending.ts'
import type { People } from '../people/people.ts'
import { enter, noteFailure, refused } from '../people/sign-in.ts'
import { type Call, type Route, route } from '../route.ts'
import type { Services } from '../services.ts'
import { own } from './account-routes.ts'

/** Passkeys (WebAuthn level 3): registered by who is signed in, shown to sign in without a name. */
export function passkeyRoutes({ people: open }: Services): readonly Route[] {
  return [
    route(passkeyOptions, async (_, call) => {
      const people = await open()
      const { person } = await own(people, call)
      const options = await registrationOptions(person, call)
      keep(people, call, `register ${person.id}`, options.challenge)
      return options
    }),
    route(passkeyAdd, async ({ body: { label, credential } }, call) => {
      const people = await open()
      const { person } = await own(people, call)
      const challenge = taken(people, call, `register ${person.id}`)
      const passkey = await registered(credential, challenge, call)
      const roster = await people.directory.fresh()
      const added = { ...passkey, label }
      unwrap(await people.directory.change(person.id, () => addPasskey(roster, person, added)))
      return { id: passkey.id, label }
    }),
    route(passkeyList, async (_, call) => {
      const { person } = await own(await open(), call)
      return { passkeys: person.passkeys.map(({ id, label }) => ({ id, label })) }
    }),
    route(passkeyRemove, async ({ params }, call) => {
      const people = await open()
      const { person } = await own(people, call)
      const remove = () => removePasskey(person, params.passkey)
      unwrap(await people.directory.change(person.id, remove))
      return { removed: params.passkey }
    }),
    route(passkeySignInOptions, async (_, call) => {
      const options = await generateAuthenticationOptions({
        rpID: call.site.url.hostname,
        userVerification: 'required',
      })
      keep(await open(), call, 'sign in', options.challenge)
      return options
    }),
    route(passkeySignIn, async ({ body }, call) => {
      const people = await open()
      const attempt = await people.throttle.begin(`passkey ${body.credential.id}`, call.address)
      const challenge = taken(people, call, 'sign in')
      const person = (await people.directory.fresh()).byPasskey(body.credential.id)
      const counter = await shown(body.credential, person, challenge, call)
      if (person === undefined || counter === undefined) {
        await noteFailure(people, person, 'passkey', call)
        throw refused()
      }
      const use = () => usePasskey(person, body.credential.id, counter)
      unwrap(await people.directory.change(person.id, use))
      await attempt.succeeded()
      return enter(people, person, 'passkey', call)
    }),
  ]
}

/** What the browser is asked to make for somebody. */
export function registrationOptions(
  person: Pick<Person, 'id' | 'name' | 'signInName' | 'passkeys'>,
  { site }: Call,
) {
  return generateRegistrationOptions({
    rpName: 'Navicert',
    rpID: site.url.hostname,
    userID: new TextEncoder().encode(person.id),
    userName: person.signInName ?? person.name,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: person.passkeys.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

type Credential = Readonly<Record<string, unknown>>

/** @throws ProblemError where what the browser sent is not what was asked for */
export async function registered(
  credential: Credential,
  expectedChallenge: string,
  { site }: Call,
) {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      // The library holds every part of it against what it has to be.
      response: credential as unknown as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: [...site.origins],
      expectedRPID: site.url.hostname,
    })
    if (registrationInfo === undefined) throw new Error('it was not verified')
    const { id, publicKey, counter } = registrationInfo.credential
    return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter }
  } catch {
    throw new ProblemError({
      code: 'passkey.not-verified',
      detail: 'This is not the passkey that was asked for, or it did not verify the person.',
      remedy: 'Begin again, with a PIN or a fingerprint.',
    })
  }
}

/** How far the passkey counts; nothing where it is not the one that is known. */
async function shown(
  credential: Credential,
  person: Person | undefined,
  expectedChallenge: string,
  { site }: Call,
): Promise<number | undefined> {
  const known = person?.passkeys.find(({ id }) => id === credential.id)
  if (known === undefined) return undefined
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: credential as unknown as AuthenticationResponseJSON,
      expectedChallenge,
      expectedOrigin: [...site.origins],
      expectedRPID: site.url.hostname,
      // Whether it counted on is the domain's to say.
      credential: { ...known, publicKey: Buffer.from(known.publicKey, 'base64url'), counter: 0 },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}

/** The challenge goes with the browser, sealed, and comes back with the answer to it. */
export function keep(
  people: People,
  { site, tell }: Call,
  purpose: string,
  challenge: string,
): void {
  const sealed = people.pending.seal(purpose, { challenge }, people.now())
  tell('set-cookie', site.cookie(sealed, pendingName(site.cookieName), PENDING_SECONDS))
}

export function taken(people: People, { site, cookie }: Call, purpose: string): string {
  const sealed = cookie(pendingName(site.cookieName))
  const challenge = people.pending.open(purpose, sealed, people.now())?.challenge
  if (challenge !== undefined) return challenge
  throw new ProblemError({
    code: 'sign-in.not-begun',
    detail: 'Nothing of that kind was begun here, it took too long, or it was done already.',
    remedy: 'Begin again.',
  })
}

function pendingName(name: string): string {
  return `${name}-pending`
}

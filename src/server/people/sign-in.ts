import type { Problem } from '../../kernel/index.ts'
import { unwrap } from '../../kernel/index.ts'
import {
  ACTIONS,
  actingAs,
  isLinkGood,
  judgePassword,
  maySignIn,
  type Person,
  ruleOn,
  type SignInMeans,
  setPassword,
  useLink,
} from '../../people/index.ts'
import { Refusal } from '../http/refusal.ts'
import type { Identity } from '../identity/identity.ts'
import { digestOfSecret, isSameDigest, randomSecret, readSecret } from '../identity/secrets.ts'
import type { Call } from '../route.ts'
import { csrfOf, type People } from './people.ts'

/** Who has this name and password. Whatever is wrong is answered alike, and takes as long. @throws Refusal */
export async function byPassword(
  people: People,
  { name, password }: { readonly name: string; readonly password: string },
  call: Call,
): Promise<Person> {
  const attempt = await people.throttle.begin(
    name.normalize('NFKC').trim().toLowerCase(),
    call.address,
  )
  const roster = await people.directory.fresh()
  const person = roster.bySignInName(name)
  const fits = await people.passwords.fits(password, person?.passwordHash)
  if (!fits || person === undefined || !mayEnter(people, person)) {
    await noteFailure(people, person, 'password', call)
    throw refused()
  }
  await attempt.succeeded()
  if (people.passwords.isOutdated(person.passwordHash ?? '')) {
    const hash = await people.passwords.hash(password)
    unwrap(await people.directory.change(person.id, () => setPassword(person, hash)))
  }
  return person
}

/** Uses up a link: a new password, and every session before it ended. @throws Refusal, ProblemError */
export async function byLink(
  people: People,
  { link, password }: { readonly link: string; readonly password: string },
  call: Call,
): Promise<Person> {
  const shown = readSecret('link', link)
  // By the link, so that who guesses at links keeps nobody from using theirs.
  const attempt = await people.throttle.begin(`link ${shown?.id ?? call.address}`, call.address)
  const roster = await people.directory.fresh()
  const found = shown === undefined ? undefined : roster.link(shown.id)
  const isGood =
    shown !== undefined &&
    found !== undefined &&
    isSameDigest(shown.digest, found.link.digest) &&
    isLinkGood(found.link, found.person, people.now())
  if (!isGood) {
    await noteFailure(people, found?.person, 'link', call)
    throw noLink()
  }
  await attempt.succeeded()
  unwrap(judgePassword(password, found.person))
  const hash = await people.passwords.hash(password)
  const now = people.now()
  const used = await people.directory.change(found.person.id, (latest) =>
    useLink(latest, shown.id, hash, now),
  )
  // Of two who use it at once one is too late.
  if (!used.ok) throw noLink()
  await people.sessions.end(found.person.id, now, 'everywhere')
  return roster.person(found.person.id) ?? found.person
}

/**
 * Begins a session: a new secret whatever was sent, and what this browser had before ends, so that nobody
 * goes on in a session that they were handed.
 */
export async function enter(
  people: People,
  person: Person,
  means: SignInMeans,
  call: Call,
  goesOn: GoesOn = {},
): Promise<object> {
  const { site, identity, device } = call
  if (!site.maySignIn) throw withoutTls()
  const now = people.now()
  const { organisation, roles } = actingAs(person, now, goesOn.organisation)
  if (!maySignIn(person) || roles.length === 0) throw refused()
  const secret = randomSecret()
  const where = organisation === undefined ? {} : { organisation }
  if (identity?.session !== undefined) {
    const { id } = identity.session
    await people.sessions.end(identity.id, now, 'signed-out', (one) => one.id === id)
  }
  const id = digestOfSecret(secret)
  const { since } = goesOn
  const started = { id, started: since ?? now, means, device, ...where }
  await people.sessions.start(person.id, started, since === undefined ? undefined : now)
  call.tell('set-cookie', site.cookie(`${person.id}.${secret}`))
  const session = { id, csrf: csrfOf(secret) }
  const entered = { kind: 'session', id: person.id, name: person.name, roles, session } as const
  return shownAccount(people, person, { ...entered, ...where })
}

/** Of a session that another goes on from: in whose name it shall be, and since when one is signed in. */
export interface GoesOn {
  readonly organisation?: string
  readonly since?: string
}

/** Goes on in the name of another organisation that one is a member of, with a new secret. @throws Refusal */
export async function switchTo(
  people: People,
  person: Person,
  organisation: string,
  call: Call,
): Promise<object> {
  const now = people.now()
  const before = (await people.sessions.all(person.id, now)).find(
    ({ id }) => id === call.identity?.session?.id,
  )
  if (before === undefined) throw refused()
  if (actingAs(person, now, organisation).roles.length === 0) throw noMember()
  return await enter(people, person, before.means, call, { organisation, since: before.started })
}

/** An account as it is shown to whom it belongs. */
export function shownAccount(people: People, person: Person, identity: Identity): object {
  const { id, name, signInName, memberships } = person
  const now = people.now()
  const names = people.directory.roster.organisations
  const organisations = memberships.flatMap(({ organisation: one }) =>
    actingAs(person, now, one).roles.length === 0 ? [] : [{ id: one, name: names.get(one) ?? one }],
  )
  const { organisation, roles, session } = identity
  return {
    person: { id, name, ...(signInName === undefined ? {} : { signInName }) },
    ...(organisation === undefined ? {} : { organisation }),
    organisations,
    roles,
    may: [...ACTIONS.keys()].filter((action) => ruleOn(identity, action).allowed),
    ...(session === undefined ? {} : { csrf: session.csrf }),
  }
}

/** Active, and somewhere with a role: who may do nothing is not let in. */
function mayEnter(people: People, person: Person): boolean {
  return maySignIn(person) && actingAs(person, people.now()).roles.length > 0
}

/** What was typed is not kept: where it was no name, it may have been the password. */
export async function noteFailure(
  people: People,
  person: Person | undefined,
  means: SignInMeans,
  { requestId }: Call,
): Promise<void> {
  await people.audit.note({
    type: 'audit.sign-in-failed',
    actor: 'nobody',
    action: 'sign-in-failed',
    of: person?.id ?? '',
    means,
    request: requestId,
  })
}

export function refused(): Refusal {
  return new Refusal(401, REFUSED)
}

const REFUSED: Problem = {
  code: 'sign-in.refused',
  detail: 'Name and password, or the passkey, are not those of an account that may sign in.',
  remedy: 'Try again; an administrator can make a link to set a new password.',
}

function noLink(): Refusal {
  return new Refusal(401, {
    code: 'people.no-link',
    detail: 'The link is not good: it was used, is too old, or a newer one was made.',
    remedy: 'Ask an administrator for another.',
  })
}

function noMember(): Refusal {
  return new Refusal(403, {
    code: 'people.no-member',
    detail: 'The account is no member of that organisation now.',
    remedy: 'GET /api/v1/session lists those that it is of.',
  })
}

function withoutTls(): Refusal {
  return new Refusal(403, {
    code: 'sign-in.no-tls',
    detail: 'Over a network nobody signs in without TLS.',
    remedy: 'Put a proxy with TLS before it, and name it: `navicert serve --url https://…`.',
  })
}

import { z } from 'zod'
import { ACTIONS, type Action, ROLES } from '../../people/index.ts'
import { operation } from './operation.ts'

export const accountId = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/, { error: 'This is not the id of an account' })

const password = z.string().min(1).max(1024)
export const account = z
  .strictObject({
    person: z.strictObject({
      id: z.string(),
      name: z.string(),
      signInName: z.string().exactOptional(),
    }),
    organisation: z
      .string()
      .exactOptional()
      .meta({ description: 'In whose name; nothing of another is seen or done meanwhile.' }),
    organisations: z
      .array(z.strictObject({ id: z.string(), name: z.string() }))
      .meta({ description: 'Those that one can go on in the name of.' }),
    roles: z.array(z.enum(ROLES)),
    may: z
      .array(z.enum([...ACTIONS.keys()] as [Action, ...Action[]]))
      .meta({ description: 'What the roles held now allow.' }),
    csrf: z
      .string()
      .exactOptional()
      .meta({ description: 'To be sent as X-CSRF-Token with what changes something.' }),
  })
  .meta({ description: 'Who is signed in, and what they may.' })

export const signIn = operation({
  id: 'signIn',
  method: 'POST',
  path: '/api/v1/session',
  tag: 'account',
  summary: 'Signs in with name and password; the session is a cookie that no script can read.',
  description:
    'Wrong name, wrong password and a suspended account are answered alike. After five failures of a name, or thirty of an address, each further attempt waits twice as long as the one before (429, `Retry-After`).',
  body: z.strictObject({ name: z.string().min(1).max(200), password }),
  answer: account,
  examples: [],
})

export const whoAmI = operation({
  id: 'whoAmI',
  method: 'GET',
  path: '/api/v1/session',
  tag: 'account',
  summary: 'Who is signed in, in whose name, and what they may.',
  answer: account,
  examples: [],
})

export const switchOrganisation = operation({
  id: 'switchOrganisation',
  method: 'POST',
  path: '/api/v1/session/organisation',
  tag: 'account',
  summary: 'Goes on in the name of another organisation that one is a member of.',
  description:
    'The session gets a new secret, and does not last longer for it. Nothing that was done in the name of the first is seen in that of the second.',
  body: z.strictObject({ organisation: z.string().max(63) }),
  answer: account,
  examples: [],
})

export const signOut = operation({
  id: 'signOut',
  method: 'DELETE',
  path: '/api/v1/session',
  tag: 'account',
  summary: 'Ends this session.',
  answer: z.strictObject({
    ended: z.int(),
    goOn: z
      .string()
      .exactOptional()
      .meta({ description: 'Where one signs out at the provider too.' }),
  }),
  examples: [],
})

export const sessionList = operation({
  id: 'sessionList',
  method: 'GET',
  path: '/api/v1/sessions',
  tag: 'account',
  summary: 'One’s own sessions, the newest first.',
  answer: z.strictObject({
    sessions: z.array(
      z.strictObject({
        id: z.string(),
        started: z.string(),
        seen: z.string().meta({ description: 'To some minutes.' }),
        means: z.string(),
        device: z.string(),
        isThis: z.boolean(),
      }),
    ),
  }),
  examples: [],
})

export const signOutEverywhere = operation({
  id: 'signOutEverywhere',
  method: 'DELETE',
  path: '/api/v1/sessions',
  tag: 'account',
  summary: 'Ends all of one’s own sessions, this one too.',
  answer: z.strictObject({ ended: z.int() }),
  examples: [],
})

export const endSession = operation({
  id: 'endSession',
  method: 'DELETE',
  path: '/api/v1/sessions/:session',
  tag: 'account',
  summary: 'Ends one of one’s own sessions.',
  params: z.strictObject({
    session: z.string().regex(/^[0-9a-f]{64}$/, { error: 'This is not the id of a session' }),
  }),
  answer: z.strictObject({ ended: z.int() }),
  examples: [],
})

export const changePassword = operation({
  id: 'changePassword',
  method: 'PUT',
  path: '/api/v1/session/password',
  tag: 'account',
  summary: 'Changes one’s own password; all other sessions end.',
  body: z.strictObject({
    current: password.exactOptional().meta({ description: 'Where there is one.' }),
    next: password,
  }),
  answer: account,
  examples: [],
})

export const redeemLink = operation({
  id: 'redeemLink',
  method: 'POST',
  path: '/api/v1/links/redeem',
  tag: 'account',
  summary: 'Uses up a link to sign up or to come back: sets a password, and signs in.',
  body: z.strictObject({ link: z.string().max(200), password }),
  answer: account,
  examples: [],
})

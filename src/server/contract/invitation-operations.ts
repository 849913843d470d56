import { z } from 'zod'
import { ROLES } from '../../people/index.ts'
import { account } from './account-operations.ts'
import { operation } from './operation.ts'
import { ceremony, credential } from './passkey-operations.ts'
import { organisation } from './people-operations.ts'
import { day } from './shapes.ts'

const invited = {
  organisation: z.string(),
  roles: z.array(z.enum(ROLES)),
  until: z.string().exactOptional().meta({ description: 'The last moment of the membership.' }),
  expires: z.string(),
}
const invitation = z.string().max(200)
const newcomer = {
  invitation,
  name: z.string().min(1).max(200),
  signInName: z.string().min(1).max(200),
}

export const invitationMake = operation({
  id: 'invitationMake',
  method: 'POST',
  path: '/api/v1/invitations',
  tag: 'people',
  summary: 'Invites into an organisation whoever is handed the text, which is shown once.',
  description:
    'Somebody new signs up with it; who has an account accepts with that, so that nobody is two persons. It is good once, for seven days, and never for who made it.',
  body: z.strictObject({
    organisation: organisation.exactOptional(),
    roles: z.array(z.enum(ROLES)).min(1),
    until: day.exactOptional().meta({ description: 'The last day of the membership.' }),
  }),
  answer: z.strictObject({ id: z.string(), invitation: z.string(), expires: z.string() }),
  examples: [],
})

export const invitationList = operation({
  id: 'invitationList',
  method: 'GET',
  path: '/api/v1/invitations',
  tag: 'people',
  summary: 'The open invitations of the own organisation.',
  answer: z.strictObject({
    invitations: z.array(z.strictObject({ id: z.string(), ...invited })),
  }),
  examples: [{ name: 'invitations', summary: 'Who may still come' }],
})

export const invitationWithdraw = operation({
  id: 'invitationWithdraw',
  method: 'DELETE',
  path: '/api/v1/invitations/:invitation',
  tag: 'people',
  summary: 'Takes an invitation back.',
  params: z.strictObject({
    invitation: z
      .string()
      .regex(/^[0-9a-f]{12}$/, { error: 'This is not the id of an invitation' }),
  }),
  answer: z.strictObject({ withdrawn: z.string() }),
  examples: [],
})

export const invitationAccept = operation({
  id: 'invitationAccept',
  method: 'POST',
  path: '/api/v1/invitations/accept',
  tag: 'account',
  summary: 'Accepts an invitation with the account that is signed in.',
  description: 'One goes on in the name one came in; `POST /session/organisation` changes that.',
  body: z.strictObject({ invitation }),
  answer: account,
  examples: [],
})

export const signUpPasskey = operation({
  id: 'signUpPasskey',
  method: 'POST',
  path: '/api/v1/invitations/sign-up/passkey',
  tag: 'account',
  summary: 'Begins to sign up with a passkey.',
  body: z.strictObject(newcomer),
  answer: ceremony,
  examples: [],
})

export const signUpInvited = operation({
  id: 'signUpInvited',
  method: 'POST',
  path: '/api/v1/invitations/sign-up',
  tag: 'account',
  summary:
    'Signs up by an invitation, with a password or the passkey that was begun; and signs in.',
  body: z
    .strictObject({
      ...newcomer,
      password: z.string().min(1).max(1024).exactOptional(),
      passkey: z.strictObject({ label: z.string().min(1).max(100), credential }).exactOptional(),
    })
    .refine(({ password, passkey }) => (password === undefined) !== (passkey === undefined), {
      error: 'Give a password or a passkey, and not both',
    }),
  answer: account,
  examples: [],
})

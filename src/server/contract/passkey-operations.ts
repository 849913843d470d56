import { z } from 'zod'
import { account } from './account-operations.ts'
import { operation } from './operation.ts'

export const ceremony = z.looseObject({ challenge: z.string() }).meta({
  description: 'Options for navigator.credentials, as JSON (WebAuthn).',
})
export const credential = z
  .looseObject({ id: z.string().max(2000), type: z.literal('public-key') })
  .meta({ description: 'What navigator.credentials gave, as JSON (WebAuthn).' })

export const passkeyOptions = operation({
  id: 'passkeyOptions',
  method: 'POST',
  path: '/api/v1/passkeys/options',
  tag: 'account',
  summary: 'Begins to register a passkey for whoever is signed in.',
  answer: ceremony,
  examples: [],
})

export const passkeyAdd = operation({
  id: 'passkeyAdd',
  method: 'POST',
  path: '/api/v1/passkeys',
  tag: 'account',
  summary: 'Registers the passkey that was made.',
  body: z.strictObject({ label: z.string().min(1).max(100), credential }),
  answer: z.strictObject({ id: z.string(), label: z.string() }),
  examples: [],
})

export const passkeyList = operation({
  id: 'passkeyList',
  method: 'GET',
  path: '/api/v1/passkeys',
  tag: 'account',
  summary: 'One’s own passkeys.',
  answer: z.strictObject({
    passkeys: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  }),
  examples: [],
})

export const passkeyRemove = operation({
  id: 'passkeyRemove',
  method: 'DELETE',
  path: '/api/v1/passkeys/:passkey',
  tag: 'account',
  summary: 'Removes a passkey, unless it is the last way in.',
  params: z.strictObject({
    passkey: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,200}$/, { error: 'This is not the id of a passkey' }),
  }),
  answer: z.strictObject({ removed: z.string() }),
  examples: [],
})

export const passkeySignInOptions = operation({
  id: 'passkeySignInOptions',
  method: 'POST',
  path: '/api/v1/session/passkey/options',
  tag: 'account',
  summary: 'Begins to sign in with a passkey; no name is asked, so none is told.',
  answer: ceremony,
  examples: [],
})

export const passkeySignIn = operation({
  id: 'passkeySignIn',
  method: 'POST',
  path: '/api/v1/session/passkey',
  tag: 'account',
  summary: 'Signs in with a passkey.',
  body: z.strictObject({ credential }),
  answer: account,
  examples: [],
})

import { z } from 'zod'
import { operation } from './operation.ts'

export const providerSignIn = operation({
  id: 'providerSignIn',
  method: 'GET',
  path: '/api/v1/session/provider',
  tag: 'account',
  summary: 'Sends the browser to sign in at the provider of identities (OpenID Connect).',
  answer: z.string(),
  answerStatus: 303,
  answerType: 'text/plain',
  examples: [],
})

export const providerCallback = operation({
  id: 'providerCallback',
  method: 'GET',
  path: '/api/v1/session/provider/callback',
  tag: 'account',
  summary: 'Where the provider sends the browser back to; begins a session.',
  query: z.looseObject({ state: z.string().max(200) }),
  answer: z.string(),
  answerStatus: 303,
  answerType: 'text/plain',
  examples: [],
})

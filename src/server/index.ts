// The HTTP API: a composition root.
export { SCOPES, type Scope } from '../people/index.ts'
export { ApiProblem, type Client, type ClientOptions, createClient } from './client.ts'
export type { Answer, Operation, Request } from './contract/operation.ts'
export { OPERATIONS } from './contract/operations.ts'
export { fillDemo } from './demo.ts'
export { addToken, readScopes, revokeToken } from './identity/new-token.ts'
export { type ServeOptions, type Serving, serve } from './serve.ts'

import { z } from 'zod'
import { ROLES, SCOPES } from '../../people/index.ts'
import { accountId } from './account-operations.ts'
import { operation } from './operation.ts'
import { cursor, day, limit, next } from './shapes.ts'

const person = z.strictObject({
  id: z.string(),
  is: z.enum(['person', 'service']),
  state: z.enum(['active', 'suspended', 'erased']),
  name: z.string(),
  signInName: z.string().exactOptional(),
  memberships: z.array(
    z.strictObject({
      organisation: z.string(),
      roles: z.array(z.enum(ROLES)),
      until: z.string().exactOptional(),
      inForce: z.boolean(),
    }),
  ),
  signsInWith: z.array(z.string()),
  tokens: z.int(),
})
const params = z.strictObject({ person: accountId })
export const organisation = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, {
  error: 'An organisation is named in a-z, 0-9 and -',
})
const roles = z.array(z.enum(ROLES))
const reason = z.string().min(1).max(500)

export const personList = operation({
  id: 'personList',
  method: 'GET',
  path: '/api/v1/people',
  tag: 'people',
  summary: 'The accounts of the own organisation, or of all.',
  description: 'Being shown them is on record.',
  query: z.strictObject({ limit: limit.default(100), cursor: cursor.exactOptional() }),
  answer: z.strictObject({ people: z.array(person), next }),
  examples: [{ name: 'people', summary: 'Who works here' }],
})

export const personAdd = operation({
  id: 'personAdd',
  method: 'POST',
  path: '/api/v1/people',
  tag: 'people',
  summary: 'Adds an account; a person is given a link to sign up with, a program a token.',
  body: z.strictObject({
    is: z.enum(['person', 'service']).default('person'),
    name: z.string().max(200),
    signInName: z.string().max(200).exactOptional(),
    organisation: organisation.exactOptional().meta({ description: 'The own, where absent.' }),
    roles,
    until: day.exactOptional().meta({ format: 'date', description: 'The last day of it.' }),
  }),
  answer: z.strictObject({
    person,
    link: z.string().exactOptional().meta({ description: 'Shown once; good for three days.' }),
  }),
  examples: [
    {
      name: 'officer',
      summary: 'A colleague who decides hits',
      body: { name: 'Ada Example', signInName: 'ada@example.com', roles: ['compliance-officer'] },
    },
  ],
})

export const personRoles = operation({
  id: 'personRoles',
  method: 'PUT',
  path: '/api/v1/people/:person/roles',
  tag: 'people',
  summary: 'Sets somebody’s roles in an organisation; none ends the membership.',
  params,
  body: z.strictObject({
    organisation: organisation.exactOptional(),
    roles,
    until: day.exactOptional().meta({ format: 'date', description: 'The last day of it.' }),
  }),
  answer: person,
  examples: [],
})

export const personSuspend = operation({
  id: 'personSuspend',
  method: 'POST',
  path: '/api/v1/people/:person/suspend',
  tag: 'people',
  summary: 'Suspends an account: its sessions end, its tokens are good for nothing.',
  params,
  body: z.strictObject({ reason }),
  answer: person,
  examples: [],
})

export const personRestore = operation({
  id: 'personRestore',
  method: 'POST',
  path: '/api/v1/people/:person/restore',
  tag: 'people',
  summary: 'Lets a suspended account in again.',
  params,
  body: z.strictObject({ reason }),
  answer: person,
  examples: [],
})

export const personReset = operation({
  id: 'personReset',
  method: 'POST',
  path: '/api/v1/people/:person/reset',
  tag: 'people',
  summary: 'Makes a one-time link for somebody who cannot sign in.',
  params,
  answer: z.strictObject({ link: z.string() }),
  examples: [],
})

export const personErase = operation({
  id: 'personErase',
  method: 'POST',
  path: '/api/v1/people/:person/erase',
  tag: 'people',
  summary: 'Erases who somebody is; what was done stays on record under an id.',
  params,
  body: z.strictObject({ reason }),
  answer: z.strictObject({ erased: z.string() }),
  examples: [],
})

const token = z.strictObject({
  id: z.string(),
  person: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  made: z.string(),
  organisation: z
    .string()
    .exactOptional()
    .meta({ description: 'In whose name it acts, where it was made so.' }),
  expires: z.string().exactOptional(),
  lastUsed: z.string().exactOptional().meta({ format: 'date', description: 'The day, in UTC.' }),
})

export const tokenList = operation({
  id: 'tokenList',
  method: 'GET',
  path: '/api/v1/tokens',
  tag: 'people',
  summary: 'One’s own tokens; for an administrator those of the organisation.',
  answer: z.strictObject({ tokens: z.array(token) }),
  examples: [{ name: 'tokens', summary: 'What is given out' }],
})

export const tokenMake = operation({
  id: 'tokenMake',
  method: 'POST',
  path: '/api/v1/tokens',
  tag: 'people',
  summary: 'Makes a token for oneself, or for a program; its text is shown once.',
  body: z.strictObject({
    name: z.string().min(1).max(200),
    scopes: z.array(z.enum(SCOPES)).min(1),
    until: day.exactOptional().meta({ format: 'date', description: 'Its last day, in UTC.' }),
    person: accountId.exactOptional().meta({ description: 'Whose; one’s own where absent.' }),
  }),
  answer: z.strictObject({ id: z.string(), token: z.string() }),
  examples: [
    {
      name: 'erp',
      summary: 'For a program that checks and screens',
      body: { name: 'ERP', scopes: ['check', 'screen'], until: '2027-06-30' },
    },
  ],
})

export const tokenRevoke = operation({
  id: 'tokenRevoke',
  method: 'DELETE',
  path: '/api/v1/tokens/:token',
  tag: 'people',
  summary: 'Takes a token away.',
  params: z.strictObject({
    token: z.string().regex(/^[0-9a-f]{12}$/, { error: 'This is not the id of a token' }),
  }),
  answer: z.strictObject({ revoked: z.string() }),
  examples: [],
})

const line = z.strictObject({
  position: z.int(),
  at: z.string(),
  actor: z.string(),
  what: z.string(),
  of: z.string(),
  request: z.string(),
})
const auditQuery = z.strictObject({
  actor: accountId.exactOptional(),
  what: z
    .string()
    .regex(/^[a-z.-]{1,60}$/, { error: 'This is no action' })
    .exactOptional()
    .meta({ description: 'As hit.read, session-started, person-suspended.' }),
  of: z.string().max(200).exactOptional(),
  from: day.exactOptional(),
  to: day.exactOptional(),
  limit: limit.default(100),
  cursor: cursor.exactOptional(),
})

export const auditSearch = operation({
  id: 'auditSearch',
  method: 'GET',
  path: '/api/v1/audit',
  tag: 'people',
  summary:
    'Who was shown what, who signed in or failed to, what was done to accounts; newest first.',
  query: auditQuery,
  answer: z.strictObject({ lines: z.array(line), next }),
  examples: [{ name: 'hits', summary: 'Who read hits', query: { what: 'hit.read' } }],
})

export const auditCsv = operation({
  id: 'auditCsv',
  method: 'GET',
  path: '/api/v1/audit.csv',
  tag: 'people',
  summary: 'The same as a table, at most 500 lines a page.',
  query: auditQuery,
  answer: z.string(),
  answerType: 'text/csv',
  examples: [{ name: 'table', summary: 'For a spreadsheet' }],
})

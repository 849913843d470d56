import { z } from 'zod'
import { operation } from './operation.ts'
import { flag } from './shapes.ts'

const counts = {
  onFile: z.int(),
  affected: z.int().meta({ description: 'Of them those that a change can affect.' }),
  answered: z.int(),
  first: z.int().meta({ description: 'Answered for the first time.' }),
  failed: z.int().meta({ description: 'That could not be answered; tried again by the next run.' }),
  effects: z.record(z.string(), z.int()),
}

const run = z.strictObject({
  run: z.int(),
  state: z.enum(['running', 'done', 'superseded']),
  on: z.string(),
  edition: z.string(),
  because: z.array(z.string()).meta({ description: 'Why anything is answered again.' }),
  ...counts,
})

export const recheckStart = operation({
  id: 'recheckStart',
  method: 'POST',
  path: '/api/v1/recheck',
  tag: 'monitoring',
  summary: 'Has the parties on file screened, and what a change can affect answered again.',
  description:
    'It is done in the background, and by itself once a day and after a list was taken in. One that waits already is not added to.',
  answer: z.strictObject({ queued: z.boolean(), last: run.exactOptional() }),
  answerStatus: 202,
  examples: [{ name: 'now', summary: 'Now' }],
})

export const recheckStatus = operation({
  id: 'recheckStatus',
  method: 'GET',
  path: '/api/v1/recheck',
  tag: 'monitoring',
  summary: 'The newest run, and how far it is.',
  answer: z.strictObject({ waiting: z.int(), last: run.exactOptional() }),
  examples: [{ name: 'status', summary: 'The newest run' }],
})

export const recheckEvents = operation({
  id: 'recheckEvents',
  method: 'GET',
  path: '/api/v1/recheck/events',
  tag: 'monitoring',
  summary: 'What runs do, as server-sent events.',
  description:
    'Events `begun`, `advanced`, `finished`, `superseded`, each with the state of its run. It begins with what comes, and goes on after `Last-Event-ID` where that is sent; it ends when no run goes on or waits any more.',
  answer: z.string(),
  answerType: 'text/event-stream',
  examples: [],
})

const hit = z.strictObject({
  hit: z.string(),
  status: z.enum(['open', 'awaiting-second', 'clear', 'true-match', 'whitelist', 'override']),
  party: z.string(),
  list: z.string(),
  row: z.string(),
  listedName: z.string(),
  matchedName: z.string(),
  percent: z.int(),
  decision: z
    .strictObject({
      outcome: z.string(),
      on: z.string(),
      by: z.string(),
      reason: z.string(),
      second: z.string().exactOptional(),
    })
    .exactOptional(),
})

export const hitList = operation({
  id: 'hitList',
  method: 'GET',
  path: '/api/v1/hits',
  tag: 'monitoring',
  summary: 'Hits of the parties on file, and what was decided of them.',
  query: z.strictObject({
    open: flag.exactOptional().meta({ description: 'Only those that nobody has finally decided.' }),
  }),
  answer: z.strictObject({ hits: z.array(hit) }),
  examples: [{ name: 'open', summary: 'Open hits', query: { open: 'true' } }],
})

const hitParams = z.strictObject({ hit: z.string().regex(/^[0-9a-f]{6,16}$/) })

export const hitDecide = operation({
  id: 'hitDecide',
  method: 'POST',
  path: '/api/v1/hits/:hit/decision',
  tag: 'monitoring',
  summary: 'Decides a hit; all but `clear` wait for a second person.',
  params: hitParams,
  body: z.strictObject({
    outcome: z.enum(['clear', 'true-match', 'whitelist', 'override']),
    reason: z.string().trim().min(1).max(2_000),
  }),
  answer: hit,
  examples: [],
})

export const hitCountersign = operation({
  id: 'hitCountersign',
  method: 'POST',
  path: '/api/v1/hits/:hit/countersignature',
  tag: 'monitoring',
  summary: 'Is the second person of a decision that waits.',
  params: hitParams,
  answer: hit,
  examples: [],
})

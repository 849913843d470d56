import { z } from 'zod'
import { EXAMPLE_NAMES } from './example-deals.ts'
import { operation } from './operation.ts'

export const live = operation({
  id: 'live',
  method: 'GET',
  path: '/health/live',
  tag: 'service',
  summary: 'The process answers.',
  answer: z.strictObject({ status: z.literal('live') }),
  examples: [{ name: 'live', summary: 'Is it up?' }],
})

export const ready = operation({
  id: 'ready',
  method: 'GET',
  path: '/health/ready',
  tag: 'service',
  summary:
    'The law is loaded, the store answers and requests are taken; which lists are too old is said.',
  description:
    'Stale or missing lists do not make a server unready: it answers, and holds what was not screened. 503 while it stops, and where the database cannot be reached.',
  answer: z.strictObject({
    status: z.literal('ready'),
    edition: z.string(),
    lists: z.strictObject({
      fresh: z.array(z.string()),
      stale: z.array(z.string()),
      missing: z.array(z.string()),
    }),
  }),
  examples: [{ name: 'ready', summary: 'May it be sent work?' }],
})

export const metrics = operation({
  id: 'metrics',
  method: 'GET',
  path: '/metrics',
  tag: 'service',
  summary: 'Counters and timings for Prometheus.',
  answer: z.string(),
  answerType: 'text/plain',
  examples: [{ name: 'scrape', summary: 'What a scrape reads' }],
})

export const openApi = operation({
  id: 'openApi',
  method: 'GET',
  path: '/api/v1/openapi.json',
  tag: 'service',
  summary: 'This description, as OpenAPI 3.1.',
  answer: z.looseObject({ openapi: z.string() }),
  examples: [{ name: 'document', summary: 'For generators of clients' }],
})

export const exampleList = operation({
  id: 'exampleList',
  method: 'GET',
  path: '/api/v1/examples',
  tag: 'service',
  summary: 'Fictional transactions to try.',
  answer: z.strictObject({ examples: z.array(z.string()) }),
  examples: [{ name: 'names', summary: 'What there is to try' }],
})

export const example = operation({
  id: 'example',
  method: 'GET',
  path: '/api/v1/examples/:name',
  tag: 'service',
  summary: 'One of them, as YAML to post to /api/v1/check.',
  params: z.strictObject({ name: z.enum(EXAMPLE_NAMES) }),
  answer: z.unknown().meta({ description: 'A transaction.' }),
  answerType: 'application/yaml',
  examples: [
    { name: 'fpga', summary: 'A listed chip to China', params: { name: 'fpga-to-china' } },
  ],
})

import { z } from 'zod'
import { NOTICE_TYPES } from '../../notices/index.ts'
import { operation } from './operation.ts'
import { cursor, limit, next } from './shapes.ts'

const id = z.string().regex(/^[0-9a-f-]{36}$/, { error: 'This is not the id of a webhook' })
const deliveryId = z
  .string()
  .regex(/^msg_[0-9a-f]{32}$/, { error: 'This is not the id of a delivery' })

const webhook = z.strictObject({
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  made: z.string(),
  state: z.enum(['active', 'gone']).meta({ description: '`gone`: the receiver answered 410.' }),
})

const delivery = z.strictObject({
  id: z.string().meta({ description: 'Sent as `webhook-id`, the same at each try.' }),
  type: z.string(),
  state: z.enum(['due', 'delivered', 'given-up']),
  tries: z.int(),
  made: z.string(),
  last: z
    .strictObject({
      at: z.string(),
      milliseconds: z.int(),
      status: z.int().exactOptional(),
      reason: z.string().exactOptional().meta({ description: 'Why it did not arrive.' }),
    })
    .exactOptional(),
  body: z.string().meta({ description: 'What is sent, to the byte.' }),
})

export const addWebhook = operation({
  id: 'addWebhook',
  method: 'POST',
  path: '/api/v1/webhooks',
  tag: 'webhooks',
  summary: 'Has things that happen sent to a URL.',
  description:
    'Each is a POST of `{type, timestamp, data}`, signed as Standard Webhooks 1.0.0 says: `webhook-id`, `webhook-timestamp`, `webhook-signature: v1,…` (HMAC-SHA256 with the secret). Any 2xx in 10 s is an arrival; else it is tried again with growing waits for about a day and a half. It may come twice: know it by `webhook-id`. 410 ends the subscription. Redirections are not followed; addresses that are not of the public internet are refused unless the operator allows them.',
  body: z.strictObject({
    url: z.string().max(2_000),
    events: z.array(z.enum(NOTICE_TYPES)).min(1).max(20),
    secret: z
      .string()
      .max(200)
      .exactOptional()
      .meta({ description: '`whsec_` and 24 to 64 bytes in base64. Absent: one is made.' }),
  }),
  answer: z.strictObject({
    webhook,
    secret: z.string().meta({ description: 'Shown only now.' }),
  }),
  answerStatus: 201,
  examples: [
    {
      name: 'erp',
      summary: 'An ERP that is told of batches',
      body: { url: 'https://erp.example.com/hooks/navicert', events: ['batch.finished'] },
    },
  ],
})

export const webhookList = operation({
  id: 'webhookList',
  method: 'GET',
  path: '/api/v1/webhooks',
  tag: 'webhooks',
  summary: 'The subscriptions of the own organisation.',
  answer: z.strictObject({ webhooks: z.array(webhook) }),
  examples: [{ name: 'all', summary: 'Which there are' }],
})

export const removeWebhook = operation({
  id: 'removeWebhook',
  method: 'DELETE',
  path: '/api/v1/webhooks/:id',
  tag: 'webhooks',
  summary: 'Ends a subscription; its secret is destroyed.',
  params: z.strictObject({ id }),
  answer: z.strictObject({ removed: z.literal(true) }),
  examples: [],
})

export const testWebhook = operation({
  id: 'testWebhook',
  method: 'POST',
  path: '/api/v1/webhooks/:id/test',
  tag: 'webhooks',
  summary: 'Sends a `ping` that says nothing.',
  params: z.strictObject({ id }),
  answer: delivery,
  answerStatus: 202,
  examples: [],
})

export const deliveryList = operation({
  id: 'deliveryList',
  method: 'GET',
  path: '/api/v1/webhooks/:id/deliveries',
  tag: 'webhooks',
  summary: 'What was sent, and what became of it; the newest first.',
  params: z.strictObject({ id }),
  query: z.strictObject({
    state: z.enum(['due', 'delivered', 'given-up']).exactOptional(),
    limit: limit.default(50),
    cursor: cursor.exactOptional(),
  }),
  answer: z.strictObject({ deliveries: z.array(delivery), next }),
  examples: [],
})

export const redeliver = operation({
  id: 'redeliver',
  method: 'POST',
  path: '/api/v1/webhooks/:id/deliveries/:delivery/redeliver',
  tag: 'webhooks',
  summary: 'Sends something again, with its own id.',
  params: z.strictObject({ id, delivery: deliveryId }),
  answer: delivery,
  answerStatus: 202,
  examples: [],
})

import { z } from 'zod'
import { operation } from './operation.ts'
import { asOf, cursor, digest, limit, next } from './shapes.ts'

const reference = z.strictObject({
  source: z.string(),
  snapshot: z.string(),
  digest,
  date: z.string(),
})

export const listStatus = operation({
  id: 'listStatus',
  method: 'GET',
  path: '/api/v1/lists',
  tag: 'lists',
  summary: 'Which lists are here, how old they are, and where they are published.',
  query: z.strictObject({ asOf: asOf.exactOptional() }),
  answer: z.strictObject({
    asOf: z.string(),
    lists: z.array(
      z.strictObject({
        source: z.string(),
        title: z.string(),
        state: z.enum(['fresh', 'stale', 'missing']),
        lists: z.array(z.string()),
        url: z.string(),
        maxAgeDays: z.int(),
        ageDays: z.int().exactOptional(),
        newest: z
          .strictObject({ name: z.string(), digest, published: z.string(), parties: z.int() })
          .exactOptional(),
        snapshots: z.int().meta({ description: 'How many copies are kept.' }),
      }),
    ),
  }),
  examples: [{ name: 'status', summary: 'As of a day', query: { asOf: '2026-06-02' } }],
})

export const listDelta = operation({
  id: 'listDelta',
  method: 'GET',
  path: '/api/v1/lists/:source/delta',
  tag: 'lists',
  summary: 'What changed between two copies of a list, in substance.',
  description:
    'A copy is named by its day or the beginning of its digest. What is merely printed otherwise is counted and not listed.',
  params: z.strictObject({ source: z.string().regex(/^[a-z0-9-]{1,40}$/) }),
  query: z.strictObject({
    from: z
      .string()
      .max(80)
      .default('before')
      .meta({ description: 'Default: the copy before the newest.' }),
    to: z.string().max(80).default('newest'),
    limit: limit.default(100),
    cursor: cursor.exactOptional(),
  }),
  answer: z.strictObject({
    older: reference,
    newer: reference,
    counts: z.strictObject({
      added: z.int(),
      removed: z.int(),
      changed: z.int(),
      reworded: z.int(),
      same: z.int(),
    }),
    changes: z.array(
      z.strictObject({
        change: z.enum(['added', 'removed', 'changed']),
        list: z.string(),
        entry: z.string(),
        name: z.string(),
        countries: z.array(z.string()),
        fields: z
          .array(
            z.strictObject({
              field: z.string(),
              gone: z.array(z.string()),
              come: z.array(z.string()),
            }),
          )
          .exactOptional(),
      }),
    ),
    next,
  }),
  examples: [
    {
      name: 'itself',
      summary: 'A copy against itself: nothing',
      params: { source: 'us-csl' },
      query: { from: '2026-06-01', to: '2026-06-01' },
    },
  ],
})

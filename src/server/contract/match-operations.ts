import { z } from 'zod'
import { operation } from './operation.ts'
import { asOf } from './shapes.ts'

/**
 * The matching API of OpenSanctions' yente, so that its clients can be pointed here, and the
 * Reconciliation Service API 0.2 of the W3C community group, which OpenRefine speaks.
 */
const datasetName = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/, { error: 'A data set is a source or a list, as us-csl, or default' })
  .meta({ description: '`default`: every list here; else a source (`us-csl`) or a list.' })
const params = z.strictObject({ dataset: datasetName })

const several = z.union([z.string(), z.array(z.string()).max(50)]).transform((one) => [one].flat())
const score = z.coerce.number().min(0).max(1)

/** A value alone or several, as followthemoney writes them. */
const values = z.union([z.string(), z.number().transform(String)])
const properties = z
  .record(z.string().max(60), z.union([values, z.array(values).max(50)]))
  .transform((all) =>
    Object.fromEntries(Object.entries(all).map(([name, one]) => [name, [one].flat()])),
  )

const exampleEntity = z.strictObject({
  id: z.string().nullish(),
  schema: z.string().max(60).meta({ description: 'Person, Company, Vessel … of followthemoney.' }),
  properties,
})

const entityShape = {
  id: z.string(),
  caption: z.string(),
  schema: z.string(),
  properties: z.record(z.string(), z.array(z.string())),
  datasets: z.array(z.string()),
  referents: z.array(z.string()),
  target: z.boolean(),
  first_seen: z.string().nullable(),
  last_seen: z.string().nullable(),
  last_change: z.string().nullable(),
}
const entity = z.strictObject(entityShape)
const total = z.strictObject({ value: z.int(), relation: z.literal('eq') })
const feature = z.strictObject({
  description: z.string(),
  coefficient: z.number(),
  url: z.string(),
})

/** What the lists of the data set can say: without it an empty answer could be taken for a clear one. */
const screened = z.strictObject({
  asOf: z.string(),
  lists: z.array(z.string()).meta({ description: 'The snapshots searched.' }),
  notSearched: z.array(z.string()).meta({
    description: 'Lists that ought to be searched for a clear answer and are not, and why.',
  }),
})

export const match = operation({
  id: 'match',
  method: 'POST',
  path: '/api/v1/match/:dataset',
  tag: 'match',
  summary: 'Which listed entities may these be? The matching API of yente.',
  description:
    'Up to 100 entities at a time. `score` is the probability that the two are the same, all evidence together; nothing below 0.5 is ever found, whatever the threshold. Where a list of the data set is too old, or none is here, the answer is 503, or 422 where another day than today is named: an empty result would be taken for a clear one. An `algorithm` of yente is accepted and changes nothing.',
  params,
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(500).default(5),
    threshold: score.default(0.7).meta({ description: 'From this score on, `match` is true.' }),
    cutoff: score.default(0.5).meta({ description: 'Below this score nothing is returned.' }),
    algorithm: z.string().max(60).exactOptional(),
    include_dataset: several.exactOptional(),
    exclude_dataset: several.exactOptional(),
    exclude_schema: several.exactOptional(),
    exclude_entity_ids: several
      .exactOptional()
      .meta({ description: 'Matches that a person has decided to be none.' }),
    asOf: asOf.exactOptional(),
  }),
  body: z.strictObject({
    queries: z
      .record(z.string().max(200), exampleEntity)
      .refine((all) => Object.keys(all).length > 0, { error: 'There is no query' })
      .refine((all) => Object.keys(all).length <= 100, { error: 'More than 100 queries' }),
    weights: z
      .record(z.string(), z.number())
      .refine((weights) => Object.keys(weights).length === 0, {
        error: 'Weights cannot be set here: they are fitted, and the same for everybody',
      })
      .exactOptional(),
    config: z
      .record(z.string(), z.unknown())
      .refine((config) => Object.keys(config).length === 0, {
        error: 'There is nothing to configure',
      })
      .exactOptional(),
  }),
  answer: z.strictObject({
    responses: z.record(
      z.string(),
      z.strictObject({
        status: z.literal(200),
        results: z.array(
          z.strictObject({
            ...entityShape,
            score: z.number(),
            match: z.boolean(),
            features: z.record(z.string(), z.number()),
            explanations: z.record(
              z.string(),
              z.strictObject({
                detail: z.string(),
                score: z.number(),
                query: z.string().nullable(),
                candidate: z.string().nullable(),
              }),
            ),
          }),
        ),
        total,
        query: z.strictObject({
          id: z.string().nullable(),
          schema: z.string(),
          properties: z.record(z.string(), z.array(z.string())),
        }),
      }),
    ),
    matcher: z.record(z.string(), feature),
    limit: z.int(),
    screening: screened,
  }),
  examples: [
    {
      name: 'company',
      summary: 'A company of the fictional list, and one of no list',
      params: { dataset: 'us-csl' },
      query: { asOf: '2026-06-02' },
      body: {
        queries: {
          first: {
            schema: 'Company',
            properties: { name: ['Halcyon Lattice'], jurisdiction: ['cn'] },
          },
          second: {
            schema: 'Company',
            properties: { name: ['Fjordsykkel AS'], registrationNumber: ['000 000 000'] },
          },
        },
      },
    },
  ],
})

export const search = operation({
  id: 'search',
  method: 'GET',
  path: '/api/v1/search/:dataset',
  tag: 'match',
  summary: 'Listed entities by a name; the search API of yente.',
  params,
  query: z.strictObject({
    q: z.string().min(1).max(500),
    schema: z.string().max(60).exactOptional(),
    countries: several.exactOptional(),
    limit: z.coerce.number().int().min(1).max(500).default(10),
    offset: z.coerce.number().int().min(0).max(9499).default(0),
    fuzzy: z.enum(['true', 'false']).exactOptional(),
    asOf: asOf.exactOptional(),
  }),
  answer: z.strictObject({
    results: z.array(entity),
    total,
    limit: z.int(),
    offset: z.int(),
    facets: z.strictObject({}),
    screening: screened,
  }),
  examples: [
    {
      name: 'name',
      summary: 'By a part of a name',
      params: { dataset: 'us-csl' },
      query: { q: 'Halcyon Lattice', asOf: '2026-06-02' },
    },
  ],
})

const typeShape = z.strictObject({ id: z.string(), name: z.string() })

export const reconcileManifest = operation({
  id: 'reconcileManifest',
  method: 'GET',
  path: '/api/v1/reconcile/:dataset',
  tag: 'match',
  summary: 'What the reconciliation service offers (W3C Reconciliation API 0.2).',
  params,
  answer: z.strictObject({
    versions: z.array(z.string()),
    name: z.string(),
    identifierSpace: z.string(),
    schemaSpace: z.string(),
    defaultTypes: z.array(typeShape),
    batchSize: z.int(),
    authentication: z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer') }),
  }),
  examples: [{ name: 'manifest', summary: 'What it offers', params: { dataset: 'us-csl' } }],
})

const reconcileQuery = z.strictObject({
  query: z.string().min(1).max(500),
  type: z.union([z.string(), z.array(z.string())]).exactOptional(),
  limit: z.int().min(1).max(100).exactOptional(),
  properties: z
    .array(z.strictObject({ pid: z.string(), v: z.unknown() }))
    .max(50)
    .exactOptional(),
  type_strict: z.enum(['any', 'all', 'should']).exactOptional(),
})
export const reconcileQueries = z
  .record(z.string().max(200), reconcileQuery)
  .refine((all) => Object.keys(all).length <= 100, { error: 'More than 100 queries' })

export const reconcile = operation({
  id: 'reconcile',
  method: 'POST',
  path: '/api/v1/reconcile/:dataset',
  tag: 'match',
  summary: 'Candidates for the names of a column (W3C Reconciliation API 0.2).',
  params,
  query: z.strictObject({ asOf: asOf.exactOptional() }),
  body: z.strictObject({
    queries: z
      .union([z.string(), reconcileQueries])
      .meta({ description: 'The queries; in a form, as the text of their JSON.' }),
  }),
  bodyTypes: ['application/x-www-form-urlencoded'],
  answer: z.record(
    z.string(),
    z.strictObject({
      result: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          description: z.string(),
          type: z.array(typeShape),
          score: z.number().meta({ description: 'The probability, in percent.' }),
          match: z.boolean(),
          features: z.array(z.strictObject({ id: z.string(), value: z.number() })),
        }),
      ),
    }),
  ),
  examples: [
    {
      name: 'column',
      summary: 'Two cells of a column',
      params: { dataset: 'us-csl' },
      query: { asOf: '2026-06-02' },
      body: {
        queries: {
          q0: {
            query: 'Halcyon Lattice',
            type: 'Organization',
            properties: [{ pid: 'country', v: 'CN' }],
          },
          q1: { query: 'Fjordsykkel AS' },
        },
      },
    },
  ],
})

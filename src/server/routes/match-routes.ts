import { parseShape, readJson, unwrap } from '../../kernel/index.ts'
import type { Hit } from '../../screening/index.ts'
import {
  match,
  reconcile,
  reconcileManifest,
  reconcileQueries,
  search,
} from '../contract/match-operations.ts'
import type { Input } from '../contract/operation.ts'
import { AS_POINTERS } from '../http/parse-request.ts'
import { pointerTo } from '../http/problem-document.ts'
import { Refusal } from '../http/refusal.ts'
import { type DataSet, openDataSet } from '../match/data-set.ts'
import { entityId, entityOf, type Properties, partyOf } from '../match/ftm-party.ts'
import { type Route, route } from '../route.ts'
import type { Services } from '../services.ts'

const TYPES = ['Person', 'Organization', 'Company', 'LegalEntity', 'Vessel', 'Airplane'] as const
/** From this probability on a candidate for reconciliation is offered as the same. */
const SURE = 0.9

export function matchRoutes(services: Services): readonly Route[] {
  const { lists, today } = services
  return [
    route(match, (input) => matched(input, services)),
    route(search, ({ params, query }) => {
      const { q, schema = 'LegalEntity', countries = [], limit, offset, asOf } = query
      const dataSet = openDataSet(lists, params.dataset, today(), asOf)
      const hits = dataSet.hits(named(schema, { name: [q], country: countries }))
      const results = hits.slice(offset, offset + limit).map((hit) => entityOfHit(hit, dataSet))
      return { results, total: totalOf(hits), limit, offset, facets: {}, screening: said(dataSet) }
    }),
    route(reconcileManifest, ({ params: { dataset } }) => ({
      versions: ['0.2'],
      name: `Navicert: listed parties of ${dataset}`,
      identifierSpace: 'urn:navicert:listed-party:',
      schemaSpace: 'https://followthemoney.tech/explorer/schemata/',
      defaultTypes: TYPES.map(typeOf),
      batchSize: 50,
      authentication: { type: 'http', scheme: 'bearer' },
    })),
    route(reconcile, ({ params, query, body }) => {
      const dataSet = openDataSet(lists, params.dataset, today(), query.asOf)
      return reconciled(body.queries, dataSet)
    }),
  ]
}

function matched({ params, query, body }: Input<typeof match>, services: Services): object {
  const { limit, threshold, cutoff, asOf } = query
  const dataSet = openDataSet(services.lists, params.dataset, services.today(), asOf)
  const isWanted = wanted(query)
  const responses = Object.entries(body.queries).map(([key, { id, schema, properties }]) => {
    const hits = dataSet
      .hits(named(schema, properties, `/queries/${key}/properties`))
      .filter((hit) => hit.probability >= Math.min(cutoff, threshold) && isWanted(hit))
    services.metrics.screened(hits.length === 0 ? 'clear' : 'hit')
    const results = hits.slice(0, limit).map((hit) => ({
      ...entityOfHit(hit, dataSet),
      score: hit.probability,
      match: hit.probability >= threshold,
      features: { name: hit.nameScore },
      explanations: { name: explanation(hit, properties) },
    }))
    const asked = { id: id ?? null, schema, properties }
    return [key, { status: 200, results, total: totalOf(hits), query: asked }]
  })
  return {
    responses: Object.fromEntries(responses),
    matcher: MATCHER,
    limit,
    screening: said(dataSet),
  }
}

const MATCHER = {
  name: {
    description: 'Likeness of the names alone; the score weighs it with all other evidence.',
    coefficient: 1,
    url: 'https://www.w3.org/community/reconciliation/',
  },
}

function wanted(query: Input<typeof match>['query']): (hit: Hit) => boolean {
  const {
    include_dataset,
    exclude_dataset = [],
    exclude_schema = [],
    exclude_entity_ids = [],
  } = query
  const isOf = (names: readonly string[], { party }: Hit): boolean =>
    names.includes(party.list) || names.includes(party.source)
  return (hit) =>
    (include_dataset === undefined || isOf(include_dataset, hit)) &&
    !isOf(exclude_dataset, hit) &&
    !exclude_schema.includes(hit.party.schema) &&
    !exclude_entity_ids.includes(entityId(hit.party))
}

function explanation({ because, nameScore, matchedName }: Hit, properties: Properties): object {
  return {
    detail: because.join(' '),
    score: nameScore,
    query: properties.name?.[0] ?? null,
    candidate: matchedName,
  }
}

/** @throws Refusal for what has no name, which would be found nowhere */
function named(schema: string, properties: Properties, path = '/q') {
  const party = partyOf(schema, properties)
  if (party !== undefined) return party
  throw new Refusal(422, {
    code: 'screen.no-name',
    detail: 'The entity has no name.',
    where: { path: `${path}/name` },
    remedy: 'State `name`, in any script.',
  })
}

function entityOfHit({ party }: Hit, dataSet: DataSet) {
  return entityOf(party, dataSet.seen(party.source))
}

function totalOf(hits: readonly Hit[]): object {
  return { value: hits.length, relation: 'eq' }
}

function said({ asOf, screener, gaps }: DataSet): object {
  return { asOf, lists: screener.lists.map(({ snapshot }) => snapshot), notSearched: gaps }
}

/** They stand as text in a field of the form. */
const IN_QUERIES = {
  ...AS_POINTERS,
  locate: (path: readonly PropertyKey[]) => ({ path: pointerTo(['queries', ...path]) }),
}

type Queries = Input<typeof reconcile>['body']['queries']

function reconciled(queries: Queries, dataSet: DataSet): object {
  const read =
    typeof queries === 'string'
      ? unwrap(parseShape(reconcileQueries, unwrap(readJson(queries)), IN_QUERIES))
      : queries
  return Object.fromEntries(
    Object.entries(read).map(([key, { query, type, limit = 5, properties = [] }]) => {
      const [schema = 'LegalEntity'] = [type ?? []].flat()
      const stated = properties.map(({ pid, v }) => [pid, textsOf(v)] as const)
      const party = named(schema, { ...Object.fromEntries(stated), name: [query] })
      return [key, { result: dataSet.hits(party).slice(0, limit).map(candidateOf) }]
    }),
  )
}

/** A value of a cell: text, a number, a reconciled cell with an id, or several. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  const isCell = typeof value === 'object' && value !== null && 'id' in value
  return isCell ? textsOf(value.id) : []
}

function candidateOf({ party, probability, nameScore, because }: Hit): object {
  return {
    id: entityId(party),
    name: party.name,
    description: [party.list, ...party.countries, ...because.slice(0, 1)].join(' · '),
    type: [typeOf(party.schema)],
    score: Math.round(probability * 100),
    match: probability >= SURE,
    features: [{ id: 'name', value: Math.round(nameScore * 100) }],
  }
}

function typeOf(id: string): object {
  return { id, name: id }
}

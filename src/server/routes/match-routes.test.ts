import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../app.fixture.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

function inject(method: 'GET' | 'POST', url: string, payload?: string | object, type?: string) {
  return server.app.inject({
    method,
    url: `/api/v1/${url}`,
    headers: {
      authorization: `Bearer ${server.tokens.screen}`,
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    ...(payload === undefined ? {} : { payload }),
  })
}

/** The request of the documentation of yente, with a name of the fictional list. */
const LISTED = {
  schema: 'Company',
  properties: {
    name: ['Halcyon Lattice'],
    jurisdiction: ['cn'],
    registrationNumber: ['84BA99810'],
  },
}
const UNLISTED = { schema: 'Person', properties: { name: ['John Doe'], birthDate: ['1975-04-21'] } }

describe('matching as yente does', () => {
  test('answers each query under its key, with a score and whether it is a match', async () => {
    const queries = { entity1: LISTED, entity2: UNLISTED }
    const { responses, limit } = (await inject('POST', 'match/default', { queries })).json()
    expect([Object.keys(responses), limit]).toEqual([['entity1', 'entity2'], 5])
    const [found] = responses.entity1.results
    expect(found).toMatchObject({
      match: true,
      target: true,
      datasets: [expect.stringMatching(/^us-/)],
    })
    expect(found.score).toBeGreaterThan(0.7)
    expect(found.properties.name).toEqual([found.caption])
    expect(responses.entity1.query).toEqual({ id: null, ...LISTED })
    expect(responses.entity2).toMatchObject({ status: 200, results: [], total: { value: 0 } })
  })

  test('leaves out what the threshold, the limit or a person leaves out', async () => {
    const ask = async (query: string) =>
      (await inject('POST', `match/default?${query}`, { queries: { q: LISTED } })).json().responses
        .q
    const [found] = (await ask('')).results
    expect((await ask('threshold=1&cutoff=0')).results[0]).toMatchObject({ match: false })
    expect((await ask('threshold=1&cutoff=1')).results).toEqual([])
    expect(
      (await ask(`exclude_entity_ids=${found.id}`)).results.map((one: { id: string }) => one.id),
    ).not.toContain(found.id)
    expect(
      (await ask(`exclude_dataset=${found.datasets[0]}&exclude_dataset=us-sdn`)).results,
    ).toEqual([])
    expect((await ask(`include_dataset=${found.datasets[0]}`)).results[0].id).toBe(found.id)
    expect((await ask('algorithm=logic-v1')).results[0].score).toBe(found.score)
  })

  test('says which lists were not searched, so that nothing is taken for clear', async () => {
    const { screening } = (
      await inject('POST', 'match/default', { queries: { q: UNLISTED } })
    ).json()
    expect(screening.lists).toEqual(['us-csl 2026-06-01'])
    expect(screening.notSearched.length).toBeGreaterThan(0)
  })

  test.each([
    ['default?asOf=2026-05-01', 'none was published by then', 422],
    ['default?asOf=2027-05-01', 'too old', 422],
    ['un', 'not taken in', 503],
    ['un?asOf=2026-06-02', 'not taken in', 503],
  ])('refuses %s, where the list is %s', async (dataset, _, status) => {
    const response = await inject('POST', `match/${dataset}`, { queries: { q: UNLISTED } })
    expect([response.statusCode, response.json().code]).toEqual([status, 'list.not-screened'])
  })

  test.each([
    ['no-such-set', { queries: { q: LISTED } }, 404],
    ['default', { queries: {} }, 422],
    [
      'default',
      { queries: Object.fromEntries(Array.from({ length: 101 }, (_, at) => [at, LISTED])) },
      422,
    ],
    ['default', { queries: { q: { schema: 'Person', properties: {} } } }, 422],
    ['default', { queries: { q: { schema: 'Person', properties: { name: [' '] } } } }, 422],
    ['default', { queries: { q: LISTED }, weights: { name_literal: 0 } }, 422],
    ['default?topics=sanction', { queries: { q: LISTED } }, 422],
    ['default?limit=501', { queries: { q: LISTED } }, 422],
  ])('refuses what it would have to ignore: %s %j', async (dataset, body, status) => {
    expect((await inject('POST', `match/${dataset}`, body)).statusCode).toBe(status)
  })
})

test('searching gives the same entities', async () => {
  const found = (await inject('GET', 'search/default?q=Halcyon%20Lattice&limit=1')).json()
  expect(found).toMatchObject({ limit: 1, offset: 0, facets: {} })
  const { responses } = (await inject('POST', 'match/default', { queries: { q: LISTED } })).json()
  expect(responses.q.results[0]).toMatchObject(found.results[0])
  const beyond = (await inject('GET', 'search/default?q=Halcyon%20Lattice&offset=100')).json()
  expect([beyond.results, beyond.total]).toEqual([[], found.total])
})

describe('reconciling a column', () => {
  test('takes the form that OpenRefine sends', async () => {
    const queries = JSON.stringify({
      q0: {
        query: 'Halcyon Lattice',
        properties: [{ pid: 'country', v: { id: 'CN', name: 'China' } }],
      },
      q1: { query: 'Fjordsykkel AS', type: ['Organization'], type_strict: 'should' },
    })
    const form = `queries=${encodeURIComponent(queries)}`
    const response = await inject(
      'POST',
      'reconcile/us-csl',
      form,
      'application/x-www-form-urlencoded',
    )
    const { q0, q1 } = response.json()
    expect(q0.result[0]).toMatchObject({ match: true, type: [{ id: 'LegalEntity' }] })
    expect(q0.result[0].score).toBeGreaterThan(90)
    expect(q1).toEqual({ result: [] })
  })

  test.each(['queries={', 'queries=[]', 'other=1', 'queries={}&queries={}', 'queries={"q":{}}'])(
    'tells what is wrong with %j',
    async (form) => {
      const response = await inject(
        'POST',
        'reconcile/us-csl',
        form,
        'application/x-www-form-urlencoded',
      )
      expect(response.statusCode).toBeGreaterThanOrEqual(400)
      expect(response.statusCode).toBeLessThan(500)
    },
  )

  test('says which version it speaks', async () => {
    expect((await inject('GET', 'reconcile/us-csl')).json().versions).toEqual(['0.2'])
  })
})

import { expect, inject, test } from 'vitest'
import { createPostgresDatabase } from '../src/storage/databases.fixture.ts'
import { openStore } from '../src/storage/index.ts'
import { inFolder } from './navicert.ts'
import { type Served, servingWith } from './server.ts'

const LINES = 400
const BATCHES = 6

function lines(batch: number): string {
  return Array.from({ length: LINES }, (_, at) =>
    JSON.stringify({
      id: `${batch}-${at}`,
      kind: 'export',
      date: '2026-06-02',
      route: { from: 'NL', to: 'CN' },
      items: [{ name: `board ${batch} ${at}`, characteristics: { tpp: 4000 + at } }],
    }),
  ).join('\n')
}

/** Takes a batch in and gives its id. */
async function send({ url }: Served, token: string, batch: number): Promise<string> {
  const response = await fetch(`${url}/api/v1/check/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    body: lines(batch),
  })
  expect(response.status).toBe(202)
  return ((await response.json()) as { readonly id: string }).id
}

test.skipIf(inject('postgres') === null)(
  'two servers on one PostgreSQL share the work, each piece once, and one may be killed in the middle',
  { timeout: 600_000 },
  async () => {
    await inFolder(async (folder) => {
      const environment = { DATABASE_URL: await createPostgresDatabase() }
      const one = await servingWith(environment, folder)
      const other = await servingWith(environment, folder)
      const { token } = one
      const ids: string[] = []
      for (let batch = 0; batch < BATCHES; batch += 1)
        ids.push(await send(batch % 2 === 0 ? one : other, token, batch))
      const authorization = `Bearer ${token}`
      const isDone = async (id: string): Promise<boolean> => {
        const answer = await fetch(`${other.url}/api/v1/check/batch/${id}`, {
          headers: { authorization },
        })
        return ((await answer.json()) as { readonly state: string }).state === 'done'
      }
      // Once any is done, in the middle of the others: each server is at one.
      const isAnyDone = async (): Promise<boolean> =>
        (await Promise.all(ids.map(isDone))).some(Boolean)
      await expect.poll(isAnyDone, { timeout: 500_000, interval: 20 }).toBe(true)
      await one.stop('SIGKILL')
      for (const [batch, id] of ids.entries()) {
        const here = `${other.url}/api/v1/check/batch/${id}`
        const events = await fetch(`${here}/events`, { headers: { authorization } })
        expect((await events.text()).match(/^event: finished$/gm)?.length).toBe(1)
        const result = await fetch(`${here}/result`, { headers: { authorization } })
        const answers = (await result.text()).trimEnd().split('\n')
        expect(answers.map((line) => (JSON.parse(line) as { readonly id: string }).id)).toEqual(
          Array.from({ length: LINES }, (_, at) => `${batch}-${at}`),
        )
      }
      expect(await other.stop()).toBe(0)
      const store = await openStore({ url: environment.DATABASE_URL, now: () => new Date() })
      expect((await store.verify()).problems).toEqual([])
      await store.close()
    })
  },
)

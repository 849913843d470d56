import { EXAMPLE_NAMES, exampleText } from '../contract/example-deals.ts'
import {
  example,
  exampleList,
  live,
  metrics,
  openApi,
  ready,
} from '../contract/service-operations.ts'
import { RETRY_SOON, Refusal } from '../http/refusal.ts'
import { type Route, route, Written } from '../route.ts'
import type { Services } from '../services.ts'

export function serviceRoutes(services: Services, openApiDocument: () => object): readonly Route[] {
  return [
    route(live, () => ({ status: 'live' })),
    route(ready, () => readiness(services)),
    route(
      metrics,
      async () => new Written(await services.metrics.text(services.lists.status(services.today()))),
    ),
    route(openApi, openApiDocument),
    route(exampleList, () => ({ examples: EXAMPLE_NAMES })),
    route(example, ({ params }) => new Written(exampleText(params.name))),
  ]
}

async function readiness(services: Services): Promise<object> {
  const { engine, lists, today, isStopping, reachStore } = services
  if (isStopping()) {
    throw new Refusal(503, { code: 'server.stopping', detail: 'The server is stopping.' })
  }
  await within(STORE_ANSWERS, reachStore())
  const status = lists.status(today())
  const named = (state: string): readonly string[] =>
    status.filter((one) => one.state === state).map(({ source }) => source)
  return {
    status: 'ready',
    edition: engine.rulebook.edition,
    lists: { fresh: named('fresh'), stale: named('stale'), missing: named('missing') },
  }
}

/** After so long a store that says nothing counts as gone, in milliseconds. */
const STORE_ANSWERS = 3_000

/** @throws Refusal after so many milliseconds */
async function within(milliseconds: number, asked: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refuse) => {
    const problem = {
      code: 'store.unavailable',
      detail: `The database has not answered for ${milliseconds / 1000} s.`,
    }
    timer = setTimeout(() => refuse(new Refusal(503, problem, RETRY_SOON)), milliseconds)
  })
  try {
    await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

import { EXAMPLE_NAMES, exampleText } from '../contract/example-deals.ts'
import {
  example,
  exampleList,
  live,
  metrics,
  openApi,
  ready,
} from '../contract/service-operations.ts'
import { Refusal } from '../http/refusal.ts'
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

function readiness({ engine, lists, today, isStopping }: Services): object {
  if (isStopping()) {
    throw new Refusal(503, { code: 'server.stopping', detail: 'The server is stopping.' })
  }
  const status = lists.status(today())
  const named = (state: string): readonly string[] =>
    status.filter((one) => one.state === state).map(({ source }) => source)
  return {
    status: 'ready',
    edition: engine.rulebook.edition,
    lists: { fresh: named('fresh'), stale: named('stale'), missing: named('missing') },
  }
}

import { screeningAnswer } from '../../desk/index.ts'
import { screen } from '../contract/check-operations.ts'
import { type Route, route } from '../route.ts'
import type { Services } from '../services.ts'

export function screenRoutes({ lists, metrics, today }: Services): readonly Route[] {
  return [
    route(screen, ({ query, body }) => {
      const asOf = query.asOf ?? today()
      const screener = lists.screeners(asOf, asOf)
      const { id = null, ...party } = body
      const result = screener.screen(party)
      metrics.screened(result.state)
      return { id, asOf, ...screeningAnswer(result), lists: screener.lists }
    }),
  ]
}

import { createChecker } from '../../desk/index.ts'
import { check } from '../contract/check-operations.ts'
import { type Route, route, Written } from '../route.ts'
import type { Services } from '../services.ts'
import { verdictOf } from '../verdict-of.ts'

export function checkRoutes({ engine, lists, metrics }: Services): readonly Route[] {
  return [
    route(check, ({ query, body }) => {
      const { asOf, knownAt, explain = false, screening = true } = query
      const checker = createChecker(engine, {
        ...(asOf === undefined ? {} : { asOf }),
        ...(knownAt === undefined ? {} : { knownAt }),
        ...(screening ? { screeners: lists.screeners } : {}),
        explain,
      })
      const text = checker.write(body)
      metrics.determined(verdictOf(text))
      return new Written(text)
    }),
  ]
}

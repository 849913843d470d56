import { createChecker } from '../../desk/index.ts'
import type { Verdict } from '../../determination/index.ts'
import { check } from '../contract/check-operations.ts'
import { type Route, route, Written } from '../route.ts'
import type { Services } from '../services.ts'

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

const VERDICT = '"verdict":"'

/** The answer is text already, and the last verdict in it is its own: read without making its objects. */
function verdictOf(text: string): Verdict {
  const from = text.lastIndexOf(VERDICT) + VERDICT.length
  return text.slice(from, text.indexOf('"', from)) as Verdict
}

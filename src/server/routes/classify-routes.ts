import { classificationAnswer } from '../../desk/index.ts'
import { unwrap } from '../../kernel/index.ts'
import { classify } from '../contract/check-operations.ts'
import { type Route, route } from '../route.ts'
import type { Services } from '../services.ts'

export function classifyRoutes({ engine, today }: Services): readonly Route[] {
  return [
    route(classify, ({ body }) => {
      const { id, item, answers = {}, asOf = today(), knownAt } = body
      const characteristics = { ...item.characteristics, ...answers }
      const answer = unwrap(
        engine.classifier.classify(
          { ...item, characteristics },
          { asOf, ...(knownAt === undefined ? {} : { knownAt }) },
        ),
      )
      const next = answer.questions.filter(
        ({ of, parameter }) => of === '' && !Object.hasOwn(characteristics, parameter),
      )
      return { ...classificationAnswer(id ?? item.id ?? null, answer), characteristics, next }
    }),
  ]
}

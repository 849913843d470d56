import { createChecker, engineVersion, stepsOf } from '../../desk/index.ts'
import { determinationPaper, type PrintedPaper, screeningPaper } from '../../documents/index.ts'
import { printDetermination, printScreening } from '../contract/document-operations.ts'
import { Printed, type Route, route } from '../route.ts'
import type { Services } from '../services.ts'

export function documentRoutes(services: Services): readonly Route[] {
  const { engine, lists, metrics, printer, today } = services
  return [
    route(printDetermination, async ({ query, body }) => {
      const { asOf, knownAt, explain = false, language } = query
      const checker = createChecker(engine, {
        ...(asOf === undefined ? {} : { asOf }),
        ...(knownAt === undefined ? {} : { knownAt }),
        screeners: lists.screeners,
        explain,
      })
      const answer = checker.determine(body)
      metrics.determined(answer.verdict)
      const record = { answer, transaction: body, steps: stepsOf(answer) }
      return sent(await printer.print(determinationPaper(record, language)))
    }),
    route(printScreening, async ({ query, body }) => {
      const asOf = query.asOf ?? today()
      const screener = lists.screeners(asOf, asOf)
      const { id: _id, ...party } = body
      const result = screener.screen(party)
      metrics.screened(result.state)
      const engine = { version: engineVersion() }
      const record = { query: party, result, lists: screener.lists, asOf, engine }
      return sent(await printer.print(screeningPaper(record, query.language)))
    }),
  ]
}

function sent({ bytes, digest, fileName }: PrintedPaper): Printed {
  return new Printed(bytes, {
    etag: `"${digest}"`,
    'content-disposition': `attachment; filename="${fileName}"`,
  })
}

import { lawStatus } from '../../desk/index.ts'
import { loadLawCases } from '../../rulebook/index.ts'
import { openRulebook } from '../engine.ts'
import { DONE } from '../exit-code.ts'
import {
  type DataOption,
  type JsonOption,
  type LawOption,
  lawFolderOf,
  withData,
  withExamples,
  withJson,
  withLaw,
} from '../options.ts'
import type { CommandAdder } from '../session.ts'
import { editionsHere } from './law-editions.ts'

export const addLawStatus: CommandAdder = (law, session, finish) => {
  const command = law.command('status').description('The edition in use, its digest and its size.')
  withExamples(withJson(withLaw(withData(command))), 'law status', 'law status --law ./law --json')
  command.action((options: LawOption & DataOption & JsonOption) => {
    const folder = lawFolderOf(options, session.surroundings)
    const rulebook = openRulebook(options, session.surroundings)
    const here = editionsHere(options, session)
    const status = { ...lawStatus(rulebook), folder, cases: loadLawCases(folder).length }
    if (options.json === true) session.print(JSON.stringify({ ...status, ...here }, null, 2))
    else
      session.print(
        ...Object.entries({ ...status, editionsHere: here.editions.join(' ') || 'none' }).map(
          ([name, value]) => `${name.padEnd(16)} ${value}`,
        ),
        ...here.publishers.map(
          ({ publisher, from }) =>
            `${'publisher'.padEnd(16)} ${publisher}${from === undefined ? '' : ` at ${from}`}`,
        ),
      )
    finish(DONE)
  })
}

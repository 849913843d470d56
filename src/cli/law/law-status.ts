import { lawStatus } from '../../desk/index.ts'
import { loadLawCases } from '../../rulebook/index.ts'
import { openRulebook } from '../engine.ts'
import { DONE } from '../exit-code.ts'
import {
  type JsonOption,
  type LawOption,
  lawFolderOf,
  withExamples,
  withJson,
  withLaw,
} from '../options.ts'
import type { CommandAdder } from '../session.ts'

export const addLawStatus: CommandAdder = (law, session, finish) => {
  const command = law.command('status').description('The edition in use, its digest and its size.')
  withExamples(withJson(withLaw(command)), 'law status', 'law status --law ./law --json')
  command.action((options: LawOption & JsonOption) => {
    const folder = lawFolderOf(options, session.surroundings)
    const rulebook = openRulebook(options, session.surroundings)
    const status = { ...lawStatus(rulebook), folder, cases: loadLawCases(folder).length }
    if (options.json === true) session.print(JSON.stringify(status, null, 2))
    else
      session.print(...Object.entries(status).map(([name, value]) => `${name.padEnd(16)} ${value}`))
    finish(DONE)
  })
}

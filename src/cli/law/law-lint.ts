import { openCharters } from '../../desk/index.ts'
import { lintRulebook, loadLawCases } from '../../rulebook/index.ts'
import { openRulebook } from '../engine.ts'
import { DONE, FAILED } from '../exit-code.ts'
import {
  type JsonOption,
  type LawOption,
  lawFolderOf,
  withExamples,
  withJson,
  withLaw,
} from '../options.ts'
import { printProblems } from '../output/print-problems.ts'
import type { CommandAdder } from '../session.ts'

interface LintOptions extends LawOption, JsonOption {
  readonly warnings?: true
}

export const addLawLint: CommandAdder = (law, session, finish) => {
  const command = law
    .command('lint')
    .description('Checks format, names, citations and what each list says it covers.')
    .option('--warnings', 'show warnings too')
  withExamples(withJson(withLaw(command)), 'law lint', 'law lint --law ./law --warnings')
  command.action((options: LintOptions) => {
    const rulebook = openRulebook(options, session.surroundings)
    const folder = lawFolderOf(options, session.surroundings)
    const cases = loadLawCases(folder)
    const charters = openCharters(folder, rulebook)
    const found = lintRulebook(rulebook)
    const errors = found.filter(({ severity }) => severity === 'error')
    const shown = options.warnings === true ? found : errors
    if (options.json === true) session.print(JSON.stringify(shown, null, 2))
    else {
      session.surroundings.stderr.write(printProblems(shown))
      session.print(
        `${rulebook.entries.length} entries, ${rulebook.rules.length} rules, ${rulebook.authorisations.length} authorisations, ${cases.length} cases, ${charters.length} charters: ${errors.length} errors, ${found.length - errors.length} warnings.`,
      )
    }
    finish(errors.length === 0 ? DONE : FAILED)
  })
}

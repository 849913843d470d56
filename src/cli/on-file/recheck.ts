import { type Rechecked, type RecheckState, recheck, screenersOf } from '../../desk/index.ts'
import type { LegalDate, Problem } from '../../kernel/index.ts'
import { loadListPolicy } from '../../lists/index.ts'
import type { Kind } from '../../on-file/index.ts'
import { openEngine } from '../engine.ts'
import { DONE, type ExitCode, FAILED, NOT_CLEAR } from '../exit-code.ts'
import { goneOnWith } from '../gone-on-with.ts'
import {
  type DataOption,
  dataFolderOf,
  day,
  type JsonOption,
  type LawOption,
  lawFolderOf,
  withData,
  withExamples,
  withJson,
  withLaw,
} from '../options.ts'
import { printProblems } from '../output/print-problems.ts'
import { startProgress } from '../progress.ts'
import type { CommandAdder, Session } from '../session.ts'
import { withStore } from '../with-store.ts'
import { actorOf } from './on-file-commands.ts'
import { recheckedAnswer, recheckedLines, screenedLine, summaryLine } from './on-file-page.ts'

interface RecheckOptions extends DataOption, LawOption, JsonOption {
  readonly asOf?: LegalDate
  readonly everything?: true
}

/** Answers again what on file can be affected. @param only what is printed of; the rest is answered all the same */
export const addRecheck =
  (path: string, only?: Kind): CommandAdder =>
  (parent, session, finish) => {
    const command = parent
      .command('recheck')
      .description(
        'Answers again what a change of lists, law, day or of what is on file can affect, and tells the difference.',
      )
      .option('--as-of <day>', 'as if this were today', day)
      .option('--everything', 'answers everything on file, whatever may have changed')
    withExamples(withJson(withLaw(withData(command))), path, `${path} --json`)
    command.action(async (options: RecheckOptions) => {
      const done = recheckAll(options, session, only)
      finish(await goneOnWith(done, session.surroundings, path))
    })
  }

async function recheckAll(
  options: RecheckOptions,
  session: Session,
  only: Kind | undefined,
): Promise<ExitCode> {
  const { surroundings } = session
  const lawFolder = lawFolderOf(options, surroundings)
  const dataFolder = dataFolderOf(options, surroundings)
  const engine = openEngine(options, surroundings)
  const screeners = await screenersOf(lawFolder, dataFolder, [], surroundings)
  const state = await withStore(
    options,
    session,
    async (store) => {
      const parties = startProgress('parties', surroundings)
      let progress = startProgress('answers', surroundings)
      const runs = recheck({
        ...{ store, engine, screeners, dataFolder },
        actor: actorOf(session),
        policy: loadListPolicy(lawFolder),
        today: options.asOf ?? surroundings.today,
        on: surroundings.today,
        everything: options.everything === true,
        signal: surroundings.interrupted,
        tell: (more) => parties.advance(more),
      })
      let last: RecheckState | undefined
      for await (const { state: now, found, screened } of runs) {
        if (screened !== undefined) progress = startProgress('answers', surroundings)
        if (screened !== undefined && options.json !== true) session.print(screenedLine(screened))
        for (const one of found)
          if (only === undefined || one.kind === only) tell(one, options, session)
        progress.advance(found.length)
        last = now
      }
      progress.end()
      return last
    },
    { sealing: true },
  )
  if (state === undefined) return FAILED
  if (options.json !== true) session.print(summaryLine(state))
  const isOther = Object.values(state.effects).some((many) => many > 0)
  return state.failed > 0 ? FAILED : isOther ? NOT_CLEAR : DONE
}

function tell(one: Rechecked, options: RecheckOptions, session: Session): void {
  const problems = one.problems.map(
    (problem): Problem => ({ ...problem, where: { ...problem.where, file: one.ref } }),
  )
  session.surroundings.stderr.write(printProblems(problems))
  if (options.json === true) session.print(JSON.stringify(recheckedAnswer(one)))
  else session.print(...recheckedLines(session, one))
}

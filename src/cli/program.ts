import { Command } from 'commander'
import { engineVersion } from '../desk/index.ts'
import { addBench } from './bench.ts'
import { addCheck } from './check.ts'
import { addClassify } from './classify.ts'
import type { ExitCode } from './exit-code.ts'
import { addFind } from './find.ts'
import { addGold } from './gold.ts'
import { addLaw } from './law/add-law.ts'
import { addLists } from './lists.ts'
import { addMonitor } from './monitor.ts'
import { withExamples } from './options.ts'
import { addOrders } from './orders.ts'
import { addOwnership } from './ownership.ts'
import { addScreen } from './screen.ts'
import { addServe } from './serve.ts'
import { createSession } from './session.ts'
import { addStore } from './store.ts'
import type { Surroundings } from './surroundings.ts'
import { addTemplate } from './template.ts'
import { addVerify } from './verify.ts'
import { addWebhooks } from './webhooks.ts'

/** The `navicert` command with all its subcommands; `finish` is told the exit code. */
export function createProgram(
  surroundings: Surroundings,
  finish: (code: ExitCode) => void,
): Command {
  const { stdout, stderr, columns } = surroundings
  const program = new Command('navicert')
    .description(
      'May this go there, to them, for that? One dated, cited answer for all members’ laws.',
    )
    .version(engineVersion(), '--version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    // Options after a subcommand are its own: `screen compare --batch` is not `screen --batch`.
    .enablePositionalOptions()
    .showHelpAfterError('(--help shows how it is used)')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
      getOutHasColors: () => surroundings.colour,
      getErrHasColors: () => false,
    })
  const session = createSession(surroundings)
  for (const add of [
    addCheck,
    addClassify,
    addFind,
    addScreen,
    addOwnership,
    addLists,
    addMonitor,
    addOrders,
    addLaw,
    addGold,
    addTemplate,
    addVerify,
    addStore,
    addWebhooks,
    addServe,
    addBench,
  ])
    add(program, session, finish)
  withExamples(
    program,
    'check examples/accelerator-to-singapore.yaml',
    'classify item.yaml',
    'screen "Example Trading Co" --country HK',
    'law coverage US',
  )
  program.addHelpText(
    'after',
    '\nExit codes: 0 done, and clear; 2 checked, and not clear, a hit or a difference; 1 bad input or failure.\nInformation, not legal advice.',
  )
  return program
}

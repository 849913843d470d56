import { Command } from 'commander'
import { engineVersion } from '../desk/index.ts'
import type { ExitCode } from './exit-code.ts'
import { withExamples } from './options.ts'
import { type CommandAdder, createSession } from './session.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * A command is read when it is asked for: all of them together take half a second, of which one alone has no
 * use. In the order in which help shows them.
 */
const COMMANDS: ReadonlyMap<string, () => Promise<CommandAdder>> = new Map([
  ['check', async () => (await import('./check.ts')).addCheck],
  ['classify', async () => (await import('./classify.ts')).addClassify],
  ['find', async () => (await import('./find.ts')).addFind],
  ['screen', async () => (await import('./screen.ts')).addScreen],
  ['ownership', async () => (await import('./ownership.ts')).addOwnership],
  ['lists', async () => (await import('./lists.ts')).addLists],
  ['monitor', async () => (await import('./monitor.ts')).addMonitor],
  ['items', async () => (await import('./on-file/kinds.ts')).addItems],
  ['parties', async () => (await import('./on-file/kinds.ts')).addParties],
  ['orders', async () => (await import('./on-file/kinds.ts')).addOrders],
  ['tools', async () => (await import('./on-file/kinds.ts')).addTools],
  ['tickets', async () => (await import('./on-file/kinds.ts')).addTickets],
  ['recheck', async () => (await import('./on-file/kinds.ts')).addRecheckAll],
  ['law', async () => (await import('./law/add-law.ts')).addLaw],
  ['regime', async () => (await import('./regime/add-regime.ts')).addRegime],
  ['gold', async () => (await import('./gold.ts')).addGold],
  ['template', async () => (await import('./template.ts')).addTemplate],
  ['verify', async () => (await import('./verify.ts')).addVerify],
  ['store', async () => (await import('./store.ts')).addStore],
  ['people', async () => (await import('./people.ts')).addPeople],
  ['webhooks', async () => (await import('./webhooks.ts')).addWebhooks],
  ['mail', async () => (await import('./mail.ts')).addMail],
  ['serve', async () => (await import('./serve.ts')).addServe],
  ['bench', async () => (await import('./bench.ts')).addBench],
])

/**
 * The `navicert` command with the subcommand that the command line begins with; with all of them where it
 * begins with none, for help and for the nearest name. `finish` is told the exit code.
 */
export async function createProgram(
  [first = '']: readonly string[],
  surroundings: Surroundings,
  finish: (code: ExitCode) => void,
): Promise<Command> {
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
  const asked = COMMANDS.get(first)
  const adders = await Promise.all(
    (asked === undefined ? [...COMMANDS.values()] : [asked]).map((load) => load()),
  )
  for (const add of adders) add(program, session, finish)
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

import { InvalidArgumentError } from 'commander'
import type { Serving } from '../server/index.ts'
import { DONE, type ExitCode } from './exit-code.ts'
import {
  type DataOption,
  dataFolderOf,
  type LawOption,
  lawFolderOf,
  withData,
  withExamples,
  withLaw,
} from './options.ts'
import type { CommandAdder, Session } from './session.ts'

interface ServeOptions extends LawOption, DataOption {
  readonly port: number
  readonly host: string
  readonly quiet?: true
}

export const addServe: CommandAdder = (program, session, finish) => {
  const command = program
    .command('serve')
    .description('The HTTP API: the same answers all day, for other programs.')
    .option('--port <n>', 'port; 0 takes a free one', portNumber, 8642)
    .option('--host <address>', 'address to listen at', '127.0.0.1')
    .option('--quiet', 'write no log')
  withExamples(withLaw(withData(command)), 'serve', 'serve --port 8080 --data /var/lib/navicert')
  command.action(async (options: ServeOptions) => finish(await serveUntilStopped(options, session)))
}

function portNumber(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('Write a number from 0 to 65535.')
}

async function serveUntilStopped(options: ServeOptions, session: Session): Promise<ExitCode> {
  const { surroundings } = session
  // Only this command needs what the server stands on: the others start without it.
  const { serve } = await import('../server/index.ts')
  const serving = await serve({
    lawFolder: lawFolderOf(options, surroundings),
    dataFolder: dataFolderOf(options, surroundings),
    host: options.host,
    port: options.port,
    now: () => new Date(),
    ...(options.quiet === true ? {} : { log: surroundings.stderr }),
  })
  session.print(...greeting(serving))
  await stopped(surroundings.interrupted)
  await serving.stop()
  return DONE
}

function greeting({ url, firstToken }: Serving): readonly string[] {
  return [
    `Navicert answers at ${url} (API: ${url}/api/v1/openapi.json). Ctrl-C stops it.`,
    ...(firstToken === undefined
      ? []
      : [
          'The token of the administrator, shown only now:',
          `  ${firstToken}`,
          'Send it as `Authorization: Bearer …`.',
        ]),
    '',
  ]
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })
}

import { InvalidArgumentError } from 'commander'
import { serveExchange } from '../../exchange/index.ts'
import { ProblemError } from '../../kernel/index.ts'
import { DONE, type ExitCode } from '../exit-code.ts'
import { withData, withExamples, withLaw } from '../options.ts'
import type { CommandAdder, Session } from '../session.ts'
import { type NodeOptions, nodeOpener } from './node-folder.ts'

interface ServeOptions extends NodeOptions {
  readonly port: number
  readonly host: string
}

/** The own log and the mirrors, for the others to pull; and the witness of their logs. */
export const addServeLog: CommandAdder = (log, session, finish) => {
  const command = log
    .command('serve')
    .description(
      'Serves the own log and the mirrors to the other members, and witnesses theirs. Put it behind a proxy that speaks TLS and knows the members.',
    )
    .option('--port <n>', 'port; 0 takes a free one', portNumber, 8643)
    .option('--host <address>', 'address to listen at', '127.0.0.1')
  withExamples(withLaw(withData(command)), 'regime log serve --port 8643')
  command.action(async (options: ServeOptions) => finish(await serve(options, session)))
}

function portNumber(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new InvalidArgumentError('Write a number from 0 to 65535.')
}

async function serve(options: ServeOptions, session: Session): Promise<ExitCode> {
  const { surroundings, print } = session
  const { interrupted, stderr } = surroundings
  const open = nodeOpener(options, surroundings)
  const { member } = open()
  const failed = (error: unknown) =>
    stderr.write(`${error instanceof Error ? error.message : 'unknown failure'}\n`)
  const served = await serveExchange(open, { ...options, failed }).catch(
    (error: NodeJS.ErrnoException) => {
      throw new ProblemError(busy(error))
    },
  )
  print(`The node of ${member} listens at ${served.address}`)
  if (!interrupted.aborted) {
    await new Promise((stop) => interrupted.addEventListener('abort', stop, { once: true }))
  }
  await served.stop()
  return DONE
}

function busy({ code, message }: NodeJS.ErrnoException) {
  return {
    code: 'exchange.cannot-listen',
    detail: `The address cannot be listened at (${code ?? message}).`,
    remedy: 'Name another --port or --host.',
  }
}

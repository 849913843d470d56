import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { InvalidArgumentError } from 'commander'
import { answerExchange, type ExchangeNode, MAX_REQUEST_BYTES } from '../../exchange/index.ts'
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
  const open = nodeOpener(options, surroundings)
  const { member } = open()
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT },
    (request, response) => {
      void answer(request, response, open, session)
    },
  )
  await new Promise<void>((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(new ProblemError(busy(error))))
    server.listen(options.port, options.host, listening)
  })
  const { port } = server.address() as AddressInfo
  print(`The node of ${member} listens at http://${options.host}:${port}`)
  await new Promise<void>((stopped) => {
    surroundings.interrupted.addEventListener('abort', () => {
      server.close(() => stopped())
      server.closeIdleConnections()
    })
  })
  return DONE
}

const REQUEST_TIMEOUT = 15_000

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  open: () => ExchangeNode,
  { surroundings }: Session,
): Promise<void> {
  try {
    const body = await bodyOf(request)
    const { pathname } = new URL(request.url ?? '/', 'http://node')
    // Opened anew: another process may have appended meanwhile.
    const node = open()
    const said = answerExchange(node, {
      method: request.method ?? 'GET',
      path: pathname,
      ...(body === undefined ? {} : { body }),
    })
    response.writeHead(said.status, {
      'content-type': said.contentType,
      'content-length': said.body.length,
      'cache-control': said.isImmutable ? 'public, max-age=31536000, immutable' : 'no-store',
      'x-content-type-options': 'nosniff',
    })
    response.end(said.body)
  } catch (error) {
    surroundings.stderr.write(`${error instanceof Error ? error.message : 'unknown failure'}\n`)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  }
}

/** One byte more than is allowed is enough to be refused. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  if (request.method !== 'POST') return undefined
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length > MAX_REQUEST_BYTES) break
  }
  return Buffer.concat(chunks)
}

function busy({ code, message }: NodeJS.ErrnoException) {
  return {
    code: 'exchange.cannot-listen',
    detail: `The address cannot be listened at (${code ?? message}).`,
    remedy: 'Name another --port or --host.',
  }
}

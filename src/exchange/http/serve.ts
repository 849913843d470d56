import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ExchangeNode } from '../node/node.ts'
import { answerExchange, type ExchangeResponse, MAX_REQUEST_BYTES } from './routes.ts'

export interface ServeOptions {
  readonly port: number
  readonly host: string
  /** Told of what failed here; whoever asked is told only that it did. */
  readonly failed: (error: unknown) => void
  /** Milliseconds that a request may take to come, and that requests have to end when the server stops. */
  readonly patience?: number
}

export interface ServedExchange {
  readonly address: string
  readonly stop: () => Promise<void>
}

/**
 * A node behind HTTP. It is opened anew for each request, as another process may have appended meanwhile.
 * @throws the system's error where the address cannot be listened at
 */
export async function serveExchange(
  open: () => ExchangeNode,
  { port, host, failed, patience = 15_000 }: ServeOptions,
): Promise<ServedExchange> {
  const server = createServer(
    {
      requestTimeout: patience,
      headersTimeout: patience,
      connectionsCheckingInterval: Math.ceil(patience / 5),
    },
    (request, response) => {
      void answer(request, open, failed).then((said) => send(request, response, said))
    },
  )
  await new Promise<void>((listening, refused) => {
    server.once('error', refused)
    server.listen(port, host, listening)
  })
  const { port: given } = server.address() as AddressInfo
  return { address: `http://${host}:${given}`, stop: () => stop(server, patience) }
}

/** Requests that are being answered are; what does not end by itself is ended. */
async function stop(server: Server, patience: number): Promise<void> {
  const late = setTimeout(() => server.closeAllConnections(), patience)
  await new Promise<void>((stopped) => {
    server.close(() => stopped())
    server.closeIdleConnections()
  })
  clearTimeout(late)
}

async function answer(
  request: IncomingMessage,
  open: () => ExchangeNode,
  failed: (error: unknown) => void,
): Promise<ExchangeResponse | undefined> {
  try {
    const body = await bodyOf(request)
    const path = pathOf(request.url)
    if (path === undefined) return plain(400, 'The path is malformed.\n')
    const asked = { method: request.method ?? 'GET', path, ...(body && { body }) }
    try {
      return answerExchange(open(), asked)
    } catch {
      // Read while another process put a new head in the place of the old: now it is there.
      return answerExchange(open(), asked)
    }
  } catch (error) {
    if (request.destroyed && !request.complete) return undefined
    failed(error)
    return plain(500, 'The node could not answer.\n')
  }
}

/** As far as it is allowed, and a byte more, which is enough to be refused. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  if (request.method !== 'POST') return undefined
  const chunks: Buffer[] = []
  let length = 0
  // The connection stays, for the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length > MAX_REQUEST_BYTES) break
  }
  return Buffer.concat(chunks)
}

function pathOf(url = '/'): string | undefined {
  const base = 'http://node'
  return url.startsWith('/') && URL.canParse(base + url) ? new URL(base + url).pathname : undefined
}

function plain(status: number, text: string): ExchangeResponse {
  return {
    status,
    contentType: 'text/plain; charset=utf-8',
    body: Buffer.from(text),
    isImmutable: false,
  }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  said: ExchangeResponse | undefined,
): void {
  if (said === undefined || response.destroyed) return
  response.writeHead(said.status, {
    'content-type': said.contentType,
    'content-length': said.body.length,
    'cache-control': said.isImmutable ? 'public, max-age=31536000, immutable' : 'no-store',
    'x-content-type-options': 'nosniff',
    // What is left of an unread body is no next request.
    ...(request.complete ? {} : { connection: 'close' }),
  })
  response.end(said.body)
}

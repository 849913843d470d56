import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Writable } from 'node:stream'
import { openEngine } from '../desk/index.ts'
import { type LegalDate, ProblemError } from '../kernel/index.ts'
import { createApp } from './app.ts'
import { Batches } from './batch/batches.ts'
import { ThreadPrinter } from './documents/printer.ts'
import { addToken } from './identity/new-token.ts'
import { TokenFile } from './identity/token-file.ts'
import { LIMITS, type Limits } from './limits.ts'
import { ListsOnHand } from './lists-on-hand.ts'
import { createMetrics } from './metrics.ts'
import { Notifier } from './notices/notifier.ts'
import { StoreOnDemand, type StoreOnDemandOptions } from './store-on-demand.ts'

export interface ServeOptions extends StoreOnDemandOptions {
  readonly lawFolder: string
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  /** Webhooks may go to plain HTTP and to addresses of the own network. */
  readonly webhooksOwnNetwork?: boolean
  readonly log?: Writable
  readonly limits?: Partial<Limits>
}

export interface Serving {
  readonly url: string
  /** The administrator's token, at the first start of a data folder only. */
  readonly firstToken?: string
  /** Takes no more requests, answers those that came, and ends. */
  stop(): Promise<void>
}

/** After this the requests that are still open are given up, in milliseconds. */
const DRAIN = 10_000

/** Starts the server. @throws ProblemError where law, data folder or address cannot be used */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { lawFolder, dataFolder, now, log } = options
  const engine = openEngine(lawFolder)
  const today = (): LegalDate => now().toISOString().slice(0, 10) as LegalDate
  const tokens = new TokenFile(dataFolder)
  let isStopping = false
  const { edition, digest } = engine.rulebook
  const lists = new ListsOnHand(lawFolder, dataFolder, now)
  const limits = { ...LIMITS, ...options.limits }
  const store = new StoreOnDemand(options)
  const batches = new Batches({
    engine,
    screeners: lists.screeners,
    dataFolder,
    uploadBytes: limits.uploadBytes,
    store: () => store.open(),
  })
  const notifier = new Notifier({
    store: () => store.open(),
    now,
    ownNetwork: options.webhooksOwnNetwork === true,
    tell: (error) => app.log.error({ err: error }),
  })
  const printer = new ThreadPrinter()
  const services = {
    engine,
    lists,
    batches,
    notifier,
    printer,
    metrics: createMetrics({ edition, digest }),
    today,
    isStopping: () => isStopping,
  }
  // The first question need not wait for the law to be compiled, nor for the lists of today.
  void engine.determiner
  services.lists.screeners(today(), today())
  const app = await createApp({
    services,
    tokens,
    now,
    limits,
    ...(log === undefined ? {} : { log }),
  })
  const url = await listen(app, options)
  // What a process before this one took in is answered.
  if (store.isThere) {
    for (const resuming of [batches.resume(), notifier.start()])
      resuming.catch((error: unknown) => app.log.error({ err: error }))
  }
  const firstToken = existsSync(tokens.file)
    ? undefined
    : addToken(dataFolder, { name: 'administrator', scopes: ['admin'], made: now() })
  return {
    url,
    ...(firstToken === undefined ? {} : { firstToken }),
    async stop() {
      isStopping = true
      const giveUp = setTimeout(() => app.server.closeAllConnections(), DRAIN)
      await app.close()
      clearTimeout(giveUp)
      await batches.stop()
      await notifier.stop()
      await printer.close()
      await store.close()
    },
  }
}

async function listen(
  app: Awaited<ReturnType<typeof createApp>>,
  { host, port }: ServeOptions,
): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    throw new ProblemError({
      code: 'server.no-address',
      detail: `The server cannot listen at ${host}:${port} (${code}).`,
      remedy:
        code === 'EADDRINUSE'
          ? 'Name another with --port; 0 takes a free one.'
          : 'Name another host or port.',
    })
  }
  const { port: taken } = app.server.address() as AddressInfo
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${taken}`
}

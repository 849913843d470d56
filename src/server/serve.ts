import type { AddressInfo } from 'node:net'
import type { Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { openEngine } from '../desk/index.ts'
import type { ExchangeNode } from '../exchange/index.ts'
import { type LegalDate, ProblemError } from '../kernel/index.ts'
import type { Mailer } from '../notices/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import { OnDemand } from '../storage/index.ts'
import { createApp } from './app.ts'
import { Batches } from './batch/batches.ts'
import { ThreadPrinter } from './documents/printer.ts'
import { Provider, readProvider } from './identity/provider.ts'
import { Site } from './identity/site.ts'
import { TokenFile } from './identity/token-file.ts'
import { LIMITS, type Limits } from './limits.ts'
import { ListsOnHand } from './lists-on-hand.ts'
import { createMetrics } from './metrics.ts'
import { Notifier } from './notices/notifier.ts'
import { House } from './on-file/house.ts'
import { administratorToken, begin, type FirstStart, waysIn } from './people/first-start.ts'
import { answerOperator } from './people/operator-requests.ts'
import { People } from './people/people.ts'
import { type AsOnlyWriter, RegimeOnHand } from './regime/on-hand.ts'
import { StoreOnDemand, type StoreOnDemandOptions } from './store-on-demand.ts'

export interface ServeOptions extends StoreOnDemandOptions {
  readonly lawFolder: string
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  /** Where users find it, as `https://navicert.example`; else the address it listens at. */
  readonly publicUrl?: string
  /** Webhooks may go to plain HTTP and to addresses of the own network. */
  readonly webhooksOwnNetwork?: boolean
  /** Files of batches that are done are removed after so many days; else after 30. */
  readonly keepBatchesDays?: number
  /** The member's node as it stands; none: there is no record of a regime here. */
  readonly regimeNode?: RegimeNode
  /** How the node is written in; without it nobody else writes in it. */
  readonly asOnlyWriter?: AsOnlyWriter
  /** None: nobody is told by mail. */
  readonly mailer?: Mailer
  readonly log?: Writable
  readonly limits?: Partial<Limits>
}

/** Opens the node of the member whose server this is. */
export type RegimeNode = (rulebook: Rulebook) => Promise<ExchangeNode | undefined>

export interface Serving {
  readonly url: string
  /** What is to be shown to the operator. */
  readonly first: FirstStart
  /** Another token of the administrator, good until the end of a day. */
  administratorToken(name: string, until: string): Promise<string>
  /** Takes no more requests, answers those that came, and ends. */
  stop(): Promise<void>
}

/** Until it is known where it listens. */
const OWN_ADDRESS = 'http://localhost'
/** After this the requests that are still open are given up, in milliseconds. */
const DRAIN = 10_000
/** What could not begin is tried again after so long, in milliseconds. */
const BEGIN_AGAIN = 2_000

/** Starts the server. @throws ProblemError where law, data folder or address cannot be used */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { lawFolder, dataFolder, now, log } = options
  const engine = openEngine(lawFolder)
  const today = (): LegalDate => now().toISOString().slice(0, 10) as LegalDate
  const settings = readProvider(dataFolder)
  let isStopping = false
  const { edition, digest } = engine.rulebook
  const lists = new ListsOnHand(lawFolder, dataFolder)
  const limits = { ...LIMITS, ...options.limits }
  const store = new StoreOnDemand(options)
  const batches = new Batches({
    engine,
    screeners: lists.screeners,
    dataFolder,
    uploadBytes: limits.uploadBytes,
    now,
    ...(options.keepBatchesDays === undefined ? {} : { keptDays: options.keepBatchesDays }),
    store: () => store.open(),
  })
  let site = new Site(options.publicUrl ?? OWN_ADDRESS)
  const tell = (error: unknown): void => app.log.error({ err: error })
  const known = new OnDemand(async () =>
    People.open(await store.open(), { now, tell, masterKey: store.masterKey() }),
  )
  const people = (): Promise<People> => known.get()
  const notifier = new Notifier({
    store: () => store.open(),
    now,
    ownNetwork: options.webhooksOwnNetwork === true,
    ...(options.mailer === undefined ? {} : { mailer: options.mailer }),
    tell,
  })
  const house = new House({
    ...{ engine, lists, today },
    store: () => store.open(),
    tell,
  })
  const regime = new RegimeOnHand({
    ...{ engine, lawFolder, now },
    node: async () => options.regimeNode?.(engine.rulebook),
    ...(options.asOnlyWriter === undefined ? {} : { asOnlyWriter: options.asOnlyWriter }),
  })
  const printer = new ThreadPrinter()
  const services = {
    people,
    provider: settings === undefined ? undefined : new Provider(settings),
    site: () => site,
    engine,
    lists,
    batches,
    notifier,
    house,
    regime,
    printer,
    metrics: createMetrics({ edition, digest }),
    today,
    reachStore: async () => (await store.open()).ping(),
    isStopping: () => isStopping,
  }
  // The first question need not wait for the law to be compiled, nor for the lists of today.
  void engine.determiner
  services.lists.screeners(today(), today())
  const app = await createApp({
    services,
    limits,
    ...(log === undefined ? {} : { log }),
  })
  const url = await listen(app, options)
  // What a process before this one took in is answered.
  site = new Site(options.publicUrl ?? url)
  const { first, operator } = await letIn(options, await people(), tell)
  batches.keepSwept(tell)
  for (const begin of [() => batches.resume(tell), () => notifier.start(), () => house.start()])
    void untilBegun(begin, () => isStopping, tell)
  return {
    url,
    first,
    administratorToken: async (name, until) =>
      administratorToken(await people(), name, `${until}T23:59:59.999Z`),
    async stop() {
      isStopping = true
      const giveUp = setTimeout(() => app.server.closeAllConnections(), DRAIN)
      await app.close()
      clearTimeout(giveUp)
      await operator.stop()
      await batches.stop()
      await (await people()).settled()
      await notifier.stop()
      await house.stop()
      await printer.close()
      await store.close()
    },
  }
}

/** Begins what goes on in the background; a database that is gone just then comes back, and it is said once. */
async function untilBegun(
  begin: () => Promise<unknown>,
  isStopping: () => boolean,
  tell: (error: unknown) => void,
): Promise<void> {
  for (let tries = 1; !isStopping(); tries += 1) {
    try {
      await begin()
      return
    } catch (error) {
      if (tries === 1) tell(error)
      await wait(BEGIN_AGAIN, undefined, { ref: false })
    }
  }
}

/** Takes in what tokens an earlier release kept, makes the first ways in, and listens to the operator. */
async function letIn(
  { dataFolder }: ServeOptions,
  people: People,
  tell: (error: unknown) => void,
): Promise<{ readonly first: FirstStart; readonly operator: { stop(): Promise<void> } }> {
  const tokens = new TokenFile(dataFolder)
  await begin(people, tokens.read())
  tokens.setAside()
  const operator = answerOperator(dataFolder, people, tell)
  return { operator, first: await waysIn(people) }
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

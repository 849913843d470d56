import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { OWN_LAW, openEngine, openOwnTypesetter } from '../desk/index.ts'
import type { LegalDate } from '../kernel/index.ts'
import { importList } from '../lists/index.ts'
import { SCOPES, type Scope } from '../people/index.ts'
import { masterKeyOf, openStore, type Store } from '../storage/index.ts'
import { createApp } from './app.ts'
import { Batches } from './batch/batches.ts'
import type { Printer } from './documents/printer.ts'
import { makeToken } from './identity/token.ts'
import { TokenFile } from './identity/token-file.ts'
import { LIMITS, type Limits } from './limits.ts'
import { ListsOnHand } from './lists-on-hand.ts'
import { createMetrics } from './metrics.ts'
import { Notifier } from './notices/notifier.ts'
import { STORE_PARTS } from './store-on-demand.ts'

const LIST = resolve(import.meta.dirname, '../../examples/lists/fictional-screening-list.csv')

const MASTER_KEY = masterKeyOf(Buffer.alloc(32, 7).toString('base64'))

/** For tests: a server on a folder of its own, on the day of the examples, with a token of each scope. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly tokens: Readonly<Record<Scope, string>>
  readonly kept: TokenFile
  readonly clock: { now: Date }
  close(): Promise<void>
}

export async function testServer(limits: Partial<Limits> = {}): Promise<TestServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'navicert-server-'))
  const day = '2026-06-02' as LegalDate
  const clock = { now: new Date(`${day}T12:00:00Z`) }
  const now = (): Date => clock.now
  await importList({
    dataFolder,
    source: 'us-csl',
    files: [LIST],
    published: '2026-06-01' as LegalDate,
    today: day,
  })
  const kept = new TokenFile(dataFolder)
  const tokens = Object.fromEntries(
    SCOPES.map((scope) => {
      const made = makeToken({ name: scope, scopes: [scope], made: now().toISOString() })
      kept.add(made.kept)
      return [scope, made.text]
    }),
  ) as Record<Scope, string>
  const engine = openEngine(OWN_LAW)
  let opened: Promise<Store> | undefined
  const store = (): Promise<Store> => {
    opened ??= openStore({ memory: true, now, ...STORE_PARTS, masterKey: MASTER_KEY })
    return opened
  }
  const lists = new ListsOnHand(OWN_LAW, dataFolder, now)
  const { uploadBytes } = { ...LIMITS, ...limits }
  const batches = new Batches({
    engine,
    screeners: lists.screeners,
    dataFolder,
    uploadBytes,
    store,
  })
  const notifier = new Notifier({ store, now, ownNetwork: true, tell: () => undefined })
  const app = await createApp({
    services: {
      engine,
      lists,
      batches,
      notifier,
      printer: inlinePrinter(),
      metrics: createMetrics({ edition: engine.rulebook.edition, digest: engine.rulebook.digest }),
      today: () => day,
      isStopping: () => false,
    },
    tokens: kept,
    now,
    limits: { ...LIMITS, ...limits },
  })
  return {
    app,
    tokens,
    kept,
    clock,
    async close() {
      await app.close()
      await batches.stop()
      await notifier.stop()
      await (await opened)?.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Prints on this thread: the thread of the server is a compiled file. */
function inlinePrinter(): Printer {
  return {
    print: async (paper) => (await openOwnTypesetter()).print(paper),
    close: async () => undefined,
  }
}

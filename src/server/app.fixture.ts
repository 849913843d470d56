import type { KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { OWN_LAW, openEngine, openOwnTypesetter } from '../desk/index.ts'
import { memoryStore } from '../desk/people/memory-store.fixture.ts'
import { type LegalDate, unwrap } from '../kernel/index.ts'
import { importList } from '../lists/index.ts'
import { type PeopleEvent, ROLES, type Role, SCOPES, type Scope } from '../people/index.ts'
import { masterKeyOf, openStore, type Store } from '../storage/index.ts'
import { createApp } from './app.ts'
import { Batches } from './batch/batches.ts'
import type { Printer } from './documents/printer.ts'
import type { Provider } from './identity/provider.ts'
import { makeSecret } from './identity/secrets.ts'
import { Site } from './identity/site.ts'
import { LIMITS, type Limits } from './limits.ts'
import { ListsOnHand } from './lists-on-hand.ts'
import { createMetrics } from './metrics.ts'
import { Notifier } from './notices/notifier.ts'
import { House } from './on-file/house.ts'
import { begin } from './people/first-start.ts'
import { People } from './people/people.ts'
import { demoRegime } from './regime/demo-members.ts'
import { RegimeOnHand } from './regime/on-hand.ts'
import { STORE_PARTS } from './store-on-demand.ts'

const LIST = resolve(import.meta.dirname, '../../examples/lists/fictional-screening-list.csv')

const MASTER_KEY = masterKeyOf(Buffer.alloc(32, 7).toString('base64'))
/** Only tests hash so: nothing that is served takes a cost from outside. */
export const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 } as const

/** For tests: a server on a folder of its own, on the day of the examples, with a token of each scope. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly dataFolder: string
  readonly tokens: Readonly<Record<Scope, string>>
  /** Of somebody with that role and no other. */
  readonly roleTokens: Readonly<Record<Role, string>>
  /** Of an administrator of another organisation. */
  readonly elsewhere: string
  readonly people: People
  readonly store: ReturnType<typeof memoryStore>
  readonly clock: { now: Date }
  readonly batches: Batches
  /** Keys of the officers of the member whose node this server has. */
  readonly officers: () => Promise<Readonly<Record<'delegate' | 'licensing', KeyObject>>>
  /** The subjects of the mails that were sent. */
  readonly sent: readonly string[]
  close(): Promise<void>
}

export async function testServer(
  limits: Partial<Limits> = {},
  provider?: Provider,
): Promise<TestServer> {
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
  const kept = memoryStore(now)
  const people = await People.open(kept, { now, masterKey: MASTER_KEY, passwordCost: CHEAP })
  const { tokens, roleTokens, elsewhere } = await everybody(people)
  const site = new Site('http://localhost:8642')
  const engine = openEngine(OWN_LAW)
  let opened: Promise<Store> | undefined
  const store = (): Promise<Store> => {
    opened ??= openStore({ memory: true, now, ...STORE_PARTS, masterKey: MASTER_KEY })
    return opened
  }
  const lists = new ListsOnHand(OWN_LAW, dataFolder, () => now().getTime())
  const { uploadBytes } = { ...LIMITS, ...limits }
  const batches = new Batches({
    engine,
    screeners: lists.screeners,
    dataFolder,
    uploadBytes,
    now,
    store,
  })
  const sent: string[] = []
  const notifier = new Notifier({
    store,
    now,
    ownNetwork: true,
    mailer: {
      send: async (mail) => {
        sent.push(mail.subject)
      },
    },
    tell: () => undefined,
  })
  const house = new House({ engine, lists, store, today: () => day, tell: () => undefined })
  let made: ReturnType<typeof demoRegime> | undefined
  const regime = () => (made ??= demoRegime(engine.rulebook, () => now().getTime()))
  const app = await createApp({
    services: {
      engine,
      lists,
      batches,
      notifier,
      house,
      regime: new RegimeOnHand({
        engine,
        lawFolder: OWN_LAW,
        now,
        node: async () => (await regime()).node,
      }),
      printer: inlinePrinter(),
      metrics: createMetrics({ edition: engine.rulebook.edition, digest: engine.rulebook.digest }),
      today: () => day,
      reachStore: async () => undefined,
      isStopping: () => false,
      people: async () => people,
      site: () => site,
      provider,
    },
    limits: { ...LIMITS, ...limits },
  })
  return {
    app,
    dataFolder,
    tokens,
    roleTokens,
    elsewhere,
    people,
    store: kept,
    clock,
    sent,
    batches,
    officers: async () => (await regime()).officers,
    async close() {
      await app.close()
      await batches.stop()
      await notifier.stop()
      await house.stop()
      await (await opened)?.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A token of each scope, that of `admin` the administrator's and the others programs'; one of each role. */
async function everybody(
  people: People,
): Promise<Pick<TestServer, 'tokens' | 'roleTokens' | 'elsewhere'>> {
  const made = people.now()
  const secretOf = new Map<string, string>()
  const secret = (name: string, scopes: readonly Scope[]) => {
    const { text, ...kept } = makeSecret('token')
    secretOf.set(name, text)
    return { name, scopes, made, ...kept }
  }
  await begin(
    people,
    SCOPES.map((scope) => secret(scope, [scope])),
  )
  const events = ROLES.flatMap((role) => {
    const { id: token, ...rest } = secret(`role ${role}`, ['admin'])
    const is = role === 'service' ? ('service' as const) : ('person' as const)
    const person = `is-${role}`
    return [
      { kind: 'person-added' as const, person, is, name: `Some ${role}` },
      { kind: 'membership-granted' as const, person, organisation: 'main', roles: [role] },
      { kind: 'token-made' as const, person, token, ...rest },
    ]
  })
  const { id: token, ...rest } = secret('elsewhere', ['admin'])
  const [person, organisation] = ['is-elsewhere', 'north']
  const others: readonly PeopleEvent[] = [
    { kind: 'organisation-added', organisation, name: 'Example North' },
    { kind: 'person-added', person, is: 'person', name: 'Somebody elsewhere' },
    { kind: 'membership-granted', person, organisation, roles: ['administrator'] },
    { kind: 'token-made', person, token, ...rest },
  ]
  const all = [...events, ...others]
  unwrap(await people.directory.change('operator', () => ({ ok: true, value: all })))
  const textOf = (name: string): string => secretOf.get(name) ?? ''
  const of = <Name extends string>(names: readonly Name[], prefix = ''): Record<Name, string> =>
    Object.fromEntries(names.map((name) => [name, textOf(prefix + name)])) as Record<Name, string>
  return {
    tokens: of(SCOPES),
    roleTokens: of(ROLES, 'role '),
    elsewhere: textOf('elsewhere'),
  }
}

/** Prints on this thread: the thread of the server is a compiled file. */
function inlinePrinter(): Printer {
  return {
    print: async (paper) => (await openOwnTypesetter()).print(paper),
    close: async () => undefined,
  }
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { InvalidArgumentError } from 'commander'
import type { ExchangeNode } from '../exchange/index.ts'
import { ProblemError } from '../kernel/index.ts'
import type { AsOnlyWriter, RegimeNode, Serving } from '../server/index.ts'
import { NODE_FILE, nodeFolderOf, nodeOpener } from './exchange/node-folder.ts'
import { asOnlyWriter } from './exchange/only-writer.ts'
import { DONE, type ExitCode } from './exit-code.ts'
import { mailServerOf } from './mail-server.ts'
import { operate, scopesOf } from './operate.ts'
import {
  type DataOption,
  dataFolderOf,
  day,
  type LawOption,
  lawFolderOf,
  withData,
  withExamples,
  withLaw,
} from './options.ts'
import type { CommandAdder, Session } from './session.ts'
import type { Surroundings } from './surroundings.ts'

interface ServeOptions extends LawOption, DataOption {
  readonly port: number
  readonly host?: string
  readonly quiet?: true
  readonly demo?: true
  readonly webhooksOwnNetwork?: true
  readonly keepBatches: number
  readonly newToken?: true
  readonly name: string
  readonly scopes: string
  readonly until?: string
  readonly revokeToken?: string
  readonly for?: string
  readonly url?: string
}

/** Reachable from this machine alone, until somebody says otherwise. */
const OWN_MACHINE = '127.0.0.1'

export const addServe: CommandAdder = (program, session, finish) => {
  const command = program
    .command('serve')
    .description('The HTTP API: the same answers all day, for other programs.')
    .option('--port <n>', 'port; 0 takes a free one', portNumber, 8642)
    .option('--host <address>', `address to listen at (default: ${OWN_MACHINE})`)
    .option('--url <url>', 'where users find it, as https://navicert.example: behind a proxy')
    .option('--demo', 'with fictional lists and deals to try, for this machine alone')
    .option(
      '--webhooks-own-network',
      'webhooks may go to plain HTTP, and to addresses of this machine and its network',
    )
    .option('--keep-batches <days>', 'remove files of batches done so long ago', days, 30)
    .option('--quiet', 'write no log')
    .option('--new-token', 'make a token, show it once, and end')
    .option('--name <text>', 'with --new-token: whose it is', 'token')
    .option('--scopes <list>', 'with --new-token: what it may, as check,screen', 'admin')
    .option('--until <day>', 'with --new-token: its last day', day)
    .option('--for <name>', 'with --new-token: whose account acts; else one named as the token')
    .option('--revoke-token <id>', 'take a token away, and end')
  withExamples(
    withLaw(withData(command)),
    'serve',
    'serve --demo',
    'serve --new-token --name erp --scopes check,screen --until 2027-06-30',
  )
  command.action(async (options: ServeOptions) => {
    if (options.newToken === true) finish(await newToken(options, session))
    else if (options.revokeToken !== undefined)
      finish(await revoke(options.revokeToken, options, session))
    else finish(await serveUntilStopped(options, session))
  })
}

function portNumber(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('Write a number from 0 to 65535.')
}

function days(text: string): number {
  const number = Number(text)
  if (/^\d{1,5}$/.test(text) && number >= 1) return number
  throw new InvalidArgumentError('Write a number of days, 1 or more.')
}

async function serveUntilStopped(options: ServeOptions, session: Session): Promise<ExitCode> {
  const { surroundings } = session
  if (options.demo === true && options.host !== undefined && options.host !== OWN_MACHINE) {
    throw new ProblemError({
      code: 'options.contradict',
      detail: 'The demo is for this machine alone.',
      remedy: 'Leave --host away, or serve a data folder of your own.',
    })
  }
  // Only this command needs what the server stands on: the others start without it.
  const { fileDemo, fillDemo, serve } = await import('../server/index.ts')
  const own = dataFolderOf(options, surroundings)
  const dataFolder = options.demo === true ? join(own, 'demo') : own
  if (options.demo === true) await fillDemo(dataFolder, surroundings.today)
  const mailer = await mailServerOf(surroundings.environment)
  const serving = await serve({
    lawFolder: lawFolderOf(options, surroundings),
    dataFolder,
    host: options.host ?? OWN_MACHINE,
    port: options.port,
    ...storeOf(surroundings.environment),
    ...(mailer === undefined ? {} : { mailer }),
    keepBatchesDays: options.keepBatches,
    webhooksOwnNetwork: options.webhooksOwnNetwork === true,
    ...(options.url === undefined ? {} : { publicUrl: urlOf(options.url) }),
    now: () => new Date(),
    ...(await regimeNodeOf(options, dataFolder, session)),
    ...(options.quiet === true ? {} : { log: surroundings.stderr }),
  })
  const { first } = serving
  const token =
    options.demo === true
      ? (first.token ?? (await serving.administratorToken('demo', surroundings.today)))
      : first.token
  session.print(
    ...greeting(serving, token),
    ...(options.demo === true ? trials(serving, token) : []),
    '',
  )
  const filing =
    options.demo === true && token !== undefined
      ? fileDemo(serving.url, token).catch((error: unknown) => {
          surroundings.stderr.write(`The demo's records could not be put on file: ${error}\n`)
        })
      : undefined
  await stopped(surroundings.interrupted)
  await filing
  await serving.stop()
  return DONE
}

/** The demo has a story of three members on record; else it is the node of the data folder, opened when asked for. */
async function regimeNodeOf(
  options: ServeOptions,
  dataFolder: string,
  { surroundings }: Session,
): Promise<{ readonly regimeNode: RegimeNode; readonly asOnlyWriter?: AsOnlyWriter }> {
  const { demoNode } = await import('../server/index.ts')
  if (options.demo === true) {
    let node: ReturnType<RegimeNode> | undefined
    return { regimeNode: (rulebook) => (node ??= demoNode(rulebook, Date.now)) }
  }
  const folder = nodeFolderOf({ data: dataFolder }, surroundings)
  let opener: (() => ExchangeNode) | undefined
  // Opened anew each time: another process may have written in it.
  const open = () => {
    opener ??= nodeOpener({ ...options, data: dataFolder }, surroundings)
    return opener()
  }
  return {
    regimeNode: async () => (existsSync(join(folder, NODE_FILE)) ? open() : undefined),
    asOnlyWriter: (work) => asOnlyWriter(folder, () => work(open())),
  }
}

function storeOf({
  DATABASE_URL: databaseUrl = '',
  NAVICERT_STORE_KEY: storeKey = '',
}: Surroundings['environment']): { databaseUrl?: string; storeKey?: string } {
  return {
    ...(databaseUrl === '' ? {} : { databaseUrl }),
    ...(storeKey === '' ? {} : { storeKey }),
  }
}

function greeting({ url, first }: Serving, token: string | undefined): readonly string[] {
  return [
    `Navicert answers at ${url} (API: ${url}/api/v1/openapi.json). Ctrl-C stops it.`,
    ...(token === undefined
      ? []
      : [
          'The token of the administrator, shown only now:',
          `  ${token}`,
          'Send it as `Authorization: Bearer …`.',
        ]),
    ...(first.signUpLink === undefined ? [] : signUpLines(url, first.signUpLink)),
  ]
}

/** Nobody has signed up yet: how the first one does. */
function signUpLines(url: string, link: string): readonly string[] {
  return [
    'To sign in, set a password for the account `administrator`, once, within three days:',
    `  curl ${url}/api/v1/links/redeem -H 'Content-Type: application/json' -d '{"link": "${link}", "password": "…"}'`,
  ]
}

/** What to do first, ready to be pasted. */
function trials({ url }: Serving, token = ''): readonly string[] {
  const header = `-H 'Authorization: Bearer ${token}'`
  const json = `-H 'Content-Type: application/json'`
  return [
    '',
    'To try:',
    `  curl '${url}/api/v1/law/changes?since=2024-08-31&until=2024-10-31&jurisdiction=NL'`,
    `  curl -s ${url}/api/v1/examples/fpga-to-china | curl ${url}/api/v1/check ${header} -H 'Content-Type: application/yaml' --data-binary @-`,
    `  curl ${url}/api/v1/screen ${header} ${json} -d '{"name": "Halcyon Lattice", "country": "CN"}'`,
    'In a moment fictional items, parties, orders, a tool and a ticket are on file, and answered:',
    `  curl ${url}/api/v1/orders ${header}`,
    `  curl '${url}/api/v1/hits?open' ${header}`,
    'Three members of a regime have a fictional story on record, made for this run:',
    `  curl '${url}/api/v1/regime/proposals?charter=plurilateral-2024' ${header}`,
    `  curl ${url}/api/v1/regime/denials ${header}`,
    `  curl ${url}/api/v1/regime/alerts ${header}`,
  ]
}

async function newToken(options: ServeOptions, session: Session): Promise<ExitCode> {
  const { name, until } = options
  const made = await operate(options, session, {
    do: 'new-token',
    name,
    scopes: await scopesOf(options.scopes),
    ...(until === undefined ? {} : { until: `${until}T23:59:59.999Z` }),
    ...(options.for === undefined ? {} : { for: options.for }),
  })
  session.print(String((made as { readonly token: string }).token))
  return DONE
}

async function revoke(which: string, options: ServeOptions, session: Session): Promise<ExitCode> {
  await operate(options, session, { do: 'revoke-token', which })
  session.print('It is no good any more.')
  return DONE
}

function urlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin
  throw new ProblemError({
    code: 'options.url',
    detail: `${JSON.stringify(text)} is not the address of a site.`,
    remedy: 'Write it as https://navicert.example, without a path.',
  })
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })
}

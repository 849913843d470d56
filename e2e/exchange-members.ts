import { type ChildProcess, spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'
import { navicert, PROGRAM, ROOT } from './navicert.ts'

/**
 * Three members, each with a node in a folder of its own and a process that serves it, from the first key on.
 * The tests tell one story and stand in its order.
 */
export const MEMBERS = ['JP', 'NL', 'US'] as const
export type Member = (typeof MEMBERS)[number]

export const home = mkdtempSync(join(tmpdir(), 'navicert-exchange-'))
interface Served {
  readonly child: ChildProcess
  readonly address: string
  readonly data: string
}
export const serving = new Map<Member, Served>()

export const DAY = 86_400_000
const ENVIRONMENT = { PATH: process.env.PATH, NAVICERT_CLOCK_FILE: 'clock' }
/** Of all nodes and of no machine: what is read as of a day is the same whenever it is run. */
export let clock = Date.parse('2027-02-01T09:00:00Z')
export const today = () => new Date(clock).toISOString().slice(0, 10)
export function setClock(to: number): void {
  clock = to
  writeFileSync(join(home, 'clock'), new Date(to).toISOString())
}

export const at = (...line: readonly string[]) =>
  navicert(home, ['regime', ...line], '', ENVIRONMENT)
export const log = (member: string, ...line: readonly string[]) =>
  at('log', ...line, '--data', member)
export const peersOf = (member: Member) =>
  MEMBERS.filter((other) => other !== member).flatMap((other) => {
    const address = serving.get(other)?.address ?? 'http://127.0.0.1:9'
    return ['--peer', `${other}=${address}`]
  })
export const dataOf = (member: Member) => serving.get(member)?.data ?? member
export const sync = (member: Member, data = dataOf(member)) =>
  log(data, 'sync', ...peersOf(member), '--json')
export const write = (name: string, value: unknown) =>
  writeFileSync(join(home, name), JSON.stringify(value))
const keyNamed = async (name: string) => (await at('key', `${name}.pem`)).out.trim()

export const DENIAL = (
  JSON.parse(
    readFileSync(join(ROOT, 'examples/regime/ledger.jsonl'), 'utf8').split('\n')[0] ?? '',
  ) as { readonly body: object }
).body

export async function serve(member: Member, data: string = member): Promise<void> {
  const child = spawn(
    process.execPath,
    [PROGRAM, 'regime', 'log', 'serve', '--port', '0', '--data', data],
    { cwd: home, env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  serving.set(member, { child, data, address: /http:\S+/.exec(line)?.[0] ?? '' })
}

export async function kill(member: Member): Promise<void> {
  const child = serving.get(member)?.child
  child?.kill('SIGKILL')
  if (child !== undefined) await once(child, 'exit')
}

export async function append(member: string, type: string, body: object, officer = 'licensing') {
  write('body.json', body)
  const name = `${member.slice(0, 2)}-${officer}.pem`
  return await log(member, 'append', '--type', type, '--body', 'body.json', '--officer', name)
}

export async function ledgerOf(member: string) {
  const { out, err } = await log(member, 'entries')
  const entries = out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { member: string; type: string; witnessedAt?: string })
  return { entries, err, out }
}

export const DELEGATIONS = MEMBERS.map((member) => `${member}.json`)
const officers = new Map<string, object>()

export const signByRoot = (member: string, file: string) => {
  const keys = [1, 2].flatMap((number) => ['--key', `${member}-root-${number}.pem`])
  return at('sign', file, ...keys, '--out', file)
}

/** A node of that member in a folder, and its delegation, signed. */
export async function delegate(member: Member, data: string, notBefore: string): Promise<void> {
  const { out } = await log(data, 'init', '--member', member, '--root', 'root.json')
  const officerKeys = officers.get(member)
  write(`${data}.json`, { ...(JSON.parse(out) as object), notBefore, officerKeys })
  await signByRoot(member, `${data}.json`)
}

/** Name of the node key that a signed delegation names. */
export function nodeKeyIdOf(file: string): string {
  const { payload } = JSON.parse(readFileSync(join(home, file), 'utf8')) as { payload: string }
  const text = Buffer.from(payload, 'base64').toString('utf8')
  const { nodeKey } = JSON.parse(text) as { nodeKey: string }
  return `sha256:${hash('sha256', Buffer.from(nodeKey, 'base64'), 'hex')}`
}

export const healthOf = async (data: string) =>
  JSON.parse((await log(data, 'health', '--json')).out) as Health

/** Everybody asks everybody, an hour later each time, until nobody has news. */
export async function heal(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    setClock(clock + DAY / 24)
    for (const member of MEMBERS) await sync(member)
  }
}

/** That every node has the same state and names the same lasting faults. */
export async function agree(): Promise<readonly Health[]> {
  const healths = await Promise.all(MEMBERS.map((member) => healthOf(dataOf(member))))
  // What a node lacks just now is its own; what it holds proof of, all name alike.
  const proven = ({ faults }: Health) =>
    faults.filter(({ kind }) => kind !== 'stale' && kind !== 'rolled-back')
  for (const health of healths) {
    expect(health.digest).toBe(healths[0]?.digest)
    expect(proven(health)).toEqual(healths.slice(0, 1).flatMap(proven))
  }
  return healths
}

export async function sizesAt(member: Member): Promise<Readonly<Record<string, number>>> {
  const { logs } = await healthOf(dataOf(member))
  return Object.fromEntries(logs.map(({ member: of, size }) => [of, size]))
}

/** A command in a process of its own, killed so many milliseconds after it has begun to write. */
export async function killed(
  member: Member,
  wait: number,
  ...line: readonly string[]
): Promise<string> {
  const data = dataOf(member)
  const child = spawn(process.execPath, [PROGRAM, 'regime', 'log', ...line, '--data', data], {
    cwd: home,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let told = ''
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString()
  })
  const ended = once(child, 'exit')
  const lock = join(home, data, 'exchange/lock')
  while (!existsSync(lock) && child.exitCode === null) await setTimeout(1)
  await setTimeout(wait)
  child.kill('SIGKILL')
  await ended
  return told
}

/** A disk as it was before, with a server that reads it. */
export async function putBack(member: Member, from: string): Promise<void> {
  await kill(member)
  rmSync(join(home, dataOf(member)), { recursive: true })
  cpSync(join(home, from), join(home, dataOf(member)), { recursive: true })
  await serve(member, dataOf(member))
}

export async function begin(): Promise<void> {
  const members = []
  for (const member of MEMBERS) {
    members.push({
      member,
      rootKeys: [await keyNamed(`${member}-root-1`), await keyNamed(`${member}-root-2`)],
      threshold: 2,
    })
  }
  setClock(clock)
  const issued = new Date(clock - DAY).toISOString()
  const expires = new Date(clock + 300 * DAY).toISOString()
  write('root.json', {
    type: 'regime-root',
    regime: 'allies',
    version: 1,
    issued,
    expires,
    threshold: 3,
    members,
  })
  // Each signs at its own place, one after the other.
  for (const member of MEMBERS) await signByRoot(member, 'root.json')
  for (const member of MEMBERS) {
    officers.set(member, {
      delegate: [await keyNamed(`${member}-delegate`)],
      licensing: [await keyNamed(`${member}-licensing`)],
    })
    await delegate(member, member, issued)
  }
  for (const member of MEMBERS) await log(member, 'learn', ...DELEGATIONS)
  await Promise.all(MEMBERS.map((member) => serve(member)))
}

export async function end(): Promise<void> {
  await Promise.all([...serving.keys()].map(kill))
  rmSync(home, { recursive: true, force: true })
}

export interface Imported {
  readonly logs: readonly {
    readonly member: string
    readonly outcome: string
    readonly from: number
    readonly to: number
  }[]
}

export interface Health {
  readonly digest: string
  readonly logs: readonly { readonly member: string; readonly size: number }[]
  readonly faults: readonly { readonly kind: string; readonly member: string }[]
  readonly settled: readonly { readonly member: string }[]
}

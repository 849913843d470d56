import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { navicert, PROGRAM, ROOT } from './navicert.ts'

/**
 * Three members, each with a node in a folder of its own and a process that serves it, from the first key on.
 * The tests tell one story and stand in its order.
 */
const MEMBERS = ['JP', 'NL', 'US'] as const
type Member = (typeof MEMBERS)[number]

const home = mkdtempSync(join(tmpdir(), 'navicert-exchange-'))
const serving = new Map<Member, { readonly child: ChildProcess; readonly address: string }>()

const at = (...line: readonly string[]) => navicert(home, ['regime', ...line])
const log = (member: string, ...line: readonly string[]) => at('log', ...line, '--data', member)
const peersOf = (member: Member) =>
  MEMBERS.filter((other) => other !== member).flatMap((other) => {
    const address = serving.get(other)?.address ?? 'http://127.0.0.1:9'
    return ['--peer', `${other}=${address}`]
  })
const sync = (member: Member, data: string = member) =>
  log(data, 'sync', ...peersOf(member), '--json')
const write = (name: string, value: unknown) =>
  writeFileSync(join(home, name), JSON.stringify(value))
const keyNamed = async (name: string) => (await at('key', `${name}.pem`)).out.trim()

const DENIAL = (
  JSON.parse(
    readFileSync(join(ROOT, 'examples/regime/ledger.jsonl'), 'utf8').split('\n')[0] ?? '',
  ) as { readonly body: object }
).body

async function serve(member: Member): Promise<void> {
  const child = spawn(
    process.execPath,
    [PROGRAM, 'regime', 'log', 'serve', '--port', '0', '--data', member],
    { cwd: home, env: { PATH: process.env.PATH }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  serving.set(member, { child, address: /http:\S+/.exec(line)?.[0] ?? '' })
}

async function kill(member: Member): Promise<void> {
  const child = serving.get(member)?.child
  child?.kill('SIGKILL')
  if (child !== undefined) await once(child, 'exit')
}

async function append(member: string, type: string, body: object, officer = 'licensing') {
  write('body.json', body)
  const name = `${member.slice(0, 2)}-${officer}.pem`
  return await log(member, 'append', '--type', type, '--body', 'body.json', '--officer', name)
}

async function ledgerOf(member: string) {
  const { out, err } = await log(member, 'entries')
  const entries = out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { member: string; type: string; witnessedAt?: string })
  return { entries, err, out }
}

beforeAll(async () => {
  const members = []
  for (const member of MEMBERS) {
    members.push({
      member,
      rootKeys: [await keyNamed(`${member}-root-1`), await keyNamed(`${member}-root-2`)],
      threshold: 2,
    })
  }
  const now = Date.now()
  const issued = new Date(now - 86_400_000).toISOString()
  const expires = new Date(now + 300 * 86_400_000).toISOString()
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
  for (const member of MEMBERS) {
    await at(
      'sign',
      'root.json',
      '--key',
      `${member}-root-1.pem`,
      '--key',
      `${member}-root-2.pem`,
      '--out',
      'root.json',
    )
  }
  for (const member of MEMBERS) {
    const { out } = await log(member, 'init', '--member', member, '--root', 'root.json')
    const draft = JSON.parse(out) as object
    const officerKeys = {
      delegate: [await keyNamed(`${member}-delegate`)],
      licensing: [await keyNamed(`${member}-licensing`)],
    }
    write(`${member}.json`, { ...draft, notBefore: issued, officerKeys })
    await at(
      'sign',
      `${member}.json`,
      '--key',
      `${member}-root-1.pem`,
      '--key',
      `${member}-root-2.pem`,
      '--out',
      `${member}.json`,
    )
  }
  const documents = MEMBERS.map((member) => `${member}.json`)
  for (const member of MEMBERS) await log(member, 'learn', ...documents)
  await Promise.all(MEMBERS.map(serve))
}, 120_000)

afterAll(async () => {
  await Promise.all([...serving.keys()].map(kill))
  rmSync(home, { recursive: true, force: true })
})

describe('three members', () => {
  test('share a refusal, seen at a time that its author does not choose', async () => {
    expect((await append('NL', 'denial.notify', DENIAL)).out).toContain('Entry 0')
    expect((await sync('NL')).code).toBe(0)
    for (const member of ['JP', 'US'] as const) {
      expect((await sync(member)).code).toBe(0)
      const { entries } = await ledgerOf(member)
      const [denial] = entries.filter(({ type }) => type === 'denial.notify')
      expect(denial).toMatchObject({ member: 'NL', officerRole: 'licensing' })
      expect(Date.parse(denial?.witnessedAt ?? '')).toBeGreaterThan(Date.now() - 120_000)
    }
    writeFileSync(join(home, 'ledger.jsonl'), (await ledgerOf('JP')).out)
    const list = await at('denials', 'list', '--ledger', 'ledger.jsonl')
    expect(list.out).toContain('NSG-XA-1')
    expect(list.out).toContain('NL')
  })

  test('keep what the wrong officer signed, and count it for nothing', async () => {
    expect((await append('NL', 'denial.notify', DENIAL, 'delegate')).code).toBe(0)
    await sync('NL')
    await sync('JP')
    const { entries, err } = await ledgerOf('JP')
    expect(entries.filter(({ type }) => type === 'denial.notify')).toHaveLength(1)
    expect(err).toMatch(/NL \d+ counts for nothing: Nobody who signed it may send "denial.notify"/)
  })

  test('go on while one is away, and it catches up by a file', async () => {
    await kill('US')
    await append('NL', 'denial.renew', { regime: 'NSG', denialId: 'NSG-XA-1' })
    const alone = JSON.parse((await sync('NL')).out) as { published: object }
    expect(alone.published).toMatchObject({ cosigned: ['JP'], hasQuorum: false })
    await log('NL', 'export', '--out', 'to-us.bundle')
    const first = JSON.parse((await log('US', 'import', 'to-us.bundle', '--json')).out) as Imported
    expect(first.logs.find(({ member }) => member === 'NL')?.outcome).toBe('advanced')
    const before = (await ledgerOf('US')).out
    const again = JSON.parse((await log('US', 'import', 'to-us.bundle', '--json')).out) as Imported
    expect(again.logs.every(({ from, to }) => from === to)).toBe(true)
    expect((await ledgerOf('US')).out).toBe(before)
    await serve('US')
    expect(JSON.parse((await sync('NL')).out)).toMatchObject({ published: { hasQuorum: true } })
  })

  test('refuse a bundle with one byte altered, and what is none', async () => {
    const bundle = readFileSync(join(home, 'to-us.bundle'))
    bundle[bundle.length - 5] = (bundle.at(-5) ?? 0) ^ 1
    writeFileSync(join(home, 'altered.bundle'), bundle)
    const altered = await log('US', 'import', 'altered.bundle')
    expect(altered).toMatchObject({ code: 1, out: '' })
    expect(altered.err).toContain('[exchange.bundle-altered]')
    writeFileSync(join(home, 'none.bundle'), 'nothing\n')
    expect((await log('US', 'import', 'none.bundle')).err).toContain('[exchange.bundle-malformed]')
  })

  test('stop a second writer, and take over from one that was killed', async () => {
    writeFileSync(join(home, 'JP/exchange/lock'), String(process.pid))
    const busy = await append('JP', 'vote.cast', {}, 'delegate')
    expect(busy.code).toBe(1)
    expect(busy.err).toContain('[exchange.node-busy]')
    // No process has this number: Linux gives none above 4,194,304.
    writeFileSync(join(home, 'JP/exchange/lock'), '4194305')
    expect((await append('JP', 'vote.cast', {}, 'delegate')).code).toBe(0)
  })

  test('name a member that shows two histories, each from its own evidence', async () => {
    await sync('US')
    mkdirSync(join(home, 'US-stolen'))
    cpSync(join(home, 'US'), join(home, 'US-stolen'), { recursive: true })
    await append('US-stolen', 'vote.cast', { history: 1 }, 'delegate')
    await log('US-stolen', 'export', '--out', 'one.bundle')
    await append('US', 'vote.cast', { history: 2 }, 'delegate')
    await log('US', 'export', '--out', 'other.bundle')
    await log('JP', 'import', 'one.bundle')
    await log('NL', 'import', 'other.bundle')
    expect((await log('JP', 'health')).out).not.toContain('forked')
    expect((await log('JP', 'import', 'other.bundle')).code).toBe(2)
    expect((await log('NL', 'import', 'one.bundle')).code).toBe(2)
    for (const member of ['JP', 'NL']) {
      const health = await log(member, 'health')
      expect(health.code).toBe(2)
      expect(health.out).toMatch(/forked US: two histories part after \d+ entries/)
    }
  })
})

interface Imported {
  readonly logs: readonly {
    readonly member: string
    readonly outcome: string
    readonly from: number
    readonly to: number
  }[]
}

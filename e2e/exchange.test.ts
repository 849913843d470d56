import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  agree,
  append,
  at,
  begin,
  clock,
  DAY,
  DELEGATIONS,
  DENIAL,
  dataOf,
  delegate,
  end,
  type Health,
  heal,
  home,
  type Imported,
  kill,
  killed,
  ledgerOf,
  log,
  MEMBERS,
  nodeKeyIdOf,
  peersOf,
  putBack,
  serve,
  serving,
  setClock,
  signByRoot,
  sizesAt,
  sync,
  today,
  write,
} from './exchange-members.ts'
import { relayOf } from './exchange-relay.ts'

beforeAll(begin, 120_000)
afterAll(end)

describe('three members', () => {
  test('share a refusal, seen at a time that its author does not choose', async () => {
    expect((await append('NL', 'denial.notify', DENIAL)).out).toContain('Entry 0')
    expect((await sync('NL')).code).toBe(0)
    for (const member of ['JP', 'US'] as const) {
      expect((await sync(member)).code).toBe(0)
      const { entries } = await ledgerOf(member)
      const [denial] = entries.filter(({ type }) => type === 'denial.notify')
      expect(denial).toMatchObject({ member: 'NL', officerRole: 'licensing' })
      expect(Date.parse(denial?.witnessedAt ?? '')).toBeGreaterThan(clock - 120_000)
    }
    writeFileSync(join(home, 'ledger.jsonl'), (await ledgerOf('JP')).out)
    const list = await at('denials', 'list', '--ledger', 'ledger.jsonl', '--on', today())
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
    await log('NL', 'export', '--out', 'cut.bundle', '--volume', '4k')
    const cut = readdirSync(home).filter((name) => name.startsWith('cut.bundle.'))
    expect(cut.length).toBeGreaterThan(2)
    const lacking = await log('US', 'import', ...cut.slice(1))
    expect(lacking.err).toContain('missing or altered: 1.')
    expect((await log('US', 'import', ...cut.toReversed())).code).toBe(0)
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

  test('go over to the history that the root of a robbed member settles on, and agree', async () => {
    const draft = (await log('US', 'settle')).out
    writeFileSync(join(home, 'settled.json'), draft)
    const compromisedAt = new Date(clock - 1000).toISOString()
    write('revoked.json', {
      ...{ type: 'key-revocation', regime: 'allies', member: 'US', compromisedAt },
      keyId: nodeKeyIdOf('US.json'),
    })
    await delegate('US', 'US-2', new Date(clock - DAY).toISOString())
    for (const name of ['revoked.json', 'settled.json']) await signByRoot('US', name)
    await kill('US')
    for (const data of ['JP', 'NL', 'US-2']) {
      await log(data, 'learn', ...DELEGATIONS, 'US-2.json', 'revoked.json', 'settled.json')
    }
    await serve('US', 'US-2')
    await heal()
    // The thief goes on with the key, and nobody follows.
    await append('US-stolen', 'vote.cast', { history: 3 }, 'delegate')
    await log('US-stolen', 'export', '--out', 'three.bundle')
    for (const member of MEMBERS) await log(dataOf(member), 'import', 'three.bundle')
    const healths = await agree()
    for (const { faults, settled } of healths) {
      expect(settled).toMatchObject([{ member: 'US' }])
      expect(faults.map(({ kind }) => kind)).toEqual(['key-compromised'])
    }
    expect((await ledgerOf('JP')).out).toContain('"history":2')
    expect((await ledgerOf('JP')).out).not.toContain('"history":3')
  })

  test('agree after three weeks apart, and name a ballot that was dated back', async () => {
    await append('US-2', 'vote.cast', { while: 'apart' }, 'delegate')
    const addresses = new Map(serving)
    serving.delete('US')
    for (let week = 0; week < 3; week += 1) {
      setClock(clock + 7 * DAY)
      await append('NL', 'denial.renew', { regime: 'NSG', denialId: 'NSG-XA-1', week })
      for (const member of ['NL', 'JP'] as const) await sync(member)
    }
    const alone = JSON.parse((await log('US-2', 'health', '--json')).out) as Health
    expect(alone.faults.filter(({ kind }) => kind === 'stale')).toHaveLength(3)
    const now = clock
    setClock(now - 10 * DAY)
    await append('NL', 'vote.cast', { dated: 'back' }, 'delegate')
    setClock(now)
    const us = addresses.get('US')
    if (us !== undefined) serving.set('US', us)
    await heal()
    for (const { faults } of await agree()) {
      const backDated = faults.filter(({ kind }) => kind === 'back-dated')
      expect(backDated.map(({ member }) => member)).toContain('NL')
      // What was written apart was seen late, and nobody can tell that from a date put back.
      expect(backDated.map(({ member }) => member)).toContain('US')
    }
  })

  test('lose nothing that was told, and hold nothing half, when killed in the middle', async () => {
    write('killed.json', { in: 'the middle' })
    const KILLED = ['--type', 'vote.cast', '--body', 'killed.json', '--officer', 'NL-delegate.pem']
    const before = await sizesAt('NL')
    let told = 0
    for (const wait of [0, 4, 9, 15]) {
      told += (await killed('NL', wait, 'append', ...KILLED)).includes('Entry') ? 1 : 0
    }
    const after = await sizesAt('NL')
    expect(after.NL).toBeGreaterThanOrEqual((before.NL ?? 0) + told)
    expect(after.NL).toBeLessThanOrEqual((before.NL ?? 0) + 4)
    expect((await append('NL', 'vote.cast', { after: 'kill' }, 'delegate')).code).toBe(0)
    const size = (await sizesAt('NL')).NL
    await log('NL', 'export', '--out', 'long.bundle')
    for (const wait of [0, 6, 14, 25]) {
      await killed('JP', wait, 'import', 'long.bundle')
      expect([after.NL, before.NL, size]).toContain((await sizesAt('JP')).NL)
    }
    expect((await log('JP', 'import', 'long.bundle')).code).toBe(0)
    expect((await sizesAt('JP')).NL).toBe(size)
  })

  test('take nothing from a relay that drops, repeats and mixes up, and all through an honest one', async () => {
    await append('JP', 'vote.cast', { through: 'relay' }, 'delegate')
    const relay = await relayOf(serving.get('JP')?.address ?? '')
    const before = (await ledgerOf('NL')).out
    for (let times = 0; times < 3; times += 1) {
      await log('NL', 'sync', '--peer', `JP=${relay.address}`)
      expect((await sizesAt('NL')).JP).toBeLessThanOrEqual((await sizesAt('JP')).JP ?? 0)
    }
    expect((await ledgerOf('NL')).out.startsWith(before.slice(0, 200))).toBe(true)
    await relay.stop()
    await heal()
    await agree()
  })

  test('give a disk that was put back its log again, and name it where it wrote a second one', async () => {
    cpSync(join(home, 'JP'), join(home, 'JP-before'), { recursive: true })
    await append('JP', 'vote.cast', { last: 'one' }, 'delegate')
    await heal()
    await putBack('JP', 'JP-before')
    const back = await log('JP', 'sync', ...peersOf('JP'))
    expect(back.code).toBe(2)
    expect(back.out).toContain('came back from others')
    await heal()
    await agree()
    const verified = await log('JP', 'verify', '--json')
    expect(verified.code).toBe(0)
    const all = JSON.parse(verified.out) as { signatures: number; entries: number }[]
    expect(all.every(({ signatures, entries }) => signatures >= entries)).toBe(true)
    await putBack('JP', 'JP-before')
    await append('JP', 'vote.cast', { second: 'history' }, 'delegate')
    expect((await log('JP', 'sync', ...peersOf('JP'))).out).toContain('two histories')
    await heal()
    for (const { faults } of await agree()) {
      expect(faults).toContainEqual(expect.objectContaining({ kind: 'forked', member: 'JP' }))
    }
  })
})

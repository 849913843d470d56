import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type LegalDate, unwrap } from '../kernel/index.ts'
import {
  consultationsUnder,
  readNoUndercut,
  readOfficerRoles,
  readSubject,
  readWorkingDays,
  standingOfConsultation,
} from '../regime/index.ts'
import { exportBundle } from './bundle/bundle.ts'
import { importBundle, receiptOf } from './bundle/import-bundle.ts'
import { entryBundle, parseEntryBundle } from './merkle/entry-bundle.ts'
import { forks } from './node/fork.ts'
import { importLog } from './node/import-log.ts'
import { ledgerDigest, readLedger } from './node/ledger.ts'
import type { ExchangeNode } from './node/node.ts'
import { Members } from './node/nodes.fixture.ts'
import { append } from './node/own-log.ts'
import { publish } from './node/publish.ts'
import { pull } from './node/pull.ts'
import { delegationOf, keyOf, publicOf, rootKeys, signed } from './regime.fixture.ts'
import { appendSealed } from './sealed/append-sealed.ts'
import { generateSealIdentity } from './sealed/seal.ts'
import { filesInMemory } from './store/files.fixture.ts'

const WEEK = 7 * 24 * 3_600_000
const table = (name: string): unknown =>
  parse(readFileSync(new URL(`../../law/tables/${name}.yaml`, import.meta.url), 'utf8'))
const RULES = {
  terms: unwrap(readNoUndercut(table('no-undercut'))),
  workingDays: unwrap(readWorkingDays(table('working-days'))),
}
const POLICY = {
  mayEnter: unwrap(readOfficerRoles(table('officer-roles'))),
  maySupersede: () => false,
  check: () => [],
}
const NAMES = ['JP', 'NL', 'US']
const DENIAL = { by: 'NL', regime: 'NSG', denialId: 'NSG-NL-1' }
const seals = new Map<string, Awaited<ReturnType<typeof generateSealIdentity>>>()

beforeAll(async () => {
  for (const name of NAMES) seals.set(name, await generateSealIdentity())
})

/** Three members under the officer roles of the law, each with a key to seal to. */
function regime() {
  const members = new Members(NAMES, undefined, POLICY)
  const said = NAMES.map((member) => {
    const officerKeys = {
      delegate: [publicOf(`${member} delegate`)],
      licensing: [publicOf(`${member} licensing`)],
    }
    const sealKey = seals.get(member)?.recipient ?? ''
    return signed(delegationOf(member, { sealKey, officerKeys }), rootKeys(member)).bytes
  })
  for (const name of NAMES) {
    const files = filesInMemory()
    const seal = seals.get(name)?.identity ?? ''
    members.files.set(name, files)
    members.nodes.set(name, members.open(name, files, { seal }, said))
  }
  const draftOf = (type: string, body: object) => ({
    ...{ id: crypto.randomUUID(), type, schema: `${type}/1`, body },
    createdAt: new Date(members.now).toISOString(),
  })
  const say = (node: ExchangeNode, type: string, body: object, officer = 'licensing') =>
    unwrap(append(node, draftOf(type, body), keyOf(`${node.member} ${officer}`)))
  const seal = async (node: ExchangeNode, type: string, body: object, to: readonly string[]) =>
    unwrap(await appendSealed(node, draftOf(type, body), to, keyOf(`${node.member} licensing`)))
  return { members, say, seal }
}

describe('a node that was off for three weeks', () => {
  it('verifies a bundle offline, replies and sends its own back; the same twice changes nothing', async () => {
    const { members, say, seal } = regime()
    const [jp, nl, us] = NAMES.map((name) => members.node(name)) as [
      ExchangeNode,
      ExchangeNode,
      ExchangeNode,
    ]
    const request = { consultId: 'JP-1', denial: DENIAL, caseRef: 'case-1', essence: {} }
    await seal(jp, 'consult.request', request, ['NL'])
    await publish(jp, [members.peer('US')])
    members.now += 3 * WEEK
    const there = exportBundle(jp)
    expect((await importBundle(nl, there)).ok).toBe(true)
    const before = ledgerDigest(await readLedger(nl))
    const again = unwrap(await importBundle(nl, there))
    expect(again.logs.every(({ from, to }) => from === to)).toBe(true)
    expect(ledgerDigest(await readLedger(nl))).toBe(before)
    const asked = { requester: 'JP', consultId: 'JP-1' }
    say(nl, 'consult.receipt', asked)
    await seal(nl, 'consult.reply', { ...asked, identical: 'no' }, ['JP'])
    const back = exportBundle(nl, unwrap(receiptOf(nl, there)))
    for (const _ of [1, 2]) {
      expect((await importBundle(jp, back)).ok).toBe(true)
      const { entries } = await readLedger(jp)
      const types = entries.filter(({ member }) => member === 'NL').map(({ type }) => type)
      expect(types).toEqual(['consult.receipt', 'consult.reply'])
    }
    // Nobody has witnessed it yet, and so it settles nothing; reached again, it does.
    const standing = async () => {
      const { entries } = await readLedger(jp)
      const { state } = readSubject(consultationsUnder(RULES), entries)
      const [one] = state.consultations.all()
      if (one === undefined) throw new Error('no consultation')
      const on = new Date(members.now).toISOString().slice(0, 10) as LegalDate
      return standingOfConsultation(one, on, RULES).state
    }
    expect(await standing()).toBe('reply-not-yet-witnessed')
    await publish(jp, [members.peer('NL'), members.peer('US')])
    await publish(nl, [members.peer('JP'), members.peer('US')])
    await pull(jp, members.peer('NL'))
    expect(await standing()).toBe('no-objection')
    expect(us.log('JP').size).toBe(0)
  })
})

describe('a member that serves two entries for one number', () => {
  it('is proven on every node when any two compare, and its later votes count nowhere', async () => {
    const { members, say } = regime()
    const [jp, nl, us] = NAMES.map((name) => members.node(name)) as [
      ExchangeNode,
      ExchangeNode,
      ExchangeNode,
    ]
    const ballot = { proposal: 'p', choice: 'yes' }
    say(nl, 'vote.cast', { ...ballot, proposal: 'earlier' }, 'delegate')
    const twin = members.open('NL', members.files.get('NL')?.copy() ?? filesInMemory())
    say(nl, 'vote.cast', ballot, 'delegate')
    say(twin, 'vote.cast', { ...ballot, choice: 'no' }, 'delegate')
    await pull(jp, members.peer('NL'))
    await pull(us, members.peer('NL', twin))
    expect([forks(jp), forks(us)]).toEqual([[], []])
    for (let round = 0; round < 2; round += 1) {
      for (const [node, other] of [
        [jp, us],
        [us, jp],
      ] as const) {
        await publish(node, [members.peer(other.member)])
        await pull(node, members.peer(other.member))
      }
    }
    for (const node of [jp, us]) {
      expect(forks(node)).toMatchObject([{ member: 'NL', common: 1 }])
      const votes = (await readLedger(node)).entries.filter(({ type }) => type === 'vote.cast')
      expect(votes.map(({ disputed }) => disputed)).toEqual([undefined, true])
      const counted = readSubject(
        {
          types: ['vote.cast'],
          empty: 0,
          apply: (sum: number) => ({ ok: true, value: sum + 1 }),
        },
        votes,
      )
      expect(counted.state).toBe(1)
    }
  })
})

describe('a relay that leaves out an entry', () => {
  it('is seen within one pull, and the number that is missing is named', async () => {
    const { members, say } = regime()
    for (let at = 0; at < 5; at += 1) {
      say(members.node('NL'), 'vote.cast', { proposal: `${at}` }, 'delegate')
    }
    const honest = members.peer('NL').log('NL')
    const us = members.node('US')
    const relay: typeof honest = {
      ...honest,
      tile: async (tile) => {
        const bytes = await honest.tile(tile)
        if (tile.level !== 'entries' || bytes === undefined) return bytes
        return entryBundle(unwrap(parseEntryBundle(bytes, tile.width)).toSpliced(3, 1))
      },
    }
    const report = await importLog(us, 'NL', relay)
    expect(report).toMatchObject({ outcome: 'unreachable', from: 0, to: 0 })
    expect(report.problems[0]?.detail).toBe('Entry 3 of 5 does not come: it was left out.')
    const silent: typeof honest = {
      ...relay,
      tile: async (tile) => (tile.level === 0 ? undefined : relay.tile(tile)),
    }
    expect((await importLog(us, 'NL', silent)).problems[0]?.detail).toBe(
      'Entries from 0 of 5 do not come.',
    )
  })
})

describe('a consultation sealed to two', () => {
  it('tells a third that holds everything its author, time, type and size class, and no word of it', async () => {
    const { members, seal } = regime()
    const [jp, us] = [members.node('JP'), members.node('US')]
    const request = {
      ...{ consultId: 'JP-1', denial: DENIAL, caseRef: 'case-4711' },
      essence: { item: 'Radiation-hardened memory' },
    }
    await seal(jp, 'consult.request', request, ['NL'])
    await seal(jp, 'consult.request', { ...request, consultId: 'JP-1000' }, ['NL'])
    await pull(us, members.peer('JP'))
    const files = members.files.get('US')
    const everything = ['logs/JP', 'blobs']
      .flatMap((folder) => (files?.list(folder) ?? []).map((name) => `${folder}/${name}`))
      .map((name) => files?.read(name)?.toString('latin1') ?? '')
      .concat([...us.log('JP').entries(0)].map((bytes) => bytes.toString('latin1')))
    const payloads = [...us.log('JP').entries(0)].map((bytes) => {
      const { payload } = JSON.parse(bytes.toString()) as { readonly payload: string }
      return Buffer.from(payload, 'base64').toString()
    })
    for (const text of [...everything, ...payloads]) {
      expect(text).not.toMatch(/case-4711|JP-1|NSG-NL-1|hardened|"NL"/)
    }
    const headers = payloads.map((text) => JSON.parse(text) as { sealed: { size: number } })
    expect(Object.keys(headers[0] ?? {}).sort()).toEqual([
      'audience',
      'createdAt',
      'handling',
      'id',
      'issuer',
      'refs',
      'regime',
      'schema',
      'sealed',
      'seq',
      'type',
      'v',
    ])
    expect(new Set(headers.map(({ sealed }) => sealed.size)).size).toBe(1)
    expect((await readLedger(us)).entries.map(({ body }) => body)).toEqual([undefined, undefined])
    await pull(members.node('NL'), members.peer('JP'))
    const read = (await readLedger(members.node('NL'))).entries.map(({ body }) => body)
    expect(read[0]).toMatchObject({ caseRef: 'case-4711' })
  })
})

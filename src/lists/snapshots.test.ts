import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importList } from './import-list.ts'
import { listStatus } from './list-status.ts'
import { loadListPolicy } from './load-policy.ts'
import { openScreener, openSnapshots } from './open-screener.ts'
import { day, EXAMPLE_LIST, fileOf, POLICY, temporaryFolder } from './temporary-files.fixture.ts'

const HALCYON = 'Halcyon Lattice Semiconductor'

async function withExample(...published: readonly string[]): Promise<string> {
  const dataFolder = temporaryFolder()
  for (const text of published) {
    await importList({
      dataFolder,
      source: 'us-csl',
      files: [EXAMPLE_LIST],
      published: day(text),
      today: day('2026-12-31'),
    })
  }
  return dataFolder
}

describe('openSnapshots', () => {
  it('opens the newest snapshot published by the day of the law', async () => {
    const dataFolder = await withExample('2026-01-01', '2026-03-01', '2026-06-01')
    const dates = (asOf: string, knownAt = asOf) =>
      openSnapshots({ dataFolder, asOf: day(asOf), knownAt: day(knownAt) }).map(
        ({ published }) => published,
      )
    expect(dates('2026-05-31')).toEqual(['2026-03-01'])
    expect(dates('2026-06-01')).toEqual(['2026-06-01'])
    expect(dates('2025-12-31')).toEqual([])
    expect(dates('2026-06-01', '2026-02-01')).toEqual(['2026-01-01'])
  })

  it('gives back the parties as they were read', async () => {
    const dataFolder = await withExample('2026-06-01')
    const [snapshot] = openSnapshots({ dataFolder, asOf: day('2026-06-01') })
    expect(snapshot).toMatchObject({ source: 'us-csl', name: 'us-csl 2026-06-01' })
    expect(snapshot?.unread).toBeUndefined()
    expect(snapshot?.parties).toHaveLength(14)
    expect(snapshot?.parties[0]?.name).toBe('Halcyon Lattice Semiconductor Co., Ltd.')
  })

  it('opens nothing where nothing was imported', () => {
    expect(openSnapshots({ dataFolder: '/nowhere', asOf: day('2026-06-01') })).toEqual([])
  })

  it('holds own lists beside each other', async () => {
    const dataFolder = temporaryFolder()
    for (const list of ['own', 'own-second']) {
      await importList({
        dataFolder,
        source: 'csv',
        list,
        files: [fileOf(`name\n${list} party\n`)],
        today: day('2026-06-01'),
      })
    }
    const lists = openSnapshots({ dataFolder, asOf: day('2026-06-02') }).flatMap((one) => one.lists)
    expect(lists).toEqual(['own', 'own-second'])
  })

  it.each([
    ['changed', 'is not what its digest says', 'H4sIAAAAAAAAA4uOBQApu0wNAgAAAA=='],
    ['torn', 'cannot be unpacked', 'AAAA'],
  ])('refuses content that was %s', async (_, detail, content) => {
    const dataFolder = await withExample('2026-06-01')
    const folder = join(dataFolder, 'lists/us-csl')
    const file = readdirSync(folder).find((name) => name.endsWith('.gz')) ?? ''
    writeFileSync(join(folder, file), Buffer.from(content, 'base64'))
    expect(() => openSnapshots({ dataFolder, asOf: day('2026-06-01') })).toThrow(detail)
  })

  it('refuses a record that cannot be read', () => {
    const dataFolder = temporaryFolder()
    mkdirSync(join(dataFolder, 'lists/us-csl'), { recursive: true })
    writeFileSync(join(dataFolder, 'lists/us-csl/2026-06-01.0123456789abcdef.json'), '{')
    expect(() => openSnapshots({ dataFolder, asOf: day('2026-06-01') })).toThrow('cannot be read')
  })
})

describe('openScreener', () => {
  it('finds a listed party and says what its row demands', async () => {
    const dataFolder = await withExample('2026-06-01')
    const screener = openScreener({ dataFolder, asOf: day('2026-06-03'), policy: POLICY })
    const { state, hits } = screener.screen({ name: HALCYON, country: 'CN' })
    expect(state).toBe('hit')
    expect(hits[0]?.party.id).toBe('fictional-el-1')
    expect(hits[0]?.because).toContain('Review policy: Presumption of denial')
  })

  it('clears nobody without lists', () => {
    const screener = openScreener({
      dataFolder: '/nowhere',
      asOf: day('2026-06-03'),
      policy: POLICY,
    })
    const { state, because } = screener.screen({ name: 'Nobody In Particular' })
    expect(state).toBe('not-screened')
    expect(because[0]).toBe(
      'Entity List (us-entity-list): no copy published by then has been imported.',
    )
  })

  it('judges freshness on the day of knowledge', async () => {
    const dataFolder = await withExample('2026-06-01')
    const stateOn = (knownAt: string) =>
      openScreener({
        dataFolder,
        asOf: day('2026-06-03'),
        knownAt: day(knownAt),
        policy: POLICY,
      }).screen({ name: 'Nobody In Particular' }).state
    expect(stateOn('2026-06-08')).toBe('clear')
    expect(stateOn('2026-06-09')).toBe('stale')
  })
})

describe('listStatus', () => {
  it('names every source of the policy with its freshness', async () => {
    const dataFolder = await withExample('2026-01-01', '2026-06-01')
    const status = listStatus(dataFolder, day('2026-06-05'), POLICY)
    expect(status.map(({ source }) => source)).toEqual(POLICY.sources.map(({ source }) => source))
    expect(status.find(({ source }) => source === 'us-csl')).toMatchObject({
      state: 'fresh',
      ageDays: 4,
      newest: { published: '2026-06-01', parties: 14 },
    })
    expect(status.find(({ source }) => source === 'us-bis')).toMatchObject({
      state: 'missing',
      snapshots: [],
    })
  })

  it('calls a copy stale from the day after its greatest age', async () => {
    const dataFolder = await withExample('2026-06-01')
    const stateOn = (text: string) =>
      listStatus(dataFolder, day(text), POLICY).find(({ source }) => source === 'us-csl')?.state
    expect([stateOn('2026-06-08'), stateOn('2026-06-09'), stateOn('2026-05-31')]).toEqual([
      'fresh',
      'stale',
      'missing',
    ])
  })

  it('never calls a source fresh that the policy does not know', async () => {
    const dataFolder = await withExample('2026-06-01')
    const policy = {
      ...POLICY,
      sources: POLICY.sources.filter(({ source }) => source !== 'us-csl'),
    }
    expect(listStatus(dataFolder, day('2026-06-01'), policy).at(-1)).toMatchObject({
      source: 'us-csl',
      state: 'stale',
    })
  })
})

describe('loadListPolicy', () => {
  it('requires the five lists on which the Export Administration Regulations turn', () => {
    const required = POLICY.lists.filter(
      ({ jurisdiction, required }) => jurisdiction === 'US' && required,
    )
    expect(required.map(({ id }) => id)).toEqual([
      'us-entity-list',
      'us-uvl',
      'us-meu',
      'us-dpl',
      'us-sdn',
    ])
    expect(POLICY.always).toEqual(['US'])
  })

  function policyOf(text: string): () => unknown {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'lists.yaml'), text)
    return () => loadListPolicy(folder)
  }

  it('names file and line of what is wrong', () => {
    expect(policyOf('always: [US]\nsources: []\nlists: []\ncolour: red\n')).toThrow(
      /lists\.yaml:4:1.*no key "colour"/,
    )
    expect(policyOf('always: [US\n')).toThrow(/lists\.yaml/)
    expect(() => loadListPolicy(temporaryFolder())).toThrow('no lists.yaml')
  })

  it('refuses a list that no source holds', () => {
    const text = `always: [US]
sources: [{source: a, title: A, publisher: P, url: '', holds: [x], maxAgeDays: 7, cite: c}]
lists: [{id: y, title: Y, jurisdiction: US, required: true, cite: c, mark: text}]
`
    expect(policyOf(text)).toThrow('x is not both described under lists and held by a source')
  })
})

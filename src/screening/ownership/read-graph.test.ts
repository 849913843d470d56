import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { type LegalDate, readDocument, unwrap } from '../../kernel/index.ts'
import type { Screener } from '../model.ts'
import { listingsOf } from './listings.ts'
import { RULES, stake } from './ownership.fixture.ts'
import { createPartyGraph } from './party-graph.ts'
import { readGraph } from './read-graph.ts'
import { readOwnershipRules } from './rules.ts'

const DAY = '2026-06-01' as LegalDate

const TABLES = resolve(import.meta.dirname, '../../../law/us/tables')

function table(name: string): unknown {
  return unwrap(readDocument(readFileSync(join(TABLES, name), 'utf8'), name)).value
}

function shareIn(share: unknown): string {
  const parties = [{ name: 'A' }, { name: 'B' }]
  const read = readGraph({ parties, stakes: [{ owner: 'A', owned: 'B', share }] })
  if (!read.ok) return read.problems.map(({ code }) => code).join(' ')
  return read.value.stakes.map((one) => `${one.share.least}..${one.share.most}`).join('')
}

describe('the simple form', () => {
  test.each<[unknown, string]>([
    [0.25, '0.25..0.25'],
    ['0.49999999999999999999', '0.49999999999999999999..0.49999999999999999999'],
    ['25 %', '0.25..0.25'],
    ['33.3%', '0.333..0.333'],
    [{ min: '25 %' }, '0.25..1'],
    [{ max: 0.5 }, '0..0.5'],
    ['unknown', '0..1'],
    [undefined, '0..1'],
    [1.5, 'input.wrong-shape'],
    [-0.1, 'input.wrong-shape'],
    ['101 %', 'input.wrong-shape'],
    ['half', 'input.wrong-shape'],
    [Number.NaN, 'input.wrong-shape'],
    [[], 'input.wrong-shape'],
  ])('reads the share %j as %s', (share, expected) => {
    expect(shareIn(share)).toBe(expected)
  })

  it('lets a party go by its name, and knows its own keys only', () => {
    expect(unwrap(readGraph({ parties: [{ name: 'A' }] }))).toEqual({
      parties: [{ id: 'A', name: 'A', kind: 'entity' }],
      stakes: [],
    })
    expect(readGraph({ parties: [{ name: 'A', typ: 'person' }] }).ok).toBe(false)
    for (const garbage of [null, 7, 'x', [], {}]) expect(readGraph(garbage).ok).toBe(false)
  })
})

describe('a graph', () => {
  const A = { id: 'A', name: 'A', kind: 'entity' } as const
  const P = { id: 'P', name: 'P', kind: 'person' } as const

  test.each([
    ['a party twice', [A, A], [], 'ownership.party-twice'],
    ['a stake of nobody', [A], [stake('X -0.5-> A')], 'ownership.unknown-party'],
    ['a stake in a person', [A, P], [stake('A -0.5-> P')], 'ownership.not-ownable'],
    ['a share of more than all', [A, P], [stake('P -1.5-> A')], 'ownership.no-share'],
    ['a range upside down', [A, P], [stake('P -0.5..0.4-> A')], 'ownership.no-share'],
  ])('is refused with %s', (_what, parties, stakes, code) => {
    expect(createPartyGraph(parties, stakes, DAY)).toMatchObject({ problems: [{ code }] })
  })
})

describe('screening the parties', () => {
  const screener = (covered: readonly string[]): Pick<Screener, 'screen' | 'covers'> => ({
    screen: () => ({ state: 'clear', hits: [], because: [] }),
    covers: (list) => (covered.includes(list) ? 'true' : 'false'),
  })
  const graph = unwrap(
    createPartyGraph(
      [
        { id: 'A', name: 'A', kind: 'entity', claimedLists: ['us-meu'] },
        { id: 'B', name: 'b', kind: 'person', isUnnamed: true },
      ],
      [],
      DAY,
    ),
  )

  it('leaves lists open that nobody holds, and all of them for a party without a name', () => {
    const [first, second] = listingsOf(graph, screener(['us-sdn']), RULES)
    expect([...(first?.holds ?? [])]).toEqual(['us-meu'])
    expect([...(first?.open ?? [])]).toEqual(['us-entity-list'])
    expect([...(second?.open ?? [])].toSorted()).toEqual(['us-entity-list', 'us-meu', 'us-sdn'])
  })
})

describe('the table of the law', () => {
  it('says what the other tests of this folder take it to say', () => {
    const law = unwrap(readOwnershipRules(table('ownership-rules.yaml')))
    const inShort = ({ rules, strictest: { requirement, policy } }: typeof RULES): unknown => ({
      requirement,
      policy,
      rules: rules.map(({ id, lists, mayHold, effective, suspended, coveredFrom, ...rest }) => ({
        ...{ id, lists, mayHold, effective, suspended, coveredFrom },
        threshold: `${rest.threshold}`,
        administered: rest.administered.map((one) => [one.effective, one.inEffect]),
      })),
    })
    expect(inShort(law)).toEqual(inShort(RULES))
  })

  it('is refused where a day, a threshold or a key is wrong', () => {
    const [rule] = (table('ownership-rules.yaml') as { rules: object[] }).rules
    const { strictest } = table('ownership-rules.yaml') as { strictest: object }
    const read = (change: object): boolean =>
      readOwnershipRules({ rules: [{ ...rule, ...change }], strictest }).ok
    expect(read({})).toBe(true)
    for (const change of [
      { threshold: '0' },
      { threshold: '1.1' },
      { threshold: 'half' },
      { coveredFrom: '2026-02-30' },
      { list: [] },
      { lists: [] },
    ])
      expect(read(change)).toBe(false)
    expect(readOwnershipRules(undefined).ok).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { FALSE, TRUE, type TruthCode, UNKNOWN } from '../kernel/index.ts'
import { bindsOn, type Notice, reachOfNotice } from './notice-scope.ts'
import { day, fullDeal, of, smallEngine } from './small-law.fixture.ts'

const engine = smallEngine()
const items = [
  {
    id: 'chip',
    name: 'Chip of nine',
    kind: 'ic.processor',
    characteristics: { tpp: 50, hard: false },
  },
  { id: 'other', kind: 'ic.processor', characteristics: { tpp: 50, hard: false } },
]
const covering = (covers: object | undefined, more: object = {}) =>
  fullDeal({
    items,
    knowledge: {
      informed: [{ by: 'US', on: '2024-07-01', ...(covers && { covers }) }],
      redFlags: [],
    },
    ...more,
  })
const required = (value: unknown) => of(engine.determine(value), 'US').licence.required.asWritten

describe('a notice', () => {
  it('that does not say what it covers holds every item, and nobody is told how it was read', () => {
    expect(required(covering(undefined))).toBe(true)
    expect(JSON.stringify(engine.determine(covering(undefined)).assumptions)).not.toContain(
      'notice',
    )
  })
  it.each([
    ['the destination', { destinations: ['JP'] }, true],
    ['another one', { destinations: ['CN', 'DE'] }, false],
    ['the end user in other letters', { parties: ['KIKU, K.K.', 'kiku kk'] }, true],
    ['an owner of the end user', { parties: ['A. Founder'] }, true],
    ['who exports', { parties: ['Lantern Export'] }, false],
    ['what is on no entry', { entries: ['EAR99', 'US:3A090.a'] }, true],
    ['an entry that the items are not on', { entries: ['3A090'] }, false],
    ['an entry that nobody knows', { entries: ['9Z999'] }, 'unknown'],
    ['an entry of another list', { entries: ['EU:3A090'] }, 'unknown'],
    [
      'the destination and another party',
      { destinations: ['JP'], parties: ['Oster Works'] },
      false,
    ],
    ['no item here', { items: ['memory'] }, 'unknown'],
    ['both items', { items: ['chip', 'OTHER'] }, true],
  ])('that covers %s is read so', (_what, covers, expected) => {
    const parties = [
      { role: 'exporter', name: 'Lantern Export', country: 'US' },
      ...fullDeal().parties,
    ]
    expect(required(covering(covers, { parties }))).toBe(expected)
  })
  it('holds the item that it names, by id or name, and not the next; the answer says so', () => {
    for (const word of ['chip', 'chip of nine']) {
      const answer = engine.determine(covering({ items: [word] }))
      const rules = of(answer, 'US').licence.by.filter(({ rule }) => rule === 'US:informed')
      expect(rules.map(({ item, truth }) => [item, truth])).toEqual([['chip', 'true']])
      expect(answer.assumptions).toContainEqual({
        cite: 'Reading rule for the scope of a notice',
        what: `The notice of US of 2024-07-01 is read as not reaching other: it covers ${word}.`,
      })
    }
  })
  it('that does not reach the deal lets it be no better than clear with conditions', () => {
    const answer = engine.determine(covering({ destinations: ['CN'] }))
    expect(answer.verdict).toBe('clear-with-conditions')
    expect(answer.assumptions.map(({ what }) => what)).toContain(
      'The notice of US of 2024-07-01 is read as not reaching chip: it covers CN, and the deal goes to JP.',
    )
  })
  it('whose reach is open leaves the deal undecided, asks and says why', () => {
    const answer = engine.determine(covering({ items: ['memory'] }))
    expect(answer.verdict).toBe('undetermined')
    expect(answer.missing.map(({ fact }) => fact)).toContain('knowledge.informed')
    expect(answer.assumptions.map(({ what }) => what)).toContain(
      'Whether the notice of US of 2024-07-01 reaches chip is open: it covers memory, which is the id or name of no item here.',
    )
  })
  it('stands beside one that reaches: each by itself', () => {
    const informed = [{ by: 'US', covers: { destinations: ['CN'] } }, { by: 'US' }]
    expect(required(fullDeal({ knowledge: { informed, redFlags: [] } }))).toBe(true)
  })
  it('answers the same deal with other ids by those ids', () => {
    const named = covering({ items: ['chip'] })
    expect(required(named)).toBe(true)
    const renamed = [
      { ...items[0], id: 'first', name: 'First' },
      { ...items[1], id: 'chip' },
    ]
    const rules = of(engine.determine({ ...named, items: renamed }), 'US').licence.by
    expect(rules.filter(({ truth }) => truth === 'true').map(({ item }) => item)).toEqual(['chip'])
  })
})

describe('the days of a notice', () => {
  const notice: Notice = { by: 'US', on: day('2024-07-01'), until: day('2024-08-01') }
  it('are its first, its last and all between', () => {
    const days = ['2024-06-30', '2024-07-01', '2024-08-01', '2024-08-02']
    expect(days.map((one) => bindsOn(notice, day(one)))).toEqual([false, true, true, false])
  })
  it('are all where none is stated', () => {
    expect(bindsOn({ by: 'US' }, day('1999-01-01'))).toBe(true)
  })
})

describe('what is not stated of a deal', () => {
  const party = { role: 'end-user', name: 'Kiku KK', country: 'JP' } as const
  const reach = (
    covers: Notice['covers'],
    parties: readonly object[],
    route: object = {},
  ): TruthCode => {
    const item = { id: 'chip', index: 0, item: { id: 'chip', characteristics: {}, claims: [] } }
    const arranged = { items: [item], parties, transaction: { items: [], route } }
    return reachOfNotice(
      { by: 'US', covers: covers ?? {} },
      {
        arranged: arranged as never,
        item: item as never,
        placed: (named, place) => (named === place ? TRUE : FALSE),
        listed: () => UNKNOWN,
      },
    ).truth
  }
  it('keeps no notice away from it', () => {
    expect(reach({ destinations: ['CN'] }, [party])).toBe(UNKNOWN)
    expect(
      reach({ destinations: ['CN'] }, [{ role: 'end-user', name: 'Kiku KK' }], { to: 'JP' }),
    ).toBe(UNKNOWN)
    expect(reach({ destinations: ['CN'] }, [party], { to: 'JP' })).toBe(FALSE)
    expect(reach({ parties: ['Oster Works'] }, [])).toBe(UNKNOWN)
    expect(reach({ parties: ['Oster Works'] }, [{ role: 'forwarder', name: 'Kempas' }])).toBe(
      UNKNOWN,
    )
    expect(reach({ parties: ['Oster Works'] }, [party])).toBe(FALSE)
    expect(reach({ entries: ['3A001'] }, [party])).toBe(UNKNOWN)
  })
  it('nor does a name that is only alike', () => {
    const oster = { role: 'end-user', name: 'Oster Turbine Works Company Limited', country: 'JP' }
    expect(reach({ parties: ['Oster Turbine Works Co Ltd'] }, [oster])).toBe(UNKNOWN)
  })
  it('is known where one receiver sits in a place that it names', () => {
    const buyer = { role: 'purchaser', name: 'Kempas', country: 'CN' }
    expect(reach({ destinations: ['CN'] }, [party, buyer], { to: 'JP' })).toBe(TRUE)
  })
})

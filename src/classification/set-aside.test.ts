import { describe, expect, it } from 'vitest'
import { classifySmall, of, type SmallLists } from './small-law.fixture.ts'

const LISTS: SmallLists = {
  US: [
    { code: '3A090', criteria: { all: [{ kind: ['ic'] }, { tpp: '>= 4800' }] } },
    { code: '3A991', criteria: { all: [{ kind: ['ic'] }, { tops: '>= 8' }] }, fallback: true },
  ],
}
const ASSUMED = 'Not of a design set aside'
const presumptions = [
  { id: 'set-aside', what: ASSUMED, parameters: ['set_aside_design'], effective: {} },
]
const classify = (characteristics: object, more: object = {}, complete = ['ic']) =>
  classifySmall(
    LISTS,
    { kind: 'ic', characteristics: { tpp: 100, tops: 1, ...characteristics }, ...more },
    { complete, presumptions },
  )
const assumed = (...of: Parameters<typeof classify>) =>
  classify(...of).assumptions.map(({ what }) => what)

describe('a design that the lists set aside', () => {
  it('is read as absent where nobody speaks of it and a complete list decides; the answer says so', () => {
    expect(of(classify({}))).toMatchObject({ listed: 'not-listed', coverage: 'complete' })
    expect(assumed({})).toEqual([ASSUMED])
    expect(assumed({ tops: 9 })).toEqual([ASSUMED])
  })
  it('is no assumption where it is stated as absent', () => {
    expect(of(classify({ set_aside_design: false })).listed).toBe('not-listed')
    expect(assumed({ set_aside_design: false })).toEqual([])
  })
  it.each([true, 'unknown'])(
    'takes the item out of what the list covers, stated as %s',
    (stated) => {
      const found = classify({ set_aside_design: stated })
      expect(of(found)).toMatchObject({ listed: 'not-covered', coverage: 'none', setAside: true })
      expect(assumed({ set_aside_design: stated })).toEqual([])
    },
  )
  it('takes it out where nobody speaks of it and something else makes it probable', () => {
    const [presumption] = presumptions
    const lifted = [{ ...presumption, unless: { tops: '>= 5' } }]
    const found = (tops: number) =>
      of(
        classifySmall(
          LISTS,
          { kind: 'ic', characteristics: { tpp: 100, tops } },
          { complete: ['ic'], presumptions: lifted },
        ),
      )
    expect(found(5)).toMatchObject({ listed: 'not-covered', coverage: 'none', setAside: true })
    expect(found(4)).toMatchObject({ listed: 'not-listed', coverage: 'complete' })
  })
  it('leaves what is met as it is', () => {
    const found = of(classify({ tpp: 5000, set_aside_design: true }))
    expect(found.met.map(({ entry }) => entry.code)).toEqual(['3A090'])
  })
  it('is nothing to assume where a claim decides, or where no list is complete', () => {
    expect(assumed({}, { claimed: { US: 'not-listed' } })).toEqual([])
    expect(assumed({ tops: 9 }, { claimed: { US: '3A991' } })).toEqual([])
    expect(assumed({}, {}, [])).toEqual([])
  })
})

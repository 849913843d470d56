import { describe, expect, it, test } from 'vitest'
import type { Stake } from './model.ts'
import {
  AFFILIATES,
  type AFTER,
  BLOCKED,
  findingOf,
  IN_FORCE,
  inShort,
  judgeScene,
  STAYED,
  stake,
} from './ownership.fixture.ts'

const EL = ['us-entity-list']
const SDN = ['us-sdn']

function share(judgedStakes: readonly string[], lists: Record<string, readonly string[]>): string {
  return inShort(judgeScene({ stakes: judgedStakes.map((text) => stake(text)), lists }, 'A'))
}

describe('the share that listed parties hold together', () => {
  test.each<[string, readonly string[], string]>([
    ['half exactly is enough', ['X -0.5-> A'], 'true 0.5..0.5'],
    ['a thousandth of a percent less is not', ['X -0.49999-> A'], 'false 0.49999..0.49999'],
    ['two quarters add up', ['X -0.25-> A', 'Y -0.25-> A'], 'true 0.5..0.5'],
    ['two lots of one holder add up', ['X -0.3-> A', 'X -0.2-> A'], 'true 0.5..0.5'],
    ['tenths add up exactly', ['X -0.1-> A', 'Y -0.2-> A', 'X -0.2-> A'], 'true 0.5..0.5'],
    ['an unlisted holder adds nothing', ['X -0.49-> A', 'C -0.51-> A'], 'false 0.49..0.49'],
    ['a whole is the most there is', ['X -0.8-> A', 'Y -0.8-> A'], 'true 1..1'],
    ['a range over the limit is true', ['X -0.5..0.75-> A'], 'true 0.5..0.75'],
    ['a range across the limit is open', ['X -0.25..0.5-> A'], 'unknown 0.25..0.5'],
    ['a range under the limit is false', ['X -0.25..0.49-> A'], 'false 0.25..0.49'],
    ['an unknown share is open', ['X -?-> A'], 'unknown 0..1'],
    [
      'an unknown share that others leave no room for is false',
      ['X -?-> A', 'C -0.51-> A'],
      'false 0..0.49',
    ],
    ['nobody listed', ['C -1-> A'], 'false 0..0'],
  ])('%s', (_what, stakes, expected) => {
    expect(share(stakes, { X: EL, Y: ['us-meu'] })).toBe(expected)
  })

  it('counts a holder that is owned to half fully, level by level', () => {
    const stakes = ['X -0.5-> B', 'B -0.5-> C', 'C -0.5-> A']
    expect(share(stakes, { X: EL })).toBe('true 0.5..0.5')
  })

  it('counts nothing through a holder that stays below half', () => {
    expect(share(['X -0.49-> B', 'B -1-> A'], { X: EL })).toBe('false 0..0')
  })

  it('adds what is held directly to what is held through owned holders', () => {
    expect(share(['X -0.5-> B', 'B -0.4-> A', 'X -0.1-> A'], { X: EL })).toBe('true 0.5..0.5')
    const quarters = ['X -0.25-> B', 'X -0.25-> C', 'B -0.5-> A', 'C -0.5-> A']
    expect(share(quarters, { X: EL })).toBe('false 0..0')
  })

  it('never makes a diamond more than the whole', () => {
    const stakes = ['X -1-> B', 'X -1-> C', 'B -0.5-> A', 'C -0.5-> A']
    expect(share(stakes, { X: EL })).toBe('true 1..1')
  })

  it('ends in a circle, and a circle without a listed party gives nobody status', () => {
    const circle = ['B -0.6-> A', 'A -0.6-> B']
    expect(share(circle, {})).toBe('false 0..0')
    expect(share([...circle, 'X -0.4-> B'], { X: EL })).toBe('false 0..0')
    expect(share([...circle, 'X -0.5-> B'], { X: EL })).toBe('true 0.6..0.6')
  })

  it('does not count days on which a stake was not held', () => {
    const stakes = [stake('X -0.5-> A', { to: '2025-10-14' as Stake['to'] & string })]
    expect(inShort(judgeScene({ stakes, lists: { X: EL } }, 'A'))).toBe('false 0..0')
    const kept = [stake('X -0.5-> A', { from: IN_FORCE, to: IN_FORCE })]
    expect(inShort(judgeScene({ stakes: kept, lists: { X: EL } }, 'A'))).toBe('true 0.5..0.5')
  })

  it('does not add lists of different rules', () => {
    const judged = judgeScene(
      { stakes: [stake('X -0.3-> A'), stake('Y -0.3-> A')], lists: { X: EL, Y: SDN } },
      'A',
    )
    expect(inShort(judged, AFFILIATES)).toBe('false 0.3..0.3')
    expect(inShort(judged, BLOCKED)).toBe('false 0.3..0.3')
  })

  it('lets control count for nothing and flags it', () => {
    const stakes = [stake('X -1-> A', { interest: 'control', what: 'votingRights' })]
    const judged = judgeScene({ stakes, lists: { X: EL } }, 'A')
    expect(inShort(judged)).toBe('false 0..0')
    expect(judged.flags).toMatchObject([{ kind: 'control', owner: 'X', isListed: true }])
    expect(judged.flags[0]?.what).toContain('votingRights')
  })
})

describe('what nobody stated', () => {
  it('leaves the rest of the shares open where it could reach the limit, and names it', () => {
    const scene = { stakes: [stake('X -0.2-> A'), stake('C -0.5-> A')], lists: { X: EL } }
    expect(inShort(judgeScene(scene, 'A'))).toBe('false 0.2..0.2')
    const finding = findingOf(judgeScene({ ...scene, open: ['A'] }, 'A'))
    expect([finding.owned, `${finding.share.most}`]).toEqual(['unknown', '0.5'])
    expect(finding.missing).toMatchObject([{ kind: 'owners', owned: 'A' }])
    expect(`${finding.missing[0]?.kind === 'owners' ? finding.missing[0].unstated : ''}`).toBe(
      '0.3',
    )
  })

  it('is false where the rest could not reach it', () => {
    const scene = { stakes: [stake('C -0.51-> A')], open: ['A'] }
    expect(inShort(judgeScene(scene, 'A'))).toBe('false 0..0.49')
  })

  it('follows a holder whose own owners nobody stated', () => {
    const finding = findingOf(judgeScene({ stakes: [stake('C -0.6-> A')], open: ['C'] }, 'A'))
    expect(finding.owned).toBe('unknown')
    expect(finding.missing).toMatchObject([{ kind: 'owners', owned: 'C' }])
  })

  it('takes nobody to own a person', () => {
    const scene = { stakes: [stake('P -0.6-> A')], open: ['P'], persons: ['P'] }
    expect(inShort(judgeScene(scene, 'A'))).toBe('false 0..0')
  })

  it('is open where a holder could not be screened, and says against what', () => {
    const scene = { stakes: [stake('C -0.6-> A')], lists: { C: ['?us-meu'] } }
    const finding = findingOf(judgeScene(scene, 'A'))
    expect(finding.owned).toBe('unknown')
    expect(finding.missing).toEqual([{ kind: 'screening', party: 'C', lists: ['us-meu'] }])
  })

  it('names the share that is missing', () => {
    const finding = findingOf(judgeScene({ stakes: [stake('X -?-> A')], lists: { X: EL } }, 'A'))
    expect(finding.missing).toEqual([{ kind: 'share', owner: 'X', owned: 'A' }])
  })

  it('of a blocked owner leaves open whether his programme is one of 744.8', () => {
    const judged = judgeScene({ stakes: [stake('X -0.5-> A')], lists: { X: SDN } }, 'A')
    expect(inShort(judged, BLOCKED)).toBe('true 0.5..0.5')
    expect(inShort(judged, 'US:744.8(a)(2)')).toBe('unknown 0..0.5')
    expect(findingOf(judged, 'US:744.8(a)(2)').missing).toEqual([
      { kind: 'screening', party: 'X', lists: ['us-sdn-744.8'] },
    ])
  })

  it('counts an indirect holding only where it is the whole', () => {
    const held = (share: string): string => {
      const stakes = [stake(`X -${share}-> A`, { directness: 'indirect' })]
      return inShort(judgeScene({ stakes, lists: { X: EL } }, 'A'))
    }
    expect(held('1')).toBe('true 1..1')
    expect(held('0.75')).toBe('unknown 0..1')
  })

  it('lets shares that exceed the whole exclude nothing', () => {
    const stakes = [stake('X -0.4-> A'), stake('C -1-> A')]
    const judged = judgeScene({ stakes, lists: { X: EL } }, 'A')
    expect(inShort(judged)).toBe('unknown 0.4..1')
    expect(judged.flags.map(({ kind }) => kind)).toContain('over-stated')
    expect(inShort(judgeScene({ stakes: [stake('C -0.9-> A'), stake('D -0.9-> A')] }, 'A'))).toBe(
      'false 0..0',
    )
  })

  it('leaves shares in itself open', () => {
    const stakes = [stake('A -0.3-> A'), stake('X -0.4-> A'), stake('C -0.3-> A')]
    const judged = judgeScene({ stakes, lists: { X: EL } }, 'A')
    expect(inShort(judged)).toBe('unknown 0.4..0.7')
    expect(judged.flags.map(({ kind }) => kind)).toContain('own-shares')
  })
})

describe('the way it is told', () => {
  it('goes from the listed party down', () => {
    const stakes = [stake('X -0.5-> B'), stake('B -0.6-> A'), stake('A -0.9-> B')]
    const { paths } = findingOf(judgeScene({ stakes, lists: { X: EL } }, 'A'))
    expect(paths.map((path) => path.map(({ owner, owned }) => `${owner}>${owned}`))).toEqual([
      ['X>B', 'B>A'],
    ])
  })

  it('cuts a long list of paths and counts the rest', () => {
    const stakes = Array.from({ length: 30 }, (_, at) => stake(`X${at} -0.02-> A`))
    const lists = Object.fromEntries(stakes.map(({ owner }) => [owner, EL]))
    const finding = findingOf(judgeScene({ stakes, lists }, 'A'))
    expect([finding.owned, finding.paths.length, finding.morePaths]).toEqual(['true', 20, 10])
  })

  it('flags minority stakes, direct and through holders below the limit', () => {
    const stakes = [stake('X -0.2-> B'), stake('B -0.5-> A')]
    const flags = (id: string): unknown[] =>
      judgeScene({ stakes, lists: { X: EL } }, id).flags.map(
        ({ kind, owner, share: held }) => `${kind} ${owner} ${held?.least}`,
      )
    expect(flags('B')).toEqual(['minority X 0.2'])
    expect(flags('A')).toEqual(['indirect-minority X 0.1'])
  })

  it('ends on twenty thousand parties in one chain, and in a full web', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => stake(`P${at} -0.5-> P${at + 1}`))
    expect(inShort(judgeScene({ stakes: chain, lists: { P0: EL } }, 'P20000'))).toBe(
      'true 0.5..0.5',
    )
    const web = Array.from({ length: 90_000 }, (_, at) => [Math.floor(at / 300), at % 300] as const)
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => stake(`P${from} -0.003-> P${to}`))
    expect(findingOf(judgeScene({ stakes: web, lists: { P0: EL } }, 'P9')).owned).toBe('false')
  })
})

describe('the day', () => {
  test.each([
    ['2025-09-28', 'false', 'false'],
    ['2025-09-29', 'true', 'true'],
    ['2025-11-09', 'true', 'true'],
    ['2025-11-10', 'false', 'false'],
    ['2026-11-09', 'false', 'false'],
    ['2026-11-10', 'true', 'unknown'],
  ])('of the affiliates rule: %s', (asOf, asWritten, asAdministered) => {
    const scene = { stakes: [stake('X -0.5-> A')], lists: { X: EL }, asOf: asOf as typeof AFTER }
    const finding = findingOf(judgeScene(scene, 'A'))
    expect(finding).toMatchObject({ owned: 'true', asWritten, asAdministered })
    expect(finding.effect.because).not.toBe('')
  })

  it('leaves blocked property blocked while the affiliates rule is stayed', () => {
    const scene = { stakes: [stake('X -0.5-> A')], lists: { X: SDN }, asOf: STAYED }
    expect(findingOf(judgeScene(scene, 'A'), BLOCKED).asWritten).toBe('true')
    const before = { ...scene, asOf: '2014-08-12' as typeof AFTER }
    expect(findingOf(judgeScene(before, 'A'), BLOCKED).asWritten).toBe('unknown')
  })
})

describe('the most restricted of several owners', () => {
  const row = (licenceRequirement: string, reviewPolicy: string) => [
    {
      list: 'us-entity-list',
      name: 'row',
      rule: { licenceRequirement, reviewPolicy, footnotes: [] },
    },
  ]
  const scene = { stakes: [stake('X -0.5-> A'), stake('Y -0.2-> A')], lists: { X: EL, Y: EL } }
  const all = 'For all items subject to the EAR'

  it('decides, by requirement and then by policy', () => {
    const rows = { X: row(all, 'Case-by-case'), Y: row(all, 'Presumption of denial') }
    const { strictest } = judgeScene({ ...scene, rows }, 'A')
    expect(strictest).toMatchObject({ owner: 'Y', ranked: true, others: ['X'] })
  })

  it('is left to a reader where the words stand in no order', () => {
    const rows = { X: row(all, 'Case-by-case'), Y: row('For some things', 'See notice') }
    expect(judgeScene({ ...scene, rows }, 'A').strictest).toMatchObject({
      owner: 'X',
      ranked: false,
    })
  })

  it('is not asked where nobody reaches the share', () => {
    const rows = { X: row(all, 'Case-by-case') }
    const stakes = [stake('X -0.4-> A')]
    expect(judgeScene({ stakes, lists: { X: EL }, rows }, 'A').strictest).toBeUndefined()
  })
})

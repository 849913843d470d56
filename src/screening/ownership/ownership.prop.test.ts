import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf } from '../../kernel/index.ts'
import type { Stake } from './model.ts'
import { findingOf, judgeScene, type Scene, shareOf, stake } from './ownership.fixture.ts'

const NAMES = ['A', 'B', 'C', 'D', 'X', 'Y']
const LISTS = { X: ['us-entity-list'], Y: ['us-meu'] }

const range = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
  .map(([a, b]) => `${Math.min(a, b) * 0.05}..${Math.max(a, b) * 0.05}`)
const anyStake = fc
  .record({
    owner: fc.constantFrom(...NAMES),
    owned: fc.constantFrom('A', 'B', 'C', 'D'),
    share: fc.oneof(range, fc.constant('?')),
    more: fc.constantFrom<Partial<Stake>>(
      {},
      {},
      {},
      { directness: 'indirect' },
      { interest: 'control' },
    ),
  })
  .map(
    ({ owner, owned, share, more }): Stake => ({
      ...stake(`${owner} -0-> ${owned}`, more),
      share: shareOf(share.replace(/\d+\.\d+/g, (text) => Number(text).toFixed(2))),
    }),
  )
const anyScene = fc.record({
  stakes: fc.array(anyStake, { maxLength: 12 }),
  open: fc.subarray(['A', 'B', 'C', 'D']),
  lists: fc.constant<Scene['lists'] & object>(LISTS),
})

function shareAndTruth(scene: Scene, id: string): readonly [number, number, number] {
  const { owned, share } = findingOf(judgeScene(scene, id))
  return [codeOf(owned), share.least.toNumber(), share.most.toNumber()]
}

describe('any graph of owners', () => {
  it('a further direct stake of a listed owner lowers neither truth nor share', () => {
    const added = fc.tuple(fc.constantFrom('X', 'Y'), fc.constantFrom('A', 'B', 'C', 'D'), range)
    fc.assert(
      fc.property(anyScene, added, (scene, [owner, owned, share]) => {
        const rounded = share.replace(/\d+\.\d+/g, (text) => Number(text).toFixed(2))
        const more = { ...stake(`${owner} -0-> ${owned}`), share: shareOf(rounded) }
        for (const id of ['A', 'B']) {
          const [truth, least] = shareAndTruth(scene, id)
          const [after, leastAfter] = shareAndTruth(
            { ...scene, stakes: [...scene.stakes, more] },
            id,
          )
          expect(after).toBeGreaterThanOrEqual(truth)
          expect(leastAfter).toBeGreaterThanOrEqual(least)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('shares stay between nothing and the whole, the least below the most', () => {
    fc.assert(
      fc.property(anyScene, (scene) => {
        const [, least, most] = shareAndTruth(scene, 'A')
        expect(least).toBeGreaterThanOrEqual(0)
        expect(most).toBeLessThanOrEqual(1)
        expect(least).toBeLessThanOrEqual(most)
      }),
      { numRuns: 300 },
    )
  })

  it('the order of stakes means nothing', () => {
    const shuffled = anyScene.chain((scene) =>
      fc.tuple(
        fc.constant(scene),
        fc.shuffledSubarray([...scene.stakes], { minLength: scene.stakes.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([scene, stakes]) => {
        expect(shareAndTruth({ ...scene, stakes }, 'A')).toEqual(shareAndTruth(scene, 'A'))
      }),
      { numRuns: 300 },
    )
  })

  it('knowing more never turns true into false or false into true', () => {
    fc.assert(
      fc.property(anyScene, fc.integer({ min: 0, max: 11 }), (scene, at) => {
        const known = scene.stakes.map((one, place) =>
          place === at ? { ...one, share: { least: one.share.most, most: one.share.most } } : one,
        )
        const stated = known.reduce(
          (sums, { owned, share }) =>
            sums.set(owned, (sums.get(owned) ?? 0) + share.most.toNumber()),
          new Map<string, number>(),
        )
        // Shares that exceed the whole are no knowledge.
        fc.pre([...stated.values()].every((sum) => sum <= 1))
        const [truth] = shareAndTruth(scene, 'A')
        const [after] = shareAndTruth({ ...scene, stakes: known }, 'A')
        if (truth !== 1) expect(after).toBe(truth)
      }),
      { numRuns: 500 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { powerOf } from './power.ts'
import { type Game, gameOf, type Player } from './power-game.ts'
import { tally } from './voting/tally.ts'
import { electorate, equal, rule } from './voting/voting.fixture.ts'

/** A weighted game [quota; weights]. */
function weighted(quota: number, weights: readonly number[]): Game {
  return {
    players: weights.map((weight, at) => ({ code: `P${at + 1}`, marks: [1], weight })),
    leastWeight: () => quota,
  }
}

const rounded = (numbers: readonly number[], digits: number): readonly number[] =>
  numbers.map((one) => Number(one.toFixed(digits)))

describe('power indices against published values', () => {
  it('give the Security Council .1963 and .001865 (Shapley, Shubik), .1669 and .0165 (Banzhaf)', () => {
    // Five permanent members with a veto, nine votes of fifteen: the weights 7 and 1 with quota 39.
    const { members } = powerOf(
      weighted(39, [...Array<number>(5).fill(7), ...Array<number>(10).fill(1)]),
    )
    expect(members[0]?.shapleyShubik).toBeCloseTo(0.1963, 4)
    expect(members[14]?.shapleyShubik).toBeCloseTo(0.001865, 6)
    expect(members[0]?.banzhaf).toBeCloseTo(0.1669, 4)
    expect(members[14]?.banzhaf).toBeCloseTo(0.0165, 4)
    expect(members.map(({ veto }) => veto)).toEqual(Array.from({ length: 15 }, (_, at) => at < 5))
  })

  it('give the Community of 1958 5/21, 3/21 and nothing to Luxembourg (12 of 4, 4, 4, 2, 2, 1)', () => {
    const { members } = powerOf(weighted(12, [4, 4, 4, 2, 2, 1]))
    const expected = [5 / 21, 5 / 21, 5 / 21, 3 / 21, 3 / 21, 0]
    expect(
      rounded(
        members.map(({ banzhaf }) => banzhaf),
        10,
      ),
    ).toEqual(rounded(expected, 10))
    expect(
      rounded(
        members.map((one) => one.shapleyShubik),
        4,
      ),
    ).toEqual([0.2333, 0.2333, 0.2333, 0.15, 0.15, 0])
  })

  it('give the Council of fifteen (62 of 87) the table of Felsenthal and Machover', () => {
    const weights = [10, 10, 10, 10, 8, 5, 5, 5, 5, 4, 4, 3, 3, 3, 2]
    const { members } = powerOf(weighted(62, weights))
    const at = [0, 4, 5, 9, 11, 14]
    expect(
      rounded(
        at.map((one) => members[one]?.banzhaf ?? 0),
        4,
      ),
    ).toEqual([0.1116, 0.0924, 0.0587, 0.0479, 0.0359, 0.0226])
    expect(
      rounded(
        at.map((one) => members[one]?.shapleyShubik ?? 0),
        4,
      ),
    ).toEqual([0.1167, 0.0955, 0.0552, 0.0454, 0.0353, 0.0207])
  })

  it('give the vote of 27 states under the Treaty of Lisbon 13.2 % of winning coalitions', () => {
    // Populations of 2020 in thousands (Eurostat, general knowledge), largest first.
    const people = [
      83167, 67320, 59641, 47333, 37958, 19329, 17408, 11522, 10719, 10694, 10328, 10296, 9770,
      8901, 6951, 5823, 5525, 5458, 4964, 4058, 2794, 2096, 1908, 1329, 888, 626, 515,
    ]
    const lisbon = rule({
      kind: 'threshold',
      states: '55/100',
      weight: { of: 'population', fraction: '65/100' },
      blocking: { minStates: 4 },
    })
    const { decisiveness, members } = powerOf(gameOf(lisbon, electorate(people)))
    expect(decisiveness).toBeCloseTo(0.132, 3)
    expect(members.reduce((sum, one) => sum + one.shapleyShubik, 0)).toBeCloseTo(1, 9)
  })
})

describe('power under the rules of charters', () => {
  it('is the same for all under consensus, and each has a veto', () => {
    const { members, decisiveness } = powerOf(gameOf(rule({ kind: 'consensus' }), equal(42)))
    expect(members.every(({ veto, banzhaf }) => veto && Math.abs(banzhaf - 1 / 42) < 1e-12)).toBe(
      true,
    )
    expect(decisiveness).toBe(2 ** -42)
  })

  it('is more for who makes it under a double majority, and nobody has a veto', () => {
    const double = rule({
      kind: 'double-majority',
      chambers: [
        { who: 'members', fraction: '55/100' },
        { who: 'makers', fraction: '1/2', exceeds: true },
      ],
    })
    const { members } = powerOf(gameOf(double, equal(19, 5)))
    expect(members[0]?.banzhaf).toBeGreaterThan(members[18]?.banzhaf ?? 1)
    expect(members.some(({ veto }) => veto)).toBe(false)
  })
})

describe('any game', () => {
  const weights = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 9 })

  it('has the indices that counting every coalition gives', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 40 }), (list, quota) => {
        const game = weighted(quota, list)
        expect(powerOf(game).members.map(({ swings }) => swings)).toEqual(counted(game))
      }),
      { numRuns: 60 },
    )
  })

  it('wins where the tally of the same votes is adopted', () => {
    const rules = [
      rule({ kind: 'consensus' }),
      rule({ kind: 'consensus-minus', objectors: 1 }),
      rule({
        kind: 'threshold',
        minStates: 2,
        states: '1/2',
        weight: { of: 'population', fraction: '2/3' },
        blocking: { minStates: 2 },
      }),
      rule({
        kind: 'double-majority',
        chambers: [
          { who: 'members', fraction: '1/2' },
          { who: 'makers', fraction: '1/2', exceeds: true },
        ],
      }),
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        weights,
        fc.nat(),
        fc.nat(),
        (one, list, made, chosen) => {
          const who = electorate(list, made % (list.length + 1))
          const game = gameOf(one, who)
          const yes = game.players.filter((_, at) => ((chosen >> at) & 1) === 1)
          const choices = new Map(
            game.players.map((player) => [
              player.code,
              yes.includes(player) ? ('yes' as const) : ('no' as const),
            ]),
          )
          const { outcome } = tally(one, who, { choices, reserved: new Set() })
          // Nobody weighs anything: the tally takes no share of nothing.
          if (list.every((weight) => weight === 0)) return
          expect(isWinning(game, yes)).toBe(outcome === 'adopted')
        },
      ),
    )
  })
})

function isWinning(game: Game, players: readonly Player[]): boolean {
  const marks = (game.players[0]?.marks ?? []).map((_, at) =>
    players.reduce((sum, one) => sum + (one.marks[at] ?? 0), 0),
  )
  return players.reduce((sum, { weight }) => sum + weight, 0) >= game.leastWeight(marks)
}

function counted(game: Game): readonly bigint[] {
  const { players } = game
  return players.map((player, own) => {
    let swings = 0n
    for (let set = 0; set < 1 << players.length; set += 1) {
      if (((set >> own) & 1) === 1) continue
      const some = players.filter((_, at) => ((set >> at) & 1) === 1)
      if (!isWinning(game, some) && isWinning(game, [...some, player])) swings += 1n
    }
    return swings
  })
}

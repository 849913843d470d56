import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHOICES, type Choice } from './electorate.ts'
import { tally } from './tally.ts'
import { electorate, equal, rule, votes } from './voting.fixture.ts'

/** 27 members of equal size, so that only the number of states counts. */
const QUALIFIED = rule({
  kind: 'threshold',
  minStates: 15,
  states: '55/100',
  weight: { of: 'population', fraction: '65/100' },
  blocking: { minStates: 4 },
})

describe('a threshold of states', () => {
  const states = rule({ kind: 'threshold', states: '55/100' })

  it.each([
    [15, 'adopted'], // 15 of 27 is 55.6 %
    [14, 'rejected'],
  ])('of 55 %%: %d of 27 is %s', (yes, outcome) => {
    expect(tally(states, equal(27), votes(yes)).outcome).toBe(outcome)
  })

  it('is reached exactly: 11 of 20 is 55 %', () => {
    expect(tally(states, equal(20), votes(11)).outcome).toBe('adopted')
    expect(tally(states, equal(20), votes(10)).outcome).toBe('rejected')
  })

  it('asks for a number besides, where there is one', () => {
    const both = rule({ kind: 'threshold', states: '1/2', minStates: 4 })
    expect(tally(both, equal(6), votes(3)).outcome).toBe('rejected')
    expect(tally(both, equal(6), votes(4)).outcome).toBe('adopted')
  })

  it('counts an abstention in the whole or not at all, as the rule says', () => {
    const ignoring = rule({ kind: 'threshold', states: '2/3', abstain: 'ignored' })
    const counting = rule({ kind: 'threshold', states: '2/3' })
    expect(tally(ignoring, equal(10), { ...votes(4, 2, 4) }).outcome).toBe('adopted')
    expect(tally(counting, equal(10), votes(4, 2, 4)).outcome).toBe('rejected')
  })

  it('counts silence in the whole or not at all, as the rule says', () => {
    const ignoring = rule({ kind: 'threshold', states: '2/3', silence: 'ignored' })
    expect(tally(ignoring, equal(10), votes(2, 1)).outcome).toBe('adopted')
    expect(tally(rule({ kind: 'threshold', states: '2/3' }), equal(10), votes(2, 1)).outcome).toBe(
      'rejected',
    )
  })

  it('is never reached by nobody', () => {
    const ignoring = rule({
      kind: 'threshold',
      states: '1/2',
      silence: 'ignored',
      abstain: 'ignored',
    })
    expect(tally(ignoring, equal(5), votes(0, 0, 5)).outcome).toBe('rejected')
    expect(tally(ignoring, equal(0), votes(0)).outcome).toBe('lapsed')
  })
})

describe('a weight', () => {
  // Fifteen states with 65 of 100 people in favour, twelve with the other 35.
  const people = [...Array<number>(14).fill(4), 9, ...Array<number>(11).fill(3), 2]

  it('is reached at 65 % exactly, and not one person below', () => {
    expect(people.reduce((sum, one) => sum + one)).toBe(100)
    expect(tally(QUALIFIED, electorate(people), votes(15)).outcome).toBe('adopted')
    const moved = people.map((one, at) => (at === 14 ? 8 : at === 26 ? 3 : one))
    expect(tally(QUALIFIED, electorate(moved), votes(15)).outcome).toBe('rejected')
  })

  it('is exact where a fraction of two would round: 65 % of 300 million and 1', () => {
    const whole = 300_000_001
    const least = 195_000_001 // 65 % is 195,000,000.65
    const only = rule({ kind: 'threshold', weight: { of: 'population', fraction: '65/100' } })
    expect(tally(only, electorate([least, whole - least]), votes(1)).outcome).toBe('adopted')
    expect(tally(only, electorate([least - 1, whole - least + 1]), votes(1)).outcome).toBe(
      'rejected',
    )
  })

  it('cannot be denied by three states, however large, and can by four', () => {
    const large = [...Array<number>(23).fill(1), 100, 100, 100, 100]
    const three = tally(QUALIFIED, electorate(large), votes(24))
    expect(three.outcome).toBe('adopted')
    expect(three.tests.at(-1)?.have).toBe('123 of 423, 3 not in favour')
    expect(tally(QUALIFIED, electorate(large), votes(23)).outcome).toBe('rejected')
  })
})

describe('consensus', () => {
  const consensus = rule({ kind: 'consensus', silence: 'consents', abstain: 'ignored' })

  it('is stopped by one no, and names who stopped it', () => {
    expect(tally(consensus, equal(42), votes(42)).outcome).toBe('adopted')
    const stopped = tally(consensus, equal(42), votes(41, 1))
    expect(stopped).toMatchObject({ outcome: 'rejected', no: ['M42'], pivotal: ['M42'], binds: [] })
  })

  it('is stopped by an open reservation of substance, though its author voted yes', () => {
    const reserved = { ...votes(5), reserved: new Set(['M3']) }
    expect(tally(consensus, equal(5), reserved)).toMatchObject({
      outcome: 'rejected',
      reserved: ['M3'],
      pivotal: ['M3'],
    })
  })

  it('needs nobody to speak where silence consents', () => {
    expect(tally(consensus, equal(5), votes(1)).outcome).toBe('adopted')
  })

  it('minus two bears two objections and not three', () => {
    const minus = rule({
      kind: 'consensus-minus',
      objectors: 2,
      silence: 'consents',
      abstain: 'ignored',
    })
    expect(tally(minus, equal(19), votes(17, 2)).outcome).toBe('adopted')
    expect(tally(minus, equal(19), votes(16, 3)).outcome).toBe('rejected')
  })
})

describe('silence', () => {
  const silence = rule({ kind: 'silence', silence: 'consents', abstain: 'ignored' })

  it('adopts where nobody speaks, and is broken by one', () => {
    expect(tally(silence, equal(9), votes(0)).outcome).toBe('adopted')
    const broken = {
      choices: new Map([['M4', 'silent-break' as Choice]]),
      reserved: new Set<string>(),
    }
    expect(tally(silence, equal(9), broken)).toMatchObject({ outcome: 'rejected', pivotal: ['M4'] })
  })
})

describe('a double majority', () => {
  const double = rule({
    kind: 'double-majority',
    chambers: [
      { who: 'members', fraction: '55/100' },
      { who: 'makers', fraction: '1/2', exceeds: true },
    ],
  })

  it('needs more than half of the makers: two of four are not enough, three are', () => {
    // The makers are the first four.
    const with2 = { choices: new Map<string, Choice>(), reserved: new Set<string>() }
    for (const code of ['M1', 'M2', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10'])
      with2.choices.set(code, 'yes')
    expect(tally(double, equal(10, 4), with2).outcome).toBe('rejected')
    with2.choices.set('M3', 'yes')
    expect(tally(double, equal(10, 4), with2).outcome).toBe('adopted')
  })

  it('needs the members besides: all four makers are not enough', () => {
    expect(tally(double, equal(10, 4), votes(5)).outcome).toBe('rejected')
    expect(tally(double, equal(10, 4), votes(6)).outcome).toBe('adopted')
  })

  it('is decided by the members where nobody is known to make it', () => {
    const decided = tally(double, equal(10), votes(6))
    expect(decided.outcome).toBe('adopted')
    expect(decided.tests[1]).toMatchObject({ have: 'no member is known to make it', met: true })
  })
})

describe('a coalition', () => {
  const coalition = rule({ kind: 'coalition', minimum: 3 })

  it('binds those in favour alone, where there are enough', () => {
    expect(tally(coalition, equal(9), votes(3, 6))).toMatchObject({
      outcome: 'coalition',
      binds: ['M1', 'M2', 'M3'],
    })
    expect(tally(coalition, equal(9), votes(2, 7)).outcome).toBe('rejected')
  })

  it('is what a failed majority may fall back on, without whoever has a reservation', () => {
    const falling = rule({ kind: 'threshold', states: '4/5', otherwise: { coalition: 3 } })
    expect(tally(falling, equal(9), votes(3, 6)).outcome).toBe('coalition')
    expect(tally(falling, equal(9), { ...votes(3, 6), reserved: new Set(['M1']) }).outcome).toBe(
      'rejected',
    )
    expect(tally(falling, equal(9), votes(8, 1))).toMatchObject({ outcome: 'adopted' })
  })
})

describe('a quorum', () => {
  const half = rule({
    kind: 'threshold',
    states: '1/2',
    silence: 'ignored',
    quorum: { members: '1/2' },
  })

  it('lapses the question where too few take part, however they vote', () => {
    expect(tally(half, equal(10), votes(4)).outcome).toBe('lapsed')
    expect(tally(half, equal(10), votes(4, 1)).outcome).toBe('adopted')
  })

  it('counts an abstention where the rule does', () => {
    const without = rule({
      kind: 'threshold',
      states: '1/2',
      silence: 'ignored',
      abstain: 'ignored',
      quorum: { members: '1/2', counts: ['yes', 'no'] },
    })
    expect(tally(half, equal(10), votes(4, 0, 1)).outcome).toBe('adopted')
    expect(tally(without, equal(10), votes(4, 0, 1)).outcome).toBe('lapsed')
  })
})

describe('an urgent rule', () => {
  it('adopts for a time, and binds all', () => {
    const urgent = rule({
      kind: 'threshold',
      states: '2/3',
      provisional: { days: 180, ratifyBy: 'other' },
    })
    expect(tally(urgent, equal(3), votes(2, 1))).toMatchObject({
      outcome: 'provisional',
      binds: ['M1', 'M2', 'M3'],
    })
  })
})

describe('any tally', () => {
  const rules = [
    QUALIFIED,
    rule({ kind: 'consensus', silence: 'consents' }),
    rule({ kind: 'consensus-minus', objectors: 2 }),
    rule({ kind: 'silence', silence: 'consents' }),
    rule({ kind: 'threshold', states: '2/3', abstain: 'ignored', silence: 'ignored' }),
    rule({ kind: 'coalition', minimum: 4 }),
    rule({
      kind: 'double-majority',
      chambers: [
        { who: 'members', fraction: '1/2' },
        { who: 'makers', fraction: '1/2' },
      ],
    }),
  ]
  const cast = fc.array(fc.constantFrom(...CHOICES, undefined), { minLength: 5, maxLength: 20 })
  const positions = (said: readonly (Choice | undefined)[]) => ({
    choices: new Map(
      said.flatMap((choice, at) => (choice === undefined ? [] : [[`M${at + 1}`, choice] as const])),
    ),
    reserved: new Set<string>(),
  })
  const rank = { lapsed: 0, rejected: 0, coalition: 1, provisional: 1, adopted: 2 }

  it('does not fall when one member turns to yes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), cast, fc.nat(), (one, said, at) => {
        const who = equal(said.length, 3)
        const better = said.with(at % said.length, 'yes')
        const before = tally(one, who, positions(said))
        const after = tally(one, who, positions(better))
        expect(rank[after.outcome]).toBeGreaterThanOrEqual(rank[before.outcome])
      }),
    )
  })

  it('is the same whatever the order of voters and of ballots', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), cast, (one, said) => {
        const who = equal(said.length, 3)
        const { choices, reserved } = positions(said)
        const turned = {
          choices: new Map([...choices].toReversed()),
          reserved,
        }
        const voters = { ...who, voters: who.voters.toReversed() }
        expect(tally(one, voters, turned)).toEqual(tally(one, who, positions(said)))
      }),
    )
  })
})

import type { Game, Player } from './power-game.ts'
import { coalitionsOf, type HalfTable } from './power-table.ts'

/** How much each member can move under a rule, before anything is known of who wants what. */
export interface Power {
  readonly code: string
  /** Coalitions of the others that it turns from losing to winning. */
  readonly swings: bigint
  /** Its part of all swings (Banzhaf, normalised). */
  readonly banzhaf: number
  /** Part of all orders of joining in which it is the one that turns the outcome (Shapley and Shubik). */
  readonly shapleyShubik: number
  /** Without it nothing is decided. */
  readonly veto: boolean
}

export interface PowerTable {
  readonly members: readonly Power[]
  /** Part of all coalitions that win: how easily the rule decides. */
  readonly decisiveness: number
}

/**
 * Exact indices. Coalitions of one half of the members are counted by what a rule sees of them (size,
 * marks, weight), those of the other half likewise, and the two tables are matched; members alike are
 * counted once. Whole numbers throughout: nothing is sampled and nothing rounded before the last division.
 */
export function powerOf(game: Game): PowerTable {
  const { players } = game
  const byLook = new Map<string, readonly bigint[]>()
  const swingsOf = (player: Player): readonly bigint[] => {
    const look = `${player.marks.join(',')}|${player.weight}`
    const known = byLook.get(look)
    if (known !== undefined) return known
    const found = swingsBySize(game, player)
    byLook.set(look, found)
    return found
  }
  const swings = players.map((player) => swingsOf(player))
  const sums = swings.map((bySize) => bySize.reduce((sum, one) => sum + one, 0n))
  const all = sums.reduce((sum, one) => sum + one, 0n)
  const everyone = sumOf(players)
  return {
    members: players.map((player, at) => ({
      code: player.code,
      swings: sums[at] ?? 0n,
      banzhaf: ratio(sums[at] ?? 0n, all),
      shapleyShubik: shapley(swings[at] ?? [], players.length),
      veto: !wins(game, less(everyone, player)),
    })),
    decisiveness: ratio(winning(game), 1n << BigInt(players.length)),
  }
}

interface Sum {
  readonly marks: readonly number[]
  readonly weight: number
}

function wins(game: Game, { marks, weight }: Sum): boolean {
  return weight >= game.leastWeight(marks)
}

function sumOf(players: readonly Player[]): Sum {
  const [first] = players
  const marks = (first?.marks ?? []).map((_, at) =>
    players.reduce((sum, one) => sum + (one.marks[at] ?? 0), 0),
  )
  return { marks, weight: players.reduce((sum, { weight }) => sum + weight, 0) }
}

function less(sum: Sum, player: Player): Sum {
  return {
    marks: sum.marks.map((one, at) => one - (player.marks[at] ?? 0)),
    weight: sum.weight - player.weight,
  }
}

/** Coalitions of the others that the player turns, by their size. */
function swingsBySize(game: Game, player: Player): readonly bigint[] {
  const others = game.players.filter((one) => one !== player)
  const found = Array<bigint>(others.length + 1).fill(0n)
  forEachPair(others, (marks, size, countAtLeast) => {
    const withIt = marks.map((one, at) => one + (player.marks[at] ?? 0))
    const turned =
      countAtLeast(game.leastWeight(withIt) - player.weight) - countAtLeast(game.leastWeight(marks))
    found[size] = (found[size] ?? 0n) + turned
  })
  return found
}

function winning(game: Game): bigint {
  let all = 0n
  forEachPair(game.players, (marks, _size, countAtLeast) => {
    all += countAtLeast(game.leastWeight(marks))
  })
  return all
}

/** Every pair of looks of the two halves, with how many coalitions of that look weigh at least so much. */
function forEachPair(
  players: readonly Player[],
  visit: (marks: readonly number[], size: number, countAtLeast: (weight: number) => bigint) => void,
): void {
  const middle = Math.floor(players.length / 2)
  const one = coalitionsOf(players.slice(0, middle))
  const other = coalitionsOf(players.slice(middle))
  for (const a of one)
    for (const b of other) {
      const marks =
        a.marks.length === 0 ? b.marks : a.marks.map((mark, at) => mark + (b.marks[at] ?? 0))
      visit(marks, a.size + b.size, (weight) => pairsAtLeast(a, b, weight))
    }
}

/** Pairs of a coalition of each half that weigh so much together: one list up, the other down. */
function pairsAtLeast(a: HalfTable, b: HalfTable, weight: number): bigint {
  if (weight === Infinity) return 0n
  let pairs = 0n
  let at = b.weights.length
  for (const [index, own] of a.weights.entries()) {
    while (at > 0 && own + (b.weights[at - 1] ?? 0) >= weight) at -= 1
    const above = (b.upTo.at(-1) ?? 0n) - (at === 0 ? 0n : (b.upTo[at - 1] ?? 0n))
    pairs += (a.counts[index] ?? 0n) * above
  }
  return pairs
}

function shapley(swings: readonly bigint[], players: number): number {
  const factorial = [1n]
  for (let one = 1; one <= players; one += 1)
    factorial.push((factorial[one - 1] ?? 1n) * BigInt(one))
  const part = swings.reduce(
    (sum, count, size) =>
      sum + count * (factorial[size] ?? 0n) * (factorial[players - size - 1] ?? 0n),
    0n,
  )
  return ratio(part, factorial[players] ?? 1n)
}

/** The one division, and the one rounding. */
function ratio(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number(part) / Number(whole)
}

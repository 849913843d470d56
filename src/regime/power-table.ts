import type { Player } from './power-game.ts'

/** Coalitions of one size and one sum of marks: how many there are of each weight, lightest first. */
export interface HalfTable {
  readonly size: number
  readonly marks: readonly number[]
  readonly weights: readonly number[]
  readonly counts: readonly bigint[]
  /** Running sums of the counts. */
  readonly upTo: readonly bigint[]
}

interface Growing {
  readonly size: number
  readonly marks: readonly number[]
  readonly byWeight: Map<number, bigint>
}

/** All coalitions of some players, counted by what a rule sees of them: a generating function, term by term. */
export function coalitionsOf(players: readonly Player[]): readonly HalfTable[] {
  const nobody: Growing = {
    size: 0,
    marks: players[0]?.marks.map(() => 0) ?? [],
    byWeight: new Map([[0, 1n]]),
  }
  let tables = new Map([[keyOf(nobody), nobody]])
  for (const player of players) {
    const next = new Map([...tables].map(([key, one]) => [key, copyOf(one)]))
    for (const one of tables.values()) addWith(next, one, player)
    tables = next
  }
  return [...tables.values()].map(sorted)
}

function addWith(tables: Map<string, Growing>, without: Growing, player: Player): void {
  const size = without.size + 1
  const marks = without.marks.map((one, at) => one + (player.marks[at] ?? 0))
  const key = keyOf({ size, marks })
  const grown = tables.get(key) ?? { size, marks, byWeight: new Map<number, bigint>() }
  tables.set(key, grown)
  for (const [weight, count] of without.byWeight) {
    const heavier = weight + player.weight
    grown.byWeight.set(heavier, (grown.byWeight.get(heavier) ?? 0n) + count)
  }
}

function copyOf(one: Growing): Growing {
  return { ...one, byWeight: new Map(one.byWeight) }
}

function keyOf({ size, marks }: Pick<Growing, 'size' | 'marks'>): string {
  return `${size}|${marks.join(',')}`
}

function sorted({ size, marks, byWeight }: Growing): HalfTable {
  const rows = [...byWeight].toSorted(([a], [b]) => a - b)
  let sum = 0n
  return {
    size,
    marks,
    weights: rows.map(([weight]) => weight),
    counts: rows.map(([, count]) => count),
    upTo: rows.map(([, count]) => {
      sum += count
      return sum
    }),
  }
}

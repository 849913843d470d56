/** Figures of a benchmark, by name. */
export type Figures = Readonly<Record<string, number | string>>

/** A benchmark tells how it goes in lines, and gives its figures at the end. */
export type Benchmark = (tell: (line: string) => void) => Promise<Figures>

/** Runs rounds until the fastest stands still for three, and gives its milliseconds. */
export function fastest(round: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let still = 0; still < 3; still += 1) {
    const from = performance.now()
    round()
    const taken = performance.now() - from
    if (taken < best * 0.98) still = 0
    best = Math.min(best, taken)
  }
  return best
}

export function round(value: number, digits = 3): number {
  return Number(value.toPrecision(digits))
}

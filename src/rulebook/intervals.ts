import type { Interval } from '../kernel/index.ts'

/** Whether two intervals share a day. */
export function overlap(one: Interval, other: Interval): boolean {
  return !endsBefore(one, other) && !endsBefore(other, one)
}

function endsBefore(one: Interval, other: Interval): boolean {
  return one.to !== undefined && other.from !== undefined && one.to < other.from
}

export function printInterval({ from, to }: Interval): string {
  return `${from ?? 'always'} to ${to ?? 'open'}`
}

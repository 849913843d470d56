import type { Interval } from '../kernel/index.ts'

/** Whether two intervals share a day. */
export function overlap(one: Interval, other: Interval): boolean {
  return !endsBefore(one, other) && !endsBefore(other, one)
}

function endsBefore(one: Interval, other: Interval): boolean {
  return one.to !== undefined && other.from !== undefined && one.to < other.from
}

/** Whether every day of the inner interval is one of the outer. */
export function isWithin(inner: Interval, outer: Interval): boolean {
  if (outer.from !== undefined && (inner.from === undefined || inner.from < outer.from))
    return false
  return outer.to === undefined || (inner.to !== undefined && inner.to <= outer.to)
}

export function printInterval({ from, to }: Interval): string {
  return `${from ?? 'always'} to ${to ?? 'open'}`
}

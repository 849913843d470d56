/** RFC 3339 times in UTC, compared as instants: a fraction of a second is written in more than one way. */
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

export function instantOf(time: string): number {
  return Date.parse(time)
}

/** Whether one time is the other or later. */
export function notBefore(one: string, other: string): boolean {
  return instantOf(one) >= instantOf(other)
}

export function laterOf(one: string, other: string): string {
  return notBefore(one, other) ? one : other
}

export function plusDays(time: string, days: number): string {
  return printed(instantOf(time) + days * DAY_MS)
}

export function plusHours(time: string, hours: number): string {
  return printed(instantOf(time) + hours * HOUR_MS)
}

function printed(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}

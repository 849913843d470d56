/** How two days of birth stand to each other, what speaks most for one person first. */
const BIRTHS = {
  sameBirthDay: 'born on the same day',
  birthDaySwapped: 'born on the same day, if day and month are swapped',
  sameBirthYear: 'born in the same year',
  otherBirthDay: 'born in the same year, on another day',
  birthYearSlipped: 'born on the same day of another year nearby',
  birthYearNear: 'born a year apart',
  otherBirthYear: 'born in another year',
  otherBirthDate: 'born on another day of another year',
  birthYearMistyped: 'born in a year that differs in one figure',
  farBirthYear: 'born many years apart',
  otherGeneration: 'born a generation apart',
} as const

export type BirthRelation = keyof typeof BIRTHS
const ORDER = Object.keys(BIRTHS) as readonly BirthRelation[]

export interface BirthFinding {
  readonly relation: BirthRelation
  readonly words: string
}

/** The best of all pairs of days; several are given where the publisher is not sure. */
export function compareBirths(
  asked: readonly string[],
  listed: readonly string[],
): BirthFinding | undefined {
  let best = ORDER.length
  for (const left of asked) {
    if (!hasYear(left)) continue
    for (const right of listed) {
      if (hasYear(right)) best = Math.min(best, ORDER.indexOf(relationOf(left, right)))
    }
  }
  const relation = ORDER[best]
  if (relation === undefined) return undefined
  return {
    relation,
    words: `${BIRTHS[relation]} (${listed.filter(hasYear).slice(0, 3).join(', ')})`,
  }
}

function hasYear(date: string): boolean {
  return /^\d{4}/.test(date)
}

/** Told to the day; many a first of January stands for a year of which no more is known. */
function isDay(date: string): boolean {
  return date.length >= 10 && !date.endsWith('-01-01')
}

/** One figure of the year is another, and nothing else speaks against. */
function isMistyped(left: string, right: string): boolean {
  let differ = 0
  for (let at = 0; at < 4; at += 1) if (left[at] !== right[at]) differ += 1
  if (differ !== 1) return false
  return left.slice(4) === right.slice(4)
}

function relationOf(left: string, right: string): BirthRelation {
  const apart = Math.abs(Number(left.slice(0, 4)) - Number(right.slice(0, 4)))
  if (apart > 5 && isMistyped(left, right)) return 'birthYearMistyped'
  if (apart > 12) return 'otherGeneration'
  if (apart > 5) return 'farBirthYear'
  if (apart > 0 && isDay(left) && isDay(right)) {
    return left.slice(4) === right.slice(4) ? 'birthYearSlipped' : 'otherBirthDate'
  }
  if (apart > 1) return 'otherBirthYear'
  if (apart === 1) return 'birthYearNear'
  if (left.length < 10 || right.length < 10) return 'sameBirthYear'
  if (left === right) return 'sameBirthDay'
  const swapped = `${right.slice(0, 4)}-${right.slice(8, 10)}-${right.slice(5, 7)}`
  return left === swapped ? 'birthDaySwapped' : 'otherBirthDay'
}

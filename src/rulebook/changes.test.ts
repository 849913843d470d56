import { describe, expect, test } from 'vitest'
import { daysAfter, type LegalDate } from '../kernel/index.ts'
import { changesBetween } from './changes.ts'
import { diffDays } from './diff.ts'
import { projectLaw } from './project-law.fixture.ts'

const rulebook = projectLaw()
const [SINCE, UNTIL] = ['2024-08-25', '2024-12-15'] as LegalDate[] as [LegalDate, LegalDate]

describe('the changes between two days', () => {
  const changes = changesBetween(rulebook, SINCE, UNTIL)

  test('are all that differ, each under its day, and in order', () => {
    const days = [...new Set(changes.map(({ on }) => on))]
    expect(days).toEqual(days.toSorted())
    const byDay: LegalDate[] = []
    for (let day = daysAfter(SINCE, 1); day <= UNTIL; day = daysAfter(day, 1)) {
      if (diffDays(rulebook, daysAfter(day, -1), day).some(isOfLaw)) byDay.push(day)
    }
    expect(days.filter((day) => changes.some((one) => one.on === day && isOfLaw(one)))).toEqual(
      byDay,
    )
    expect(days.length).toBeGreaterThan(3)
  })

  test('hold the amendment by which the Netherlands took in immersion scanners', () => {
    expect(changes).toContainEqual(
      expect.objectContaining({ on: '2024-09-07', id: 'NL:3B001.f.4', change: 'changed' }),
    )
  })

  test('follow upon each other without a gap or a repetition', () => {
    const middle = '2024-10-15' as LegalDate
    const [first, second] = [
      changesBetween(rulebook, SINCE, middle),
      changesBetween(rulebook, middle, UNTIL),
    ]
    expect([...first, ...second]).toEqual(changes)
    expect(changesBetween(rulebook, UNTIL, SINCE)).toEqual([])
  })
})

/** Not merely known from that day on. */
function isOfLaw({ fields, change }: ReturnType<typeof diffDays>[number]): boolean {
  if (change !== 'changed') return true
  return fields.some(
    ({ before, after }) => ![before, after].some((x) => x === 'not-covered' || x === 'not known'),
  )
}

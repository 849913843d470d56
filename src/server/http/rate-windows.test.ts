import { afterEach, expect, it, vi } from 'vitest'
import { RateWindows } from './rate-windows.ts'

const MINUTE = 60_000

afterEach(() => vi.useRealTimers())

function counting(windows: RateWindows): (asker: string) => { current: number; ttl: number } {
  return (asker) => {
    const told: { current: number; ttl: number }[] = []
    windows.incr(asker, (_, result) => result !== undefined && told.push(result), MINUTE)
    return told[0] ?? { current: 0, ttl: 0 }
  }
}

it('counts each asker alone, and anew after a window', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const count = counting(new RateWindows())
  expect([count('a'), count('a'), count('b')].map(({ current }) => current)).toEqual([1, 2, 1])
  vi.advanceTimersByTime(MINUTE - 1)
  expect(count('a')).toEqual({ current: 3, ttl: 1 })
  vi.advanceTimersByTime(1)
  expect(count('a')).toEqual({ current: 1, ttl: MINUTE })
})

it('lets in after a minute whatever the clock of the wall is set to', () => {
  vi.useFakeTimers({ toFake: ['performance', 'Date'] })
  const count = counting(new RateWindows())
  count('a')
  vi.setSystemTime(Date.now() - 3 * 86_400_000)
  vi.advanceTimersByTime(MINUTE)
  expect(count('a').current).toBe(1)
})

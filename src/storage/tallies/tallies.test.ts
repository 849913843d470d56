import { expect, it } from 'vitest'
import { contentOf, describeOnEach, emptyStore } from '../databases.fixture.ts'
import type { Tallies } from './tallies.ts'

const DAY = 86_400_000

/** Counts one more, and gives how many they are now. */
function oneMore(tallies: Tallies, ...keys: readonly string[]): Promise<readonly number[]> {
  return tallies.change(keys, (before, now) => {
    const counts = keys.map((key) => (before.get(key)?.count ?? 0) + 1)
    const put = new Map(keys.map((key, at) => [key, { count: counts[at] ?? 0, last: now }]))
    return { value: counts, put }
  })
}

describeOnEach('tallies', (database) => {
  it('miss none of many who count at once, whichever keys they name first', async () => {
    const { tallies } = await emptyStore(database())
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        at % 2 === 0 ? oneMore(tallies, 'a', 'b') : oneMore(tallies, 'b', 'a'),
      ),
    )
    expect(await oneMore(tallies, 'b', 'c', 'a')).toEqual([21, 1, 21])
  })

  it('are shared by all who have the database open, and say by its clock when they were last', async () => {
    const [one, other] = [await emptyStore(database()), await emptyStore(database())]
    await oneMore(one.tallies, 'a')
    const [last, now] = await other.tallies.change(['a'], (before, at) => ({
      value: [before.get('a')?.last ?? 0, at] as const,
      put: new Map(),
    }))
    expect(last).toBeGreaterThan(0)
    expect(last).toBeLessThanOrEqual(now)
  })

  it('are forgotten where that is asked, and a day after anybody counted', async () => {
    const { tallies } = await emptyStore(database())
    const old = { count: 7, last: Date.now() - 2 * DAY }
    await tallies.change(['old', 'kept'], () => ({
      value: null,
      put: new Map([
        ['old', old],
        ['kept', { ...old, last: Date.now() }],
      ]),
    }))
    await oneMore(tallies, 'other')
    expect(await contentOf(database(), 'navicert.tallies')).not.toContain('"old"')
    await tallies.change(['kept'], () => ({ value: null, put: new Map([['kept', undefined]]) }))
    expect(await oneMore(tallies, 'kept', 'other')).toEqual([1, 2])
  })

  it('change nothing where the change fails', async () => {
    const { tallies } = await emptyStore(database())
    await oneMore(tallies, 'a')
    const failing = tallies.change(['a'], () => {
      throw new Error('not now')
    })
    await expect(failing).rejects.toThrow('not now')
    expect(await oneMore(tallies, 'a')).toEqual([2])
  })
})

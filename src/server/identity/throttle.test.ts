import { beforeEach, expect, test } from 'vitest'
import { memoryTallies } from '../../desk/people/memory-store.fixture.ts'
import { masterKeyOf, type Tallies } from '../../storage/index.ts'
import type { Refusal } from '../http/refusal.ts'
import { SignInThrottle } from './throttle.ts'

const KEY = masterKeyOf(Buffer.alloc(32, 7).toString('base64'))
const HERE = '192.0.2.1'

let clock: number
let tallies: Tallies
let seen: string[]
/** Two processes on one store. */
let both: readonly [SignInThrottle, SignInThrottle]
beforeEach(() => {
  clock = Date.parse('2026-06-02T12:00:00Z')
  const kept = memoryTallies(() => new Date(clock))
  seen = []
  tallies = {
    change: (keys, change) => {
      seen.push(...keys)
      return kept.change(keys, change)
    },
  }
  both = [new SignInThrottle(tallies, KEY), new SignInThrottle(tallies, KEY)]
})

async function waitFor(throttle: SignInThrottle, name: string, address = HERE): Promise<number> {
  try {
    await throttle.begin(name, address)
    return 0
  } catch (error) {
    return Number((error as Refusal).headers?.['retry-after'])
  }
}

test('who guesses at one process after the other waits as at one', async () => {
  const [one, other] = both
  for (const throttle of [one, other, one, other, one])
    expect(await waitFor(throttle, 'ada')).toBe(0)
  expect([await waitFor(one, 'ada'), await waitFor(other, 'ada')]).toEqual([1, 1])
  clock += 1_000
  expect([await waitFor(other, 'ada'), await waitFor(one, 'ada')]).toEqual([0, 2])
})

test('many names from one address wait together, wherever they are tried', async () => {
  for (let at = 0; at < 30; at += 1) {
    const throttle = both[at % 2 === 0 ? 0 : 1]
    expect(await waitFor(throttle, `name ${at}`)).toBe(0)
  }
  expect(await waitFor(both[0], 'another')).toBe(1)
  expect(await waitFor(both[1], 'another', '192.0.2.2')).toBe(0)
})

test('who signs in has failed no more, and neither has the address for their sake', async () => {
  for (let at = 0; at < 40; at += 1) {
    const attempt = await both[0].begin('ada', HERE)
    await attempt.succeeded()
  }
  for (let at = 0; at < 4; at += 1) await both[1].begin('ada', HERE)
  await (await both[0].begin('ada', HERE)).succeeded()
  expect(await waitFor(both[1], 'ada')).toBe(0)
})

test('a clock that is set back makes nobody wait for it', async () => {
  for (let at = 0; at < 5; at += 1) await both[0].begin('ada', HERE)
  clock -= 3 * 86_400_000
  expect(await waitFor(both[1], 'ada')).toBe(1)
})

test('nothing that was typed can be read or guessed from what is kept', async () => {
  await both[0].begin('a password typed as a name', HERE)
  const other = new SignInThrottle(tallies, masterKeyOf(Buffer.alloc(32, 8).toString('base64')))
  await other.begin('a password typed as a name', HERE)
  expect(seen.join(' ')).not.toMatch(/password|192/)
  expect(new Set(seen).size).toBe(4)
})

import { describe, expect, it } from 'vitest'
import { World } from './simulator.fixture.ts'

/** `NAVICERT_SCHEDULES=1000` runs as many; by default as many as cost some seconds. */
const SCHEDULES = Number(process.env.NAVICERT_SCHEDULES ?? 6)
const FIRST = Number(process.env.NAVICERT_SEED ?? 1)
const STEPS = 60

/** Runs one schedule and holds what came of it against what every schedule must come to. */
async function expectHealed(seed: number): Promise<ReadonlySet<string>> {
  const { digests, faults, done, forker, isSettled } = await new World(seed).run(STEPS)
  expect(new Set(digests.values()).size, `digests of seed ${seed}`).toBe(1)
  const named = [...faults.values()]
  const alike = new Set(named.map((one) => JSON.stringify(one)))
  expect(alike.size, `faults of seed ${seed}`).toBe(1)
  const kinds = named[0]?.map(({ kind }) => kind) ?? []
  const forked = named[0]?.filter(({ kind }) => kind === 'forked').map(({ member }) => member)
  expect(forked, `seed ${seed}`).toEqual(done.has('fork') && !isSettled ? [forker] : [])
  if (done.has('key taken back')) expect(kinds, `seed ${seed}`).toContain('key-compromised')
  return done
}

describe('members that write, witness and pull while machines and network fail', () => {
  it(
    'hold the same after healing, and name the same faults',
    async () => {
      const done = new Set<string>()
      for (let seed = FIRST; seed < FIRST + SCHEDULES; seed += 1) {
        for (const what of await expectHealed(seed)) done.add(what)
      }
      if (SCHEDULES >= 100) {
        expect([...done].sort()).toEqual([
          'back-dated',
          'fork',
          'key taken back',
          'power cut',
          'rolled back',
        ])
      }
    },
    60_000 + SCHEDULES * 20_000,
  )

  it('name no honest member whose disk was put back while a forking one hid what it had lost', async () => {
    expect([...(await expectHealed(594))]).toContain('rolled back')
  })
})

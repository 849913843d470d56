import { describe, expect, it } from 'vitest'
import { World } from './simulator.fixture.ts'

/** `NAVICERT_SCHEDULES=1000` runs as many; by default as many as cost some seconds. */
const SCHEDULES = Number(process.env.NAVICERT_SCHEDULES ?? 6)
const FIRST = Number(process.env.NAVICERT_SEED ?? 1)
const STEPS = 60

describe('members that write, witness and pull while machines and network fail', () => {
  it(
    'hold the same after healing, and name the same faults',
    async () => {
      const done = new Set<string>()
      for (let seed = FIRST; seed < FIRST + SCHEDULES; seed += 1) {
        const outcome = await new World(seed).run(STEPS)
        for (const what of outcome.done) done.add(what)
        expect(new Set(outcome.digests.values()).size, `digests of seed ${seed}`).toBe(1)
        const named = [...outcome.faults.values()]
        expect(
          new Set(named.map((faults) => JSON.stringify(faults))).size,
          `faults of seed ${seed}`,
        ).toBe(1)
        const kinds = named[0]?.map(({ kind }) => kind) ?? []
        if (outcome.done.has('fork') && !outcome.isSettled)
          expect(kinds, `seed ${seed}`).toContain('forked')
        else expect(kinds, `seed ${seed}`).not.toContain('forked')
        if (outcome.done.has('key taken back'))
          expect(kinds, `seed ${seed}`).toContain('key-compromised')
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
})

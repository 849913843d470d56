import fc from 'fast-check'
import { expect, it } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { FiledParties } from '../filed-parties.ts'
import { retireParty } from './file-party.ts'
import type { MonitoringPorts } from './model.ts'
import { listed, Monitored, ON, PORTS } from './monitoring.fixture.ts'

const name = fc.constantFrom(
  'halcyon lattice',
  'halcyon lattice zephyr',
  'lattice halcyon',
  'nimbus quillmere',
  'nimbus quilmere',
)
const row = fc
  .record({
    id: fc.constantFrom('1', '2', '3', '4', '5'),
    name,
    countries: fc.constantFrom([], ['CN'], ['RU']),
    list: fc.constantFrom('test-list', 'second-list'),
  })
  .map(({ name: text, ...more }) => listed(text, more))
const rows = fc.array(row, { minLength: 1, maxLength: 7 })
const query = fc.record({ name, country: fc.constantFrom('CN', 'RU') })
const party = fc.constantFrom('A', 'B', 'C')

const step = fc.oneof(
  fc.record({ kind: fc.constant('list' as const), rows }),
  fc.record({ kind: fc.constant('file' as const), party, query }),
  fc.record({ kind: fc.constant('retire' as const), party }),
  fc.record({ kind: fc.constant('run' as const) }),
  fc.record({ kind: fc.constant('clear' as const), at: fc.nat() }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** As a run with the parties indexed does it. */
const INDEXED: MonitoringPorts = {
  ...PORTS,
  nearOf: (parties, fresh) => {
    const near = new FiledParties(parties.map((one) => one.query)).near(fresh)
    return parties.filter((_, at) => near.has(at))
  },
}

function take(monitored: Monitored, step: Step, whole: boolean): void {
  if (step.kind === 'list') monitored.list(...step.rows)
  if (step.kind === 'file') monitored.file(step.party, step.query)
  if (step.kind === 'run') monitored.run({ whole, ports: whole ? PORTS : INDEXED })
  if (step.kind === 'retire') {
    const events = retireParty(monitored.state, step.party, ON)
    if (events.ok) monitored.events.push(...unwrap(events))
  }
  if (step.kind === 'clear') {
    const present = monitored.present()
    const hit = present[step.at % Math.max(1, present.length)]
    const events = hit === undefined ? undefined : monitored.tryDecide({ hit: hit.hit })
    if (events?.ok === true) monitored.events.push(...events.value)
  }
}

it('screening what changed leaves the hits and decisions that screening everything would', () => {
  let hits = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 12, maxLength: 24 }), (steps) => {
      const [incremental, full] = [new Monitored(), new Monitored()]
      for (const one of [...steps, { kind: 'run' as const }]) {
        take(incremental, one, false)
        take(full, one, true)
        hits += incremental.present().length
      }
      const sorted = (monitored: Monitored) =>
        monitored.present().toSorted((a, b) => (a.hit < b.hit ? -1 : 1))
      expect(sorted(incremental)).toEqual(sorted(full))
      expect([...incremental.state.parties]).toEqual([...full.state.parties])
    }),
    { numRuns: 150 },
  )
  expect(hits).toBeGreaterThan(500)
})

it('no decision ever stands on other contents than it was made on', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 12, maxLength: 24 }), (steps) => {
      const monitored = new Monitored()
      for (const one of steps) take(monitored, one, false)
      for (const { decision, partyContent, rowContent, party: id } of monitored.present()) {
        if (decision === undefined) continue
        expect(decision).toMatchObject({ partyContent, rowContent })
        expect(monitored.state.parties.get(id)?.content).toBe(decision.partyContent)
      }
    }),
    { numRuns: 100 },
  )
})

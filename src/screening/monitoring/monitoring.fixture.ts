import { digestOf, type LegalDate, unwrap } from '../../kernel/index.ts'
import type { ListedParty, PartyQuery } from '../model.ts'
import { createScreener } from '../screener.ts'
import { day, listed, snapshot, TEST_POLICY } from '../snapshots.fixture.ts'
import { type DecideHit, decideHit } from './decide-hit.ts'
import { fileParty } from './file-party.ts'
import { keyed, type ListedRows } from './listed-rows.ts'
import type { MonitoredHit, MonitoringEvent, MonitoringPorts, MonitoringState } from './model.ts'
import { projectMonitoring } from './project.ts'
import { type Rescreening, rescreen } from './rescreen.ts'

export const ON: LegalDate = day('2026-06-03')

/** The screener itself; capitals, spaces and the row's number are no content. */
export const PORTS: MonitoringPorts = {
  screenerOf: (rows) => createScreener([snapshot(rows)], { asOf: ON, policy: TEST_POLICY }),
  contentOf: ({ id: _, ...row }) =>
    digestOf({ ...row, name: row.name.toLowerCase().replaceAll(/[^\p{L}]+/gu, ' ') }),
}

/** Monitoring as a composition root runs it: commands in, events kept, state projected anew. */
export class Monitored {
  readonly events: MonitoringEvent[] = []
  rows: ListedRows = keyed([])
  last: Rescreening | undefined
  #before: ListedRows | undefined

  get state(): MonitoringState {
    return projectMonitoring(this.events)
  }

  file(party: string, query: PartyQuery | string): this {
    const asked = typeof query === 'string' ? { name: query } : query
    this.events.push(...unwrap(fileParty(this.state, { party, query: asked, on: ON })))
    return this
  }

  list(...rows: readonly (ListedParty | string)[]): this {
    this.rows = keyed(rows.map((row) => (typeof row === 'string' ? listed(row) : row)))
    return this
  }

  run({ engine = '1', whole = false, ports = PORTS } = {}): this {
    const baseline = { asOf: ON, engine, snapshots: [] }
    const before = whole || this.#before === undefined ? {} : { before: this.#before }
    this.last = rescreen(this.state, { on: ON, baseline, rows: this.rows, ...before }, ports)
    this.events.push(...this.last.events)
    this.#before = this.rows
    return this
  }

  decide(command: Partial<DecideHit> = {}): this {
    this.events.push(...unwrap(this.tryDecide(command)))
    return this
  }

  tryDecide(command: Partial<DecideHit> = {}): ReturnType<typeof decideHit> {
    const { hit = this.hit().hit } = command
    return decideHit(this.state, {
      hit,
      outcome: 'clear',
      reason: 'Another company: founded in 1950',
      by: 'Ada',
      on: ON,
      ...command,
    })
  }

  present(): readonly MonitoredHit[] {
    return [...this.state.hits.values()].filter(({ isPresent }) => isPresent)
  }

  /** The only hit there is. */
  hit(): MonitoredHit {
    const [hit, ...more] = this.present()
    if (hit === undefined || more.length > 0) throw new Error(`${more.length} hits more than one`)
    return hit
  }
}

export { listed }

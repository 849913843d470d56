import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Verdict } from '../determination/index.ts'
import type { ListStatus } from '../lists/index.ts'

/** What is counted, under names of Prometheus. No label holds what a user sent. */
export interface Metrics {
  determined(verdict: Verdict): void
  screened(state: string): void
  /** The text of a scrape. */
  text(lists: readonly ListStatus[]): Promise<string>
  watch(app: FastifyInstance): void
}

/** Seconds; the overhead of the server is to be under a millisecond. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMetrics(edition: {
  readonly edition: string
  readonly digest: string
}): Metrics {
  const registers = [new Registry()]
  const [registry = new Registry()] = registers
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'navicert_http_request_duration_seconds',
    help: 'Requests by route and status, and how long they took.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  })
  const verdicts = new Counter({
    name: 'navicert_determinations_total',
    help: 'Transactions answered, by verdict.',
    labelNames: ['verdict'],
    registers,
  })
  const screenings = new Counter({
    name: 'navicert_screenings_total',
    help: 'Parties screened, by outcome.',
    labelNames: ['state'],
    registers,
  })
  const ages = new Gauge({
    name: 'navicert_list_age_days',
    help: 'Days since the newest copy of a list was published.',
    labelNames: ['source', 'state'],
    registers,
  })
  new Gauge({
    name: 'navicert_rulebook_info',
    help: 'The edition of the law in use.',
    labelNames: ['edition', 'digest'],
    registers,
  }).set({ ...edition }, 1)
  return {
    determined: (verdict) => verdicts.inc({ verdict }),
    screened: (state) => screenings.inc({ state }),
    text(lists) {
      ages.reset()
      for (const { source, state, ageDays } of lists) {
        if (ageDays !== undefined) ages.set({ source, state }, ageDays)
      }
      return registry.metrics()
    },
    watch(app) {
      app.addHook('onResponse', async (request, reply) => {
        const labels = {
          method: request.method,
          route: request.routeOptions.url ?? 'none',
          status: reply.statusCode,
        }
        requests.observe(labels, reply.elapsedTime / 1000)
      })
    },
  }
}

import { canonicalJson, digestOf, fail, ok, type Result } from '../../kernel/index.ts'
import type {
  Append,
  Json,
  RecordedEvent,
  Sealed,
  Store,
  Tallies,
  Tally,
  Unsealed,
  Work,
} from '../../storage/index.ts'
import type { AuditBook } from './audit-book.ts'
import type { PeopleStore } from './directory.ts'
import type { SessionStore } from './session-book.ts'

type MemoryStore = PeopleStore &
  SessionStore &
  ConstructorParameters<typeof AuditBook>[0] & { readonly tallies: Tallies }

/**
 * For tests that are about something else: a store that opens at once. The tests of this folder run on
 * real ones. It searches nothing.
 */
export function memoryStore(now: () => Date): MemoryStore & { readonly events: RecordedEvent[] } {
  const events: RecordedEvent[] = []
  const destroyed = new Set<string>()
  const append = async (wanted: Append): Promise<Result<readonly RecordedEvent[]>> => {
    const { stream, expectedVersion, actor } = wanted
    const before = events.filter((event) => event.stream === stream)
    if (before.length !== expectedVersion) return fail({ code: 'store.conflict', detail: stream })
    const added = wanted.events.map(({ type, body }, index) => {
      const [position, version] = [events.length + index + 1, before.length + index + 1]
      const at = now().toISOString()
      const kept = JSON.parse(canonicalJson(body)) as Json
      const digest = digestOf([stream, version])
      return { position, stream, version, type, at, actor, body: kept, previous: null, digest }
    })
    events.push(...added)
    return ok(added)
  }
  const reading = {
    kind: 'pglite' as const,
    readStream: async (stream: string, { from = 1 } = {}) =>
      events.filter((event) => event.stream === stream && event.version >= from),
    lastPosition: async () => events.length,
    unseal: async ({ subject, sealed }: Sealed): Promise<Unsealed> =>
      destroyed.has(subject)
        ? { kind: 'destroyed', at: '' }
        : { kind: 'open', value: JSON.parse(Buffer.from(sealed, 'base64').toString()) as Json },
  }
  const work = {
    ...reading,
    append,
    seal: async (subject: string, value: Json): Promise<Result<Sealed>> =>
      ok({ subject, sealed: Buffer.from(JSON.stringify(value)).toString('base64') }),
    destroyKey: async (subject: string) => destroyed.size < destroyed.add(subject).size,
  } as unknown as Work
  return {
    ...reading,
    events,
    tallies: memoryTallies(now),
    append,
    work: (body) => body(work),
    catchUp: async () => undefined,
    view: (async () => []) as Store['view'],
  }
}

/** Tallies of one process, by a clock of its own. */
export function memoryTallies(now: () => Date): Tallies {
  const kept = new Map<string, Tally>()
  return {
    change: async (_keys, change) => {
      const { value, put } = change(kept, now().getTime())
      for (const [key, tally] of put) {
        if (tally === undefined) kept.delete(key)
        else kept.set(key, tally)
      }
      return value
    },
  }
}

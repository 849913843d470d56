import type { LegalDate } from '../../kernel/index.ts'
import type { Json, RecordedEvent } from '../../storage/index.ts'

/** How the transactions of a batch are answered. */
export interface BatchOptions {
  readonly asOf?: LegalDate
  readonly knownAt?: LegalDate
  readonly explain?: boolean
}

export interface BatchCounts {
  /** Lines answered, those with a problem among them. */
  readonly answered: number
  /** Lines answered with a problem. */
  readonly problems: number
  readonly verdicts: Readonly<Record<string, number>>
}

export interface BatchState extends BatchCounts {
  readonly id: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  /** The token that sent it; nobody else is told of it. */
  readonly owner: string
  /** In whose name. */
  readonly organisation?: string
  readonly bytes: number
  readonly options: BatchOptions
  /** Rows of its table that were refused. */
  readonly refusedRows?: number
  /** The version of its stream. */
  readonly version: number
}

export const NOTHING_ANSWERED: BatchCounts = { answered: 0, problems: 0, verdicts: {} }

/** What has become of a batch, from its events; nothing where there are none. */
export function batchState(id: string, events: readonly RecordedEvent[]): BatchState | undefined {
  const [received] = events
  const last = events.at(-1)
  if (received === undefined || last === undefined) return undefined
  const { owner, organisation, bytes, options, refusedRows } = received.body as unknown as Pick<
    BatchState,
    'owner' | 'organisation' | 'bytes' | 'options' | 'refusedRows'
  >
  const counts = last === received ? NOTHING_ANSWERED : (last.body as unknown as BatchCounts)
  return {
    id,
    state: STATES[last.type] ?? 'running',
    owner,
    ...(organisation === undefined ? {} : { organisation }),
    bytes,
    options,
    ...(refusedRows === undefined ? {} : { refusedRows }),
    version: last.version,
    ...counts,
  }
}

const STATES: Readonly<Record<string, BatchState['state']>> = {
  'batch.received': 'waiting',
  'batch.finished': 'done',
  'batch.failed': 'failed',
}

export function asJson(value: object): Json {
  return value as Json
}

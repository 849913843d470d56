import { digestOf } from '../../kernel/index.ts'
import type { RecordedEvent } from '../../storage/index.ts'

/** A message to one receiver, and what became of it. */
export interface Delivery {
  /** Sent along as `webhook-id`, the same at each try. */
  readonly id: string
  readonly webhook: string
  readonly type: string
  /** What is sent, to the byte. */
  readonly body: string
  readonly made: string
  readonly state: 'due' | 'delivered' | 'given-up'
  readonly tries: number
  /** What came of the last try. */
  readonly last?: Outcome
  /** Of its stream. */
  readonly version: number
}

export interface Outcome {
  readonly at: string
  readonly milliseconds: number
  readonly status?: number
  /** Why there is no good answer. */
  readonly reason?: string
}

/** What one try leaves in the record. */
export interface Tried {
  readonly [key: string]: string | number | undefined
  readonly webhook: string
  readonly milliseconds: number
  readonly status?: number
  readonly reason?: string
}

export interface Due {
  readonly [key: string]: string
  readonly webhook: string
  readonly type: string
  readonly body: string
}

/** The same subscription and happening give the same message, also where it is put on file twice. */
export function deliveryId(webhook: string, happening: string | number): string {
  return `msg_${digestOf([webhook, happening]).slice('sha256:'.length, 'sha256:'.length + 32)}`
}

export function streamOfDelivery(id: string): string {
  return `delivery:${id}`
}

export function deliveryOf(events: readonly RecordedEvent[]): Delivery | undefined {
  return events.reduce<Delivery | undefined>(applyToDelivery, undefined)
}

const STATES: Readonly<Record<string, Delivery['state']>> = {
  'delivery.tried': 'due',
  'delivery.again': 'due',
  'delivery.done': 'delivered',
  'delivery.given-up': 'given-up',
}

export function applyToDelivery(
  before: Delivery | undefined,
  { type, body, stream, at, version }: RecordedEvent,
): Delivery | undefined {
  if (type === 'delivery.due') {
    const { webhook, type: kind, body: text } = body as unknown as Due
    const id = stream.slice(streamOfDelivery('').length)
    return { id, webhook, type: kind, body: text, made: at, state: 'due', tries: 0, version }
  }
  if (before === undefined) return undefined
  const state = STATES[type] ?? before.state
  if (type === 'delivery.again') return { ...before, state, version }
  const { milliseconds, status, reason } = body as unknown as Tried
  const last = {
    at,
    milliseconds,
    ...(status === undefined ? {} : { status }),
    ...(reason === undefined ? {} : { reason }),
  }
  return { ...before, state, tries: before.tries + 1, last, version }
}

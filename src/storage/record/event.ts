import { canonicalJson, type Digest, digestOfBytes } from '../../kernel/index.ts'
import type { EventRow } from '../schema/tables.ts'

/** Any value that JSON can say. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

/** What happened, as its author says it. */
export interface NewEvent {
  /** What kind of thing happened, as `licence.issued`. */
  readonly type: string
  readonly body: Json
}

/** What happened, as the record holds it. */
export interface RecordedEvent<Body = Json> {
  /** Its place in the whole record: 1, 2, 3 … without a gap. */
  readonly position: number
  readonly stream: string
  /** Its place in its stream: 1, 2, 3 … without a gap. */
  readonly version: number
  readonly type: string
  /** What the clock said; the order is that of the positions, whatever the clock says. */
  readonly at: string
  /** Who did it. */
  readonly actor: string
  readonly body: Body
  /** The digest of the event before it in its stream; none for the first. */
  readonly previous: Digest | null
  /** Of all of the above, so that it says of each event before it in its stream what it was. */
  readonly digest: Digest
}

/** What happened, without who did it, when, and the digests: enough to compute a state of. */
export type BriefEvent = Pick<RecordedEvent, 'position' | 'stream' | 'version' | 'type' | 'body'>

/** The digest that an event must have, from its row: the body is text, and digested as it stands. */
export function digestOfRow(row: Omit<EventRow, 'digest'>): Digest {
  const { position, stream, version, type, at, actor, previous } = row
  const head = { actor, at: at.toISOString(), position: Number(position), previous, stream, type }
  return digestOfBytes(canonicalJson([{ ...head, version }, digestOfBytes(row.body)]))
}

export function eventOfRow(row: EventRow): RecordedEvent {
  return {
    position: Number(row.position),
    stream: row.stream,
    version: row.version,
    type: row.type,
    at: row.at.toISOString(),
    actor: row.actor,
    body: JSON.parse(row.body) as Json,
    previous: row.previous as Digest | null,
    digest: row.digest as Digest,
  }
}

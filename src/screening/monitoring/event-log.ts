import { type Digest, digestOf, digestOfBytes, type Problem } from '../../kernel/index.ts'
import type { MonitoringEvent } from './model.ts'

/**
 * The events as lines of JSON, as they were kept before there was a store; they are only read. Each line carries the digest of the one before and its own, so that no
 * line can be changed, left out or put in between unseen. A crash may cut the last line: those bytes
 * stay where they are, and the next line names their digest.
 */
export interface LogEntry {
  readonly sequence: number
  readonly previous: Digest | null
  /** Digest of the cut line before this one. */
  readonly torn?: Digest
  readonly event: MonitoringEvent
  readonly digest: Digest
}

export interface EventLog {
  readonly events: readonly MonitoringEvent[]
  /** Digest of the last whole line. */
  readonly head: Digest | null
  /** The last line, where it was cut. */
  readonly torn?: Problem
  /** Digest of that line, which the next entry names. */
  readonly tornDigest?: Digest
  /** Lines that were cut and are named by the line after them. */
  readonly healed: number
  /** Whether the text ends within a line. */
  readonly endsOpen: boolean
  /** Why the log cannot be relied on. */
  readonly broken?: Problem
}

/** Reads and checks every line; reading stops at the first that does not fit. */
export function readEventLog(text: string): EventLog {
  const events: MonitoringEvent[] = []
  let head: Digest | null = null
  let cut: { readonly line: number; readonly digest: Digest } | undefined
  let healed = 0
  const lines = text.split('\n')
  const endsOpen = lines.at(-1) !== ''
  if (!endsOpen) lines.pop()
  const stopped = (line: number, detail: string): EventLog => ({
    events,
    head,
    healed,
    endsOpen,
    broken: brokenAt(line, detail),
  })
  for (const [at, line] of lines.entries()) {
    const entry = entryOf(line)
    if (entry === undefined) {
      if (cut !== undefined) return stopped(cut.line, 'The line cannot be read')
      cut = { line: at + 1, digest: digestOfBytes(line) }
      continue
    }
    const trouble = troubleOf(entry, { sequence: events.length + 1, head, torn: cut?.digest })
    if (trouble !== undefined) return stopped(trouble.isCut ? at : at + 1, trouble.detail)
    if (cut !== undefined) healed += 1
    cut = undefined
    events.push(entry.event)
    head = entry.digest
  }
  if (cut === undefined) return { events, head, healed, endsOpen }
  return { events, head, healed, endsOpen, torn: tornAt(cut.line), tornDigest: cut.digest }
}

function entryOf(line: string): LogEntry | undefined {
  try {
    const value: unknown = JSON.parse(line)
    const isEntry =
      typeof value === 'object' && value !== null && 'event' in value && 'digest' in value
    return isEntry ? (value as LogEntry) : undefined
  } catch {
    return undefined
  }
}

interface Expected {
  readonly sequence: number
  readonly head: Digest | null
  readonly torn: Digest | undefined
}

/** Whose fault it is decides which line is named: a line that no one owned up to, or this one. */
function troubleOf(
  { digest, ...content }: LogEntry,
  { sequence, head, torn }: Expected,
): { readonly detail: string; readonly isCut: boolean } | undefined {
  if (content.torn !== torn) {
    return { detail: 'The line cannot be read, and no crash accounts for it', isCut: true }
  }
  if (digestOf(content) !== digest) {
    return { detail: 'The line was changed: it does not have its digest', isCut: false }
  }
  if (content.previous === head && content.sequence === sequence) return undefined
  return { detail: 'The line does not follow the one before it', isCut: false }
}

function brokenAt(line: number, detail: string): Problem {
  return {
    code: 'monitoring.log-broken',
    detail: `${detail}.`,
    where: { line },
    remedy: 'Rely on nothing after it; put the file back from a copy.',
  }
}

function tornAt(line: number): Problem {
  return {
    code: 'monitoring.log-torn',
    detail: 'The last line was cut, as by a crash; what it was to record is not on file.',
    where: { line },
    remedy: 'Do again what was interrupted; the next entry names the cut line, nothing is erased.',
  }
}

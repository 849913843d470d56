import { canonicalJson, digestOf } from '../../kernel/index.ts'
import type { EventLog } from './event-log.ts'
import type { MonitoringEvent } from './model.ts'

/** The text to append for more events; what is there is never touched. */
export function appendedText(log: EventLog, events: readonly MonitoringEvent[]): string {
  let previous = log.head
  let torn = log.tornDigest
  const lines = events.map((event, at) => {
    const content = {
      sequence: log.events.length + 1 + at,
      previous,
      ...(torn === undefined ? {} : { torn }),
      event,
    }
    torn = undefined
    const digest = digestOf(content)
    previous = digest
    return `${canonicalJson({ ...content, digest })}\n`
  })
  return `${log.endsOpen && lines.length > 0 ? '\n' : ''}${lines.join('')}`
}

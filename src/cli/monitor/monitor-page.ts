import type { PlacedEvent, ScreenedParties } from '../../desk/index.ts'
import {
  isOpen,
  type MonitoredHit,
  type MonitoringEvent,
  type MonitoringState,
  statusOf,
} from '../../screening/index.ts'
import { count, type Page, paragraph } from '../answer/page.ts'

/** What a screening made, and where that leaves the parties. */
type MonitoringAnswer = ScreenedParties & { readonly state: MonitoringState }

/** A hit with where it stands, for programs. */
export function hitAnswer(hit: MonitoredHit): object {
  return { ...hit, status: statusOf(hit) }
}

export function runAnswer(answer: MonitoringAnswer): object {
  const { scope, wholly, freshRows, lists, because, state } = answer
  const [screened] = answer.events
  const { found, gone, parties } =
    screened?.kind === 'screened' ? screened : { found: [], gone: [], parties: 0 }
  return {
    scope,
    parties,
    screenedAgainstAllRows: wholly,
    freshRows,
    found,
    gone,
    reopened: answer.events.filter(({ kind }) => kind === 'hit-reopened'),
    open: openHits(state).map(hitAnswer),
    lists,
    because,
  }
}

export function runLines(page: Page, answer: MonitoringAnswer): readonly string[] {
  const { scope, wholly, freshRows, lists, because, state, events } = answer
  const [screened] = events
  if (screened?.kind !== 'screened') return []
  const { parties, found, gone } = screened
  const open = openHits(state)
  const how =
    scope === 'all'
      ? 'all against all rows'
      : `${wholly.toLocaleString('en')} against all rows, the others against ${count(freshRows, 'new or changed row')}`
  const reopened = events.filter(({ kind }) => kind === 'hit-reopened').length
  return [
    ...paragraph(page, '', `${count(parties, 'party', 'parties')} on file screened: ${how}.`),
    ...paragraph(
      page,
      '',
      `${count(found.length, 'hit')} found or changed, ${gone.length} gone, ${reopened} re-opened; ${open.length} open.`,
    ),
    ...(lists === 'clear' ? [] : [page.paint(['bold', 'yellow'], 'LISTS MISSING OR TOO OLD')]),
    ...because.flatMap((reason) => paragraph(page, '  ', reason)),
    ...hitLines(page, open, state),
  ]
}

export function hitLines(
  page: Page,
  hits: readonly MonitoredHit[],
  { parties }: Pick<MonitoringState, 'parties'>,
): readonly string[] {
  if (hits.length === 0) return ['No hits.']
  return hits.flatMap((hit) => {
    const { decision, matchedName, listedName } = hit
    const status = statusOf(hit).toUpperCase()
    const alias = matchedName === listedName ? '' : `, as ${JSON.stringify(matchedName)}`
    return [
      ...paragraph(
        page,
        `${hit.hit}  ${status}  `,
        `${parties.get(hit.party)?.query.name ?? ''} (${hit.party})`,
        `${hit.hit}  ${page.paint(['bold', isOpen(hit) ? 'red' : 'green'], status)}  `,
      ),
      ...paragraph(
        page,
        '  ',
        `${listedName}${alias}; ${hit.list} (${hit.row}), probability ${hit.percent} %`,
      ),
      ...(decision === undefined
        ? []
        : paragraph(
            page,
            '  ',
            `${decision.outcome} on ${decision.on} by ${decision.by}${decision.second === undefined ? '' : ` and ${decision.second}`}: ${decision.reason}`,
          )),
    ]
  })
}

export function logLines(
  page: Page,
  events: readonly PlacedEvent[],
  isJson: boolean,
): readonly string[] {
  if (isJson) return events.map(({ event, position }) => JSON.stringify({ position, ...event }))
  return events.flatMap(({ event, position }) =>
    paragraph(page, `${String(position).padStart(5)}  ${event.on}  `, inWords(event)),
  )
}

function inWords(event: MonitoringEvent): string {
  switch (event.kind) {
    case 'party-filed':
    case 'party-changed':
      return `${event.kind} ${event.party}: ${event.query.name}`
    case 'party-retired':
      return `${event.kind} ${event.party}`
    case 'screened':
      return `screened (${event.scope}) ${count(event.parties, 'party', 'parties')}: ${event.counts?.found ?? event.found.length} found or changed, ${event.counts?.gone ?? event.gone.length} gone`
    case 'party-hits':
      return `party-hits ${event.party}: ${event.found.length} found or changed, ${event.gone.length} gone`
    case 'countersigned':
      return `countersigned ${event.hit} by ${event.by}`
    case 'hit-reopened':
      return `hit-reopened ${event.hit}: ${event.because.join(', ')}`
    case 'hit-cleared':
    case 'hit-confirmed':
    case 'whitelisted':
    case 'overridden':
      return `${event.kind} ${event.hit} by ${event.by}: ${event.reason}`
    default:
      return event satisfies never
  }
}

function openHits({ hits }: MonitoringState): readonly MonitoredHit[] {
  return [...hits.values()].filter(isOpen)
}

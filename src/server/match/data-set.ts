import type { LegalDate } from '../../kernel/index.ts'
import type { Hit, ListScreener, PartyQuery } from '../../screening/index.ts'
import { Refusal } from '../http/refusal.ts'
import type { ListsOnHand } from '../lists-on-hand.ts'

/** The lists a request speaks of, as of a day. */
export interface DataSet {
  readonly asOf: LegalDate
  readonly screener: ListScreener
  /** The day of the copy a list was taken from. */
  seen(source: string): string | undefined
  hits(query: PartyQuery): readonly Hit[]
  /** What ought to be searched too for somebody to be on no list, and is not here. */
  readonly gaps: readonly string[]
}

const ALL = new Set(['default', 'all'])

/**
 * A data set is every list here (`default`), a source or a list. Where it is none, or what it holds is
 * too old, the request is refused: an empty answer would be taken for a clear one. For today that is for
 * the operator to mend (503); another day the asker has named (422).
 *
 * @throws Refusal
 */
export function openDataSet(
  lists: ListsOnHand,
  name: string,
  today: LegalDate,
  asOf: LegalDate = today,
): DataSet {
  const status = asOf === today ? 503 : 422
  const sources = lists.policy.sources.filter(
    ({ source, holds }) => ALL.has(name) || source === name || holds.includes(name),
  )
  if (sources.length === 0) throw noSuchDataSet(name, lists)
  const screener = lists.screeners(asOf, asOf)
  const here = screener.lists.filter(({ source }) => sources.some((one) => one.source === source))
  if (here.length === 0)
    throw notScreened(status, `No list of ${name} published by ${asOf} is here.`)
  const stale = lists
    .status(asOf)
    .filter(({ source, state }) => state === 'stale' && here.some((one) => one.source === source))
  if (stale.length > 0)
    throw notScreened(
      status,
      `Too old on ${asOf}: ${stale.map(({ newest, source }) => newest?.name ?? source).join(', ')}.`,
    )
  const isIn = ({ party }: Hit): boolean =>
    ALL.has(name) || party.source === name || party.list === name
  return {
    asOf,
    screener,
    seen: (source) => here.find((one) => one.source === source)?.date,
    gaps: screener
      .gaps([...new Set(lists.policy.lists.map(({ jurisdiction }) => jurisdiction))])
      .map(({ because }) => because),
    hits: (query) => screener.screen(query).hits.filter(isIn),
  }
}

function noSuchDataSet(name: string, { policy }: ListsOnHand): Refusal {
  const names = policy.sources.map(({ source }) => source).join(', ')
  return new Refusal(404, {
    code: 'list.unknown-source',
    detail: `There is no data set ${name}.`,
    remedy: `default, a list, or a source: ${names}.`,
  })
}

function notScreened(status: 422 | 503, detail: string): Refusal {
  return new Refusal(status, {
    code: 'list.not-screened',
    detail: `${detail} Without it nothing can be said to be on no list.`,
    remedy:
      'Take the list in with `navicert lists update` or `lists import`, or name another data set or day.',
  })
}

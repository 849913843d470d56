import type { Determination, MissingFact } from '../../determination/index.ts'
import { count, groupBy, listing, named, type Page, paragraph } from './page.ts'

const MOST_MISSING = 8

/** What is not known: facts, red flags, and what the encoded law does not decide. */
export function missingLines(page: Page, { missing }: Determination): readonly string[] {
  const groups = groupBy(missing, ({ fact, why, wouldDecide }) =>
    fact === 'screening' ? fact : JSON.stringify([lastOf(fact), why, wouldDecide]),
  )
  const rest = groups.slice(MOST_MISSING).flat()
  return [
    ...groups.slice(0, MOST_MISSING).flatMap((group, at) => missingGroup(page, group, at + 1)),
    ...(rest.length === 0
      ? []
      : paragraph(page, '  ', `and ${count(rest.length, 'more fact')}; --json lists all`)),
  ]
}

function missingGroup(page: Page, group: readonly MissingFact[], at: number): readonly string[] {
  const [first] = group
  if (first === undefined) return []
  const of = listing([...new Set(group.map((one) => one.of))], 4)
  if (first.fact === 'screening')
    return paragraph(
      page,
      `  ${at}. `,
      'Screening of the parties against fresh lists: see Parties.',
    )
  const decides = [...new Set(group.flatMap(({ wouldDecide }) => wouldDecide))]
  const facts = listing([...new Set(group.map(({ fact }) => fact))], 3)
  return [
    ...paragraph(page, `  ${at}. `, `${first.why} (${of})`),
    ...paragraph(page, '     ', `${facts}; decides ${listing(decides, 5)}`),
  ]
}

/** `owners` of `parties[exporter].owners`: the same is asked of several parties at once. */
function lastOf(fact: string): string {
  return fact.slice(fact.lastIndexOf('.') + 1)
}

export function redFlagLines(page: Page, { redFlags }: Determination): readonly string[] {
  const told = new Map<string, number>()
  return redFlags.flatMap((flag) => {
    const { id, because, state, resolvedBy, cite, raises } = flag
    const word = state === 'open' ? 'OPEN' : `Resolved by ${resolvedBy ?? 'a person'}`
    const style = state === 'open' ? 'yellow' : 'green'
    const hit = headOfHit(flag)
    const before = hit === undefined ? 0 : (told.get(hit.of) ?? 0)
    if (hit !== undefined) told.set(hit.of, before + 1)
    if (hit !== undefined && state === 'open' && before >= WHOLE_HITS) {
      return named(page, '  ', word, `${hit.head} (${id})`, style)
    }
    return [
      ...named(page, '  ', word, `${because} ${cite} (${id})`, style),
      ...(raises === undefined || state !== 'open'
        ? []
        : paragraph(page, '    Find out: ', raises)),
    ]
  })
}

/** Hits of one party in one role that are told with their reasons; all stand under Parties. */
const WHOLE_HITS = 3

/** Of a flag that a hit raised: who was hit, and the sentence up to the reasons. */
function headOfHit({
  id,
  because,
}: Determination['redFlags'][number]): { readonly of: string; readonly head: string } | undefined {
  const [, list = '', role = ''] = /^listed-party\/([^/]+)\/.*\/([^/]+)$/.exec(id) ?? []
  const end = because.indexOf(` on ${list}: `)
  const who = because.indexOf(` (${role}) `)
  if (list === '' || end < 0 || who < 0) return undefined
  return { of: because.slice(0, who), head: because.slice(0, end + ` on ${list}`.length) }
}

export function coverageLines(
  page: Page,
  { coverage, references }: Determination,
): readonly string[] {
  const open = coverage.filter(({ state }) => state !== 'complete')
  const listed = references.flatMap(({ jurisdiction, items }) =>
    items.flatMap(({ item, entries }) => {
      const codes = entries.filter(({ truth }) => truth === 'true').map(({ code }) => code)
      return codes.length === 0 ? [] : [`${jurisdiction} lists ${item} under ${listing(codes)}`]
    }),
  )
  return [
    ...groupBy(open, ({ jurisdiction }) => jurisdiction).flatMap((group) => {
      const areas = group.map(({ area, state }) =>
        state === 'partly' ? `${area} (in part)` : area,
      )
      return named(page, '  ', group[0]?.jurisdiction ?? '', areas.join('; '))
    }),
    ...listed.flatMap((text) => paragraph(page, '  For reference, binding nobody: ', text)),
  ]
}

export function dutyLines(page: Page, { duties }: Determination): readonly string[] {
  return duties.flatMap(({ what, to, by, cite }) => {
    const until = by === null ? '' : `, by ${by}`
    return paragraph(page, '  · ', `${what} To: ${to}${until}. ${cite}`)
  })
}

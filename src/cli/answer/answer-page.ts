import type { Determination, Transaction } from '../../determination/index.ts'
import { whatWouldChange } from './changes.ts'
import { itemLines } from './entry-lines.ts'
import { licenceLines } from './licence-lines.ts'
import { count, heading, listing, type Page, paragraph } from './page.ts'
import { partyLines } from './party-lines.ts'
import { isClear, paintVerdict, verdictWord } from './verdict-words.ts'

const MOST_MISSING = 8

/** The whole answer for a person: the verdict first, then why, then what to do. */
export function answerPage(
  page: Page,
  answer: Determination,
  transaction: Transaction,
  steps: readonly string[],
): readonly string[] {
  return [
    ...headline(page, answer, transaction),
    ...answer.jurisdictions.flatMap((one) => jurisdictionSection(page, one)),
    ...section(page, 'Parties', partyLines(page, answer.parties)),
    ...section(page, 'Red flags', redFlagLines(page, answer)),
    ...section(page, 'Missing, most decisive first', missingLines(page, answer)),
    ...section(
      page,
      'Assumed',
      answer.assumptions.flatMap(({ what, cite }) => paragraph(page, '  · ', `${what} ${cite}`)),
    ),
    ...section(page, 'Not decided by what is encoded', coverageLines(page, answer)),
    ...section(page, 'Duties', dutyLines(page, answer)),
    ...section(
      page,
      'What would change it',
      whatWouldChange(answer).flatMap((text) => paragraph(page, '  · ', text)),
    ),
    ...section(
      page,
      'What to do next',
      steps.flatMap((text, at) => paragraph(page, `  ${at + 1}. `, text)),
    ),
    ...footer(page, answer),
  ]
}

function section(page: Page, title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [...heading(page, title), ...lines]
}

function headline(
  page: Page,
  answer: Determination,
  { kind, route, items }: Transaction,
): readonly string[] {
  const way = [route?.from, ...(route?.via ?? []), route?.to].filter((place) => place !== undefined)
  const about = [
    answer.id ?? undefined,
    `${kind ?? 'transaction'} ${way.join(' → ')}`.trim(),
    count(items.length, 'item'),
    `law of ${answer.asOf}`,
  ].filter((part) => part !== undefined)
  const [first = '', ...others] = answer.because
  return [
    ...paragraph(
      page,
      `${verdictWord(answer.verdict)}  `,
      about.join(' · '),
      `${paintVerdict(answer.verdict, page.paint)}  `,
    ),
    ...paragraph(page, '', first),
    ...others.slice(0, 3).flatMap((reason) => paragraph(page, '· ', reason)),
  ]
}

function jurisdictionSection(
  page: Page,
  one: Determination['jurisdictions'][number],
): readonly string[] {
  const word = verdictWord(one.verdict).toLowerCase()
  const through = one.nexus.filter(({ truth }) => truth !== 'false')
  return [
    '',
    ...paragraph(
      page,
      `${one.name}: ${word}`,
      '',
      `${page.paint('bold', `${one.name}:`)} ${paintVerdict(one.verdict, page.paint, word)}`,
    ).map((line) => line.trimEnd()),
    ...(isClear(one.verdict) ? [] : one.because.flatMap((reason) => paragraph(page, '  ', reason))),
    ...through.flatMap(({ kind, truth, because, cite }) => {
      const open = truth === 'unknown' ? ' (not decided)' : ''
      return paragraph(page, '  Hold: ', `${kind}${open}: ${because} ${cite}`)
    }),
    ...one.items.flatMap((item) => itemLines(page, item)),
    ...licenceLines(page, one),
  ]
}

function redFlagLines(page: Page, { redFlags }: Determination): readonly string[] {
  return redFlags.flatMap(({ id, because, state, resolvedBy, cite }) => {
    const word = state === 'open' ? 'OPEN' : `resolved by ${resolvedBy ?? 'a person'}`
    return paragraph(
      page,
      `  ${word}  `,
      `${because} ${cite} (${id})`,
      `  ${state === 'open' ? page.paint('yellow', word) : word}  `,
    )
  })
}

function missingLines(page: Page, { missing }: Determination): readonly string[] {
  const rest = missing.slice(MOST_MISSING)
  return [
    ...missing
      .slice(0, MOST_MISSING)
      .flatMap(({ fact, of, why, wouldDecide }, at) => [
        ...paragraph(page, `  ${at + 1}. `, why),
        ...paragraph(page, '     ', `${fact} of ${of}; decides ${listing(wouldDecide, 5)}`),
      ]),
    ...(rest.length === 0
      ? []
      : paragraph(page, '  ', `and ${count(rest.length, 'more fact')}; --json lists all`)),
  ]
}

function coverageLines(page: Page, { coverage, references }: Determination): readonly string[] {
  const open = coverage.filter(({ state }) => state !== 'complete')
  const byJurisdiction = new Map<string, string[]>()
  for (const { jurisdiction, area, state } of open) {
    const areas = byJurisdiction.get(jurisdiction) ?? []
    byJurisdiction.set(jurisdiction, [...areas, state === 'partly' ? `${area} (in part)` : area])
  }
  const listed = references.flatMap(({ jurisdiction, items }) =>
    items.flatMap(({ item, entries }) => {
      const codes = entries.filter(({ truth }) => truth === 'true').map(({ code }) => code)
      return codes.length === 0
        ? []
        : [`${jurisdiction} lists ${item} under ${listing(codes)} (binds no exporter)`]
    }),
  )
  return [
    ...[...byJurisdiction].flatMap(([jurisdiction, areas]) =>
      paragraph(page, `  ${jurisdiction}  `, areas.join('; ')),
    ),
    ...listed.flatMap((text) => paragraph(page, '  For reference: ', text)),
  ]
}

function dutyLines(page: Page, { duties }: Determination): readonly string[] {
  return duties.flatMap(({ what, to, by, cite }) => {
    const until = by === null ? '' : `, by ${by}`
    return paragraph(page, '  · ', `${what} (to ${to}${until}) ${cite}`)
  })
}

function footer(page: Page, answer: Determination): readonly string[] {
  const lists =
    answer.lists.length === 0
      ? 'no party lists'
      : answer.lists.map(({ snapshot, digest }) => `${snapshot} ${short(digest)}`).join(', ')
  const said = [
    `law of ${answer.asOf}, as published by ${answer.knownAt}`,
    `rulebook ${answer.rulebook.edition} ${short(answer.rulebook.digest)}`,
    lists,
    `navicert ${answer.engine.version}`,
    `answer ${short(answer.digest)}`,
  ]
  const lines = [...paragraph(page, '', said.join(' · ')), 'Information, not legal advice.']
  return ['', ...lines.map((line) => page.paint('dim', line))]
}

function short(digest: string): string {
  return digest.slice(0, 'sha256:'.length + 12)
}

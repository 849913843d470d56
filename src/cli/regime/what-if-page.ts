import {
  type Charter,
  monthsToLaw,
  type PowerTable,
  type summaryOf,
  type WhatIfSet,
  type whatIf,
} from '../../regime/index.ts'
import { heading, listing, type Page, paragraph } from '../answer/page.ts'

/** What one charter makes of a set. */
export interface Answered {
  readonly charter: Charter
  readonly answers: ReturnType<typeof whatIf>
  readonly summary: ReturnType<typeof summaryOf>
  readonly power: readonly { readonly question: string; readonly power: PowerTable }[]
}

/** A table of outcomes, a line of sums a charter, and the power of members where it was asked for. */
export function whatIfPage(
  page: Page,
  set: WhatIfSet,
  answered: readonly Answered[],
): readonly string[] {
  const label = set.positions === 'invented' ? 'Every position is invented. ' : ''
  return [
    ...paragraph(page, '', `${label}${set.notes}`, ''),
    ...answered.flatMap((one) => charterLines(page, set, one)),
    ...heading(page, 'Side by side'),
    ...answered.flatMap((one) => summaryLines(page, one)),
    ...answered.flatMap((one) => powerLines(page, one)),
  ]
}

function charterLines(
  page: Page,
  set: WhatIfSet,
  { charter, answers }: Answered,
): readonly string[] {
  const width = Math.max(...set.proposals.map(({ proposal }) => proposal.length)) + 2
  return [
    ...heading(page, charter.name),
    ...answers.flatMap(({ proposal, outcome, days, against, tally, rule }) => {
      const head = `  ${proposal.padEnd(width)}${outcome.padEnd(12)}`
      const when = days === undefined ? '' : `${days} days by ${rule}`
      const bound = outcome === 'coalition' ? `; binds ${tally?.binds.join(' ')}` : ''
      const stopped = against.length === 0 ? '' : `; stopped by ${against.join(' ')}`
      return paragraph(page, head, `${when}${bound}${stopped}`)
    }),
  ]
}

function summaryLines(page: Page, { charter, summary }: Answered): readonly string[] {
  const { passed, of, medianDays, members, blockers } = summary
  const days = medianDays === undefined ? '' : `, half of them within ${medianDays} days`
  const who = blockers.map(({ code, proposals }) => `${code} (${proposals})`)
  const stopped = who.length === 0 ? '' : `; stopped by ${listing(who, 8)}`
  const law = lawText(charter)
  return paragraph(
    page,
    `  ${charter.charter}: `,
    `${passed} of ${of} pass among ${members} members${days}${stopped}. ${law}`,
  )
}

function lawText(charter: Charter): string {
  const { terms, recognition } = charter
  const within = terms.implementation?.withinDays
  if (within !== undefined) return `Then law within ${within} days, by its own terms.`
  const lags = monthsToLaw(charter)
  if (lags !== undefined)
    return `Then law after ${lags.least} to ${lags.most} months, as published.`
  const days = recognition.flatMap(({ dates }) => dates.map(({ from }) => from)).toSorted()
  return days.length === 0 ? '' : `The same text was law from ${days[0]} to ${days.at(-1)}.`
}

function powerLines(page: Page, { charter, power }: Answered): readonly string[] {
  return power.flatMap(({ question, power: table }) => {
    const vetoes = table.members.filter(({ veto }) => veto).map(({ code }) => code)
    const ranked = table.members.toSorted((a, b) => b.shapleyShubik - a.shapleyShubik)
    const rows = ranked.map(
      ({ code, shapleyShubik, banzhaf }) =>
        `${code} ${shapleyShubik.toFixed(4)} ${banzhaf.toFixed(4)}`,
    )
    return [
      ...heading(page, `Power: ${charter.charter}, ${question}`),
      ...paragraph(
        page,
        '  ',
        `${percent(table.decisiveness)} of all coalitions decide; ${vetoes.length === 0 ? 'nobody has' : `${vetoes.length} have`} a veto. Member, Shapley–Shubik, Banzhaf:`,
      ),
      ...paragraph(page, '  ', rows.join(' · ')),
    ]
  })
}

function percent(part: number): string {
  return part === 0 || part >= 0.001
    ? `${(part * 100).toFixed(1)} %`
    : `${(part * 100).toExponential(1)} %`
}

import type { Impact, LeadTimes, ProposalContent } from '../../regime/index.ts'
import { count, groupBy, heading, listing, type Page, paragraph, section } from '../answer/page.ts'
import { noteLines, redlineLines } from './redline-lines.ts'

/** What a proposal would change: the redline, items, transactions, exporters, and what is not known. */
export function impactPage(
  page: Page,
  content: ProposalContent,
  impact: Impact,
  times: readonly LeadTimes[],
): readonly string[] {
  return [
    ...paragraph(page, '', `${content.proposal}: ${content.title}`),
    ...paragraph(page, '  ', content.rationale),
    ...section(page, `Redline, as of ${impact.asOf}`, redlineLines(page, impact.redline)),
    ...section(page, `How words are read, as of ${impact.asOf}`, noteLines(page, impact.notes)),
    ...heading(page, asked('item', impact.items)),
    ...itemLines(page, impact),
    ...heading(page, asked('transaction', impact.transactions)),
    ...transactionLines(page, impact),
    ...section(
      page,
      'How long members took until it was law',
      times.flatMap((one) => timeLines(page, one)),
    ),
    ...heading(page, 'Further'),
    ...impact.further.flatMap(({ what, says }) => paragraph(page, `  ${FURTHER[what]}: `, says)),
  ]
}

function timeLines(page: Page, { name, from, members }: LeadTimes): readonly string[] {
  const since = from === 'decision' ? 'months from the decision' : 'months after the first of them'
  const each = groupBy(members, ({ months }) => String(months)).map(
    (some) =>
      `${some[0]?.months ?? 0} (${[...new Set(some.map(({ member }) => member))].join(' ')})`,
  )
  return paragraph(page, '  ', `${name}, ${since}: ${each.join(', ')}`)
}

const FURTHER: Readonly<Record<Impact['further'][number]['what'], string>> = {
  licences: 'licences',
  flows: 'trade',
  supplyCost: 'cost of supply',
  foreignAvailability: 'who else makes it',
}

function asked(
  what: string,
  { asked: all, changed, refused }: Impact['items' | 'transactions'],
): string {
  if (all === 0)
    return `No ${what} was asked about: ${what === 'item' ? '--items' : '--transactions'} or --on-file names them`
  const without = refused.length === 0 ? '' : `, ${refused.length} not answered`
  return `${count(all, what)}: ${changed.length} answered otherwise${without}`
}

function itemLines(page: Page, { items }: Impact): readonly string[] {
  return [
    ...items.changed.flatMap((one) =>
      paragraph(
        page,
        `  ${one.id}  `,
        [
          said('newly on', one.newlyMet),
          said('no longer on', one.noLongerMet),
          said('newly open', one.newlyOpen),
          said('no longer open', one.noLongerOpen),
        ]
          .filter((text) => text !== '')
          .join('; '),
      ),
    ),
    ...refusedLines(page, items.refused),
  ]
}

function said(how: string, codes: readonly string[]): string {
  return codes.length === 0 ? '' : `${how} ${listing(codes, 8)}`
}

function transactionLines(
  page: Page,
  { transactions, exporters, trade }: Impact,
): readonly string[] {
  const countries = exporters.map(({ country, transactions: number }) => `${country} (${number})`)
  return [
    ...transactions.changed.flatMap(({ id, exporter, before, after, jurisdictions }) => {
      const who = [exporter.name, exporter.country].filter((one) => one !== undefined).join(', ')
      const where = jurisdictions.map((one) => {
        const listed = said('; newly', one.newlyListed)
        return `${one.jurisdiction} ${one.before} to ${one.after}${listed}`
      })
      const verdict = before === after ? before : `${before} to ${after}`
      return paragraph(page, `  ${id}  `, `${verdict} (${who}): ${where.join('. ')}`)
    }),
    ...refusedLines(page, transactions.refused),
    ...(countries.length === 0 ? [] : paragraph(page, '  Exporters of: ', listing(countries, 8))),
    ...(transactions.changed.length === 0 ? [] : paragraph(page, '  Worth: ', worth(trade))),
  ]
}

function worth({ values, notStated }: Impact['trade']): string {
  const sums = values.map(({ currency, amount }) => `${currency} ${amount}`)
  const without =
    notStated === 0 ? '' : `${count(notStated, 'transaction')} without a value for every item`
  return [listing(sums, 8), without].filter((one) => one !== '').join('; ')
}

function refusedLines(page: Page, refused: Impact['items']['refused']): readonly string[] {
  return refused.flatMap(({ id, problems }) =>
    paragraph(page, `  ${id}  `, `not answered: ${problems.map(({ detail }) => detail).join(' ')}`),
  )
}

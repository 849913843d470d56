import type { Impact, ProposalContent } from '../../regime/index.ts'
import type { Expression } from '../../rulebook/index.ts'
import { count, heading, listing, type Page, paragraph } from '../answer/page.ts'
import { expressionText } from '../law/expression-text.ts'

/** What a proposal would change: the redline, items, transactions, exporters, and what is not known. */
export function impactPage(
  page: Page,
  content: ProposalContent,
  impact: Impact,
): readonly string[] {
  return [
    ...paragraph(page, '', `${content.proposal}: ${content.title}`),
    ...paragraph(page, '  ', content.rationale),
    ...heading(page, `Redline, as of ${impact.asOf}`),
    ...redlineLines(page, impact),
    ...heading(page, asked('item', impact.items)),
    ...itemLines(page, impact),
    ...heading(page, asked('transaction', impact.transactions)),
    ...transactionLines(page, impact),
    ...heading(page, 'Further'),
    ...impact.further.flatMap(({ what, says }) => paragraph(page, `  ${FURTHER[what]}: `, says)),
  ]
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

function redlineLines(page: Page, { redline }: Impact): readonly string[] {
  return redline.flatMap(({ id, change, fields, cite }) => [
    ...paragraph(page, '  ', `${change}: ${id} (${cite})`),
    ...fields.flatMap(({ field, before, after }) => [
      ...(before === undefined ? [] : paragraph(page, `    ${field} − `, words(field, before))),
      ...(after === undefined ? [] : paragraph(page, `    ${field} + `, words(field, after))),
    ]),
  ])
}

function words(field: string, value: unknown): string {
  if (field === 'criteria' || field === 'excluded') return expressionText(value as Expression)
  return typeof value === 'string' ? value : JSON.stringify(value)
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

function transactionLines(page: Page, { transactions, exporters }: Impact): readonly string[] {
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
  ]
}

function refusedLines(page: Page, refused: Impact['items']['refused']): readonly string[] {
  return refused.flatMap(({ id, problems }) =>
    paragraph(page, `  ${id}  `, `not answered: ${problems.map(({ detail }) => detail).join(' ')}`),
  )
}

import type { ListedParty } from '../screening/index.ts'
import { birthDaysIn } from './birth-text.ts'
import { type HeadedRow, isBadRow, openTable, type TableFormat } from './headed-rows.ts'
import { gatherIdentifiers } from './identifiers.ts'
import { dayOrNothing } from './instant-day.ts'
import { distinct } from './name-text.ts'
import { countriesIn } from './printed-country.ts'
import { BAD_ROW_REMEDY, Gathering, type ListReader } from './reading.ts'
import { rowRule, tidy } from './row-rule.ts'
import { dayOfSerial, type SheetCell } from './sheet-rows.ts'

/**
 * The Consolidated List of the Australian Department of Foreign Affairs and Trade, official workbook.
 * A party stands on as many rows as it has names: `12` the primary name, `12a`, `12b` … the others.
 * The control date is that of the last change and not of the listing. The workbook states no
 * publication day.
 */
const LIST = 'au-dfat'
const FORMAT: TableFormat = {
  columnOf: (heading) => heading,
  needed: ['reference', 'name of individual or entity', 'type', 'name type'],
  what: 'the Consolidated List of DFAT',
  remedy: 'Download the workbook (xlsx) from dfat.gov.au.',
}

export const readAu: ListReader = async (files) => {
  const gathering = new Gathering()
  for (const file of files) {
    const parties = new Map<string, HeadedRow[]>()
    for await (const row of (await openTable(file, FORMAT)).rows) {
      if (isBadRow(row)) {
        gathering.reject(file.name, row.line, row.reason, BAD_ROW_REMEDY)
        continue
      }
      const number = /^\d+/.exec(textOf(row, 'reference'))?.[0]
      if (number === undefined || textOf(row, 'name of individual or entity') === '') {
        const reason = `The row has no ${number === undefined ? 'reference' : 'name'}`
        gathering.reject(file.name, row.line, reason, BAD_ROW_REMEDY)
        continue
      }
      gathering.row(LIST)
      parties.set(number, [...(parties.get(number) ?? []), row])
    }
    for (const [number, rows] of parties) {
      gathering.party(partyOf(number, rows))
      for (const row of rows) gathering.sawDay(dayOrNothing(dayIn(row.cell('control date'))))
    }
  }
  return gathering.done()
}

function textOf(row: HeadedRow, column: string): string {
  const text = tidy(row.cell(column).text)
  return /^n\/?a\.?$/i.test(text) ? '' : text
}

function partyOf(number: string, rows: readonly HeadedRow[]): ListedParty {
  const primary = rows.find((row) => /primary/i.test(textOf(row, 'name type'))) ?? rows[0]
  const first = (column: string): string => (primary === undefined ? '' : textOf(primary, column))
  const each = (column: string): readonly string[] =>
    distinct(rows.map((row) => textOf(row, column)))
  const name = first('name of individual or entity')
  const remarks = each('additional information').join('; ')
  return {
    id: number,
    source: 'au',
    list: LIST,
    schema: /^individual$/i.test(first('type')) ? 'Person' : 'LegalEntity',
    name,
    aliases: distinct(each('name of individual or entity'), name),
    weakAliases: [],
    addresses: addressesOf(each('address')),
    countries: distinct(each('citizenship').flatMap(countriesIn)).toSorted(),
    birthDates: distinct(rows.flatMap((row) => birthsIn(row.cell('date of birth')))),
    identifiers: gatherIdentifiers(
      [...remarks.matchAll(/\bIMO\)? (?:number)?:? ?(\d{7})\b/gi)].map(
        (match) => ['imo', match[1] ?? ''] as const,
      ),
    ),
    programmes: each('committees'),
    ...(remarks === '' ? {} : { remarks }),
    // The rows of other names say the same of the party, abbreviated otherwise.
    rule: rowRule({ citation: first('listing information') || each('listing information')[0] }),
  }
}

/** A cell may hold a year or a count of days as a number, or text. */
function birthsIn(cell: SheetCell): readonly string[] {
  if (!cell.isNumber) return birthDaysIn(cell.text)
  return Number(cell.text) < 3000 ? birthDaysIn(cell.text) : birthDaysIn(dayIn(cell))
}

function dayIn({ text, isNumber }: SheetCell): string {
  return isNumber ? (dayOfSerial(Number(text)) ?? '') : text
}

/** `a) … b) …`, or between semicolons. */
function addressesOf(texts: readonly string[]): readonly string[] {
  return distinct(
    texts.flatMap((text) => text.split(/;|(?:^|\s)[a-z]\)\s/)).map((text) => text.trim()),
  )
}

import type { ListedParty } from '../screening/index.ts'
import { type HeadedRow, isBadRow, openTable, type TableFormat } from './headed-rows.ts'
import { gatherIdentifiers } from './identifiers.ts'
import { identityOf } from './identity.ts'
import { distinct, splitNames } from './name-text.ts'
import { printedCountries } from './printed-country.ts'
import { BAD_ROW_REMEDY, Gathering, type ListReader } from './reading.ts'
import { rowRule, tidy } from './row-rule.ts'

/**
 * The entity list of strategic high-tech commodities (SHTC) of the Taiwanese Ministry of Economic
 * Affairs, official CSV; headings are in Chinese and English. The number of a row is a running number
 * of the edition and identifies nobody. The file states no publication day.
 */
const LIST = 'tw-shtc'

const COLUMNS: readonly (readonly [RegExp, string])[] = [
  [/名稱|^name/, 'name'],
  [/別名|alias/, 'aliases'],
  [/國家代碼|country code/, 'countries'],
  [/地址|address/, 'addresses'],
  [/護照|id number/, 'numbers'],
]

const FORMAT: TableFormat = {
  columnOf: (heading) => COLUMNS.find(([pattern]) => pattern.test(heading))?.[1],
  needed: ['name', 'aliases', 'countries'],
  what: 'the SHTC entity list',
  remedy: 'Download the CSV from publicinfo.trade.gov.tw.',
}

export const readTw: ListReader = async (files) => {
  const gathering = new Gathering()
  for (const file of files) {
    const identity = identityOf()
    for await (const row of (await openTable(file, FORMAT)).rows) {
      if (isBadRow(row)) gathering.reject(file.name, row.line, row.reason, BAD_ROW_REMEDY)
      else {
        const party = partyOf(row, identity)
        if (party === undefined) {
          gathering.reject(file.name, row.line, 'The row has no name', BAD_ROW_REMEDY)
          continue
        }
        gathering.row(LIST)
        gathering.party(party)
      }
    }
  }
  return gathering.done()
}

/** Where the list repeats a party of the United Nations, its permanent number stands in brackets. */
const PERMANENT = /（永久參考號[：:]\s*([^）]*)）/
/** `繁體中文：` and `簡體中文：`, before a name in traditional and in simplified Chinese. */
const SCRIPT_MARK = /^[繁簡]體中文[：:]\s*/

function partyOf(
  row: HeadedRow,
  identity: (...parts: readonly string[]) => string,
): ListedParty | undefined {
  const text = (column: string): string => tidy(row.cell(column).text.replaceAll(/<[^>]*>/g, ' '))
  const printed = text('name')
  const citation = PERMANENT.exec(printed)?.[1] ?? ''
  const [own, listed] = [printed.replace(PERMANENT, ''), text('aliases')].map((names) =>
    splitNames(names.replaceAll(/\salias[:：]/gi, ';')).map((name) =>
      name.replace(SCRIPT_MARK, '').trim(),
    ),
  )
  const [name, ...others] = distinct([...(own ?? []), ...(listed ?? [])])
  if (name === undefined) return undefined
  const addresses = splitNames(text('addresses'))
  const codes = [...splitNames(text('countries')), ...addresses.filter((one) => one.length === 2)]
  return {
    id: identity(name, ...codes),
    source: 'tw',
    list: LIST,
    schema: 'LegalEntity',
    name,
    aliases: others,
    weakAliases: [],
    addresses: addresses.filter((one) => one.length > 2),
    countries: printedCountries(codes),
    birthDates: [],
    identifiers: gatherIdentifiers(
      splitNames(text('numbers')).map((number) => ['number', number] as const),
    ),
    programmes: [],
    rule: rowRule({ citation }),
  }
}

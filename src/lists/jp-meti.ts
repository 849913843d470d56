import type { ListedParty } from '../screening/index.ts'
import { type HeadedRow, isBadRow, openTable, type TableFormat } from './headed-rows.ts'
import { identityOf } from './identity.ts'
import { distinct, nativeInBrackets } from './name-text.ts'
import { printedCountry } from './printed-country.ts'
import { BAD_ROW_REMEDY, Gathering, type ListReader } from './reading.ts'
import { rowRule, tidy } from './row-rule.ts'

/**
 * The End User List of the Japanese Ministry of Economy, Trade and Industry, as a table with the
 * columns that the ministry prints, in Japanese, English or both: number, country or region, company
 * or organisation, also known as, type of WMD, and since 2025 concern about conventional weapons. The
 * ministry publishes PDF; a table taken out of it is CSV or a workbook.
 */
const LIST = 'jp-end-user-list'

const COLUMNS: readonly (readonly [RegExp, string])[] = [
  [/country|国名|地域/, 'country'],
  [/company|organi[sz]ation|企業|組織/, 'name'],
  [/also known|alias|別名/, 'aliases'],
  [/conventional|通常兵器/, 'conventional'],
  [/wmd|mass destruction|懸念区分|大量破壊/, 'wmd'],
  [/^(?:no\.?|番号|item)(?: |$)/, 'number'],
]

const FORMAT: TableFormat = {
  columnOf: (heading) => COLUMNS.find(([pattern]) => pattern.test(heading))?.[1],
  needed: ['country', 'name', 'aliases', 'wmd'],
  what: 'the End User List of METI as a table',
  remedy:
    'Name the columns as METI does: No., Country or Region, Company or Organization, Also Known As, Type of WMD.',
}

export const readJpMeti: ListReader = async (files) => {
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

/** The number of a row changes with every revision, so the name identifies the party. */
function partyOf(
  row: HeadedRow,
  identity: (...parts: readonly string[]) => string,
): ListedParty | undefined {
  const printed = tidy(row.cell('name').text)
  const country = tidy(row.cell('country').text)
  if (printed === '') return undefined
  const { name, native } = nativeInBrackets(printed)
  const aliases = aliasesIn(row.cell('aliases').text)
  const code = countryIn(country)
  return {
    id: identity(country, name),
    source: 'jp-meti',
    list: LIST,
    schema: 'Organization',
    name,
    aliases: distinct([...native, ...aliases], name),
    weakAliases: [],
    addresses: [],
    countries: code === undefined ? [] : [code],
    birthDates: [],
    identifiers: {},
    programmes: concernsIn(row),
    ...(country === '' ? {} : { remarks: country }),
    rule: rowRule({}),
  }
}

/** One alias a line or behind a middle dot, with a native name in brackets of its own. */
function aliasesIn(text: string): readonly string[] {
  return text
    .split(/[\n;；]|(?:^|\s)[・·•]|[・·•](?=\s)/)
    .map((alias) => tidy(alias.replace(/^[・·•]/, '')))
    .filter((alias) => alias !== '')
    .flatMap((alias) => {
      const { name, native } = nativeInBrackets(alias)
      return [name, ...native]
    })
}

/** `イラン・イスラム共和国 Islamic Republic of Iran`: the name in Latin letters decides. */
function countryIn(text: string): string | undefined {
  const latin = text.replaceAll(/[^\p{Script=Latin}\s'’.,()-]/gu, ' ').replaceAll(/\s+/g, ' ')
  return printedCountry(latin) ?? printedCountry(text)
}

const CONCERNS = {
  B: 'biological weapons',
  C: 'chemical weapons',
  M: 'missiles',
  N: 'nuclear weapons',
} as const

/** Letters of METI for what it is concerned about; `CW` for conventional weapons. */
function concernsIn(row: HeadedRow): readonly string[] {
  const printed = row.cell('wmd').text.toUpperCase()
  const letters: readonly string[] = printed.match(/(?<![A-Z])(?:CW|[BCMN])(?![A-Z])/g) ?? []
  const conventional = /\S/.test(row.cell('conventional').text) || letters.includes('CW')
  const wmd = Object.entries(CONCERNS)
    .filter(([letter]) => letters.includes(letter))
    .map(([, concern]) => concern)
  return [...wmd, ...(conventional ? ['conventional weapons'] : [])]
}

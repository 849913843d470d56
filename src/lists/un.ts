import type { LegalDate } from '../kernel/index.ts'
import type { ListedParty } from '../screening/index.ts'
import { birthDaysIn, partialDay, yearsBetween } from './birth-text.ts'
import { gatherIdentifiers } from './identifiers.ts'
import { dayOfInstant, dayOrNothing } from './instant-day.ts'
import { distinct, splitNames } from './name-text.ts'
import { printedCountries } from './printed-country.ts'
import { BAD_ROW_REMEDY, Gathering, type ListReader } from './reading.ts'
import { rowRule, tidy } from './row-rule.ts'
import type { SourceFile } from './source-file.ts'
import { attributeOf, elementsAt, textAt, textsAt, type XmlElement } from './xml-element.ts'
import { readXmlRecords } from './xml-records.ts'
import { refuseOtherRoot } from './xml-root.ts'

/**
 * The United Nations Security Council Consolidated List, official XML (`sc-sanctions.xsd`): one
 * element a person or entity. The root states the instant at which the file was made.
 */
const LIST = 'un-sc'
const ROOT = 'CONSOLIDATED_LIST'
const RECORDS = new Set(['INDIVIDUAL', 'ENTITY'])
const REMEDY = 'Download consolidated.xml from scsanctions.un.org.'

export const readUn: ListReader = async (files) => {
  const gathering = new Gathering()
  let published: LegalDate | undefined
  for (const file of files) {
    const reading = { records: RECORDS, file: file.name, remedy: REMEDY }
    for await (const element of readXmlRecords(file.chunks(), reading)) {
      if (RECORDS.has(element.name)) readEntry(element, file, gathering)
      else {
        refuseOtherRoot(element, ROOT, file, REMEDY)
        published = dayOfInstant(attributeOf(element, 'dateGenerated'))
      }
    }
  }
  return { ...gathering.done(), ...(published === undefined ? {} : { published }) }
}

function readEntry(entry: XmlElement, file: SourceFile, gathering: Gathering): void {
  const [name, ...otherNames] = namesOf(entry)
  const id = textAt(entry, 'DATAID')
  if (name === undefined || id === '') {
    const what = name === undefined ? 'name' : 'DATAID'
    gathering.reject(file.name, entry.line, `The entry has no ${what}`, BAD_ROW_REMEDY)
    return
  }
  gathering.row(LIST)
  const aliases = aliasesOf(entry)
  const from = dayOrNothing(textAt(entry, 'LISTED_ON').slice(0, 10))
  const native = textsAt(entry, 'NAME_ORIGINAL_SCRIPT')
  const remarks = remarksOf(entry)
  gathering.party({
    id,
    source: 'un',
    list: LIST,
    schema: entry.name === 'INDIVIDUAL' ? 'Person' : 'Organization',
    name,
    aliases: distinct([...otherNames, ...native, ...aliases.strong], name),
    weakAliases: distinct(aliases.weak, name),
    addresses: addressesOf(entry),
    countries: countriesOf(entry),
    birthDates: birthsOf(entry),
    identifiers: identifiersOf(entry),
    programmes: textsAt(entry, 'UN_LIST_TYPE'),
    ...(remarks === '' ? {} : { remarks }),
    ...(from === undefined ? {} : { from }),
    rule: rowRule({ citation: textAt(entry, 'REFERENCE_NUMBER') }),
  })
  gathering.sawDay(from)
}

/** Parts in order; an entity may print two names: `GRANDS LACS (CAGL) ; GREAT LAKES (GLBC)`. */
function namesOf(entry: XmlElement): readonly string[] {
  const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].flatMap((part) =>
    textsAt(entry, part),
  )
  return splitNames(parts.join(' '))
}

function aliasesOf(entry: XmlElement): {
  readonly strong: readonly string[]
  readonly weak: readonly string[]
} {
  const strong: string[] = []
  const weak: string[] = []
  for (const alias of elementsAt(entry, `${entry.name}_ALIAS`)) {
    const names = textsAt(alias, 'ALIAS_NAME').flatMap(splitNames)
    const isWeak = textAt(alias, 'QUALITY').toLowerCase() === 'low'
    ;(isWeak ? weak : strong).push(...names)
  }
  return { strong, weak }
}

const ADDRESS = ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY'] as const

function addressesOf(entry: XmlElement): readonly string[] {
  return elementsAt(entry, `${entry.name}_ADDRESS`)
    .map((address) => ADDRESS.flatMap((part) => textsAt(address, part)))
    .filter((parts) => parts.length > 1)
    .map((parts) => parts.join(', '))
}

function countriesOf(entry: XmlElement): readonly string[] {
  return printedCountries([
    ...textsAt(entry, 'NATIONALITY', 'VALUE'),
    ...textsAt(entry, `${entry.name}_ADDRESS`, 'COUNTRY'),
  ])
}

/** The day, the year, the span of years, else the month in the note; those of an alias count too. */
function birthsOf(entry: XmlElement): readonly string[] {
  const births = elementsAt(entry, 'INDIVIDUAL_DATE_OF_BIRTH').flatMap((birth) => {
    const [from, to] = [textAt(birth, 'FROM_YEAR'), textAt(birth, 'TO_YEAR')]
    if (from !== '' && to !== '') return yearsBetween(from, to)
    const day = textAt(birth, 'DATE').slice(0, 10)
    if (day !== '') return birthDaysIn(day)
    const year = textAt(birth, 'YEAR')
    return year === '' ? birthDaysIn(textAt(birth, 'NOTE')) : partialDay(year, undefined, undefined)
  })
  const ofAliases = textsAt(entry, 'INDIVIDUAL_ALIAS', 'DATE_OF_BIRTH').flatMap(birthDaysIn)
  return [...new Set([...births, ...ofAliases])]
}

/** Numbers of documents, and of shipping companies and vessels in the comments. */
function identifiersOf(entry: XmlElement): ListedParty['identifiers'] {
  const documents = elementsAt(entry, 'INDIVIDUAL_DOCUMENT').map((document) => {
    const printed = [
      textAt(document, 'TYPE_OF_DOCUMENT'),
      textAt(document, 'TYPE_OF_DOCUMENT2'),
    ].join(' ')
    const kind = /passport|pasaporte|passeport/i.test(printed) ? 'passport' : 'nationalId'
    return [kind, textAt(document, 'NUMBER')] as const
  })
  const comments = textAt(entry, 'COMMENTS1')
  const maritime = [...comments.matchAll(/\bIMO\)?(?: number)?:? ?(\d{7})\b/gi)].map(
    (match) => ['imo', match[1] ?? ''] as const,
  )
  return gatherIdentifiers([...documents, ...maritime])
}

function remarksOf(entry: XmlElement): string {
  const parts = [
    ...textsAt(entry, 'TITLE', 'VALUE'),
    ...textsAt(entry, 'DESIGNATION', 'VALUE'),
    ...textsAt(entry, 'COMMENTS1'),
  ]
  return tidy(parts.join('; '))
}

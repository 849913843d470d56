import type { LegalDate } from '../kernel/index.ts'
import { dayMonthYear } from './instant-day.ts'
import { splitNames } from './name-text.ts'
import { BAD_ROW_REMEDY, Gathering, type ListReader } from './reading.ts'
import { UkEntry } from './uk-entry.ts'
import { elementsAt, textAt, textsAt, type XmlElement } from './xml-element.ts'
import { readXmlRecords } from './xml-records.ts'
import { refuseOtherRoot } from './xml-root.ts'

const RECORDS = new Set(['Designation', 'DateGenerated'])
const REMEDY = 'Download UK-Sanctions-List.xml from sanctionslist.fcdo.gov.uk.'

/** `<Designations>` holds `<DateGenerated>` and one `<Designation>` a party. */
export const readUkXml: ListReader = async (files) => {
  const gathering = new Gathering()
  let published: LegalDate | undefined
  for (const file of files) {
    const reading = { records: RECORDS, file: file.name, remedy: REMEDY }
    for await (const element of readXmlRecords(file.chunks(), reading)) {
      if (element.name === 'DateGenerated') published = dayMonthYear(element.text)
      else if (element.name !== 'Designation')
        refuseOtherRoot(element, 'Designations', file, REMEDY)
      else {
        const party = entryOf(element)?.party()
        if (party === undefined) {
          const reason = 'The designation has no unique id or no name'
          gathering.reject(file.name, element.line, reason, BAD_ROW_REMEDY)
        } else {
          gathering.row(party.list)
          gathering.party(party)
          gathering.sawDay(party.from)
        }
      }
    }
  }
  return { ...gathering.done(), ...(published === undefined ? {} : { published }) }
}

function entryOf(designation: XmlElement): UkEntry | undefined {
  const id = textAt(designation, 'UniqueID')
  if (id === '') return undefined
  const entry = new UkEntry(id)
  readNames(designation, entry)
  readNumbers(designation, entry)
  entry.type(textAt(designation, 'IndividualEntityShip'))
  entry.programme(textAt(designation, 'RegimeName'))
  entry.designated(textAt(designation, 'DateDesignated'))
  entry.reference(textAt(designation, 'UNReferenceNumber'))
  for (const address of elementsAt(designation, 'Addresses', 'Address')) {
    const lines = [1, 2, 3, 4, 5, 6].map((line) => textAt(address, `AddressLine${line}`))
    entry.address(
      [...lines, textAt(address, 'AddressPostalCode')],
      textAt(address, 'AddressCountry'),
    )
  }
  for (const text of textsAt(designation, ...PERSON, 'DOBs', 'DOB')) entry.birth(text)
  for (const text of textsAt(designation, ...PERSON, 'Nationalities', 'Nationality')) {
    entry.nationality(text)
  }
  for (const text of textsAt(
    designation,
    ...SHIP,
    'CurrentBelievedFlagOfShips',
    'CurrentBelievedFlagOfShip',
  )) {
    entry.nationality(text)
  }
  for (const path of REMARKS) for (const text of textsAt(designation, ...path)) entry.remark(text)
  return entry
}

const PERSON = ['IndividualDetails', 'Individual'] as const
const ENTITY = ['EntityDetails', 'Entity'] as const
const SHIP = ['ShipDetails', 'Ship'] as const

const REMARKS: readonly (readonly string[])[] = [
  ['SanctionsImposed'],
  ['DesignationSource'],
  ['Titles', 'Title'],
  [...PERSON, 'Positions', 'Position'],
  ['OtherInformation'],
  ['UKStatementofReasons'],
  [...ENTITY, 'ParentCompanies', 'ParentCompany'],
  [...ENTITY, 'Subsidiaries', 'Subsidiary'],
  [...SHIP, 'CurrentOwnerOperators', 'CurrentOwnerOperator'],
  [...SHIP, 'PreviousOwnerOperators', 'PreviousOwnerOperator'],
  [...SHIP, 'TypeOfShipDetails', 'TypeOfShip'],
]

function readNames(designation: XmlElement, entry: UkEntry): void {
  for (const name of elementsAt(designation, 'Names', 'Name')) {
    const whole = [1, 2, 3, 4, 5, 6]
      .map((part) => textAt(name, `Name${part}`))
      .filter((part) => part !== '')
      .join(' ')
    if (whole !== '') entry.name(whole, textAt(name, 'NameType'), textAt(name, 'AliasStrength'))
  }
  const native = textsAt(designation, 'NonLatinNames', 'NonLatinName', 'NameNonLatinScript')
  for (const name of native.flatMap(splitNames)) entry.native(name)
}

const NUMBERS: readonly (readonly [kind: string, path: readonly string[]])[] = [
  ['passport', [...PERSON, 'PassportDetails', 'Passport', 'PassportNumber']],
  [
    'nationalId',
    [...PERSON, 'NationalIdentifierDetails', 'NationalIdentifier', 'NationalIdentifierNumber'],
  ],
  ['registration', [...ENTITY, 'BusinessRegistrationNumbers', 'BusinessRegistrationNumber']],
  ['imo', [...SHIP, 'IMONumbers', 'IMONumber']],
  ['ofsiGroup', ['OFSIGroupID']],
]

function readNumbers(designation: XmlElement, entry: UkEntry): void {
  for (const [kind, path] of NUMBERS) {
    for (const value of textsAt(designation, ...path)) entry.identifier(kind, value)
  }
}

import type { LegalDate } from '../kernel/index.ts'
import type { ListedParty } from '../screening/index.ts'
import { readEntity11 } from './eu-fsf-1-1.ts'
import { readEntity2016 } from './eu-fsf-2016.ts'
import { dayMonthYear, dayOfInstant } from './instant-day.ts'
import { BAD_ROW_REMEDY, Gathering, type ListReader } from './reading.ts'
import { attributeOf, type XmlElement } from './xml-element.ts'
import { readXmlRecords } from './xml-records.ts'
import { refuseOtherRoot } from './xml-root.ts'

/**
 * The consolidated list of EU financial sanctions, official XML: version 1.1 (`<export>` with
 * `<sanctionEntity>`) and the one before it (`<WHOLE>` with `<ENTITY>`). Both number a party alike, so
 * copies in the two versions can be compared.
 */
export const EU_LIST = 'eu-fsf'
const RECORDS = new Set(['sanctionEntity', 'ENTITY'])
const REMEDY = 'Download the full list as XML (1.1) from webgate.ec.europa.eu/fsd/fsf.'

export const readEuFsf: ListReader = async (files) => {
  const gathering = new Gathering()
  let published: LegalDate | undefined
  for (const file of files) {
    const reading = { records: RECORDS, file: file.name, remedy: REMEDY }
    for await (const element of readXmlRecords(file.chunks(), reading)) {
      if (!RECORDS.has(element.name)) {
        if (element.name !== 'WHOLE') refuseOtherRoot(element, 'export', file, REMEDY)
        published = dayOfRoot(element)
        continue
      }
      const party = partyOf(element)
      if (typeof party === 'string') {
        gathering.reject(file.name, element.line, party, BAD_ROW_REMEDY)
      } else {
        gathering.row(EU_LIST)
        gathering.party(party)
        gathering.sawDay(party.from)
      }
    }
  }
  return { ...gathering.done(), ...(published === undefined ? {} : { published }) }
}

function dayOfRoot(root: XmlElement): LegalDate | undefined {
  return root.name === 'WHOLE'
    ? dayMonthYear(attributeOf(root, 'Date'))
    : dayOfInstant(attributeOf(root, 'generationDate'))
}

/** The party, or why the entry is bad. */
function partyOf(entity: XmlElement): ListedParty | string {
  const party = entity.name === 'ENTITY' ? readEntity2016(entity) : readEntity11(entity)
  if (party.name === '') return 'The entry has no name'
  return party.id === '' ? 'The entry has no number' : party
}

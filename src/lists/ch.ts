import type { LegalDate } from '../kernel/index.ts'
import { ChTarget, placeText } from './ch-target.ts'
import { dayOfInstant } from './instant-day.ts'
import { BAD_ROW_REMEDY, Gathering, type ListReader } from './reading.ts'
import { attributeOf, elementsAt, textAt, type XmlElement } from './xml-element.ts'
import { readXmlRecords } from './xml-records.ts'
import { refuseOtherRoot } from './xml-root.ts'

/**
 * Sanctions of Switzerland, official XML of the State Secretariat for Economic Affairs (SECO): targets
 * with identities, which point at programmes and places by number, wherever those stand in the file.
 * Targets taken off the list stay in the file; they carry the day as their last.
 */
const RECORDS = new Set(['sanctions-program', 'target', 'place'])
const REMEDY = 'Download the whole list as XML from sesam.search.admin.ch.'

export const readCh: ListReader = async (files) => {
  const gathering = new Gathering()
  let published: LegalDate | undefined
  for (const file of files) {
    const targets: ChTarget[] = []
    const programmes = new Map<string, string>()
    const places = new Map<string, string>()
    const reading = { records: RECORDS, file: file.name, remedy: REMEDY }
    for await (const element of readXmlRecords(file.chunks(), reading)) {
      if (element.name === 'target') targets.push(new ChTarget(element))
      else if (element.name === 'sanctions-program') readProgramme(element, programmes)
      else if (element.name === 'place') {
        places.set(attributeOf(element, 'ssid'), placeText(element))
      } else {
        refuseOtherRoot(element, 'swiss-sanctions-list', file, REMEDY)
        published = dayOfInstant(attributeOf(element, 'date'))
      }
    }
    for (const target of targets) {
      const party = target.party(programmes, places)
      if (typeof party === 'string') {
        gathering.reject(file.name, target.line, party, BAD_ROW_REMEDY)
      } else {
        gathering.row(party.list)
        gathering.party(party)
      }
    }
  }
  return { ...gathering.done(), ...(published === undefined ? {} : { published }) }
}

/** A target names a set of a programme; the programme has a name in several languages. */
function readProgramme(programme: XmlElement, programmes: Map<string, string>): void {
  const keys = elementsAt(programme, 'program-key')
  const english = keys.find((key) => attributeOf(key, 'lang') === 'eng') ?? keys[0]
  const name = english?.text.trim() || textAt(programme, 'program-name')
  for (const set of elementsAt(programme, 'sanctions-set')) {
    programmes.set(attributeOf(set, 'ssid'), name)
  }
}

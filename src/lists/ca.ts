import type { LegalDate } from '../kernel/index.ts'
import type { ListedParty } from '../screening/index.ts'
import { aliasesInText } from './alias-text.ts'
import { birthDaysIn } from './birth-text.ts'
import { gatherIdentifiers } from './identifiers.ts'
import { dayOrNothing } from './instant-day.ts'
import { distinct } from './name-text.ts'
import { BAD_ROW_REMEDY, Gathering, type ListReader } from './reading.ts'
import { rowRule, tidy } from './row-rule.ts'
import type { XmlElement } from './xml-element.ts'
import { readXmlRecords } from './xml-records.ts'
import { refuseOtherRoot } from './xml-root.ts'

/**
 * The Consolidated Canadian Autonomous Sanctions List (Special Economic Measures Act and the Justice
 * for Victims of Corrupt Foreign Officials Act), official XML: one `<record>` an item of a schedule.
 * Elements are named in English, in later files in both languages (`LastName-NomDeFamille`). The
 * country is that of the regulations and not of the party. The file states no publication day.
 */
const RECORDS = new Set(['record'])
const LIST = 'ca-sema'
const REMEDY = 'Download sema-lmes.xml from international.gc.ca.'

export const readCa: ListReader = async (files) => {
  const gathering = new Gathering()
  for (const file of files) {
    const reading = { records: RECORDS, file: file.name, remedy: REMEDY }
    for await (const record of readXmlRecords(file.chunks(), reading)) {
      if (record.name !== 'record') {
        refuseOtherRoot(record, 'data-set', file, REMEDY)
        continue
      }
      const party = partyOf(valuesOf(record))
      if (typeof party === 'string') {
        gathering.reject(file.name, record.line, party, BAD_ROW_REMEDY)
        continue
      }
      gathering.row(LIST)
      gathering.party(party)
      gathering.sawDay(party.from)
    }
  }
  return gathering.done()
}

type Value = (name: string) => string

function valuesOf(record: XmlElement): Value {
  const values = new Map(
    record.children.map(({ name, text }) => [
      (name.split('-')[0] ?? name).toLowerCase(),
      tidy(text),
    ]),
  )
  return (name) => values.get(name) ?? ''
}

function partyOf(value: Value): ListedParty | string {
  const entity = value('entityorship') || value('entity')
  const name = entity || [value('givenname'), value('lastname')].filter(Boolean).join(' ')
  if (name === '') return 'The record has no name'
  const regime = value('country').split(/\s*\/\s*/)[0] ?? ''
  const id = [regime, value('schedule') || 'N/A', value('item')].join(' · ')
  const imo = /\b\d{7}\b/.exec(value('shipimonumber'))?.[0] ?? ''
  const from: LegalDate | undefined = dayOrNothing(value('dateoflisting'))
  const title = value('titleorship') || value('title')
  return {
    id,
    source: 'ca',
    list: LIST,
    schema: imo !== '' ? 'Vessel' : entity === '' ? 'Person' : 'LegalEntity',
    name,
    aliases: distinct(aliasesOf(value), name),
    weakAliases: [],
    addresses: [],
    countries: [],
    birthDates:
      entity === '' ? birthDaysIn(value('dateofbirthorshipbuilddate') || value('dateofbirth')) : [],
    identifiers: gatherIdentifiers([['imo', imo]]),
    programmes: distinct([regime]),
    ...(title === '' ? {} : { remarks: title }),
    ...(from === undefined ? {} : { from }),
    rule: rowRule({ citation: `Schedule ${value('schedule') || 'N/A'}, item ${value('item')}` }),
  }
}

/**
 * An alias that is a given name alone (`Andrei`, `Sergei Nikolaevich`) or a family name alone, printed
 * in capitals, stands for the whole name; by itself it would match everyone so called.
 */
function aliasesOf(value: Value): readonly string[] {
  const [given, family] = [value('givenname'), value('lastname')]
  return aliasesInText(value('aliases')).map((alias) => {
    if (family === '' || alias.toLowerCase().includes(family.toLowerCase())) return alias
    if (/^\p{Lu}[\p{Lu}'’-]+$/u.test(alias)) return `${given} ${alias}`.trim()
    return !alias.includes(' ') || /(?:vich|vna)$/i.test(alias) ? `${alias} ${family}` : alias
  })
}

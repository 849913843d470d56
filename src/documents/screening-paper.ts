import { digestOf, type LegalDate } from '../kernel/index.ts'
import type { Hit, PartyQuery, ScreeningResult, SnapshotReference } from '../screening/index.ts'
import { facts, heading, paragraph } from './blocks.ts'
import { listBlocks } from './list-table.ts'
import { apart, english, plain, type Scribe, scribeOf } from './messages.ts'
import { nameWords } from './names.ts'
import type { Block, Language, Paper, Words } from './paper.ts'
import { SCREENED } from './screening-hits.ts'

/** What a document of a screening is made of. */
export interface ScreeningRecord {
  readonly query: PartyQuery
  readonly result: ScreeningResult
  readonly lists: readonly SnapshotReference[]
  /** The day whose lists were read. */
  readonly asOf: LegalDate
  readonly engine: { readonly version: string }
}

/** Who was asked for, against which lists of which day, and every hit with the rule of its row. */
export function screeningPaper(record: ScreeningRecord, language: Language): Paper {
  const { query, result, lists, asOf, engine } = record
  const scribe = scribeOf(language)
  const digest = digestOf(record)
  const title = scribe.text('screeningTitle', { name: query.name })
  return {
    kind: 'screening',
    title,
    language,
    keywords: [result.state, asOf, digest],
    head: apart([nameWords(title), plain(digest)]),
    foot: apart([plain(`Navicert ${engine.version}`), scribe.say('noAdvice')]),
    pageOf: scribe.text('pageOf'),
    blocks: [
      {
        kind: 'verdict',
        tone: SCREENED[result.state].tone,
        word: scribe.say(SCREENED[result.state].word),
        sentences: [scribe.say(SCREENED[result.state].means), ...result.because.map(english)],
      },
      facts(
        [scribe.say('screenedAgainst'), plain(asOf)],
        [scribe.say('engine'), plain(`Navicert ${engine.version}`)],
        [scribe.say('recordDigest'), plain(digest)],
      ),
      heading(1, scribe.say('asked')),
      askedFacts(query, scribe),
      heading(1, scribe.say('hits')),
      ...(result.hits.length === 0 ? [paragraph(scribe.say('none'))] : []),
      ...result.hits.flatMap((hit) => hitBlocks(hit, scribe)),
      ...listBlocks(lists, scribe),
      heading(1, scribe.say('about')),
      paragraph(scribe.say('aboutRepeat')),
      paragraph(scribe.say('aboutLanguage')),
      paragraph(scribe.say('noAdvice')),
    ],
  }
}

function askedFacts(query: PartyQuery, scribe: Scribe): Block {
  const { name, otherNames = [], schema, country, birthDate, address, identifiers = {} } = query
  const ids = Object.entries(identifiers).map(([kind, value]) => plain(`${kind}: ${value}`))
  return facts(
    [scribe.say('name'), nameWords(name, country, 'strong')],
    [scribe.say('otherNames'), apart(otherNames.map((other) => nameWords(other, country)))],
    [scribe.say('schema'), stated(schema)],
    [scribe.say('country'), stated(country)],
    [scribe.say('birthDate'), stated(birthDate)],
    [scribe.say('address'), address === undefined ? [] : nameWords(address, country)],
    [scribe.say('identifiers'), apart(ids)],
  )
}

function hitBlocks(hit: Hit, scribe: Scribe): readonly Block[] {
  const { party, snapshot, probability, nameScore, matchedName, because } = hit
  const { licenceRequirement, reviewPolicy, footnotes, citation } = party.rule
  const country = party.countries[0]
  return [
    heading(2, nameWords(party.name, country)),
    facts(
      [scribe.say('listAndEntry'), plain(`${party.list}: ${party.id}`)],
      [scribe.say('snapshot'), plain(snapshot)],
      [scribe.say('matchedName'), nameWords(matchedName, country)],
      [scribe.say('country'), stated(party.countries.join(', '))],
      [scribe.say('probability'), plain(String(probability))],
      [scribe.say('nameScore'), plain(String(nameScore))],
      [scribe.say('because'), apart(because.map(english), '\n')],
      [scribe.say('programmes'), stated(party.programmes.join(', '))],
      [scribe.say('rowDays'), daysOf(party)],
      [scribe.say('licenceRequirement'), said(licenceRequirement)],
      [scribe.say('licencePolicy'), said(reviewPolicy)],
      [scribe.say('footnotes'), stated(footnotes.join(', '))],
      [scribe.say('citation'), said(citation)],
    ),
  ]
}

function daysOf({ from, to }: Hit['party']): Words {
  return from === undefined && to === undefined ? [] : plain(`${from ?? '…'} – ${to ?? '…'}`)
}

function stated(text: string | undefined): Words {
  return text === undefined || text === '' ? [] : plain(text)
}

function said(text: string | undefined): Words {
  return text === undefined || text === '' ? [] : english(text)
}

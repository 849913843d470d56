import { type Classifier, createClassifier } from '../classification/index.ts'
import { type LegalDate, unwrap } from '../kernel/index.ts'
import { parseLaw, type Rulebook } from '../rulebook/index.ts'
import type { Hit, ScreeningResult } from '../screening/index.ts'
import {
  createDeterminer,
  createTransactionParser,
  type Determination,
  type DetermineOptions,
  type JurisdictionFinding,
  type PartyScreener,
  type RuleFinding,
  type Transaction,
} from './index.ts'
import { SMALL_LAW } from './small-law-text.fixture.ts'

/** The small law, with pieces of text replaced. */
export function smallLaw(
  ...changes: readonly (readonly [file: string, from: string, to: string])[]
): Rulebook {
  const files = { ...SMALL_LAW }
  for (const [file, from, to] of changes) {
    const text = files[file] ?? ''
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
    files[file] = text.replace(from, to)
  }
  return unwrap(parseLaw(Object.entries(files).map(([path, text]) => ({ path, text }))))
}

export interface SmallEngine {
  readonly rulebook: Rulebook
  readonly classifier: Classifier
  parse(value: unknown): Transaction
  determine(value: unknown, options?: DetermineOptions): Determination
  write(value: unknown, options?: DetermineOptions): string
}

export function smallEngine(rulebook: Rulebook = smallLaw()): SmallEngine {
  const classifier = createClassifier(rulebook)
  const determiner = createDeterminer({ rulebook, classifier, engineVersion: '1.0.0' })
  const parser = createTransactionParser(rulebook)
  const parse = (value: unknown): Transaction => unwrap(parser(value))
  return {
    rulebook,
    classifier,
    parse,
    determine: (value, options = {}) =>
      unwrap(determiner.determine(parse(value), { screener: NOBODY_LISTED, ...options })),
    write: (value, options = {}) =>
      unwrap(determiner.write(parse(value), { screener: NOBODY_LISTED, ...options })),
  }
}

/** Fresh lists on which nobody of these tests stands. */
export const NOBODY_LISTED: PartyScreener = {
  lists: [],
  screen: () => ({ state: 'clear', hits: [], because: [] }),
}

/** Lists on which one name stands. */
export function listing(
  name: string,
  row: Partial<Hit['party']> = {},
  probability = 1,
): PartyScreener {
  const party: Hit['party'] = {
    id: '42',
    source: 'us-bis',
    list: 'us-entity-list',
    schema: 'Organization',
    name: name.toUpperCase(),
    aliases: [],
    weakAliases: [],
    addresses: [],
    countries: ['CN'],
    birthDates: [],
    identifiers: {},
    programmes: [],
    rule: {
      licenceRequirement: 'For all items subject to the EAR. (See § 744.11 of the EAR)',
      reviewPolicy: 'Presumption of denial',
      footnotes: [],
      citation: '88 FR 1',
    },
    ...row,
  }
  const hit: ScreeningResult = {
    state: 'hit',
    because: [],
    hits: [
      {
        party,
        snapshot: 'sha256:0' as Hit['snapshot'],
        probability,
        nameScore: 1,
        matchedName: party.name,
        because: ['the names are the same'],
      },
    ],
  }
  return {
    lists: [],
    screen: (query) => (query.name === name ? hit : NOBODY_LISTED.screen(query)),
  }
}

/** A deal of which everything is stated, so that nothing but what is changed decides. */
export function fullDeal(changes: Readonly<Record<string, unknown>> = {}) {
  const deal = {
    id: 'deal',
    date: '2024-08-01',
    kind: 'export',
    route: { from: 'US', to: 'JP', via: [] },
    items: [{ id: 'chip', kind: 'ic.processor', characteristics: { tpp: 50, hard: false } }],
    parties: [
      {
        role: 'end-user',
        name: 'Kiku KK',
        country: 'JP',
        headquarters: 'JP',
        owners: [{ name: 'A. Founder', share: '1' }],
        facility: { makesAdvancedNode: false },
      },
    ],
    endUse: { uses: ['civil'], military: false, wmd: false },
    payment: { payer: 'Kiku KK' },
    knowledge: { informed: [], redFlags: [] },
    ...changes,
  }
  // As read from a file: what is changed to undefined is not there.
  return JSON.parse(JSON.stringify(deal)) as typeof deal
}

export function of(answer: Determination, code: string): JurisdictionFinding {
  const found = answer.jurisdictions.find(({ jurisdiction }) => jurisdiction === code)
  if (found === undefined) throw new Error(`${code} has no hold`)
  return found
}

/** A rule told of, or one that is undecided and named by what would decide it. */
export function ruleOf(answer: Determination, id: string): Partial<RuleFinding> | undefined {
  const [code = ''] = id.split(':')
  const told = of(answer, code).licence.by.find(({ rule }) => rule === id)
  const isNamed = answer.missing.some(({ wouldDecide }) => wouldDecide.includes(id))
  return told ?? (isNamed ? { rule: id, truth: 'unknown' } : undefined)
}

export function day(text: string): LegalDate {
  return text as LegalDate
}

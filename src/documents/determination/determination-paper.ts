import type { Determination, Transaction } from '../../determination/index.ts'
import type { Digest } from '../../kernel/index.ts'
import { facts, heading, list, paragraph, section } from '../blocks.ts'
import { listBlocks } from '../list-table.ts'
import { apart, english, plain, type Scribe, scribeOf } from '../messages.ts'
import type { Block, Language, Paper, Words } from '../paper.ts'
import { jurisdictionBlocks, referenceBlocks, verdictTable } from './jurisdictions.ts'
import {
  assumptionBlocks,
  coverageBlocks,
  dutyBlocks,
  flagBlocks,
  missingBlocks,
} from './open-points.ts'
import { partyBlocks } from './parties.ts'
import { reasonBlocks } from './reasons.ts'
import { statedBlocks } from './stated.ts'
import { meaningOf, toneOf } from './verdict.ts'

/** Sentences beside the verdict; an order of many items has one for each, which stand below. */
const MOST_REASONS = 6

/** What a document of a determination is made of. */
export interface DeterminationRecord {
  readonly answer: Determination
  readonly transaction: Transaction
  /** What to do next. */
  readonly steps: readonly string[]
  /** Where the answer was signed. */
  readonly certificate?: { readonly digest: Digest; readonly keyid: string }
}

/** The verdict in words first, then what it stands on, down to every rule and citation. */
export function determinationPaper(record: DeterminationRecord, language: Language): Paper {
  const { answer, transaction, steps } = record
  const scribe = scribeOf(language)
  const title = scribe.text('determinationTitle', { id: answer.id ?? '' }).trim()
  return {
    kind: 'determination',
    title,
    language,
    keywords: [answer.verdict, answer.asOf, answer.digest],
    head: apart([plain(title), plain(answer.digest)]),
    foot: apart([plain(`Navicert ${answer.engine.version}`), scribe.say('noAdvice')]),
    pageOf: scribe.text('pageOf'),
    blocks: [
      verdictBlock(answer, scribe),
      identityFacts(record, scribe),
      ...section(1, scribe.say('nextSteps'), list(steps.map(english), true)),
      ...flagBlocks(answer.redFlags, scribe),
      ...section(1, scribe.say('jurisdictions'), verdictTable(answer, scribe)),
      ...section(
        1,
        scribe.say('moreReasons'),
        list(answer.because.slice(MOST_REASONS).map(english)),
      ),
      ...missingBlocks(answer.missing, scribe),
      ...dutyBlocks(answer, scribe),
      ...statedBlocks(transaction, scribe),
      ...answer.jurisdictions.flatMap((one) => jurisdictionBlocks(one, answer.because, scribe)),
      ...referenceBlocks(answer.references, scribe),
      ...partyBlocks(answer.parties, transaction, scribe),
      ...assumptionBlocks(answer, scribe),
      ...coverageBlocks(answer.coverage, scribe),
      ...listBlocks(answer.lists, scribe),
      ...reasonBlocks(answer.reasons ?? [], scribe),
      ...aboutBlocks(scribe),
    ],
  }
}

function verdictBlock({ verdict, because }: Determination, scribe: Scribe): Block {
  const rest = because.length - MOST_REASONS
  return {
    kind: 'verdict',
    tone: toneOf(verdict),
    word: scribe.say(verdict),
    sentences: [
      scribe.say(meaningOf(verdict)),
      ...because.slice(0, MOST_REASONS).map(english),
      ...(rest > 0 ? [scribe.say('reasonsBelow', { count: rest })] : []),
    ],
  }
}

function identityFacts(record: DeterminationRecord, scribe: Scribe): Block {
  const { answer, certificate } = record
  return facts(
    [scribe.say('transaction'), transactionWords(record)],
    [scribe.say('asOf'), plain(answer.asOf)],
    [scribe.say('knownAt'), plain(answer.knownAt)],
    [scribe.say('edition'), plain(answer.rulebook.edition)],
    [scribe.say('editionDigest'), plain(answer.rulebook.digest)],
    [scribe.say('engine'), plain(`Navicert ${answer.engine.version}`)],
    [scribe.say('inputDigest'), plain(answer.input)],
    [scribe.say('answerDigest'), plain(answer.digest)],
    [scribe.say('certificate'), certificate === undefined ? [] : plain(certificate.digest)],
    [scribe.say('certificateKey'), certificate === undefined ? [] : plain(certificate.keyid)],
  )
}

function transactionWords({ answer, transaction: { kind, route } }: DeterminationRecord): Words {
  const way = [route?.from, ...(route?.via ?? []), route?.to].filter((place) => place !== undefined)
  const parts = [answer.id ?? '', kind ?? '', way.join(' → ')].filter((part) => part !== '')
  return plain(parts.join(' · '))
}

function aboutBlocks(scribe: Scribe): readonly Block[] {
  return [
    heading(1, scribe.say('about')),
    paragraph(scribe.say('aboutRepeat')),
    paragraph(scribe.say('aboutLanguage')),
    paragraph(scribe.say('noAdvice')),
  ]
}

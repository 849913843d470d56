import type {
  Answer,
  Determination,
  JurisdictionFinding,
  NexusFinding,
  ReferenceFinding,
} from '../../determination/index.ts'
import { facts, heading, list, section, table } from '../blocks.ts'
import { apart, english, plain, type Scribe, strong } from '../messages.ts'
import type { Block, Words } from '../paper.ts'
import { listBlocks } from './control-lists.ts'
import { exceptionTable } from './exceptions.ts'
import { ruleTable } from './rules.ts'
import { requiredKey } from './verdict.ts'

const FEW = 6

/** All jurisdictions with their verdicts at a glance. */
export function verdictTable({ jurisdictions }: Determination, scribe: Scribe): readonly Block[] {
  return table(
    [
      [scribe.say('jurisdiction'), 4],
      [scribe.say('verdict'), 3],
      [scribe.say('authority'), 5],
    ],
    jurisdictions.map(({ jurisdiction, name, verdict, licence }) => [
      apart([strong(jurisdiction), english(name)]),
      scribe.strong(verdict),
      english(licence.authority),
    ]),
  )
}

/**
 * What one jurisdiction says: why it applies, what is listed, what is required and what may lift it.
 * Sentences that were told as reasons of the verdict are told again only where they are few.
 */
export function jurisdictionBlocks(
  one: JurisdictionFinding,
  told: readonly string[],
  scribe: Scribe,
): readonly Block[] {
  const reasons =
    one.because.length > FEW ? one.because.filter((reason) => !told.includes(reason)) : one.because
  return [
    heading(
      1,
      apart([english(`${one.name} (${one.jurisdiction})`), scribe.say(one.verdict)], ': '),
    ),
    ...list(reasons.map(english)),
    ...section(2, scribe.say('nexus'), nexusTable(one.nexus, scribe)),
    ...section(2, scribe.say('listing'), listBlocks(one.items, scribe)),
    heading(2, scribe.say('licence')),
    licenceFacts(one, scribe),
    ...section(2, scribe.say('rules'), ruleTable(one.licence, scribe)),
    ...section(2, scribe.say('exceptions'), exceptionTable(one.licence.exceptions, scribe)),
  ]
}

function nexusTable(nexus: readonly NexusFinding[], scribe: Scribe): readonly Block[] {
  const words = { true: 'yes', false: 'no', unknown: 'open' } as const
  return table(
    [
      [scribe.say('way'), 2],
      [scribe.say('finding'), 2],
      [scribe.say('why'), 6],
      [scribe.say('citation'), 3],
    ],
    nexus.map(({ kind, truth, through = [], because, cite }) => [
      apart([plain(kind), plain(through.join(', '))].filter(([first]) => first?.text !== '')),
      scribe.strong(words[truth]),
      english(because),
      english(cite),
    ]),
  )
}

function licenceFacts({ licence, verdict }: JurisdictionFinding, scribe: Scribe): Block {
  const { required, heldBy, notFitting, authority } = licence
  const said = (answer: Answer) => requiredKey(answer, verdict)
  const unfit = notFitting.map(({ id, item, because }) =>
    english(`${id} (${item}): ${because.join(' ')}`),
  )
  return facts(
    [scribe.say('requiredAsWritten'), scribe.strong(said(required.asWritten))],
    [scribe.say('requiredAsAdministered'), scribe.say(said(required.asAdministered))],
    [scribe.say('authority'), english(authority)],
    [scribe.say('heldBy'), heldBy.length === 0 ? [] : plain(heldBy.join(', '))],
    [scribe.say('notFitting'), apart(unfit, '\n')],
  )
}

/** Regimes' lists bind no exporter; they are told apart from the answers of jurisdictions. */
export function referenceBlocks(
  references: readonly ReferenceFinding[],
  scribe: Scribe,
): readonly Block[] {
  const tables = references.flatMap(({ jurisdiction, name, items }): readonly Block[] => {
    const title: Words = english(`${name} (${jurisdiction})`)
    return section(2, title, listBlocks(items, scribe))
  })
  return section(1, scribe.say('references'), tables)
}

import { type ComparedParty, compareParties, parsePair } from 'navicert/screening'
import { type Benchmark, type Figures, round } from './figures.ts'
import { CROSS_VALIDATED } from './screening-cross-validated.ts'
import {
  ACROSS_SCRIPTS,
  type LabelledRow,
  readClean,
  readPopulation,
  readRows,
} from './screening-lists.ts'
import { type JudgedPair, measuresOf, NAMES_ONLY, reaches } from './screening-measures.ts'
import { createFinder } from './screening-search.ts'

const FILES = [
  'name-bench',
  'entity-checks',
  'real-crosslist-judgements',
  'real-samelist-hard-negatives',
  'real-crossscript',
  'native-scripts',
  'yente-un-treated',
  ACROSS_SCRIPTS,
  'putin-aliases',
  'nomenklatura-logic-v2-cases',
  'watchman-entity-cases',
  'js-peers-cases',
]
/** The documented threshold of nomenklatura's logic-v2. */
const PEER_FROM = 0.7
const PERSONS = 1000
const ALERTS = { global: '<= 12', us: '<= 6' } as const

/**
 * How right screening is on the labelled pairs, and how often it stops clean persons, each beside its
 * target and beside what weights say that did not see the pair (scripts/fit-screening.mjs).
 */
export const benchmark: Benchmark = async (tell) => {
  const measures = measuresOf(FILES.flatMap(judged))
  const figures: Record<string, number> = {}
  for (const { name, value, right, of, target } of measures) {
    const blind = CROSS_VALIDATED[name]
    const said =
      target === '' ? '' : `, target ${target}${reaches(value, target) ? '' : ': missed'}`
    const unseen = blind === undefined ? '' : `, unseen ${round(blind)}`
    tell(`${name}: ${round(value)} (${right} of ${of} right)${unseen}${said}`)
    figures[name] = round(value)
  }
  return { ...figures, ...(await alerts(tell)) }
}

function judged(file: string): readonly JudgedPair[] {
  return readRows(file).flatMap((row): readonly JudgedPair[] => {
    const { match } = row
    const pair = row.candidate === null ? undefined : parsePair(row)
    if (match === null || pair === undefined || !pair.ok) return []
    const { query, candidate } = pair.value
    const judge = (name: string, asked: ComparedParty, listed: ComparedParty): JudgedPair => ({
      ...described(row),
      file: name,
      isSame: match,
      isMatch: compareParties(asked, listed).match,
    })
    const whole = judge(file, query, candidate)
    if (file !== 'real-samelist-hard-negatives') return [whole]
    return [whole, judge(NAMES_ONLY, namesOf(query), namesOf(candidate))]
  })
}

function described({ group, script, quality, query, peerScore }: LabelledRow) {
  const [peer] = Object.values(peerScore ?? {})
  const peerMatch = peer === undefined ? undefined : peer >= PEER_FROM
  return { group, script, quality, schema: query.schema, peerMatch }
}

function namesOf({ name, aliases, weakAliases, schema }: ComparedParty): ComparedParty {
  return { name, aliases, weakAliases, schema }
}

/** Clean persons in a thousand for whom a listed person is found, by name alone. */
async function alerts(tell: (line: string) => void): Promise<Figures> {
  const find = createFinder(await readPopulation())
  const figures: Record<string, number> = {}
  for (const region of ['global', 'us'] as const) {
    const stopped = readClean(region, 0, PERSONS).filter((asked) =>
      find(asked).some(({ party }) => party.schema === 'Person' || party.schema === 'LegalEntity'),
    ).length
    const target = ALERTS[region]
    const said = reaches(stopped, target) ? '' : ': missed'
    tell(`alerts for 1,000 clean persons, ${region}: ${stopped}, target ${target}${said}`)
    figures[`alerts, ${region}`] = stopped
  }
  return figures
}

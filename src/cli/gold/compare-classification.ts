import type {
  Classification,
  EntryFinding,
  JurisdictionClassification,
} from '../../classification/index.ts'
import { isAtOrBelow } from '../../kernel/index.ts'
import type { GoldCode, GoldExpectation } from './gold-row.ts'
import { type Finding, type Outcome, worstOf } from './outcome.ts'

const UNDECIDED_PREFIX = 'UNKNOWN:'

/** Compares what the row expects of the classification, jurisdiction by jurisdiction. */
export function compareClassification(
  expected: GoldExpectation,
  answer: Classification,
): readonly Finding[] {
  const findings: Finding[] = []
  for (const [jurisdiction, code] of expectedCodes(expected)) {
    const answered = answer.byJurisdiction.get(jurisdiction)
    const version = expected.version?.[jurisdiction]
    findings.push(compareCode(`${jurisdiction} classification`, code, answered, version))
    if (expected.conflict === true) findings.push(compareConflict(jurisdiction, answer))
  }
  if (expected.icClassification !== undefined) {
    const jurisdiction = expected.jurisdiction ?? 'US'
    const answered = answer.content[0]?.byJurisdiction.get(jurisdiction)
    const of = `${jurisdiction} classification of the first contained item`
    findings.push(compareCode(of, expected.icClassification, answered, undefined))
  }
  return findings
}

export function expectedCodes(expected: GoldExpectation): readonly (readonly [string, GoldCode])[] {
  const { jurisdiction, classification } = expected
  const one = jurisdiction === undefined || classification === undefined
  return [
    ...Object.entries(expected.byJurisdiction ?? {}),
    ...(one ? [] : [[jurisdiction, classification] as const]),
  ]
}

function compareConflict(jurisdiction: string, answer: Classification): Finding {
  const seen = [answer, ...answer.content].some(
    (one) => (one.byJurisdiction.get(jurisdiction)?.contradictions.length ?? 0) > 0,
  )
  return {
    outcome: seen ? 'agreed' : 'differed',
    of: `${jurisdiction} contradiction between claim and parameters`,
    expected: 'reported',
    answered: seen ? 'reported' : 'not reported',
  }
}

function compareCode(
  of: string,
  expected: GoldCode,
  answered: JurisdictionClassification | undefined,
  version: string | undefined,
): Finding {
  const outcome = answered === undefined ? 'undetermined' : outcomeOf(expected, answered, version)
  const suffix = version === undefined ? '' : ` in version ${version}`
  return {
    outcome,
    of,
    expected: `${expected === null ? 'not listed' : [expected].flat().join(' + ')}${suffix}`,
    answered: answered === undefined ? 'no such jurisdiction' : describe(answered),
  }
}

function outcomeOf(
  expected: GoldCode,
  answered: JurisdictionClassification,
  version: string | undefined,
): Outcome {
  if (expected === null) return notListed(answered)
  const codes = [expected].flat()
  const named = codes.filter((code) => code.startsWith(UNDECIDED_PREFIX))
  if (named.length === codes.length) {
    return undecided(
      named.map((code) => code.slice(UNDECIDED_PREFIX.length)),
      answered,
    )
  }
  const outcomes = codes.map((code) => oneCode(code, answered, version))
  return worstOf(outcomes.map((outcome) => ({ outcome, of: '', expected: '', answered: '' })))
}

function oneCode(
  code: string,
  answered: JurisdictionClassification,
  version: string | undefined,
): Outcome {
  if (code === 'n/a') return 'agreed'
  if (code === 'EAR99') return onNoEntry(answered)
  if (code.startsWith(UNDECIDED_PREFIX)) {
    const named = code.slice(UNDECIDED_PREFIX.length)
    if (answered.undecided.some((finding) => isUnder(finding, named))) return 'agreed'
    return answered.met.some((finding) => isUnder(finding, named)) ? 'differed' : 'false clear'
  }
  return listed(code, answered, version)
}

/** Expected: an entry at or below the code. */
function listed(
  code: string,
  answered: JurisdictionClassification,
  version: string | undefined,
): Outcome {
  const fits = (finding: EntryFinding): boolean =>
    isUnder(finding, code) && (version === undefined || finding.entry.version === version)
  const met = answered.met.find(fits)
  if (met !== undefined) return met.entry.fallback ? fallback(met, answered) : 'agreed'
  if (answered.undecided.some(fits)) return 'undetermined'
  if (answered.met.some((finding) => !finding.entry.fallback)) return 'differed'
  if (answered.undecided.length > 0 || answered.listed === 'not-covered') return 'undetermined'
  return 'false clear'
}

/** A fallback holds only where no other entry is true or undecided, unless a claim settles it. */
function fallback(met: EntryFinding, answered: JurisdictionClassification): Outcome {
  if (met.basis === 'claim') return 'agreed'
  if (answered.met.some((finding) => !finding.entry.fallback)) return 'differed'
  const open = answered.undecided.some((finding) => !finding.entry.fallback)
  return open || met.provisional ? 'undetermined' : 'agreed'
}

/** Expected: nothing encoded lists it, and nothing is undecided. */
function notListed(answered: JurisdictionClassification): Outcome {
  if (answered.met.length > 0) return 'differed'
  return answered.undecided.length > 0 ? 'undetermined' : 'agreed'
}

function onNoEntry(answered: JurisdictionClassification): Outcome {
  if (answered.met.length > 0) return 'differed'
  return answered.listed === 'not-listed' ? 'agreed' : 'undetermined'
}

/** Expected: exactly these entries are undecided, and none but a fallback is true. */
function undecided(named: readonly string[], answered: JurisdictionClassification): Outcome {
  const open = answered.undecided.filter((finding) => !finding.entry.fallback)
  const met = answered.met.filter((finding) => !finding.entry.fallback)
  const allOpen = named.every((code) => open.some((finding) => isUnder(finding, code)))
  const noOther = open.every((finding) => named.some((code) => isUnder(finding, code)))
  if (met.length === 0 && allOpen) return noOther ? 'agreed' : 'differed'
  if (met.length === 0 && open.length === 0 && answered.listed !== 'not-covered')
    return 'false clear'
  return 'differed'
}

function isUnder(finding: EntryFinding, paragraph: string): boolean {
  return isAtOrBelow(finding.entry.code, paragraph)
}

function describe({ met, undecided: open, listed: state }: JurisdictionClassification): string {
  const said = [
    ...met.map((finding) => `${finding.entry.code}${versionOf(finding)}`),
    ...open.map((finding) => `${finding.entry.code} undecided (${finding.missing.join(', ')})`),
  ]
  if (said.length === 0) return state === 'not-listed' ? 'not listed' : state
  return said.length > 8
    ? `${said.slice(0, 8).join(' + ')} + ${said.length - 8} more`
    : said.join(' + ')
}

function versionOf({ entry }: EntryFinding): string {
  return entry.version === 'current' ? '' : ` (${entry.version})`
}

import type { Answer, Determination, JurisdictionFinding } from '../../determination/index.ts'
import { isAtOrBelow } from '../../kernel/index.ts'
import type { GoldException, GoldExpectation } from './gold-row.ts'
import type { Finding, Outcome } from './outcome.ts'

/** The word under which rows say that no general authorisation is available. */
const INDIVIDUAL = 'individual'

/**
 * Compares what the row expects of the licence. `encoded`: ids of the rules of the rulebook. With words of the row not understood, an answer that
 * no licence is required counts as undetermined: it may have turned on them.
 */
export function compareLicence(
  expected: GoldExpectation,
  answer: Determination,
  notUnderstood: readonly string[],
  encoded: ReadonlySet<string>,
): readonly Finding[] {
  const jurisdiction = expected.jurisdiction ?? Object.keys(expected.byJurisdiction ?? {})[0] ?? ''
  const found = answer.jurisdictions.find((one) => one.jurisdiction === jurisdiction)
  const { asWritten, asAdministered } = requiredBy(found, jurisdiction, encoded, notUnderstood)
  const findings: Finding[] = []
  const { licenceRequired, licenceRequiredAsAdministered: administered } = expected
  if (licenceRequired !== undefined) {
    const outcome = compareAnswer(licenceRequired, asWritten, 'false clear')
    findings.push(finding(outcome, `${jurisdiction} licence required`, licenceRequired, asWritten))
  }
  if (administered !== undefined) {
    const of = `${jurisdiction} licence required as administered`
    const outcome = compareAnswer(administered, asAdministered, 'differed')
    findings.push(finding(outcome, of, administered, asAdministered))
  }
  const open = asWritten === 'unknown'
  for (const rule of expected.rules ?? []) {
    // An answer prints general rules that apply or are open. One that is encoded, and that a decided
    // answer without a licence does not print, was tested and does not apply, as the row says.
    const silent =
      asWritten === false &&
      licenceRequired === false &&
      [...encoded].some((one) => fits(one, rule))
    findings.push(compareRule(rule, jurisdiction, reportedBy(answer, found), open, silent))
  }
  if (typeof expected.authorisation === 'string')
    findings.push(compareAuthorisation(expected.authorisation, jurisdiction, found, open))
  if (expected.exception !== undefined)
    findings.push(compareException(expected.exception, jurisdiction, found))
  return findings
}

function requiredBy(
  found: JurisdictionFinding | undefined,
  jurisdiction: string,
  encoded: ReadonlySet<string>,
  notUnderstood: readonly string[],
): { asWritten: Answer; asAdministered: Answer } {
  const doubt = (answer: Answer): Answer =>
    answer === false && notUnderstood.length > 0 ? 'unknown' : answer
  const { asWritten, asAdministered } =
    found?.licence.required ?? whereNotHeld(jurisdiction, encoded)
  return { asWritten: doubt(asWritten), asAdministered: doubt(asAdministered) }
}

/** An answer leaves out a jurisdiction with rules that surely has no hold: it asks for nothing. */
function whereNotHeld(
  jurisdiction: string,
  encoded: ReadonlySet<string>,
): { asWritten: Answer; asAdministered: Answer } {
  const answer = [...encoded].some((rule) => rule.startsWith(`${jurisdiction}:`))
    ? false
    : 'unknown'
  return { asWritten: answer, asAdministered: answer }
}

/** `falseNegative`: what it is called when a requirement is missed. */
function compareAnswer(expected: Answer, answered: Answer, falseNegative: Outcome): Outcome {
  if (expected === answered) return 'agreed'
  if (answered === 'unknown') return 'undetermined'
  return answered === false ? falseNegative : 'differed'
}

/**
 * Rules that the answer tells of, also those through which the jurisdiction reaches, and those that it
 * names by the facts that would decide them.
 */
function reportedBy(
  { missing }: Determination,
  found: JurisdictionFinding | undefined,
): readonly string[] {
  const told = (found?.licence.by ?? []).map(({ rule }) => rule)
  const reaching = (found?.nexus ?? []).flatMap(({ through }) => through ?? [])
  return [...new Set([...told, ...reaching, ...missing.flatMap(({ wouldDecide }) => wouldDecide)])]
}

/** A row may name a rule, the section above it, or all that begin so (`US:chart:*`). */
function fits(encoded: string, named: string): boolean {
  return named.endsWith('*') ? encoded.startsWith(named.slice(0, -1)) : isAtOrBelow(encoded, named)
}

/** A rule can be named because it does not apply: it must be reported, with whatever truth. */
function compareRule(
  rule: string,
  jurisdiction: string,
  reported: readonly string[],
  open: boolean,
  silent: boolean,
): Finding {
  const named = silent || reported.some((one) => fits(one, rule))
  const outcome = named ? 'agreed' : open ? 'undetermined' : 'differed'
  const others = reported.slice(0, 6).join(' + ')
  return finding(outcome, `${jurisdiction} rules`, rule, named ? rule : others || 'none')
}

/**
 * A general authorisation is found where its items and destinations fit, whether or not its further
 * conditions are stated to be met.
 */
function compareAuthorisation(
  expected: string,
  jurisdiction: string,
  found: JurisdictionFinding | undefined,
  open: boolean,
): Finding {
  const available = (found?.licence.exceptions ?? []).filter((one) => one.usable !== false)
  const answered = [...new Set(available.map((one) => one.id))].join(' + ') || INDIVIDUAL
  const fits =
    expected === INDIVIDUAL ? available.length === 0 : available.some((one) => one.id === expected)
  const outcome = fits ? 'agreed' : open ? 'undetermined' : 'differed'
  return finding(outcome, `${jurisdiction} authorisation`, expected, answered)
}

function compareException(
  expected: GoldException,
  jurisdiction: string,
  found: JurisdictionFinding | undefined,
): Finding {
  const answered = found?.licence.exceptions.find((one) => one.id === expected.id)?.usable
  const of = `${jurisdiction} exception ${expected.id} usable`
  if (answered === undefined) {
    // Not offered is not usable; whether it might be is then not said.
    const outcome = expected.usable === false ? 'agreed' : 'undetermined'
    return finding(outcome, of, expected.usable, 'not offered')
  }
  // An exception wrongly taken as usable lets goods go that need a licence.
  if (answered === true && expected.usable !== true)
    return finding('false clear', of, expected.usable, answered)
  return finding(
    compareAnswer(expected.usable, answered, 'differed'),
    of,
    expected.usable,
    answered,
  )
}

function finding(
  outcome: Outcome,
  of: string,
  expected: Answer | string,
  answered: Answer | string,
): Finding {
  return { outcome, of, expected: String(expected), answered: String(answered) }
}

import {
  type Classification,
  type JurisdictionClassification,
  parseItem,
} from '../../classification/index.ts'
import type { Engine } from '../../desk/index.ts'
import type { Answer, Determination, JurisdictionFinding } from '../../determination/index.ts'
import { isAtOrBelow, type Problem, ProblemError, unwrap } from '../../kernel/index.ts'
import type { LawCase } from '../../rulebook/index.ts'
import type { Screener } from '../../screening/index.ts'

/** Parties of a case are who its author says they are: nobody is screened, and nobody else is listed. */
const STATED_PARTIES: Screener = {
  lists: [],
  screen: () => ({ state: 'clear', hits: [], because: ['stated by the case'] }),
  covers: () => 'true',
}

/** What a case expects and the engine does not answer, in sentences; nothing where all holds. */
export function runLawCase(lawCase: LawCase, engine: Engine): readonly string[] {
  try {
    return [...classificationFaults(lawCase, engine), ...determinationFaults(lawCase, engine)]
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.problems.map(refusal)
  }
}

/** What the engine answers to the transaction of a case; nothing where it cannot be read. */
export function answerLawCase(lawCase: LawCase, engine: Engine): Determination | undefined {
  const { transaction } = lawCase
  if (transaction === undefined) return undefined
  try {
    return determine(lawCase, transaction, engine)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return undefined
  }
}

function refusal({ detail, where, remedy }: Problem): string {
  const place = where?.path === undefined ? '' : `${where.path}: `
  return `the facts cannot be read: ${place}${detail}${remedy === undefined ? '' : ` ${remedy}`}`
}

// --- What it is ---------------------------------------------------------------------------------

function classificationFaults(lawCase: LawCase, { classifier }: Engine): readonly string[] {
  const { item, expect, asOf, knownAt, transaction } = lawCase
  if (item === undefined) return []
  const options = { asOf, ...(knownAt === undefined ? {} : { knownAt }) }
  const answer = unwrap(classifier.classify(unwrap(parseItem(item)), options))
  const { entries = {}, undecided = {}, missing = [], contradiction } = expect
  const contradicted = [...answer.byJurisdiction.values()].some(
    (one) => one.contradictions.length > 0,
  )
  return [
    ...Object.entries(entries).flatMap(([jurisdiction, codes]) =>
      entryFaults(jurisdiction, codes, Object.hasOwn(undecided, jurisdiction), answer),
    ),
    ...Object.entries(undecided).flatMap(([jurisdiction, codes]) =>
      undecidedFaults(jurisdiction, codes, answer),
    ),
    ...(transaction === undefined ? missing.flatMap((fact) => missingFault(fact, answer)) : []),
    ...(contradiction === undefined || contradiction === contradicted
      ? []
      : [
          contradiction
            ? 'no contradiction between claim and parameters is found'
            : 'a contradiction is found',
        ]),
  ]
}

/** `[]`: nothing is true, and nothing is open that the case does not name. */
function entryFaults(
  jurisdiction: string,
  codes: readonly string[],
  namesUndecided: boolean,
  answer: Classification,
): readonly string[] {
  const found = answer.byJurisdiction.get(jurisdiction)
  if (found === undefined) return [`${jurisdiction} is no jurisdiction of this law folder`]
  const met = found.met.map(({ entry }) => entry.code)
  const lacking = codes.filter((code) => !met.some((one) => isAtOrBelow(one, code)))
  const others = found.met
    .filter(({ entry }) => !codes.some((code) => isAtOrBelow(entry.code, code)))
    .map(({ entry }) => entry.code)
  const open = codes.length === 0 && !namesUndecided ? openCodes(found) : []
  return [
    ...lacking.map(
      (code) => `${jurisdiction}:${code} should be met, and is ${stateOf(code, found)}`,
    ),
    ...others.map((code) => `${jurisdiction}:${code} is met, and the case does not name it`),
    ...open.map(
      (code) => `${jurisdiction}:${code} should not be met, and is ${stateOf(code, found)}`,
    ),
  ]
}

/** Fallbacks aside: they stay open with whatever else is. */
function undecidedFaults(
  jurisdiction: string,
  codes: readonly string[],
  answer: Classification,
): readonly string[] {
  const found = answer.byJurisdiction.get(jurisdiction)
  if (found === undefined) return [`${jurisdiction} is no jurisdiction of this law folder`]
  const open = openCodes(found)
  const lacking = codes.filter((code) => !open.some((one) => isAtOrBelow(one, code)))
  const others = open.filter((one) => !codes.some((code) => isAtOrBelow(one, code)))
  return [
    ...lacking.map(
      (code) => `${jurisdiction}:${code} should be open, and is ${stateOf(code, found)}`,
    ),
    ...others.map(
      (code) => `${jurisdiction}:${code} is ${stateOf(code, found)}, and the case does not name it`,
    ),
  ]
}

function openCodes(found: JurisdictionClassification): readonly string[] {
  return found.undecided.filter(({ entry }) => !entry.fallback).map(({ entry }) => entry.code)
}

function stateOf(code: string, found: JurisdictionClassification): string {
  if (found.met.some(({ entry }) => isAtOrBelow(entry.code, code))) return 'met'
  const open = found.undecided.filter(({ entry }) => isAtOrBelow(entry.code, code))
  if (open.length === 0) return 'not met'
  const needs = [...new Set(open.flatMap(({ missing }) => missing))]
  return needs.length === 0
    ? 'open, for its text is not read'
    : `open, and needs ${needs.join(', ')}`
}

function missingFault(fact: string, answer: Classification): readonly string[] {
  const asked = [answer, ...answer.content].flatMap(({ questions }) =>
    questions.map(({ parameter }) => parameter),
  )
  return asked.includes(fact)
    ? []
    : [`${fact} should be asked for; asked: ${asked.join(', ') || 'nothing'}`]
}

// --- Whether it may go --------------------------------------------------------------------------

function determinationFaults(lawCase: LawCase, engine: Engine): readonly string[] {
  const { expect, transaction } = lawCase
  if (transaction === undefined) return []
  const answer = determine(lawCase, transaction, engine)
  const { licence = {}, asAdministered = {}, rules = {}, authorisations = {}, nexus = {} } = expect
  const found = (code: string): JurisdictionFinding | undefined =>
    answer.jurisdictions.find(({ jurisdiction }) => jurisdiction === code)
  return [
    ...Object.entries(licence).flatMap(([code, wanted]) =>
      answerFault(`${code} licence required`, wanted, found(code)?.licence.required.asWritten),
    ),
    ...Object.entries(asAdministered).flatMap(([code, wanted]) =>
      answerFault(
        `${code} licence required as administered`,
        wanted,
        found(code)?.licence.required.asAdministered,
      ),
    ),
    ...Object.entries(rules).flatMap(([code, ids]) => ruleFaults(ids, 'true', found(code), answer)),
    ...Object.entries(expect.notRules ?? {}).flatMap(([code, ids]) =>
      notRuleFaults(ids, found(code)),
    ),
    ...Object.entries(expect.administered ?? {}).flatMap(([code, wanted]) =>
      Object.entries(wanted).flatMap(([rule, truth]) =>
        administeredFaults(rule, truth, found(code)),
      ),
    ),
    ...Object.entries(expect.undecidedRules ?? {}).flatMap(([code, ids]) =>
      ruleFaults(ids, 'unknown', found(code), answer),
    ),
    ...Object.entries(nexus).flatMap(([code, kinds]) => nexusFaults(code, kinds, found(code))),
    ...Object.entries(authorisations).flatMap(([code, ids]) =>
      authorisationFaults(code, ids, found(code)),
    ),
    ...Object.entries(expect.exceptions ?? {}).flatMap(([code, wanted]) =>
      Object.entries(wanted).flatMap(([id, answer]) => usableFaults(code, id, answer, found(code))),
    ),
    ...(lawCase.item === undefined ? entryFaultsOfDeal(lawCase, answer) : []),
    ...(expect.missing ?? []).flatMap((fact) => missingFactFault(fact, answer)),
    ...flagFaults('open', expect.redFlags, answer),
    ...flagFaults('resolved', expect.resolvedFlags, answer),
    ...(expect.verdict === undefined || expect.verdict === answer.verdict
      ? []
      : [
          `the verdict should be ${expect.verdict}, and is ${answer.verdict}: ${answer.because[0] ?? ''}`,
        ]),
  ]
}

/** Read as a user's transaction is: what the case does not state is unknown. */
function determine(
  { id, item, asOf, knownAt }: LawCase,
  stated: Readonly<Record<string, unknown>>,
  { parseTransaction, determiner }: Engine,
): Determination {
  const items = item === undefined ? {} : { items: [{ id: 'item', ...item }] }
  const transaction = unwrap(parseTransaction({ id, ...stated, ...items }))
  const days = { asOf, ...(knownAt === undefined ? {} : { knownAt }) }
  // A case about a requirement states the characteristics of the entry it speaks of, and no others.
  const how = { ...days, screener: STATED_PARTIES, entries: 'met' } as const
  return unwrap(determiner.determine(transaction, how))
}

function answerFault(of: string, wanted: Answer, answered: Answer | undefined): readonly string[] {
  if (wanted === answered) return []
  const said = answered === undefined ? 'not answered: no hold is found' : String(answered)
  return [`${of} should be ${String(wanted)}, and is ${said}`]
}

/** A kind that is not said to hold, in a seat that is held otherwise or not at all, does not. */
function nexusFaults(
  code: string,
  kinds: NonNullable<LawCase['expect']['nexus']>[string],
  found: JurisdictionFinding | undefined,
): readonly string[] {
  return Object.entries(kinds).flatMap(([kind, wanted]) => {
    const finding = found?.nexus.find((one) => one.kind === kind)
    const through = finding?.through ?? []
    if (typeof wanted === 'object') {
      const lacking = wanted.filter((id) => !through.includes(id))
      const said = through.join(', ') || (finding?.because ?? 'nothing')
      return lacking.map((id) => `${code} should hold it through ${id}; it does through: ${said}`)
    }
    const answered = finding?.truth ?? 'false'
    return answered === String(wanted)
      ? []
      : [`${code} ${kind} should be ${wanted}, and is ${answered}: ${finding?.because ?? ''}`]
  })
}

function ruleFaults(
  ids: readonly string[],
  wanted: 'true' | 'unknown',
  found: JurisdictionFinding | undefined,
  { missing }: Determination,
): readonly string[] {
  const applying = (found?.licence.by ?? []).filter(({ truth }) => truth === wanted)
  // An open rule that a missing fact names is told of there alone.
  const asked = wanted === 'unknown' ? missing.flatMap(({ wouldDecide }) => wouldDecide) : []
  const names = new Set(applying.map(({ rule }) => rule))
  return ids
    .filter((id) => !names.has(id) && !asked.includes(id))
    .map((id) => {
      const other = found?.licence.by.find(({ rule }) => rule === id)
      const needed = missing.filter(({ wouldDecide }) => wouldDecide.includes(id))
      const needs =
        needed.length === 0 ? '' : `, needs ${needed.map(({ fact }) => fact).join(', ')}`
      const state = other?.truth ?? (needs === '' ? 'not reported' : `unknown${needs}`)
      return `${id} should ${wanted === 'true' ? 'apply' : 'be open'}, and is ${state}; so are: ${[...names].join(', ') || 'none'}`
    })
}

/** A rule that nearly holds and does not; an open one is named under `undecidedRules`. */
function notRuleFaults(
  ids: readonly string[],
  found: JurisdictionFinding | undefined,
): readonly string[] {
  if (found === undefined && ids.length > 0)
    return [`no hold is found, so that nothing is nearly held`]
  return ids.flatMap((id) => {
    const readings = (found?.licence.by ?? []).filter(({ rule }) => rule === id)
    const worst = readings.find(({ truth }) => truth !== 'false')
    return worst === undefined ? [] : [`${id} should not apply, and is ${worst.truth}`]
  })
}

/** What the authority is known to do with a rule, which may differ from what the rule says. */
function administeredFaults(
  rule: string,
  wanted: Answer | 'as written',
  found: JurisdictionFinding | undefined,
): readonly string[] {
  const reading = found?.licence.by.find((one) => one.rule === rule)
  const said = reading === undefined ? 'not read' : (reading.administered?.truth ?? 'as written')
  return said === String(wanted)
    ? []
    : [`${rule} as administered should be ${String(wanted)}, and is ${said}`]
}

function authorisationFaults(
  code: string,
  ids: readonly string[],
  found: JurisdictionFinding | undefined,
): readonly string[] {
  const offered = (found?.licence.exceptions ?? []).filter(({ usable }) => usable !== false)
  const names = [...new Set(offered.map(({ id }) => id))]
  const lacking = ids.filter((id) => !names.includes(id))
  const others = ids.length === 0 ? names : []
  return [
    ...lacking.map(
      (id) => `${code} ${id} should be available; available: ${names.join(', ') || 'none'}`,
    ),
    ...others.map((id) => `${code} ${id} is available, and the case expects none`),
  ]
}

/** What is not offered cannot be used. */
function usableFaults(
  code: string,
  id: string,
  wanted: Answer,
  found: JurisdictionFinding | undefined,
): readonly string[] {
  const exception = found?.licence.exceptions.find((one) => one.id === id)
  const usable = exception?.usable ?? false
  if (usable === wanted) return []
  const open = (exception?.conditions ?? []).map(({ text, met }) => `${text} (${String(met)})`)
  return [
    `${code} ${id} usable should be ${String(wanted)}, and is ${String(usable)}: ${open.join('; ') || 'not offered'}`,
  ]
}

function entryFaultsOfDeal({ expect }: LawCase, answer: Determination): readonly string[] {
  return Object.entries(expect.entries ?? {}).flatMap(([code, wanted]) => {
    const items = [...answer.jurisdictions, ...answer.references]
      .filter(({ jurisdiction }) => jurisdiction === code)
      .flatMap((one) => one.items)
    const met = items
      .flatMap(({ entries }) => entries.filter(({ truth }) => truth === 'true'))
      .map((one) => one.code)
    const lacking = wanted.filter((one) => !met.some((is) => isAtOrBelow(is, one)))
    return lacking.map((one) => `${code}:${one} should be met; met: ${met.join(', ') || 'none'}`)
  })
}

/** By rule: every one that is wanted, and no other. */
function flagFaults(
  wantedState: 'open' | 'resolved',
  wanted: readonly string[] | undefined,
  { redFlags }: Determination,
): readonly string[] {
  if (wanted === undefined) return []
  const raised = redFlags.filter(({ state }) => state === wantedState)
  const rules = new Set(raised.map(({ rule }) => rule))
  const lacking = wanted.filter((rule) => !rules.has(rule))
  const others = raised.filter(({ rule }) => !wanted.includes(rule))
  return [
    ...lacking.map((rule) => `the red flag ${rule} should be ${wantedState}, and is not`),
    ...others.map(
      ({ because }) => `a red flag is ${wantedState} that the case does not name: ${because}`,
    ),
  ]
}

function missingFactFault(fact: string, { missing }: Determination): readonly string[] {
  const named = missing.map((one) => one.fact)
  const fits = named.some((one) => one === fact || one.endsWith(`.${fact}`))
  return fits ? [] : [`${fact} should be missing; missing: ${named.join(', ') || 'nothing'}`]
}

import { codeMatches } from './comparison.ts'
import { type LintProblem, lintWarning } from './lint-problem.ts'
import { nameOf } from './lint-texts.ts'
import type { Rulebook } from './model.ts'

/** What is named exists, and what exists is named. */
export function lintReferences(rulebook: Rulebook): readonly LintProblem[] {
  return [
    ...lintExceptions(rulebook),
    ...lintRelated(rulebook),
    ...lintCodes(rulebook),
    ...lintSilentRules(rulebook),
    ...lintColumns(rulebook),
    ...lintRegions(rulebook),
  ]
}

function lintExceptions({ rules, authorisations }: Rulebook): readonly LintProblem[] {
  const known = new Set(authorisations.map((one) => `${one.jurisdiction} ${one.id}`))
  return rules.flatMap((rule) =>
    rule.exceptions
      .filter((id) => !known.has(`${rule.jurisdiction} ${id}`))
      .map((id) =>
        lintWarning(
          'unknown-authorisation',
          rule.id,
          `It names ${JSON.stringify(id)}, which is no authorisation of ${rule.jurisdiction}.`,
          'Correct the id, or add it to authorisations.yaml.',
        ),
      ),
  )
}

function lintRelated({ entries }: Rulebook): readonly LintProblem[] {
  const known = new Set(entries.map((entry) => entry.id))
  return entries.flatMap((entry) =>
    entry.related
      .filter((id) => !known.has(id))
      .map((id) =>
        lintWarning(
          'unknown-entry',
          nameOf(entry),
          `It names ${id} as related, which has no entry.`,
          'Correct the code, or add the entry.',
        ),
      ),
  )
}

/** Codes that rules and authorisations name: some entry or ECCN lies at, under or above each. */
function lintCodes(rulebook: Rulebook): readonly LintProblem[] {
  const { entries, rules, authorisations, eccnReasons } = rulebook
  const codes = (jurisdiction: string): readonly string[] => [
    ...entries.filter((one) => one.jurisdiction === jurisdiction).map((one) => one.code),
    ...[rulebook.jurisdictions.get(jurisdiction)?.unlisted].filter((word) => word !== undefined),
    ...(eccnReasons.jurisdictions.includes(jurisdiction)
      ? [...eccnReasons.covered.keys(), ...eccnReasons.notCovered]
      : []),
  ]
  const byJurisdiction = new Map(
    [...rulebook.jurisdictions.keys()].map((code) => [code, codes(code)]),
  )
  const named = [
    ...rules.map((one) => ({ ...one, named: one.entries })),
    ...authorisations.map((one) => ({
      ...one,
      named: [...one.entries, ...one.excludedEntries],
    })),
  ]
  return named.flatMap((one) => {
    const known = byJurisdiction.get(one.jurisdiction) ?? []
    const strange = one.named.filter((code) => !isKnown(code, known))
    if (strange.length === 0) return []
    const detail = `No entry of ${one.jurisdiction} lies at, under or above ${strange.join(', ')}.`
    const remedy = 'Correct a wrong code; leave one that the list has and no entry encodes yet.'
    return [lintWarning('unknown-code', one.id, detail, remedy)]
  })
}

function isKnown(code: string, known: readonly string[]): boolean {
  return known.some((one) => codeMatches(one, code) || codeMatches(code, one))
}

function lintSilentRules({ entries, rules, eccnReasons }: Rulebook): readonly LintProblem[] {
  const named = new Set(entries.flatMap((entry) => entry.reasons.map((reason) => reason.rule)))
  for (const control of eccnReasons.covered.values()) {
    for (const { rule } of control.reasons) if (rule !== undefined) named.add(rule)
  }
  const columns = [...eccnReasons.covered.values()].flatMap((one) =>
    one.reasons.flatMap((reason) => (reason.column === undefined ? [] : [reason.column])),
  )
  for (const rule of rules) {
    if (columns.some((column) => rule.id.endsWith(`:chart:${column}`))) named.add(rule.id)
  }
  return rules
    .filter((rule) => rule.reach === 'named' && rule.entries.length === 0 && !named.has(rule.id))
    .map((rule) =>
      lintWarning(
        'silent-rule',
        rule.id,
        'No entry names the rule and it names none, so it never speaks.',
        'Name it among the reasons of its entries, or give it entries or a general reach.',
      ),
    )
}

/** A column works through the countries that have an X in it, or through a rule of its own. */
function lintColumns({ eccnReasons, groupFacts, rules }: Rulebook): readonly LintProblem[] {
  const groups = new Set(groupFacts.groups.map((group) => group.name))
  const codes = new Map<string, string[]>()
  for (const [code, control] of eccnReasons.covered) {
    for (const { column } of control.reasons) {
      if (column !== undefined) codes.set(column, [...(codes.get(column) ?? []), code])
    }
  }
  return [...codes]
    .filter(([column]) => !groups.has(`chart:${column}`))
    .filter(([column]) => !rules.some((rule) => rule.id.endsWith(`:chart:${column}`)))
    .map(([column, named]) =>
      lintWarning(
        'unknown-column',
        'us/eccn-reasons',
        `Column ${column} of ${named.join(', ')} is neither a group nor a rule \`chart:${column}\`.`,
        'Correct the column, or add its countries to groups.yaml.',
      ),
    )
}

/** Regions whose country is in a group that says nothing of them: their membership stays unknown. */
function lintRegions({ places, groupFacts }: Rulebook): readonly LintProblem[] {
  const regions = [...places.keys()].filter((code) => code.includes('-'))
  const jurisdictions = [...new Set(groupFacts.groups.map((group) => group.jurisdiction))]
  return regions.flatMap((region) =>
    jurisdictions.flatMap((jurisdiction): readonly LintProblem[] => {
      const isTreated = groupFacts.treated.some(
        (one) => one.jurisdiction === jurisdiction && one.country === region,
      )
      const [country = ''] = region.split('-')
      const open = groupFacts.groups.filter(
        (group) =>
          group.jurisdiction === jurisdiction &&
          group.members.includes(country) &&
          !group.members.includes(region) &&
          !group.without.includes(region),
      )
      if (isTreated || open.length === 0) return []
      const names = open.map((group) => group.name).join(', ')
      const detail = `${country} is in ${names}, and whether ${region} is with it is not said.`
      const remedy = `Treat ${region} as ${country} in groups.yaml, or name it among members or without.`
      return [lintWarning('open-region', `${jurisdiction} groups`, detail, remedy)]
    }),
  )
}

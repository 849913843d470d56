import { overlap } from './intervals.ts'
import { type LintProblem, lintError, lintWarning } from './lint-problem.ts'
import { nameOf } from './lint-texts.ts'
import type { Coverage, Entry, Expression, Rulebook } from './model.ts'

/**
 * What is read as "not listed" rests on the tables of coverage, so they must fit the entries: every
 * kind in one state on every day, and no entry that speaks of a kind said not to be covered.
 */
export function lintCoverage(rulebook: Rulebook): readonly LintProblem[] {
  const kinds = [...rulebook.kinds.keys()]
  return [
    ...[...rulebook.jurisdictions.values()].flatMap(({ code, coverage }) =>
      kinds.flatMap((kind) => lintKind(`${code} coverage of ${kind}`, kind, coverage)),
    ),
    ...rulebook.entries.flatMap((entry) => lintEntry(entry, rulebook)),
  ]
}

function lintKind(path: string, kind: string, coverage: Coverage): readonly LintProblem[] {
  const { none, undecidable } = coverage
  const [complete, partly] = [coverage.complete.get(kind), coverage.partly.get(kind)]
  const remedy =
    'In coverage of the jurisdiction.yaml of this law every kind stands in one of complete, partly and none on every day; under none unless that law was read for it, and under undecidable as well where an entry that is always open names it.'
  const states = [complete, partly].filter((state) => state !== undefined).length
  if (states === 0 && !none.has(kind)) {
    return [lintError('kind-without-state', path, 'The kind has no state.', remedy)]
  }
  if (states > 0 && (none.has(kind) || undecidable.has(kind))) {
    return [lintError('kind-in-two-states', path, 'The kind is covered and not covered.', remedy)]
  }
  if (complete !== undefined && partly !== undefined && overlap(complete, partly)) {
    const detail = 'The kind is covered completely and partly on the same days.'
    return [lintError('kind-in-two-states', path, detail, remedy)]
  }
  if (undecidable.has(kind) && !none.has(kind)) {
    return [lintError('kind-without-state', path, 'What is undecidable is part of none.', remedy)]
  }
  return []
}

function lintEntry(entry: Entry, rulebook: Rulebook): readonly LintProblem[] {
  const coverage = rulebook.jurisdictions.get(entry.jurisdiction)?.coverage
  if (coverage === undefined) return []
  return [...kindsOf(entry.criteria)]
    .filter((kind) => coverage.none.has(kind) && !coverage.undecidable.has(kind))
    .map((kind) =>
      lintWarning(
        'entry-outside-coverage',
        nameOf(entry),
        `It speaks of ${kind}, which the coverage of ${entry.jurisdiction} has under none.`,
        'Move the kind to partly, or to undecidable where the entry is never decided.',
      ),
    )
}

/** Kinds that criteria ask for; one under `not` is not spoken of. */
function kindsOf(expression: Expression): ReadonlySet<string> {
  const kinds = new Set<string>()
  const visit = (node: Expression): void => {
    for (const [key, body] of Object.entries(node)) {
      if (key === 'all' || key === 'any') (body as readonly Expression[]).forEach(visit)
      else if (key === 'kind') for (const kind of [body].flat() as string[]) kinds.add(kind)
    }
  }
  visit(expression)
  return kinds
}

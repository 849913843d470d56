import { lintCoverage } from './lint-coverage.ts'
import type { LintProblem } from './lint-problem.ts'
import { lintReferences } from './lint-references.ts'
import { lintTexts } from './lint-texts.ts'
import type { Rulebook } from './model.ts'

/**
 * What the loader lets pass, since each piece can be read, and a reader of the whole would not. The
 * place of a problem is the name of the piece.
 */
export function lintRulebook(rulebook: Rulebook): readonly LintProblem[] {
  return [...lintTexts(rulebook), ...lintCoverage(rulebook), ...lintReferences(rulebook)]
}

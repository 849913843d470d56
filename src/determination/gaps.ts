import { FALSE } from '../kernel/index.ts'
import type { CompiledExpression, FactTable } from '../rulebook/index.ts'
import type { Gap } from './tables.ts'
import type { CircumstanceLanguage } from './vocabulary.ts'

/** A part of a jurisdiction's law that no rule here decides, and the deals it may matter to. */
export interface CompiledGap {
  readonly area: string
  readonly when?: CompiledExpression
  /** No rule of the jurisdiction speaks of what is done, so that none can say that nothing is required. */
  readonly ofWholeKind: boolean
  /** It could only permit what a rule requires a licence for. */
  readonly permits: boolean
}

export function compileGaps(
  gaps: readonly (Gap & { readonly ofWholeKind?: true })[],
  language: CircumstanceLanguage,
): readonly CompiledGap[] {
  return gaps.map(({ area, when, permits = false, ofWholeKind = false }) => ({
    area,
    permits,
    ofWholeKind,
    ...(when === undefined ? {} : { when: language.compile(when) }),
  }))
}

/** Areas that may matter: an open question keeps its area open. */
export function openGaps(gaps: readonly CompiledGap[], facts: FactTable): readonly CompiledGap[] {
  return gaps.filter(({ when }) => when === undefined || when.evaluate(facts) !== FALSE)
}

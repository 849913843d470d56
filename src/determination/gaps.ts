import { FALSE } from '../kernel/index.ts'
import type { CompiledExpression, FactTable } from '../rulebook/index.ts'
import type { Gap } from './tables.ts'
import type { CircumstanceLanguage } from './vocabulary.ts'

/** A part of a jurisdiction's law that no rule here decides, and the deals it may matter to. */
export interface CompiledGap {
  readonly area: string
  readonly when?: CompiledExpression
}

export function compileGaps(
  gaps: readonly Gap[],
  language: CircumstanceLanguage,
): readonly CompiledGap[] {
  return gaps.map(({ area, when }) => ({
    area,
    ...(when === undefined ? {} : { when: language.compile(when) }),
  }))
}

/** Areas that may matter: an open question keeps its area open. */
export function openAreas(gaps: readonly CompiledGap[], facts: FactTable): readonly string[] {
  return gaps.flatMap(({ area, when }) =>
    when === undefined || when.evaluate(facts) !== FALSE ? [area] : [],
  )
}

import { z } from 'zod'
import { contains, type LegalDate, parseShape, TRUE, UNKNOWN, unwrap } from '../kernel/index.ts'
import {
  type CompiledExpression,
  type Expression,
  type Rulebook,
  STATED_UNKNOWN,
} from '../rulebook/index.ts'
import type { Circumstances } from './circumstances.ts'
import { legalInterval, text } from './table-format.ts'
import type { CircumstanceLanguage } from './vocabulary.ts'

/** `<jurisdiction>/definitions`: criteria that settle a circumstance which is not itself stated. */
const definitionsTable = z.looseObject({
  definitions: z.array(
    z.looseObject({
      circumstance: text,
      requires: z.custom<Expression>((value) => typeof value === 'object' && value !== null),
      effective: legalInterval.default({}),
    }),
  ),
})

interface Definition {
  readonly circumstance: string
  readonly requires: CompiledExpression
  readonly effective: z.output<typeof legalInterval>
}

export type DefinitionReader = (circumstances: Circumstances, day: LegalDate) => void

/** @throws ProblemError where a table has another shape or a criterion does not compile */
export function createDefinitionReader(
  rulebook: Rulebook,
  language: CircumstanceLanguage,
): DefinitionReader {
  const definitions: Definition[] = []
  for (const [name, table] of rulebook.tables) {
    if (!name.endsWith('/definitions')) continue
    for (const { circumstance, requires, effective } of unwrap(parseShape(definitionsTable, table))
      .definitions) {
      definitions.push({ circumstance, requires: language.compile(requires), effective })
    }
  }
  return (circumstances, day) => {
    for (const { circumstance, requires, effective } of definitions) {
      if (!contains(effective, day) || circumstances.isStated(circumstance)) continue
      const truth = requires.evaluate(circumstances.table)
      if (truth === UNKNOWN) continue
      circumstances.set(circumstance, truth === TRUE)
    }
  }
}

export const ADVANCED_NODE = 'facility_makes_advanced_node'
const NOT_KNOWN = 'facility_node_stated_unknown'

/**
 * Not to know is a fact of its own, which 15 CFR 744.23(a)(2)(ii) acts on: it holds where the question
 * itself or a feature on which it turns is stated as not known and nothing else settles it.
 */
export function setNodeStatedUnknown(circumstances: Circumstances): void {
  if (circumstances.isStated(NOT_KNOWN)) return
  const advanced = circumstances.get(ADVANCED_NODE)
  if (typeof advanced === 'boolean') circumstances.set(NOT_KNOWN, false)
  else if (advanced === STATED_UNKNOWN) circumstances.set(NOT_KNOWN, true)
  else if (FEATURES.some((id) => circumstances.get(id) === STATED_UNKNOWN)) {
    circumstances.set(NOT_KNOWN, true)
  }
}

const FEATURES = [
  'facility_node_nm',
  'facility_non_planar',
  'facility_layers',
  'facility_half_pitch_nm',
]

/** Something is said of what the facility makes, and it does not settle the question. */
export function isNodePartlyStated(circumstances: Circumstances): boolean {
  return !circumstances.isStated(ADVANCED_NODE) && FEATURES.some((id) => circumstances.isStated(id))
}

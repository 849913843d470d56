import { z } from 'zod'
import { contains, type LegalDate, parseShape, TRUE, unwrap } from '../kernel/index.ts'
import type { CompiledExpression, Expression, Rulebook } from '../rulebook/index.ts'
import { type Circumstances, knownSet } from './circumstances.ts'
import type { AssumptionFinding } from './model.ts'
import { legalInterval, text } from './table-format.ts'
import type { CircumstanceLanguage } from './vocabulary.ts'

/** `law/unstated.yaml`: circumstances that are read where nobody speaks of them. */
const unstatedTable = z.strictObject({
  readings: z.array(
    z.strictObject({
      id: text,
      circumstance: text,
      when: z
        .custom<Expression>((value) => typeof value === 'object' && value !== null)
        .exactOptional(),
      read: z.union([z.boolean(), z.array(text)]),
      what: text,
      effective: legalInterval.default({}),
      cite: text,
      mark: text,
      notes: text.exactOptional(),
    }),
  ),
})

interface Reading extends AssumptionFinding {
  readonly circumstance: string
  readonly when?: CompiledExpression
  readonly read: boolean | readonly string[]
  readonly effective: z.output<typeof legalInterval>
}

/** Fills in what nobody states, as far as the law's table goes. @returns what was assumed */
export interface UnstatedReader {
  fill(circumstances: Circumstances, day: LegalDate): readonly AssumptionFinding[]
  /** What is assumed of owners whom nobody states; undefined where they stay open on the day. */
  ofOwners(day: LegalDate): AssumptionFinding | undefined
}

/** Owners are known party by party, so that what is stated of one party says nothing of the next. */
const BY_PARTY = 'owner_status'

/** @throws ProblemError where the table has another shape or a criterion does not compile */
export function createUnstatedReader(
  rulebook: Rulebook,
  language: CircumstanceLanguage,
): UnstatedReader {
  const readings = readingsOf(rulebook, language)
  return {
    fill: (circumstances, day) => {
      const assumed: AssumptionFinding[] = []
      for (const { circumstance, when, read, effective, cite, what } of readings) {
        if (circumstance === BY_PARTY || !contains(effective, day)) continue
        if (circumstances.isStated(circumstance)) continue
        if (when !== undefined && when.evaluate(circumstances.table) !== TRUE) continue
        if (typeof read === 'boolean') circumstances.set(circumstance, read)
        else circumstances.setMembers(circumstance, knownSet(read))
        assumed.push({ cite, what })
      }
      return assumed
    },
    ofOwners: (day) => {
      const found = readings.find(
        ({ circumstance, effective }) => circumstance === BY_PARTY && contains(effective, day),
      )
      return found === undefined ? undefined : { cite: found.cite, what: found.what }
    },
  }
}

function readingsOf(rulebook: Rulebook, language: CircumstanceLanguage): readonly Reading[] {
  const table = rulebook.tables.get('unstated')
  if (table === undefined) return []
  return unwrap(parseShape(unstatedTable, table)).readings.map(
    ({ circumstance, when, read, effective, cite, what }) => ({
      circumstance,
      ...(when === undefined ? {} : { when: language.compile(when) }),
      read,
      effective,
      cite,
      what,
    }),
  )
}

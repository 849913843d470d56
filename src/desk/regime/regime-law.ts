import { z } from 'zod'
import { parseShape, unwrap } from '../../kernel/index.ts'
import {
  type Charter,
  type ConsultationRules,
  readNoUndercut,
  readWorkingDays,
  termsWithCharters,
} from '../../regime/index.ts'
import type { Rulebook } from '../../rulebook/index.ts'

/** By what refusals and consultations are counted, charters first. @throws ProblemError where the law has no terms */
export function consultationRules(
  { tables }: Pick<Rulebook, 'tables'>,
  charters: readonly Charter[],
): ConsultationRules {
  const table = unwrap(readNoUndercut(tables.get('tables/no-undercut')))
  return {
    terms: termsWithCharters(table, charters),
    workingDays: unwrap(readWorkingDays(tables.get('tables/working-days'))),
  }
}

const words = z.object({ freeMail: z.object({ phrases: z.array(z.string()) }) })

/** Domains of mail that anybody may have: sharing one says nothing. @throws ProblemError */
export function freeMailOf({ tables }: Pick<Rulebook, 'tables'>): ReadonlySet<string> {
  return new Set(unwrap(parseShape(words, tables.get('tables/deal-words'))).freeMail.phrases)
}

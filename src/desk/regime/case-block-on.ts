import type { LegalDate } from '../../kernel/index.ts'
import {
  ASSESSMENTS,
  type CaseBlock,
  type CaseToApprove,
  type ConsultationRules,
  consultationsUnder,
  createCaseBlock,
  denialsUnder,
  type LedgerEntry,
  type MatchingOptions,
  type RefusedEntry,
  readSubject,
} from '../../regime/index.ts'
import type { Engine } from '../engine.ts'
import { freeMailOf } from './regime-law.ts'

/** What of the refusals on record a case meets on a day, and the entries that had no effect. */
export function caseBlockOn(
  asked: CaseToApprove,
  entries: readonly LedgerEntry[],
  on: LegalDate,
  rules: ConsultationRules,
  engine: Engine,
): { readonly block: CaseBlock; readonly refused: readonly RefusedEntry[] } {
  const { rulebook } = engine
  const denials = readSubject(denialsUnder(rules.terms), entries)
  const consultations = readSubject(consultationsUnder(rules), entries)
  const assessments = readSubject(ASSESSMENTS, entries)
  const ask = createCaseBlock({
    ...rules,
    denials: denials.state,
    consultations: consultations.state,
    assessments: assessments.state,
    dictionary: rulebook,
    freeMail: freeMailOf(rulebook),
    on,
    classify: classifying(engine, asked.transaction.date ?? on),
  })
  return {
    block: ask(asked),
    refused: [...denials.refused, ...consultations.refused, ...assessments.refused],
  }
}

/** What the law's own reading of an item says, where its facts can be read. */
function classifying(
  { classifier }: Engine,
  asOf: LegalDate,
): NonNullable<MatchingOptions['classify']> {
  return (item) => {
    const classified = classifier.classify(item, { asOf })
    if (!classified.ok) return { entries: [], undecided: [] }
    const lists = [...classified.value.byJurisdiction.values()]
    return {
      entries: lists.flatMap(({ met }) => met.map(({ entry }) => entry.id)),
      undecided: lists.flatMap(({ undecided }) => undecided.map(({ entry }) => entry.id)),
    }
  }
}

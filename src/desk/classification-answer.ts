import type { Classification, EntryFinding } from '../classification/index.ts'

/** The answer of CONTRACTS: entries true or unknown, best first, per jurisdiction. */
export function classificationAnswer(id: string | null, answer: Classification): object {
  return {
    id,
    asOf: answer.asOf,
    byJurisdiction: Object.fromEntries(
      [...answer.byJurisdiction].map(([code, one]) => [code, one.entries.map(entryAnswer)]),
    ),
    listed: Object.fromEntries([...answer.byJurisdiction].map(([code, one]) => [code, one.listed])),
    contradictions: [...answer.byJurisdiction.values()].flatMap((one) => one.contradictions),
    questions: answer.questions,
    assumptions: answer.assumptions,
    derived: answer.derived,
    content: answer.content.map((one, at) => classificationAnswer(`content[${at}]`, one)),
  }
}

function entryAnswer(finding: EntryFinding): object {
  return {
    code: finding.entry.code,
    version: finding.entry.version,
    truth: finding.truth,
    basis: finding.basis,
    ...(finding.claim === undefined ? {} : { claimed: finding.claim }),
    ...(finding.suspended ? { suspended: true } : {}),
    margins: finding.margins,
    missing: finding.missing,
    cite: finding.entry.cite,
  }
}

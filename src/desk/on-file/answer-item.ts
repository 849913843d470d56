import { type EntryFinding, itemSchema } from '../../classification/index.ts'
import { digestOf, type LegalDate, parseShape, unwrap } from '../../kernel/index.ts'
import { type ItemAnswer, type Stated, worstStanding } from '../../on-file/index.ts'
import { type Engine, engineVersion } from '../engine.ts'

/** How an item on file is classified on a day. @throws ProblemError where the law cannot read it */
export function answerItem(engine: Engine, stated: Stated, on: LegalDate): ItemAnswer {
  const { rulebook, classifier } = engine
  const item = unwrap(parseShape(itemSchema, stated))
  const found = unwrap(classifier.classify(item, { asOf: on, knownAt: on }))
  const jurisdictions = [...found.byJurisdiction.values()].map((one) => ({
    jurisdiction: one.jurisdiction,
    listed: one.listed,
    entries: one.entries.map(entryOf),
    contradictions: one.contradictions.map(({ because }) => because),
  }))
  return {
    input: digestOf(stated),
    rulebook: { edition: rulebook.edition, digest: rulebook.digest },
    engine: { version: engineVersion() },
    lists: [],
    asOf: on,
    knownAt: on,
    standing: worstStanding(jurisdictions.map(({ listed }) => listed)),
    jurisdictions,
    questions: found.questions.map(({ text }) => text),
  }
}

function entryOf({
  entry: { code, version, title, cite },
  truth,
  basis,
}: EntryFinding): ItemAnswer['jurisdictions'][number]['entries'][number] {
  return { code, version, title, truth, basis, cite }
}

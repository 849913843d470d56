import { z } from 'zod'
import type { Classifier } from '../../classification/index.ts'
import { parseItem } from '../../classification/index.ts'
import type { Determiner, TransactionParser } from '../../determination/index.ts'
import { unwrap } from '../../kernel/index.ts'
import type { Rulebook } from '../../rulebook/index.ts'
import type { Screener } from '../../screening/index.ts'
import { compareClassification, expectedCodes } from './compare-classification.ts'
import { compareLicence } from './compare-licence.ts'
import { isAct, transactionItemOf, withKnownWords } from './gold-item.ts'
import type { GoldRow } from './gold-row.ts'
import { transactionOf } from './gold-transaction.ts'
import { type Finding, type Outcome, worstOf } from './outcome.ts'

export interface GoldEngine {
  readonly rulebook: Pick<Rulebook, 'rules' | 'characteristics' | 'tables'>
  readonly classifier: Classifier
  readonly parseTransaction: TransactionParser
  readonly determiner: Determiner
}

export interface RowResult {
  readonly id: string
  /** What the row is about: an item alone, or an item under way. */
  readonly about: 'classification' | 'transaction'
  readonly outcome: Outcome
  readonly findings: readonly Finding[]
  /** Words of the row that were not understood. */
  readonly notUnderstood: readonly string[]
}

/** Every party is known by the row's word alone: nothing is screened, and nothing else is listed. */
const STATED_PARTIES: Screener = {
  lists: [],
  screen: () => ({ state: 'clear', hits: [], because: ['stated by the case'] }),
  covers: () => 'true',
}

/** @throws ProblemError where the row's facts cannot be read */
export function evaluateRow(stated: GoldRow, engine: GoldEngine): RowResult {
  const row = { ...stated, item: withKnownWords(stated.item, engine.rulebook.characteristics) }
  const findings = [...classificationFindings(row, engine)]
  const notUnderstood: string[] = []
  if (row.transaction !== undefined) {
    const read = transactionOf(row, row.transaction)
    notUnderstood.push(...read.notUnderstood)
    const transaction = unwrap(engine.parseTransaction(read.transaction))
    const answer = unwrap(
      engine.determiner.determine(transaction, {
        asOf: row.asOf,
        screener: STATED_PARTIES,
        unstated: 'not-given',
      }),
    )
    findings.push(...compareLicence(row.expected, answer, notUnderstood, rulesOf(engine)))
  }
  return {
    id: row.id,
    about: row.transaction === undefined ? 'classification' : 'transaction',
    outcome: worstOf(findings),
    findings,
    notUnderstood,
  }
}

function classificationFindings(row: GoldRow, { classifier }: GoldEngine): readonly Finding[] {
  if (isAct(row.item)) return []
  const item = unwrap(parseItem(transactionItemOf(row.item)))
  const jurisdictions = [
    ...new Set([
      ...expectedCodes(row.expected).map(([jurisdiction]) => jurisdiction),
      ...(row.expected.jurisdiction === undefined ? [] : [row.expected.jurisdiction]),
    ]),
  ]
  const options = { asOf: row.asOf, jurisdictions }
  return compareClassification(row.expected, unwrap(classifier.classify(item, options)))
}

/** Rows name rules on licences, and rules on the direct products that make a jurisdiction reach. */
function rulesOf({ rulebook }: GoldEngine): ReadonlySet<string> {
  const tables = [...rulebook.tables].filter(([name]) => name.endsWith('/direct-product'))
  const products = tables.flatMap(([, table]) => withRules.safeParse(table).data?.rules ?? [])
  return new Set([...rulebook.rules, ...products].map(({ id }) => id))
}

const withRules = z.object({ rules: z.array(z.object({ id: z.string() })) })

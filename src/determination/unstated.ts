import type { LegalDate } from '../kernel/index.ts'
import type { AssumptionFinding } from './model.ts'
import type { Transaction } from './transaction.ts'

const CITE = 'Reading rule for what is not stated'

/** Told with every such answer: not every law that is read so speaks of finance. */
const FINANCE = 'Reading rule for finance (law/README.md, section 4)'

/** What is assumed of days after the last on which a text was read. */
export const EDITION = 'Edition of the law'

/**
 * What is read as not given where nobody speaks of it. Each such reading is an assumption, so that no
 * answer is clear that a later statement could spoil.
 */
export function assumptionsOf(
  transaction: Transaction,
  how: {
    readonly closed: boolean
    readonly metAlone: boolean
    readonly asOf: LegalDate
    /** The day on which the edition last read a text. */
    readonly lastRead: LegalDate | undefined
  },
): readonly AssumptionFinding[] {
  const { route, payment, knowledge, kind } = transaction
  const unspoken: string[] = []
  if (route?.via === undefined) unspoken.push('countries of passage (route.via)')
  if (payment?.payer === undefined) unspoken.push('another payer (payment.payer)')
  if (knowledge?.redFlags === undefined) unspoken.push('red flags (knowledge.redFlags)')
  const found: AssumptionFinding[] = []
  if (how.lastRead !== undefined && how.asOf > how.lastRead) {
    found.push({
      cite: EDITION,
      what: `The law is as it was last read on ${how.lastRead}: of what was published since nothing is known here.`,
    })
  }
  if (kind === undefined) found.push({ cite: CITE, what: 'The transaction is an export (kind).' })
  if (kind === 'finance') {
    found.push({ cite: FINANCE, what: 'Finance is read as the delivery that it pays for (kind).' })
  }
  if (unspoken.length > 0) {
    found.push({ cite: CITE, what: `Nobody states, so none are read: ${unspoken.join(', ')}.` })
  }
  if (how.closed) {
    found.push({
      cite: CITE,
      what: 'Circumstances of the deal that nobody states are read as not given: a worked case.',
    })
  }
  if (how.metAlone) {
    found.push({
      cite: CITE,
      what: 'Of an item surely on one entry, entries not decided are left out: a worked case.',
    })
  }
  return found
}

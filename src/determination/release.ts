import { z } from 'zod'
import { parseShape, unwrap } from '../kernel/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import { text } from './table-format.ts'
import type { Transaction } from './transaction.ts'

/** `law/tables/ways-of-sending.yaml`: handing technology over without anybody coming for it. */
const sendingTable = z.strictObject({
  means: z.array(text).min(1),
  cite: text,
  mark: text,
  notes: text.exactOptional(),
})

/**
 * Whether technology leaves the country, so that who there receives it is the recipient's affair;
 * undefined where nobody says where it is released.
 */
export type ReleaseReader = (
  transaction: Pick<Transaction, 'technology' | 'route'>,
) => boolean | undefined

/** @throws ProblemError where the table has another shape */
export function createReleaseReader(rulebook: Pick<Rulebook, 'tables'>): ReleaseReader {
  const table = rulebook.tables.get('tables/ways-of-sending')
  const sent = new Set(table === undefined ? [] : unwrap(parseShape(sendingTable, table)).means)
  return ({ technology, route }) => {
    const { from, to } = route ?? {}
    if (technology === undefined || from === undefined) return undefined
    const { location, means } = technology
    if (location !== undefined) return location !== from
    const isSent = means !== undefined && sent.has(means)
    return isSent && to !== undefined && to !== from ? true : undefined
  }
}

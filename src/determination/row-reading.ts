import { z } from 'zod'
import { ProblemError, parseShape } from '../kernel/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import type { Hit } from '../screening/index.ts'
import type { ArrangedItem } from './arrange.ts'
import { plain } from './cross-checks/index.ts'
import { text } from './table-format.ts'

const words = z.array(text).min(1)

const row = z.strictObject({
  list: text,
  everything: words.meta({ description: 'Words that it begins with where it demands all.' }),
  limiting: words.meta({ description: 'Words that leave something out; a person reads them.' }),
  leavesOut: z.array(
    z.strictObject({
      words: text.meta({ description: 'Limiting words that are understood here.' }),
      kinds: words.meta({ description: 'Kinds of item that they may speak of.' }),
    }),
  ),
  cite: text,
  mark: text,
  notes: text.exactOptional(),
})

const table = z.strictObject({ rows: z.array(row) })
const NAME = 'us/listed-rows'

/** Whether the row of a listed party asks for a licence for whatever a deal is about. */
export type RowReading = (party: Hit['party'], items: readonly ArrangedItem[]) => boolean

/**
 * Reads the licence requirement in the words of a row, as the table `us/listed-rows` says. Lists that it does
 * not name have no such words: who stands on one stands on it for everything.
 *
 * @throws ProblemError where the table has another shape
 */
export function rowReadingOf(rulebook: Rulebook): RowReading {
  const stated = rulebook.tables.get(NAME) ?? { rows: [] }
  const read = parseShape(table, stated)
  if (!read.ok) {
    throw new ProblemError(
      ...read.problems.map((one) => ({ ...one, detail: `In the table ${NAME}: ${one.detail}` })),
    )
  }
  const byList = new Map(read.value.rows.map((one) => [one.list, readingOf(one)]))
  return (party, items) => byList.get(party.list)?.(party, items) ?? true
}

function readingOf({ everything, limiting, leavesOut }: z.output<typeof row>): RowReading {
  const beginnings = everything.map(plain)
  const limits = limiting.map(plain)
  const understood = leavesOut.map((one) => ({ words: plain(one.words), kinds: one.kinds }))
  return ({ rule: { licenceRequirement } }, items) => {
    if (licenceRequirement === undefined) return false
    let said = plain(licenceRequirement)
    if (!beginnings.some((one) => said.startsWith(one))) return false
    for (const { words: left, kinds } of understood) {
      if (!said.includes(left)) continue
      if (items.some(({ item }) => mayBe(item.kind, kinds))) return false
      said = said.replace(left, ' ')
    }
    return !limits.some((limit) => said.includes(limit))
  }
}

/** In one of the subtrees, or not stated. */
function mayBe(kind: unknown, kinds: readonly string[]): boolean {
  if (typeof kind !== 'string' || kind === 'unknown') return true
  return kinds.some((one) => kind === one || kind.startsWith(`${one}.`))
}

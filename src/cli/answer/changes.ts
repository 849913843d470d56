import type { Determination, EntryAnswer } from '../../determination/index.ts'
import { marginText } from './entry-lines.ts'
import { listing } from './page.ts'

/** A value this near to its limit is worth measuring again. */
const NEAR_PERCENT = 5
const MOST = 8

/**
 * What would change the answer: exceptions that wait for a condition, differences between the text
 * and its administration, statuses claimed without evidence, values that stand near a limit, and
 * facts not stated. Only what the answer itself holds is told.
 */
export function whatWouldChange(answer: Determination): readonly string[] {
  const changes = [
    ...answer.jurisdictions.flatMap(({ jurisdiction, licence }) =>
      licence.exceptions.flatMap(({ id, usable, conditions }) => {
        if (usable !== 'unknown') return []
        const open = conditions.filter(({ met }) => met === 'unknown').map(({ text }) => text)
        return [`${jurisdiction} ${id} could lift the requirement, if: ${listing(open, 3)}`]
      }),
    ),
    ...answer.jurisdictions.flatMap(({ jurisdiction, items }) =>
      items.flatMap(({ item, entries }) =>
        entries.flatMap((entry) =>
          nearLimits(`${item} under ${jurisdiction}:${entry.code}`, entry),
        ),
      ),
    ),
    ...answer.missing.slice(0, 3).map(({ fact, of, wouldDecide }) => {
      const decides = wouldDecide.length === 0 ? '' : `, which decides ${listing(wouldDecide, 3)}`
      return `${fact} of ${of}${decides}`
    }),
  ]
  return [...new Set(changes)].slice(0, MOST)
}

function nearLimits(of: string, entry: EntryAnswer): readonly string[] {
  return entry.margins
    .filter(({ percent }) => percent !== undefined && Math.abs(Number(percent)) <= NEAR_PERCENT)
    .map((margin) => `${of}: ${marginText(margin)}; measured anew it may fall on the other side`)
}

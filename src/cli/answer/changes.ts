import {
  type Determination,
  type JurisdictionFinding,
  liftingAll,
} from '../../determination/index.ts'
import { marginText } from './entry-lines.ts'
import { listing } from './page.ts'

/** A value this near to its limit is worth measuring again. */
const NEAR_PERCENT = 5
const MOST = 8
/** What is counted is not measured anew. */
const COUNTED = 'count'

/**
 * What would change the answer beside the facts that are missing: exceptions that wait for a
 * condition, and values that stand near a limit. Only what the answer itself holds is told.
 */
export function whatWouldChange(answer: Determination): readonly string[] {
  const changes = [
    ...answer.jurisdictions.flatMap(openExceptions),
    ...answer.jurisdictions.flatMap(differences),
    ...nearLimits(answer),
  ]
  return [...new Set(changes)].slice(0, MOST)
}

function openExceptions({ name, licence }: JurisdictionFinding): readonly string[] {
  const applying = licence.by.filter(({ truth }) => truth === 'true').map(({ rule }) => rule)
  const open = liftingAll(licence).filter(
    ({ usable, overcomes }) =>
      usable === 'unknown' && overcomes.some((rule) => applying.includes(rule)),
  )
  if (open.length === 0) return []
  const ids = [...new Set(open.map(({ id }) => id))]
  return [`${name}: an exception whose open conditions (?) all hold: ${listing(ids, 6)}.`]
}

function differences({ name, licence }: JurisdictionFinding): readonly string[] {
  const { asWritten, asAdministered } = licence.required
  if (asWritten === asAdministered) return []
  return [`${name}: to follow the administration instead of the text, which a person must decide.`]
}

function nearLimits({ jurisdictions }: Determination): readonly string[] {
  const near = jurisdictions.flatMap(({ jurisdiction, items }) =>
    items.flatMap(({ item, entries }) =>
      entries.flatMap(({ code, margins }) =>
        margins
          .filter(
            ({ percent, unit }) =>
              percent !== undefined &&
              unit !== COUNTED &&
              Math.abs(Number(percent)) <= NEAR_PERCENT,
          )
          .map((margin) => `${marginText(margin)} (${item}, ${jurisdiction}:${code})`),
      ),
    ),
  )
  if (near.length === 0) return []
  return [
    `Values at a limit, or within ${NEAR_PERCENT} % of it, measured anew: ${near.join('; ')}.`,
  ]
}

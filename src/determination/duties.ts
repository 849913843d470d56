import { FALSE, TRUE } from '../kernel/index.ts'
import type { ItemRequirement } from './item-requirement.ts'
import type { Duty } from './model.ts'
import type { RuleReading } from './requirements.ts'

/** What is owed whatever the verdict: formalities, notices of authorisations used, decisions of persons. */
export function dutiesOf(authority: string, items: readonly ItemRequirement[]): readonly Duty[] {
  const owed = items.flatMap(({ requirements, formalities, nexus }) => [
    ...(nexus.duties ?? []).map(
      ({ what, cite }): Duty => ({ by: null, cite, to: authority, what }),
    ),
    ...requirements.readings.flatMap((reading) => dutiesOfRule(authority, reading)),
    ...formalities.map(({ by, cite, what }): Duty => ({ by, cite, to: authority, what })),
  ])
  return [...new Map(owed.map((duty) => [`${duty.what} ${duty.cite}`, duty])).values()]
}

function dutiesOfRule(
  authority: string,
  { inForce, truth, administered }: RuleReading,
): readonly Duty[] {
  const { rule } = inForce
  const owed: Duty[] = []
  if (rule.effect === 'formality' && truth === TRUE) {
    owed.push({ by: null, cite: rule.cite, to: authority, what: rule.title })
  }
  const differs = truth !== administered && (truth !== FALSE || administered !== FALSE)
  if (inForce.administered !== undefined && differs) {
    const { what, cite } = inForce.administered
    owed.push({
      by: null,
      cite,
      to: 'the exporter',
      what: `Decide, as a person who answers for it, how to act on the difference between text and administration of ${rule.id}: ${what}`,
    })
  }
  return owed
}

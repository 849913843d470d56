import type { EntryFinding } from '../classification/index.ts'
import { truthOf } from '../kernel/index.ts'
import type { FactTable } from '../rulebook/index.ts'
import type { ReasonFinding } from './model.ts'
import type { ItemNexus } from './nexus.ts'
import type { RuleReading } from './requirements.ts'

/** The trees under the conclusions, built only where somebody asks for them. */
export class Reasons {
  readonly list: ReasonFinding[] = []

  addEntries(jurisdiction: string, item: string, findings: readonly EntryFinding[]): void {
    for (const finding of findings) {
      this.list.push({
        jurisdiction,
        item,
        conclusion: `${jurisdiction}:${finding.entry.code}`,
        truth: finding.truth,
        cite: finding.entry.cite,
        explanation: finding.explain(),
      })
    }
  }

  /** How the item is held, or why it is not, where that turns on its content and production. */
  addWays(jurisdiction: string, item: string, { explained = [] }: ItemNexus): void {
    for (const way of explained) this.list.push({ jurisdiction, item, ...way })
  }

  addRule(
    jurisdiction: string,
    item: string,
    { inForce, truth }: Pick<RuleReading, 'inForce' | 'truth'>,
    facts: FactTable,
  ): void {
    const requires = inForce.requires.explain(facts)
    const excluded = inForce.excluded?.explain(facts)
    this.list.push({
      jurisdiction,
      item,
      conclusion: inForce.rule.id,
      truth: truthOf(truth),
      cite: inForce.rule.cite,
      explanation:
        excluded === undefined || excluded.truth !== 'true'
          ? requires
          : {
              kind: 'all',
              truth: 'false',
              children: [{ kind: 'not', truth: 'false', child: excluded }],
            },
    })
  }
}

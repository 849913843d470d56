import { kindsSpokenOf, mayBeOfKind } from '../../classification/index.ts'
import { digestOf, type Problem } from '../../kernel/index.ts'
import type { Question } from '../charter.ts'
import type { Charter } from '../charter-format.ts'
import type { VotingRule } from '../voting/rule-format.ts'
import type { ProposalContent } from './messages.ts'
import { refusal } from './said.ts'

export function questionOf({ matter, technology, concerns }: ProposalContent): Question {
  return {
    matter,
    ...(technology === undefined ? {} : { technology }),
    ...(concerns === undefined ? {} : { concerns }),
  }
}

/** Rule and electorate were taken for this question: another question is another proposal. */
export function sameQuestion(
  proposal: { readonly content: ProposalContent },
  content: ProposalContent,
): readonly Problem[] {
  const before = digestOf([questionOf(proposal.content), proposal.content.ratifies ?? null])
  if (before === digestOf([questionOf(content), content.ratifies ?? null])) return []
  return [refusal('proposal.other-question', 'An amendment keeps matter, technology and member.')]
}

/** What is ratified is what was decided: by another question others would vote, and by another text on something else. */
export function ratificationProblems(
  decided: ProposalContent,
  content: ProposalContent,
): readonly Problem[] {
  const problems: Problem[] = []
  const remedy = 'Propose anything else for itself.'
  if (digestOf(questionOf(decided)) !== digestOf(questionOf(content)))
    problems.push(
      refusal(
        'proposal.other-question',
        `A ratification keeps the matter, technology and member of ${decided.proposal}.`,
        remedy,
      ),
    )
  const isOther = (['old', 'new', 'interprets'] as const).some(
    (part) =>
      content[part] !== undefined && digestOf(content[part]) !== digestOf(decided[part] ?? null),
  )
  if (isOther)
    problems.push(
      refusal('proposal.other-text', `${decided.proposal} was decided with another text.`, remedy),
    )
  return problems
}

/**
 * Where makers have a vote of their own, a text about what they make names their technology: whoever could leave
 * it away, or name another, would vote without them.
 */
export function makersProblems(
  charter: Charter,
  rule: VotingRule,
  { technology, old, new: next }: ProposalContent,
): readonly Problem[] {
  const ratifyBy = charter.rules.find(({ id }) => id === rule.provisional?.ratifyBy)
  if (![rule, ratifyBy].some(hasMakers)) return []
  const spokenOfBy = [old, next].flatMap((file) =>
    (file?.entries ?? []).map(({ criteria }) => kindsSpokenOf(criteria)),
  )
  // A text that names no kind may be about what anybody makes.
  const spokenOf = charter.technologies
    .filter((one) =>
      spokenOfBy.some(
        (kinds) => kinds === undefined || kinds.some((kind) => mayBeOfKind(kind, one.kinds)),
      ),
    )
    .map(({ id }) => id)
  if (spokenOf.length === 0 || spokenOf.some((id) => id === technology)) return []
  return [
    refusal(
      'proposal.makers',
      technology === undefined
        ? 'The text speaks of what makers vote on by themselves, and no technology is named.'
        : `The text is not of the technology ${technology}, whose makers would vote on it.`,
      `Name under technology: ${spokenOf.join(' or ')}.`,
    ),
  ]
}

/** Whether those who make a technology vote on it by themselves too. */
export function hasMakers(rule: VotingRule | undefined): boolean {
  return rule?.kind === 'double-majority' && rule.chambers.some(({ who }) => who === 'makers')
}

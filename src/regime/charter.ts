import {
  type Digest,
  digestOf,
  type LegalDate,
  type Problem,
  ProblemError,
} from '../kernel/index.ts'
import type { Charter, CharterState, Matter } from './charter-format.ts'
import type { Electorate } from './voting/electorate.ts'
import type { VotingRule } from './voting/rule-format.ts'

/** What a question is about, for who may vote on it and by which rule. */
export interface Question {
  readonly matter: Matter
  /** Id of a technology of the charter. */
  readonly technology?: string
  /** The member that it is about, as for a suspension. */
  readonly concerns?: string
}

/** Of the validated content: comments and order of files do not change it. */
export function charterDigest(charter: Charter): Digest {
  return digestOf(charter)
}

/** States that the charter itself names as members on a day; what has changed since is in the ledger. */
export function foundingMembers(charter: Charter, day: LegalDate): readonly CharterState[] {
  return charter.members.states.filter(
    ({ from, to }) => (from === undefined || from <= day) && (to === undefined || day <= to),
  )
}

/** The rule by which a matter is decided, or undefined where the charter has none for it. */
export function ruleOf(charter: Charter, matter: Matter): VotingRule | undefined {
  const found = charter.matters.find((one) => one.matter === matter)
  return charter.rules.find(({ id }) => id === found?.rule)
}

/** @throws ProblemError where the charter has no rule for the matter */
export function ruleFor(charter: Charter, matter: Matter): VotingRule {
  const rule = ruleOf(charter, matter)
  if (rule !== undefined) return rule
  throw new ProblemError({
    code: 'charter.no-rule',
    detail: `The charter ${charter.charter} does not say how ${matter} is decided.`,
    remedy: `It decides: ${charter.matters.map((one) => one.matter).join(', ')}.`,
  })
}

/** Who of the members may vote on a question, with their weights, as it stands now. */
export function electorateFor(
  charter: Charter,
  members: readonly string[],
  { matter, technology, concerns }: Question,
): Electorate {
  const excludes = charter.matters.find((one) => one.matter === matter)?.excludes
  const makers = charter.technologies.find(({ id }) => id === technology)?.makers ?? []
  const barred = (code: string): boolean => excludes === 'concerned' && code === concerns
  return {
    voters: members
      .filter((code) => !barred(code))
      .toSorted()
      .map((code) => ({
        code,
        weights: weightsOf(charter, code),
        maker: makers.some(({ member }) => member === code),
      })),
    excluded: members
      .filter(barred)
      .map((code) => ({ code, why: 'The question is about this member.' })),
  }
}

/** Names of a question that the charter does not know: left alone, they would lift a condition in silence. */
export function questionProblems(
  charter: Charter,
  members: readonly string[],
  { matter, technology, concerns }: Question,
): readonly Problem[] {
  const technologies = charter.technologies.map(({ id }) => id)
  const excludes = charter.matters.find((one) => one.matter === matter)?.excludes
  return [
    ...(excludes === undefined || concerns !== undefined
      ? []
      : [
          {
            code: 'charter.concerns',
            detail: `On ${matter} the member that it is about has no vote, and none is named.`,
            remedy: 'Say which member it is about.',
          },
        ]),
    ...(technology === undefined || technologies.includes(technology)
      ? []
      : [
          {
            code: 'charter.no-technology',
            detail: `The charter ${charter.charter} knows no technology ${JSON.stringify(technology)}.`,
            remedy:
              technologies.length === 0
                ? 'It names none.'
                : `It knows: ${technologies.join(', ')}.`,
          },
        ]),
    // Who asks to be let in is no member yet.
    ...(concerns === undefined || matter === 'member-admit' || members.includes(concerns)
      ? []
      : [
          {
            code: 'charter.no-member',
            detail: `${concerns} is no member under ${charter.charter}.`,
            remedy: `Members: ${members.join(' ')}.`,
          },
        ]),
  ]
}

function weightsOf(charter: Charter, code: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    charter.weights.flatMap(({ id, of }) => (of[code] === undefined ? [] : [[id, of[code]]])),
  )
}

/** Whole months of the calendar from one month to the month of a day. */
export function monthsBetween(from: string, to: string): number {
  const monthOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
  return monthOf(to) - monthOf(from)
}

/** How long it took from a decision to a member's law, by what the charter publishes of its own past. */
export function monthsToLaw({
  experience,
}: Charter): { readonly least: number; readonly most: number } | undefined {
  if (experience.length === 0) return undefined
  const months = experience.map(({ decided, inForce }) => monthsBetween(decided, inForce))
  return { least: Math.min(...months), most: Math.max(...months) }
}

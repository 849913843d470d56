import { z } from 'zod'
import { fail, type LegalDate, ok, type Result } from '../kernel/index.ts'
import {
  electorateFor,
  foundingMembers,
  type Question,
  questionProblems,
  ruleFor,
} from './charter.ts'
import type { Charter } from './charter-format.ts'
import { CHOICES, type Choice, type Positions } from './voting/electorate.ts'
import type { VotingRule } from './voting/rule-format.ts'
import { type Tally, tally } from './voting/tally.ts'

/** What a member said in a vote, and when. */
export const ballotLine = z.strictObject({
  member: z.string().regex(/^[A-Z]{2}$/, { error: 'A member is written in two capitals, as NL' }),
  choice: z.enum(CHOICES).exactOptional(),
  reservation: z.enum(['substance', 'scrutiny', 'lifted']).exactOptional(),
  at: z.iso
    .datetime({ error: 'A time is written in UTC, as 2027-03-01T09:00:00Z' })
    .exactOptional(),
})
export type BallotLine = z.output<typeof ballotLine>

export interface AskedCount {
  readonly question: Question
  /** Members of this day. */
  readonly on: LegalDate
  /** What came later is late, and not counted. */
  readonly closes?: string
}

export interface CountedBallots extends Tally {
  readonly late: readonly string[]
  /** Who spoke without a vote on this question. */
  readonly withoutVote: readonly string[]
}

/** Counts ballots by the rule that a charter has for a question; the last of each member in time counts. */
export function countBallots(
  charter: Charter,
  lines: readonly BallotLine[],
  { question, on, closes }: AskedCount,
): Result<{ readonly rule: VotingRule; readonly counted: CountedBallots }> {
  const codes = foundingMembers(charter, on).map(({ code }) => code)
  const [strange, ...more] = questionProblems(charter, codes, question)
  if (strange !== undefined) return fail(strange, ...more)
  const electorate = electorateFor(charter, codes, question)
  const rule = ruleFor(charter, question.matter)
  const voters = new Set(electorate.voters.map(({ code }) => code))
  const counted = {
    ...tally(rule, electorate, positionsOf(lines, closes)),
    late: lines.filter((one) => isLate(one, closes)).map(({ member }) => member),
    withoutVote: lines.filter(({ member }) => !voters.has(member)).map(({ member }) => member),
  }
  return ok({ rule, counted })
}

function isLate({ at }: BallotLine, closes: string | undefined): boolean {
  return closes !== undefined && at !== undefined && Date.parse(at) > Date.parse(closes)
}

function timeOf({ at }: BallotLine): number {
  return at === undefined ? 0 : Date.parse(at)
}

/** In the order of their times, those without one first, as they came. */
function positionsOf(lines: readonly BallotLine[], closes: string | undefined): Positions {
  const choices = new Map<string, Choice>()
  const reserved = new Set<string>()
  const inTime = lines
    .filter((one) => !isLate(one, closes))
    .toSorted((a, b) => timeOf(a) - timeOf(b))
  for (const { member, choice, reservation } of inTime) {
    if (choice !== undefined) choices.set(member, choice)
    // As in the record: a later reservation takes the place of an earlier one.
    if (reservation === 'substance') reserved.add(member)
    else if (reservation !== undefined) reserved.delete(member)
  }
  return { choices, reserved }
}

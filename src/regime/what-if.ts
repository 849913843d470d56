import { daysBetween, type LegalDate, type Problem } from '../kernel/index.ts'
import { electorateFor, foundingMembers, type Question, ruleOf } from './charter.ts'
import type { Charter } from './charter-format.ts'
import { type PowerTable, powerOf } from './power.ts'
import { gameOf } from './power-game.ts'
import type { Choice, Electorate, Positions } from './voting/electorate.ts'
import type { VotingRule } from './voting/rule-format.ts'
import { type Outcome, type Tally, tally } from './voting/tally.ts'
import type { WhatIfQuestion, WhatIfSet } from './what-if-format.ts'

/** One proposal under one charter. */
export interface WhatIfAnswer {
  readonly proposal: string
  readonly charter: string
  readonly rule: string
  readonly outcome: Outcome | 'no-rule'
  readonly tally?: Tally
  /** Where it does not pass: who is not in favour, of whom the rule needed more. */
  readonly against: readonly string[]
  /** Days from its submission to a decision. */
  readonly days?: number
}

/** A charter over the whole set. */
export interface WhatIfSummary {
  readonly charter: string
  readonly members: number
  readonly passed: number
  readonly of: number
  /** Of those that pass; the middle one, rounded down to a day. */
  readonly medianDays?: number
  /** How often each member stood against what did not pass, most often first. */
  readonly blockers: readonly { readonly code: string; readonly proposals: number }[]
}

export function whatIf(charter: Charter, set: WhatIfSet): readonly WhatIfAnswer[] {
  return set.proposals.map((question) => answer(charter, question))
}

export function summaryOf(charter: Charter, answers: readonly WhatIfAnswer[]): WhatIfSummary {
  const passed = answers.filter(({ outcome }) => passes(outcome))
  const days = passed.flatMap((one) => one.days ?? []).toSorted((a, b) => a - b)
  const median = days[Math.floor((days.length - 1) / 2)]
  const counts = new Map<string, number>()
  for (const code of answers.flatMap(({ against }) => against))
    counts.set(code, (counts.get(code) ?? 0) + 1)
  return {
    charter: charter.charter,
    members: charter.members.states.length,
    passed: passed.length,
    of: answers.length,
    ...(median === undefined ? {} : { medianDays: median }),
    blockers: [...counts]
      .map(([code, proposals]) => ({ code, proposals }))
      .toSorted((a, b) => b.proposals - a.proposals || (a.code < b.code ? -1 : 1)),
  }
}

/** Technologies and states that no charter at hand names: a slip of the pen, and a position that nobody took. */
export function strangersIn(
  { proposals }: WhatIfSet,
  charters: readonly Charter[],
): readonly Problem[] {
  const technologies = new Set(charters.flatMap((one) => one.technologies.map(({ id }) => id)))
  const states = new Set(charters.flatMap(({ members }) => members.states.map(({ code }) => code)))
  return proposals.flatMap((one) => {
    const { proposal, technology } = one
    const named = (['yes', 'no', 'abstain', 'silent', 'reserved'] as const).flatMap(
      (side) => one[side],
    )
    const unknown = [...new Set(named)].filter((code) => !states.has(code))
    return [
      ...(technology === undefined || technologies.has(technology)
        ? []
        : [
            {
              code: 'what-if.no-technology',
              detail: `${proposal}: no charter knows a technology ${JSON.stringify(technology)}.`,
              remedy: `Technologies: ${[...technologies].toSorted().join(', ')}.`,
            },
          ]),
      ...(unknown.length === 0
        ? []
        : [
            {
              code: 'what-if.no-member',
              detail: `${proposal}: ${unknown.join(', ')} is a member under no charter, so that the position counts for nothing.`,
              remedy: 'Write the two letters of the country, ISO 3166-1.',
            },
          ]),
    ]
  })
}

export function passes(outcome: WhatIfAnswer['outcome']): boolean {
  return outcome === 'adopted' || outcome === 'provisional' || outcome === 'coalition'
}

/** How much each member can move a question under a charter, whatever anyone wants. */
export function powerUnder(
  charter: Charter,
  question: Question,
  day: LegalDate,
): PowerTable | undefined {
  const rule = ruleOf(charter, question.matter)
  if (rule === undefined) return undefined
  return powerOf(gameOf(rule, electorateOn(charter, question, day)))
}

function electorateOn(charter: Charter, question: Question, day: LegalDate): Electorate {
  const members = foundingMembers(charter, day).map(({ code }) => code)
  return electorateFor(charter, members, question)
}

function answer(charter: Charter, question: WhatIfQuestion): WhatIfAnswer {
  const { proposal, matter, submitted } = question
  const rule = ruleOf(charter, matter)
  if (rule === undefined)
    return { proposal, charter: charter.charter, rule: '', outcome: 'no-rule', against: [] }
  const electorate = electorateOn(charter, question, submitted)
  const counted = tally(rule, electorate, positionsOf(question, electorate))
  return {
    proposal,
    charter: charter.charter,
    rule: rule.id,
    outcome: counted.outcome,
    tally: counted,
    against: passes(counted.outcome) ? [] : againstOf(rule, counted),
    days: daysToDecision(charter, rule, submitted),
  }
}

function positionsOf(question: WhatIfQuestion, { voters }: Electorate): Positions {
  const said: readonly [readonly string[], Choice][] = [
    [question.no, 'no'],
    [question.abstain, 'abstain'],
    [question.yes, 'yes'],
  ]
  const choices = new Map<string, Choice>()
  for (const { code } of voters) {
    const named = said.find(([codes]) => codes.includes(code))?.[1]
    if (named !== undefined) choices.set(code, named)
    else if (question.others === 'yes' && !question.silent.includes(code)) choices.set(code, 'yes')
  }
  return { choices, reserved: new Set(question.reserved) }
}

function againstOf(rule: VotingRule, { no, reserved, abstain, silent }: Tally): readonly string[] {
  const objecting = [...new Set([...no, ...reserved])]
  const isMajority = rule.kind === 'threshold' || rule.kind === 'double-majority'
  if (!isMajority) return objecting.toSorted()
  return [
    ...objecting,
    ...(rule.abstain === 'not-for' ? abstain : []),
    ...(rule.silence === 'not-for' ? silent : []),
  ].toSorted()
}

/** Where questions are decided once a year, the next meeting that they are still in time for. */
function daysToDecision(charter: Charter, rule: VotingRule, submitted: LegalDate): number {
  const { cycle } = charter
  if (cycle === undefined)
    return 'days' in rule.open ? rule.open.days : Math.ceil(rule.open.hours / 24)
  const [year = 0, month = 0] = submitted.split('-').map(Number)
  const inTime = month <= cycle.submitByMonth
  const decides = `${inTime ? year : year + 1}-${String(cycle.decidesInMonth).padStart(2, '0')}-01`
  return daysBetween(submitted, decides as LegalDate)
}

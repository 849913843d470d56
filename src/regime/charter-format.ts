import { z } from 'zod'
import { jurisdictionCode, legalDay, mark, sourced, text, texts } from '../rulebook/index.ts'
import { byHand, ruleId, votingRule } from './voting/rule-format.ts'

/** A regime's own rules as data: `law/charters/*.yaml`. */
const days = z.int().min(1)

const state = z.strictObject({
  code: jurisdictionCode,
  from: legalDay.exactOptional().meta({ description: 'First day; absent where none is stated.' }),
  to: legalDay.exactOptional(),
  as: text.exactOptional().meta({ description: 'In which capacity, where it is no state.' }),
  cite: text.exactOptional(),
  mark: mark.exactOptional(),
})

const technology = z.strictObject({
  id: ruleId,
  title: text,
  kinds: texts.min(1).meta({ description: 'Kinds of items that it is about, as in kinds.yaml.' }),
  counts: text.meta({ description: 'What a member must be able to do to count as a maker.' }),
  makers: z
    .array(
      z.strictObject({
        member: jurisdictionCode,
        what: text,
        cite: text,
        mark,
      }),
    )
    .default([]),
})

/** What a proposal may be about. A charter says by which rule each is decided. */
export const MATTERS = [
  'list-add',
  'list-amend',
  'list-delete',
  'list-note',
  'list-urgent',
  'charter-amend',
  'member-admit',
  'member-suspend',
] as const
export type Matter = (typeof MATTERS)[number]

const matter = z.strictObject({
  matter: z.enum(MATTERS),
  rule: ruleId,
  excludes: z
    .literal('concerned')
    .exactOptional()
    .meta({ description: 'The member that the question is about has no vote on it.' }),
  ...sourced,
})

const term = { says: text, byHand, ...sourced }

const preferably = days.exactOptional().meta({
  description: 'Asked for within so many days; after `notifyWithinDays` it is overdue.',
})

const terms = z.strictObject({
  admission: z.strictObject({ ...term, criteria: texts.default([]) }),
  withdrawal: z.strictObject({ ...term, noticeDays: days.exactOptional() }).exactOptional(),
  suspension: z.strictObject({ ...term }).exactOptional(),
  denials: z
    .strictObject({
      ...term,
      preferablyWithinDays: preferably,
      notifyWithinDays: days.exactOptional(),
      validYears: days.exactOptional(),
      reviewReminderDays: days.exactOptional(),
    })
    .exactOptional(),
  undercut: z
    .strictObject({
      ...term,
      consultFirst: z.boolean().meta({
        description: 'A member asks the one that refused before it grants the same.',
      }),
      replyWorkingDays: days.exactOptional(),
      extendWorkingDays: days.exactOptional(),
      preferablyWithinDays: preferably,
      notifyWithinDays: days.exactOptional(),
      catchAllDenials: z.enum(['must-consult', 'may-consult']).default('may-consult'),
    })
    .exactOptional(),
  implementation: z.strictObject({ ...term, withinDays: days.exactOptional() }).exactOptional(),
  information: z.array(z.strictObject({ what: text, ...term })).default([]),
})

const recognition = z.strictObject({
  technology: ruleId,
  says: text,
  dates: z
    .array(z.strictObject({ member: jurisdictionCode, from: legalDay, by: text, cite: text, mark }))
    .min(1)
    .meta({ description: 'Since when each member has the same text in its own law.' }),
})

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, {
  error: (issue) => `${JSON.stringify(issue.input)} is not a month, YYYY-MM`,
})

export const charterFile = z.strictObject({
  charter: ruleId,
  also: texts.default([]).meta({ description: 'What records of refusals call this regime.' }),
  name: text,
  standing: z.enum(['as-it-works', 'modelled', 'design']).meta({
    description: 'A regime as it works, one drawn after what was done, or a design of its own.',
  }),
  summary: text,
  ...sourced,
  members: z.strictObject({ ...sourced, states: z.array(state).min(1) }),
  observers: z.array(z.strictObject({ code: jurisdictionCode, why: text })).default([]),
  weights: z
    .array(
      z.strictObject({
        id: ruleId,
        unit: text,
        asOf: text,
        of: z.record(jurisdictionCode, z.int().min(0)),
        ...sourced,
      }),
    )
    .default([]),
  technologies: z.array(technology).default([]),
  rules: z.array(votingRule).min(1),
  matters: z.array(matter).min(1),
  cycle: z
    .strictObject({
      ...term,
      decidesInMonth: z.int().min(1).max(12),
      submitByMonth: z.int().min(1).max(12),
    })
    .exactOptional()
    .meta({ description: 'Where questions are decided once a year.' }),
  graceDays: days.meta({
    description: 'How long after the close a tally waits for the logs of members that are away.',
  }),
  terms,
  recognition: z.array(recognition).default([]),
  experience: z
    .array(
      z.strictObject({
        what: text,
        decided: month,
        member: jurisdictionCode,
        inForce: legalDay,
        ...sourced,
      }),
    )
    .default([])
    .meta({ description: 'How long it took from a decision to the law of a member.' }),
})

export type Charter = z.output<typeof charterFile>
export type CharterState = Charter['members']['states'][number]
export type Technology = Charter['technologies'][number]

/** The JSON Schema of a charter, for editors and for whoever checks without this program. */
export function charterJsonSchemas(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const made = z.toJSONSchema(charterFile, { io: 'input', unrepresentable: 'any' })
  return { 'law-charter': { ...made, title: 'Navicert law file: charter' } }
}

import { z } from 'zod'
import { sourced, text } from '../../rulebook/index.ts'
import { fraction } from './fraction.ts'

/** Voting rules as a charter writes them: what they say is here, what they mean in `tally.ts`. */
export const ruleId = z.string().regex(/^[a-z][a-z0-9-]*$/, {
  error: (issue) => `${JSON.stringify(issue.input)} is not small letters and hyphens`,
})

const count = z.int().min(1)

const quorum = z
  .strictObject({
    members: fraction.meta({ description: 'Of those who may vote.' }),
    counts: z
      .array(z.enum(['yes', 'no', 'abstain']))
      .min(1)
      .default(['yes', 'no', 'abstain']),
    late: z
      .strictObject({ withinDays: count, extendDays: count })
      .exactOptional()
      .meta({ description: 'Reached in the last days, the vote stays open so many days more.' }),
  })
  .meta({ description: 'How many must take part; without them the question lapses.' })

/** A term that no program can see to: shown as such, so that nobody takes it for enforced. */
export const byHand = text
  .exactOptional()
  .meta({ description: 'What persons must see to; nothing here enforces it.' })

const common = {
  id: ruleId,
  title: text,
  open: z
    .union([z.strictObject({ days: count }), z.strictObject({ hours: count })])
    .meta({ description: 'The least time between the opening of a vote and its close.' }),
  quorum: quorum.exactOptional(),
  abstain: z.enum(['not-for', 'ignored']).meta({
    description: 'not-for: it counts in the whole and not in favour; ignored: in neither.',
  }),
  silence: z.enum(['not-for', 'ignored', 'consents']),
  otherwise: z
    .strictObject({ coalition: count })
    .exactOptional()
    .meta({ description: 'Where it fails, so many in favour may adopt it for themselves alone.' }),
  provisional: z
    .strictObject({ days: count, ratifyBy: ruleId })
    .exactOptional()
    .meta({ description: 'What is adopted ends after so many days unless it is ratified.' }),
  sunset: z
    .strictObject({ days: count, reviewDays: count })
    .refine(({ days, reviewDays }) => reviewDays <= days, { error: 'The review is due too late' })
    .exactOptional()
    .meta({ description: 'What is adopted ends unless renewed; reviewed before.' }),
  byHand,
  ...sourced,
}

const threshold = z
  .strictObject({
    ...common,
    kind: z.literal('threshold'),
    minStates: count.exactOptional(),
    states: fraction.exactOptional(),
    weight: z.strictObject({ of: ruleId, fraction }).exactOptional(),
    blocking: z
      .strictObject({ minStates: count })
      .exactOptional()
      .meta({ description: 'The weight is taken as reached where fewer are not in favour.' }),
  })
  .refine(({ states, minStates, weight }) => states ?? minStates ?? weight, {
    error: 'A threshold needs states, minStates or weight',
  })
  .refine(({ blocking, weight }) => blocking === undefined || weight !== undefined, {
    error: 'A blocking minority is of a weight',
  })

const chamber = z.strictObject({
  who: z.enum(['members', 'makers']),
  fraction,
  exceeds: z.boolean().default(false).meta({ description: 'More than the share, not just it.' }),
})

export const votingRule = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('consensus') }),
  z.strictObject({ ...common, kind: z.literal('consensus-minus'), objectors: count }),
  z.strictObject({ ...common, kind: z.literal('silence') }),
  threshold,
  z.strictObject({
    ...common,
    kind: z.literal('double-majority'),
    chambers: z.array(chamber).min(2),
  }),
  z.strictObject({ ...common, kind: z.literal('coalition'), minimum: count }),
])

export type VotingRule = z.output<typeof votingRule>
export type Chamber = z.output<typeof chamber>

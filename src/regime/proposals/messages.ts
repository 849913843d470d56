import { z } from 'zod'
import type { Digest } from '../../kernel/index.ts'
import { jurisdictionCode, lawEntriesSchema, legalDay, text, texts } from '../../rulebook/index.ts'
import { MATTERS } from '../charter-format.ts'
import { CHOICES } from '../voting/electorate.ts'
import { ruleId } from '../voting/rule-format.ts'

/** What members write about their membership, about proposals and about what came of them. */
const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, { error: 'A digest is sha256: and 64 hexadecimal digits' })
  .transform((value) => value as Digest)

const instant = z.iso.datetime({
  offset: false,
  error: 'A time is RFC 3339 in UTC, as 2027-03-02T09:00:00Z',
})

/** Begins with the year, so that no id is a word that JavaScript knows. */
export const proposalId = z.string().regex(/^\d{4}-[a-z0-9-]{1,60}$/, {
  error: (issue) =>
    `${JSON.stringify(issue.input)} is not a year and words, as 2027-gaafet-technology`,
})
const releaseVersion = z.string().regex(/^\d{4}\.\d{1,4}$/, {
  error: (issue) => `${JSON.stringify(issue.input)} is not a year and a number, as 2027.1`,
})

/** How words of an entry are read. The entry stays as it is: who decides by the words decides by the reading too. */
export const interpretation = z.strictObject({
  entry: z
    .string()
    .regex(/^[A-Z]{2}:\S{1,40}$/, {
      error: (issue) => `${JSON.stringify(issue.input)} is not an entry, as EU:2B352.h`,
    })
    .meta({ description: 'The entry in which the words stand, as EU:2B352.h.' }),
  words: text.meta({ description: 'The words that are read, as the entry has them.' }),
  reading: text.meta({ description: 'What they are held to mean.' }),
})
export type Interpretation = z.output<typeof interpretation>

/** What is proposed, apart from who says it and when: the text that ballots are bound to. */
export const proposalContent = z.strictObject({
  proposal: proposalId,
  title: text,
  matter: z.enum(MATTERS),
  technology: ruleId.exactOptional(),
  concerns: jurisdictionCode.exactOptional().meta({ description: 'The member it is about.' }),
  until: instant.exactOptional().meta({
    description: 'When a suspension ends; absent: when the member is admitted anew.',
  }),
  old: lawEntriesSchema.exactOptional().meta({ description: 'Entries as they stand.' }),
  new: lawEntriesSchema.exactOptional().meta({ description: 'Entries as they shall stand.' }),
  interprets: z
    .array(interpretation)
    .min(1)
    .exactOptional()
    .meta({ description: 'How words of entries are read, where no entry changes.' }),
  ratifies: proposalId.exactOptional().meta({ description: 'A provisional decision to be kept.' }),
  rationale: text,
  evidence: texts.default([]),
})
export type ProposalContent = z.output<typeof proposalContent>

export const MESSAGES = {
  'member.join': z.strictObject({
    member: jurisdictionCode,
    admittedBy: proposalId,
    from: instant,
  }),
  'member.leave': z.strictObject({ member: jurisdictionCode, from: instant }),
  'member.suspend': z.strictObject({
    member: jurisdictionCode,
    decidedBy: proposalId,
    from: instant,
    until: instant.exactOptional(),
  }),
  'list.proposal.open': z.strictObject({ content: proposalContent, closesAt: instant }),
  'list.proposal.amend': z.strictObject({
    content: proposalContent,
    supersedes: digest,
    editorial: z.boolean(),
    closesAt: instant.exactOptional(),
  }),
  'list.proposal.withdraw': z.strictObject({ proposal: proposalId, why: text.exactOptional() }),
  'list.comment': z.strictObject({ proposal: proposalId, text }),
  'list.reservation': z.strictObject({
    proposal: proposalId,
    proposalDigest: digest,
    position: z.enum(['scrutiny', 'substance', 'lifted']),
    text,
    clearsBy: instant.exactOptional(),
  }),
  'vote.cast': z.strictObject({
    proposal: proposalId,
    proposalDigest: digest,
    choice: z.enum(CHOICES),
    mandate: text.exactOptional(),
    explanation: text.exactOptional(),
  }),
  'vote.result': z.strictObject({
    proposal: proposalId,
    proposalDigest: digest,
    outcome: z.enum(['adopted', 'provisional', 'coalition', 'rejected', 'lapsed', 'withdrawn']),
    inputs: z.array(digest).default([]),
  }),
  'list.release': z.strictObject({
    version: releaseVersion,
    edition: digest.meta({ description: 'Of the signed edition of the rulebook.' }),
    effectiveFrom: legalDay,
    proposals: z.array(proposalId).min(1),
  }),
  'national.implementation': z.strictObject({
    release: releaseVersion,
    proposal: proposalId,
    state: z.enum(['adopted', 'adopted-with-changes', 'not-adopted']),
    from: legalDay.exactOptional(),
    legalReference: text,
    notes: text.exactOptional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodType>>

export type MessageType = keyof typeof MESSAGES
export type Message<T extends MessageType> = z.output<(typeof MESSAGES)[T]>
